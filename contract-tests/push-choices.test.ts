/** Every choice about pushes changes what is sent and how, the tables leave none out, and what is sent keeps to its contract. */
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { renamed } from '../mocks/easyliao/index.ts'
import { sideOf } from '../mocks/sides.ts'
import { createStore } from '../mocks/world/store.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Assumption, Vendor } from '../schemas/define.ts'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'
import { violations } from '../src/wire/check.ts'
import { defaultsOf } from '../src/wire/choose.ts'
import { type CdataStyle, readXml, writeXml } from '../src/wire/xml.ts'
import { type Chosen, choosing, exampleOf, opened, received, sending, sent, shape } from './push-choices.ts'
import { easyliaoChoices } from './push-choices-easyliao.ts'
import { echatChoices } from './push-choices-echat.ts'
import { yunduoChoices } from './push-choices-yunduo.ts'

const refusing: [number, string][] = [
  [200, '{"code":0}'],
  [201, 'ok'],
  [200, '{"code":3}'],
  [400, '{"code":0}'],
]

const sobotChoices: Chosen[] = [
  [
    'pushAcknowledgement',
    'statusOnly',
    it => received(sobot, it, refusing),
    refusing.slice(0, 2),
    refusing.slice(0, 3),
  ],
  ['pushRetries', '1', it => sending(sobot, it).delays, [1_000, 5_000], []],
  ['pushTimeout', '2', it => sending(sobot, it).timeout, 5_000, 2_000],
]

/** Told by the tests of addresses, which these are about. */
const ELSEWHERE = ['checkUrl', 'customHeaders']

const tables: [Vendor, Chosen[]][] = [
  [echat, echatChoices],
  [yunduo, yunduoChoices],
  [easyliao, easyliaoChoices],
  [sobot, sobotChoices],
]

describe.each(tables)('$id', (vendor, rows) => {
  const byDefault = defaultsOf(vendor)

  test('the table has each choice of what is followed but the default, and nothing else', () => {
    const told = rows.map(([name, choice]) => `${name} ${labelOf(vendor.assumptions[name], choice)}`)
    const followed = (sideOf(vendor).follows ?? []).filter(it => !ELSEWHERE.includes(it))
    const here = vendor === sobot ? followed.filter(it => rows.some(([name]) => name === it)) : followed
    expect(told.sort()).toEqual(
      here.flatMap(name => choicesOf(vendor.assumptions[name]).map(it => `${name} ${it}`)).sort(),
    )
    expect(followed.filter(it => !vendor.assumptions[it])).toEqual([])
  })

  test.each(rows)('%s: %s', (name, choice, ask, before, after) => {
    expect([ask(byDefault), ask(choosing(vendor, { [name]: choice }))]).toEqual([before, after])
    expect(before).not.toEqual(after)
  })

  const messages = contracts(vendor, 'push').flatMap(({ id, contract }) =>
    Object.entries({ ...contract.examples, ...contract.variants }).map(([name, message]) => ({
      id,
      name,
      message,
      schema: contract.message,
    })),
  )

  test('by default every message goes as it is', () => {
    for (const { id, message } of messages) expect(shape(vendor, id, message, byDefault)).toBe(message)
  })

  const everything = Object.fromEntries(rows.map(([name, choice]) => [name, choice]))
  test.each([everything, ...rows.map(([name, choice]) => ({ [name]: choice }))])(
    'with %j every message keeps to its contract, and is not changed itself',
    choices => {
      for (const { id, name, message, schema } of messages) {
        const before = structuredClone(message)
        const found = opened(vendor, sent(vendor, id, message, choosing(vendor, choices)))
        expect({ id, name, violations: violations(schema, found) }).toEqual({ id, name, violations: [] })
        expect(message).toEqual(before)
      }
    },
  )
})

const NUMBER = 'a number'
const labelOf = (assumption: Assumption | undefined, choice: string) =>
  Object.hasOwn(assumption?.choices ?? {}, choice) ? choice : NUMBER
/** All but the default. */
const choicesOf = ({ choices, default: standard, number }: Assumption = {} as Assumption) => [
  ...Object.keys(choices).filter(it => it !== standard),
  ...(number ? [NUMBER] : []),
]

describe('what became of a push of Yunduo stands in the next one of its card', () => {
  const message = exampleOf(yunduo, 'conversation', 'push flags null')
  const flags = (found: unknown) => {
    const { pushInfoCrmDTO } = found as { pushInfoCrmDTO: { conversationList: { alreadyPush: unknown }[] } }
    return pushInfoCrmDTO.conversationList.map(it => it.alreadyPush)
  }
  const after = (push: string, card: string, acknowledged: boolean) => {
    const store = createStore()
    sideOf(yunduo).settled?.({ push, conversations: [card] }, acknowledged, { store })
    return flags(shape(yunduo, 'conversation', message, defaultsOf(yunduo), store))
  }
  const card = message.cardId as string

  test.each([
    ['it was acknowledged', 'conversation', card, true, [1]],
    ['it was given up', 'conversation', card, false, [-1]],
    ['it was of another card', 'conversation', 'another', true, [null]],
    ['it brought a left message', 'leaveMessage', card, true, [null]],
  ] as const)('%s', (_, push, of, acknowledged, expected) => {
    expect(after(push, of, acknowledged)).toEqual(expected)
  })
})

describe('the fields of a lead under other names', () => {
  const lead = { visitorStaticId: '0100', name: '林晓然', mobile: '16000000001' }

  test('keep their order', () => {
    const mapping = { name: 'mobile', mobile: 'phone' }
    expect(Object.entries(renamed(lead, mapping))).toEqual([
      ['visitorStaticId', '0100'],
      ['mobile', '林晓然'],
      ['phone', '16000000001'],
    ])
  })
  test('are the same without a mapping', () => expect(renamed(lead, {})).toBe(lead))
  test('have to be fields', () => {
    expect(() => renamed(lead, { nmae: 'x' })).toThrow(
      expect.objectContaining({ code: 'name-unknown', message: expect.stringContaining('did you mean name') }),
    )
    expect(() => renamed(lead, { constructor: 'x' } as never)).toThrow(/no field "constructor"/)
  })
  test.each([{ name: 'mobile' }, { name: 'x', mobile: 'x' }, { tel: 'x', qq: 'x' }])(
    'do not share one: %j',
    mapping => {
      expect(() => renamed(lead, mapping)).toThrow(expect.objectContaining({ code: 'contract-violated' }))
    },
  )
})

describe('leads of EasyLiao come in four forms', () => {
  const lead = exampleOf(easyliao, 'lead')
  const open = (body: string, type = 'application/json') =>
    opened(easyliao, { query: {}, headers: { 'content-type': type }, body })

  test.each(['json', 'array', 'dataString'])('%s is opened as it was', bodyForm => {
    expect(opened(easyliao, sent(easyliao, 'lead', lead, choosing(easyliao, { bodyForm })))).toEqual(lead)
  })
  test('form is text throughout', () => {
    const found = opened(
      easyliao,
      sent(easyliao, 'lead', { ...lead, chatId: 5 }, choosing(easyliao, { bodyForm: 'form' })),
    )
    expect(found).toEqual({ ...lead, chatId: '5', currentChatJsonDetail: JSON.stringify(lead.currentChatJsonDetail) })
  })
  test('JSON that curl calls a form, several leads, a lead with a field called data', () => {
    const curl = 'application/x-www-form-urlencoded'
    expect(open(' {"visitorStaticId":"1"}', curl)).toEqual({ visitorStaticId: '1' })
    expect(open('[{"visitorStaticId":"1"},{"visitorStaticId":"2"}]')).toHaveLength(2)
    expect(open('{"visitorStaticId":"1","data":"x"}')).toEqual({ visitorStaticId: '1', data: 'x' })
  })
})

describe('XML is written so that nothing is lost', () => {
  const values = [
    ']]>',
    ']]',
    'a]]>b]]>]]>',
    '\r',
    'a\r\nb\rc',
    '\t \n',
    '&amp;<b>&#13;',
    '😀𠮷',
    '\u0085\u2028\ufffd',
    '',
  ]
  const leaves = (text: string) => {
    const found: string[] = []
    const parser = new SaxesParser()
    let at = ''
    const more = (characters: string) => {
      at += characters
    }
    parser.on('text', more)
    parser.on('cdata', more)
    parser.on('closetag', ({ name }) => {
      if (name === 'v') found.push(at)
      at = ''
    })
    parser.write(text).close()
    return found
  }

  test.each<CdataStyle>(['asPrinted', 'all', 'none'])('%s', style => {
    const text = writeXml({ v: values }, undefined, style)
    expect(leaves(text)).toEqual(values)
    expect(readXml(text, echat)).toEqual({ v: values })
    expect(text.includes('CDATA')).toBe(style !== 'none')
  })
  test('every name of XML is an element, nothing else is', () => {
    expect(writeXml({ 'c1-c20': '', 客户: '', é_: '' }, undefined, 'none')).toBe(
      '<xml><c1-c20></c1-c20><客户></客户><é_></é_></xml>',
    )
    for (const name of ['', ' ', '1a', '-a', 'a b', 'a>', 'a"', '×', 'a:b', '\ud800'])
      expect(() => writeXml({ [name]: '' }), name).toThrow(/cannot be the name of an element/)
  })
  test('what is undefined is left out', () => expect(writeXml({ a: undefined })).toBe('<xml></xml>'))
  test.each(['\u0000', '\u001f', '\uffff', '\udc00'])('%j is refused, in every style', character => {
    for (const style of ['all', 'none'] as const)
      expect(() => writeXml({ a: ['x', `xy${character}`] }, undefined, style)).toThrow(
        /a\[1\] holds U\+\w{4} at character 2/,
      )
  })
})
