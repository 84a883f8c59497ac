/** The XML reader is strict and loses nothing; a second reader agrees with it. */
import { Type as T } from '@sinclair/typebox'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../mocks/world/random.ts'
import { contracts } from '../schemas/contracts.ts'
import { echat } from '../schemas/index.ts'
import { readFully, readXml, writeXml } from '../src/wire/xml.ts'

const read = (text: string, schema = T.Object({})) => readXml(text, echat, schema)

describe('what is read', () => {
  const values: Record<string, string> = {
    'leading zeros': '007123',
    'nineteen digits': '1234567890123456789',
    blanks: '  padded  ',
    markup: '<b>&amp;</b> & > <',
    'the end of CDATA': 'a]]>b]]>',
    'only the end of CDATA': ']]>',
    'line ends': 'a\r\nb\rc\nd\te',
    emoji: '😀𠮷 è',
    nothing: '',
    'a number': '0',
    'a word of JavaScript': 'true',
  }
  test.each(Object.entries(values))('%s come back as they were written', (_name, value) => {
    expect(read(writeXml({ a: value }))).toEqual({ a: value })
    expect(read(writeXml({ a: value }, T.Object({ a: T.String({ 'x-cdata': false }) })))).toEqual({ a: value })
  })

  test('a list of one, of two and none, by the schema', () => {
    const schema = T.Object({ all: T.Object({ one: T.Optional(T.Array(T.Object({ id: T.String() }))) }) })
    expect(read('<xml><all><one><id>1</id></one></all></xml>', schema)).toEqual({ all: { one: [{ id: '1' }] } })
    expect(read('<xml><all><one><id>1</id></one><one><id>2</id></one></all></xml>', schema)).toEqual({
      all: { one: [{ id: '1' }, { id: '2' }] },
    })
    expect(read('<xml><all/></xml>', schema)).toEqual({ all: {} })
  })

  test('an unknown tag that repeats becomes a list', () => {
    expect(read('<xml><a>1</a><a>2</a><a>3</a></xml>')).toEqual({ a: ['1', '2', '3'] })
  })
})

describe('what is refused, with its place', () => {
  const faults: Record<string, [xml: string, what: RegExp, line: number, column: number]> = {
    'mismatched tags': ['<xml>\n<a>1</b></xml>', /unexpected close tag/, 2, 9],
    'CDATA closed by ]>': ['<xml><a><![CDATA[x]></a>\n</xml>', /unclosed/, 2, 7],
    'a cut-off message': ['<xml><a>1', /unclosed tag/, 1, 10],
    'two roots': ['<xml></xml><xml></xml>', /only one root/, 1, 17],
    'text after the end': ['<xml></xml>x', /outside of root/, 1, 13],
    'a DOCTYPE': ['<!DOCTYPE x [<!ENTITY e "z">]><xml>&e;</xml>', /DOCTYPE/, 1, 31],
    'an unknown entity': ['<xml><a>&nbsp;</a></xml>', /undefined entity/, 1, 15],
    'an attribute': ['<xml><a b="1">x</a></xml>', /attribute b of <a>/, 1, 15],
    'text between elements': ['<xml><a>1</a>stray</xml>', /text between the elements of <xml>: "stray"/, 1, 25],
    __proto__: ['<xml><__proto__>x</__proto__></xml>', /__proto__/, 1, 17],
    '33 levels': [`${'<a>'.repeat(33)}${'</a>'.repeat(33)}`, /more than 32 levels/, 1, 100],
    '20,001 elements': [`<xml>${'<a/>'.repeat(20_000)}</xml>`, /more than 20000 elements/, 1, 80_006],
  }
  test.each(Object.entries(faults))('%s', (_name, [xml, what, line, column]) => {
    expect(() => read(xml)).toThrow(
      expect.objectContaining({
        code: 'body-malformed',
        message: expect.stringMatching(what),
        place: expect.objectContaining({ line, column }),
      }),
    )
  })

  test('a single field that comes twice', () => {
    expect(() => read('<xml><a>1</a><a>2</a></xml>', T.Object({ a: T.String() }))).toThrow(/<a> appears twice/)
  })

  test.each(['\u0000', '\u000b', '\ufffe', '\ud800'])(
    'a character that XML cannot carry is refused when written: %j',
    character => {
      expect(() => writeXml({ a: { b: [`x${character}`] } })).toThrow(/a\.b\[0\] holds U\+[0-9A-F]{4} at character 1/)
    },
  )
})

describe('fast-xml-parser, the second reader, finds the same', () => {
  const arrays = new Set(['staffKpi', 'pageData'])
  const second = new XMLParser({
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    isArray: tag => arrays.has(tag),
  })
  test.each(contracts(echat, 'push'))('$id', ({ contract }) => {
    for (const [name, message] of Object.entries({ ...contract.examples, ...contract.variants })) {
      const text = writeXml(message, contract.message)
      expect(readXml(text, echat, contract.message), name).toEqual(message)
      if (!/> </.test(text)) expect(second.parse(text).xml, name).toEqual(message)
    }
  })
})

describe('the fast lane and the full parser agree', () => {
  const random = seededRandom('fast lane')
  const below = (limit: number) => random(4).readUInt32BE() % limit
  const pick = <T>(all: readonly T[]) => all[below(all.length)] as T
  const pieces = [
    '<a>',
    '</a>',
    '<b>',
    '</b>',
    '<![CDATA[',
    ']]>',
    ']]',
    ']',
    '>',
    '<',
    '&amp;',
    '&',
    '\r\n',
    '\n',
    ' ',
    'x',
    '洽',
    '😀',
    '\u0001',
    '\uffff',
    '<a/>',
    '<!-- c -->',
    '<?x y?>',
    '<!DOCTYPE a>',
    '<a b="1">',
    '<constructor>',
    '</constructor>',
    '<é>',
    '</é>',
    '<xml>',
    '</xml>',
    '<list>',
    '</list>',
  ]
  const schema = T.Object({ a: T.String(), list: T.Array(T.Object({ b: T.String() })), b: T.Object({ a: T.String() }) })
  const outcome = (read: typeof readXml, text: string) => {
    try {
      return { value: read(text, echat, schema) }
    } catch (error) {
      return { message: (error as Error).message }
    }
  }

  test('on 20,000 texts, sound and broken', () => {
    let sound = 0
    for (let round = 0; round < 20_000; round++) {
      const inner = Array.from({ length: below(8) }, () =>
        pick([...pieces, '<a>x</a>', '<list><b>1</b></list>', '<b><a><![CDATA[y]]></a></b>']),
      )
      const text = below(8) ? `<xml>${inner.join('')}</xml>` : inner.join('')
      const fast = outcome(readXml, text)
      expect({ text, ...fast }).toEqual({ text, ...outcome(readFully, text) })
      if ('value' in fast) sound++
    }
    expect(sound).toBeGreaterThan(2_000)
  })
})
