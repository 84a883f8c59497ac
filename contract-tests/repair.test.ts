/** Repairs: each documented malformation is mended and told, nothing else is touched, and no field is lost on the way. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../mocks/world/world.ts'
import { contractOf, contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'
import { repairMessage, repairText } from '../src/receive/repair.ts'
import { jsonFaults, keyFaults, xmlFaults } from '../src/receive/repair-faults.ts'
import { violations } from '../src/wire/check.ts'
import { wireOf } from '../src/wire/index.ts'
import { readJson } from '../src/wire/json.ts'
import { matchQuery } from '../src/wire/recognise.ts'
import { readXml } from '../src/wire/xml.ts'

const senders: Vendor[] = [echat, easyliao, yunduo, sobot]
const world = createWorld({ now: () => 0 })

const capture = (file: string) => readFileSync(`contract-tests/captures/${file}`, 'utf8')
const errataOf = (repairs: { erratum?: string }[]) => repairs.map(it => it.erratum)

/** Every object in a value, and how many fields there are in all. */
const fieldsIn = (value: unknown): number =>
  Array.isArray(value)
    ? value.reduce((sum, it) => sum + fieldsIn(it), 0)
    : typeof value === 'object' && value !== null
      ? Object.values(value).reduce((sum, it) => sum + 1 + fieldsIn(it), 0)
      : 0

/** Elements of a list are fields of their own in XML. */
const elementsIn = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 0
    : Object.values(value)
        .flatMap(it => (Array.isArray(it) ? it : [it]))
        .reduce((sum: number, it) => sum + 1 + elementsIn(it), 0)

const xmlCaptures = [
  ['skillStatus', ['Q06']],
  ['chatStart', ['Q18', 'Q18', 'Q18']],
  ['chatEnd', ['Q29', ...Array(7).fill('Q19')]],
  ['chatTransfer', ['Q38', 'Q38']],
  ['visitorEnter', ['Q18', 'Q18', 'Q18', 'Q51']],
  ['keywordReturn', ['Q51']],
  ['visitorTrackPage', ['Q19']],
] as const

test.each(xmlCaptures)('the printed %s is repaired, and keeps a field for each tag', (id, errata) => {
  const printed = capture(`echat/${id}.xml`)
  const { text, repairs } = repairText(echat, printed)
  expect(errataOf(repairs)).toEqual(errata)
  const schema = contractOf(echat, 'push', id)?.contract.message
  const message = readXml(text, echat, schema)
  expect(violations(schema, message)).toEqual([])
  const tags = [...printed.matchAll(/<[A-Za-z]\w*>/g)].map(it => it[0]).filter(it => it !== '<xml>')
  expect(elementsIn(message)).toBe(tags.length)
  expect(repairText(echat, text)).toEqual({ text, repairs: [] })
})

test('a repair names its place and both spellings', () => {
  expect(repairText(echat, capture('echat/skillStatus.xml')).repairs).toEqual([
    { erratum: 'Q06', what: 'line 6, column 6: <skillNanme> was closed by </skillName>; it is read as skillName.' },
  ])
  expect(repairText(echat, capture('echat/visitorTrackPage.xml')).repairs).toEqual([
    {
      erratum: 'Q19',
      what: 'line 11, column 46: the CDATA section of <pageUrlAlias> was closed by ]] in place of ]]>.',
    },
  ])
})

test('values in repaired sections are those that were printed', () => {
  const read = (id: string) =>
    readXml(repairText(echat, capture(`echat/${id}.xml`)).text, echat, contractOf(echat, 'push', id)?.contract.message)
  expect(read('chatStart')).toMatchObject({
    visitorData: { screenResolution: '1920*1080', osName: 'Windows', lastChatStaffName: '陈一诺' },
    routeData: { styleId: '201', styleName: '一洽网站' },
  })
  expect(read('chatEnd')).toMatchObject({ chatStatus: '2', chatData: { perfectMatchs: '1', unsolvedCount: '1' } })
  expect(read('chatTransfer')).toMatchObject({
    transferData: { fromStaffName: '一洽客服01', toStaffName: '一洽客服02' },
  })
})

test('the printed lead of EasyLiao is repaired, and tells of the keys that come twice', () => {
  const printed = capture('easyliao/lead.documented.json')
  const { text, repairs } = repairText(easyliao, printed)
  expect(errataOf(repairs)).toEqual(['L06', 'L23', 'L06', 'L06', 'L08', 'L09', 'L07', 'L06'])
  const read = readJson(text, easyliao) as Record<string, unknown>
  const { message, repairs: keys } = repairMessage(easyliao, read)
  expect(errataOf(keys)).toEqual(['L10', 'L10', 'L10'])
  expect(violations(contractOf(easyliao, 'push', 'lead')?.contract.message, message)).toEqual([])
  const printedKeys = [...printed.matchAll(/["“]([\w ]+)["”]\s*:/g)].map(it => it[1] as string)
  const told = repairs.filter(it => it.what.includes('for the second time')).length
  expect(fieldsIn(message)).toBe(printedKeys.length - told)
  expect(message).toMatchObject({
    userId: 'AI-omg122TianA',
    visitorStaticId: '01000000013100635537156211197954',
    schoolName: '',
  })
})

test('the printed conversation of Yunduo is repaired: its broken lines are joined', () => {
  const printed = capture('yunduo/conversation.documented.json')
  const { text, repairs } = repairText(yunduo, printed)
  const count = (erratum: string) => repairs.filter(it => it.erratum === erratum).length
  expect([count('Y16'), count('Y17'), count('Y18'), repairs.length]).toEqual([7, 9, 3, 19])
  const message = readJson(text, yunduo)
  expect(violations(contractOf(yunduo, 'push', 'conversation')?.contract.message, message)).toEqual([])
  // Keys of the JSON inside text stand behind backslashes.
  expect(fieldsIn(message)).toBe([...printed.matchAll(/(?<!\\)"\w+"\s*:/g)].length)
  expect(text.replace(/\s/g, '')).toBe(printed.replace(/\s/g, ''))
})

describe.each(senders)('$id', vendor => {
  const codec = wireOf(vendor).push
  test.each(contracts(vendor, 'push'))('what is sound stays as it is: $id', ({ contract }) => {
    for (const [name, body] of Object.entries({ ...contract.examples, ...contract.variants })) {
      const written = codec?.write({ query: matchQuery(contract.match), body })
      const text = String(written?.text)
      for (const spaced of [text, vendor === echat ? text.replaceAll('><', '>\n<') : JSON.stringify(body, null, 2)])
        expect(repairText(vendor, spaced), name).toEqual({ text: spaced, repairs: [] })
      const wrongKeys = Object.keys(body).filter(it => it === 'skillNanme' || it.endsWith(' '))
      const { message, repairs } = repairMessage(vendor, body)
      expect(repairs.length, name).toBe(wrongKeys.length)
      if (repairs.length === 0) expect(message).toBe(body)
    }
  })
})

test('a repair is that of an erratum which the vendor has, and which touches a push', () => {
  for (const vendor of senders) {
    const json = jsonFaults[vendor.id]
    const xml = xmlFaults[vendor.id]
    const rows = [
      xml?.headless, ...(xml?.sections ?? []), ...(xml?.closings ?? []),
      json?.curly, json?.blank, json?.comma, ...(json?.breaks ?? []), ...(json?.twice ?? []), ...(keyFaults[vendor.id] ?? []),
    ] // biome-ignore format: all of the tables
    const named = rows.flatMap(it => it?.erratum ?? [])
    for (const id of named) expect(vendor.errata.find(it => it.id === id)?.touches.length, id).toBeGreaterThan(0)
  }
})

const xml = (inside: string) => `<xml>${inside}</xml>`

test.each([
  ['a section that XML finds sound', xml('<a><![CDATA[x]></a> and ]]</a>]]></a>')],
  ['a section split in two', xml('<a><![CDATA[x]]]]><![CDATA[>]></b>y]]></a>')],
  ['tags inside the words of someone', xml('<a><![CDATA[<skillNanme>x</skillName> </trackRecorId>]]></a>')],
  ['a name that no document has', xml('<colour>red</color>')],
  ['one documented fault and another one', xml('<a><![CDATA[x]]</a><colour>red</color>')],
  ['a section closed by a single bracket and no more', xml('<a><![CDATA[x]</a>')],
  ['a block closed by another name', xml('<trackRecordId><a>1</a></trackRecorId>')],
  ['another beginning without a head', '<msgId>1</msgId></xml>'],
  ['an end that is missing', '<chatStatus>2</chatStatus>'],
])('left alone, XML: %s', (_, text) => {
  expect(repairText(echat, text)).toEqual({ text, repairs: [] })
})

test.each([
  ['curly quotes within the words', '{"a":"他说“你好”，再见"}'],
  ['curly quotes within curly quotes', '{"a":“他说“你好”，再见”}'],
  ['a curly quote before and a straight one after', '{“a": 1}'],
  ['a comma missing on the line', '{"a":"b" "c":"d"}'],
  ['a comma missing in a list', '["a"\n"b"]'],
  ['a key that comes twice, undocumented', '{“a”:1,"a":2}'],
  ['the same, once escaped', '{“a”:1,"\\u0061":2}'],
  ['line breaks in a text of which no document shows it', '{"mobile":"1\n2"}'],
  ['an end that is missing', '{“a”:1'],
  ['a quote within a text', '{“a”:"b"c"}'],
])('left alone, JSON: %s', (_, text) => {
  for (const vendor of [easyliao, yunduo, sobot]) expect(repairText(vendor, text)).toEqual({ text, repairs: [] })
})

test('curly quotes of each vendor, around key and value', () => {
  for (const vendor of [easyliao, yunduo, sobot]) {
    const { text, repairs } = repairText(vendor, '{“a”：1}'.replace('：', ':'))
    expect(JSON.parse(text)).toEqual({ a: 1 })
    expect(repairs[0]?.what).toBe('line 1, column 2: curly quotes stood in place of straight ones.')
    expect(JSON.parse(repairText(vendor, '{"a":[“b”, "“c”"]}').text)).toEqual({ a: ['b', '“c”'] })
  }
})

test('a documented key that comes twice, in curly quotes', () => {
  const { text, repairs } = repairText(easyliao, '{“firstUrl”:“a”,\n“firstUrl”:“b”}')
  expect(text).toBe('{"firstUrl":"a",\n"firstUrl":"b"}')
  expect(errataOf(repairs)).toEqual(['L06', 'L06', 'L06', 'L08', 'L06'])
})

test('the other way round: skillName closed by skillNanme', () => {
  const { text, repairs } = repairText(echat, xml('<skillName>订单组</skillNanme>'))
  expect(text).toBe(xml('<skillName>订单组</skillName>'))
  expect(errataOf(repairs)).toEqual(['Q06'])
})

test('keys: the right one is never overwritten', () => {
  const both = { 'schoolName ': 'a', schoolName: 'b' }
  expect(repairMessage(easyliao, both).message).toBe(both)
  expect(repairMessage(easyliao, { 'schoolName ': 'a', 'schoolName  ': 'b' }).message).toEqual({
    schoolName: 'a',
    'schoolName  ': 'b',
  })
  expect(repairMessage(easyliao, { 'unheard of ': 'a' }).repairs).toEqual([])
  expect(repairMessage(echat, { skillNanme: '订单组' })).toEqual({
    message: { skillName: '订单组' },
    repairs: [{ erratum: 'Q06', what: '"skillNanme" is read as skillName.' }],
  })
  for (const odd of [null, 'x', 7, [{ skillNanme: 'x' }], undefined])
    expect(repairMessage(echat, odd).message).toBe(odd)
})

test('cut or changed at any place, a capture never loses a field', () => {
  const random = world.moment().random
  for (const [id] of xmlCaptures) {
    const printed = capture(`echat/${id}.xml`)
    const schema = contractOf(echat, 'push', id)?.contract.message
    for (let round = 0; round < 300; round++) {
      const [a = 0, b = 0, kind = 0] = random(3)
      const at = Math.floor(((a * 256 + b) / 65_536) * printed.length)
      const cut = printed.slice(0, at) + (kind % 2 ? '' : ']') + printed.slice(at + 1)
      const { text, repairs } = repairText(echat, cut)
      const message = repairs.length ? parsed(() => readXml(text, echat, schema)) : undefined
      if (message === undefined) continue
      const tags = [...text.replace(/<!\[CDATA\[.*?\]\]>/gs, '').matchAll(/<[A-Za-z]\w*>/g)].length - 1
      expect(elementsIn(message)).toBe(tags)
    }
  }
})

function parsed<V>(read: () => V): V | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
