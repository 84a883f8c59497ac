/** Normal messages: one form for whatever spelling a vendor chose, nothing lost, and the same when made normal again. */
import { describe, expect, test } from 'vitest'
import { contractOf, contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'
import { normalised } from '../src/receive/normal.ts'

const senders: Vendor[] = [echat, easyliao, yunduo, sobot]

function pushOf(vendor: Vendor, id: string) {
  const push = contractOf(vendor, 'push', id)
  if (!push) throw new Error(`no push ${id}`)
  return push
}

const normal = (vendor: Vendor, id: string, message: unknown) => normalised(vendor, pushOf(vendor, id), message)

function shown(vendor: Vendor, id: string, name: string) {
  const { examples, variants } = pushOf(vendor, id).contract
  return normal(vendor, id, examples[name] ?? variants?.[name])
}

const valueAt = (value: unknown, path: string) =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value)

const talk = 'pushInfoCrmDTO.conversationList.0'
const card = 'pushInfoCrmDTO.pushCardPropertyDTOList'

/** Vendor, push, example or variant, path, what it becomes, and what it was where it was something else. */
const fields: [Vendor, string, string, string, unknown, unknown?][] = [
  [echat, 'chatStart', 'gender as text', 'metaData.gender', '1', '男'],
  [echat, 'chatStart', 'documented', 'metaData.gender', '1'],
  [echat, 'chatStart', 'documented', 'metaData.age', 36, '36'],
  [echat, 'chatStart', 'documented', 'metaData.phone', '16000000002'],
  [echat, 'chatStart', 'documented', 'metaData.uid', '1314521'],
  [echat, 'chatStart', 'documented', 'tm', 1563864422482, '1563864422482'],
  [echat, 'chatStart', 'documented', 'msgId', '39113876'],
  [echat, 'chatStart', 'documented', 'routeData.routeId', '72'],
  [echat, 'chatStart', 'documented', 'visitorData.browserVersion', '9.0'],
  [echat, 'chatStart', 'keywordType empty', 'visitorData.keywordType', ''],
  [echat, 'chatStart', 'blank-padded values', 'visitorData.visitorEnterTime', '2020-04-09 10:59:43', ' 2020-04-09 10:59:43 '],
  [echat, 'chatStart', 'blanks inside URLs', 'metaData.photo', 'http://img.example.com/mypic.png', 'http: // img.example.com/mypic.png'],
  [echat, 'chatEnd', 'chatEndType as text', 'chatData.chatEndType', '2', '客服关闭'],
  [echat, 'chatEnd', 'documented', 'chatData.chatTotalTime', 820000, '820000'],
  [echat, 'chatEnd', 'documented', 'chatData.activelyInviteEvaluating', '1'],
  [echat, 'chatEnd', 'documented', 'staffKpis.staffKpi.1.duration', 35, '35'],
  [echat, 'chatEnd', 'documented', 'staffKpis.staffKpi.1.staffId', '15'],
  [echat, 'skillStatus', 'misspelt skillNanme', 'skillName', '订单组'],
  [echat, 'leaveMsgOwner', 'assigned by the system', 'staffId', '-1'],
  [echat, 'leaveMsgContent', 'blank-padded values', 'crmData.gender', '0', '0 '],
  [echat, 'leaveMsgContent', 'blank-padded values', 'crmData.age', 0, '0 '],
  [echat, 'leaveMsgContent', 'blank-padded values', 'crmData.email', '123456@example.com', ' 123456@example.com '],
  [echat, 'visitorOut', 'documented', 'trackData.visitTotalTime', 262, '262'],
  [echat, 'visitorOut', 'documented', 'trackData.chatRecordId', '1_12024,3_2800,3_2801,5_1498'],
  [yunduo, 'conversation', 'documented', 'type', 1],
  [yunduo, 'conversation', 'documented', 'companyId', '3359', 3359],
  [yunduo, 'conversation', 'documented', `${talk}.channel`, '2', 'H5_BROWSER'],
  [yunduo, 'conversation', 'documented', `${talk}.conBuildMode`, '2', 'SYS_INVITATION'],
  [yunduo, 'conversation', 'documented', `${talk}.conBuildSource`, '1', 'BD_PAY_LINK'],
  [yunduo, 'conversation', 'documented', `${talk}.conEndMode`, '0', 'SYS_END'],
  [yunduo, 'conversation', 'documented', `${talk}.csType`, '2', 'ROBOT'],
  [yunduo, 'conversation', 'documented', `${talk}.status`, '3', 'COMMUNICATING'],
  [yunduo, 'conversation', 'table numbers for enum names', `${talk}.status`, '3'],
  [yunduo, 'conversation', 'earlier push failed', `${talk}.alreadyPush`, '-1', -1],
  [yunduo, 'conversation', 'push flags null', `${talk}.alreadyPush`, null],
  [yunduo, 'conversation', 'documented', `${talk}.visitMessageCount`, 7],
  [yunduo, 'conversation', 'documented', `${talk}.conversationInfo.0.msgid`, '11722199287575', 11722199287575],
  [yunduo, 'conversation', 'documented', `${talk}.conversationInfo.0.sendtime`, 1719540964519],
  [yunduo, 'conversation', 'blank before the message', `${talk}.conversationInfo.0.body.msg`, ' 我重点咨询哈尔滨东北农业大学'],
  [yunduo, 'conversation', 'every msg an object', `${talk}.conversationInfo.0.ext`, { type: '13', msgType: 'robot' }, '{"type": 13,"msgType":"robot"}'],
  [yunduo, 'conversation', 'every msg an object', `${talk}.conversationInfo.2.body.msg.result.userId`, '5000962', 5000962],
  [yunduo, 'conversation', 'every msg an object', `${talk}.conversationInfo.2.body.msg.type`, 1],
  [yunduo, 'conversation', 'fields of the tables alone', `${card}.1.type`, '3', 'INTEGER'],
  [yunduo, 'conversation', 'fields of the tables alone', `${card}.2.cardPropertyOptionList.0.multiFlag`, '1', 'TRUE'],
  [yunduo, 'conversation', 'fields of the tables alone', `${card}.2.cardPropertyOptionList.0.defaultFlag`, '0', 'FALSE'],
  [yunduo, 'conversation', 'fields of the tables alone', `${card}.2.cardPropertyOptionList.0.delFlag`, '0', 'VALID'],
  [yunduo, 'conversation', 'fields of the tables alone', `${card}.2.cardPropertyOptionList.0.orderNumber`, 1],
  [yunduo, 'leaveMessage', 'documented', 'pushInfoCrmDTO.pushMessageInfoDTO.messageInfoId', '880142', 880142],
  [easyliao, 'lead', 'ids as numbers', 'companyId', '20417', 20417],
  [easyliao, 'lead', 'ids as numbers', 'ntagId', '77', 77],
  [easyliao, 'lead', 'documented', 'visitorStaticId', '01000000082400917735628104459316'],
  [easyliao, 'lead', 'documented', 'currentChatJsonDetail.0.chat_id', '351940826', 351940826],
  [easyliao, 'lead', 'everyField', 'currentChatJsonDetail.0.sender_type', '1', 1],
  [sobot, 'customerAdded', 'numbers as in the table', 'content.0.sex', '1', 1],
  [sobot, 'customerAdded', 'documented', 'content.0.sex', '0'],
  [sobot, 'customerAdded', 'documented', 'content.0.datetime', 1631821183, '1631821183'],
  [sobot, 'customerAdded', 'documented', 'content.0.update_type', ''],
  [sobot, 'customerAdded', 'empty codes', 'content.0.update_datetime', ''],
  [sobot, 'customerUpdated', 'blacklisted', 'content.0.black_type', '24'],
  [sobot, 'customerUpdated', 'wx_build_unionid as in the table', 'content.0.wx_build_unionid', 'or-ExampleUnionId_ofNobody03'],
  [sobot, 'customerUpdated', 'documented', 'content.0.extend_field_values.0.field_type', '1'],
  [sobot, 'customerMerged', 'documented', 'content.0.msg_type', '1', 1],
  [sobot, 'customerMerged', 'text like the other pushes', 'content.0.datetime', 1614222177, '1614222177'],
] // biome-ignore format: one field a line

test.each(fields.map(row => [row[1], row[2], row[3], row] as const))('%s, %s: %s', (_id, _name, path, row) => {
  const [vendor, id, name, , after, before] = row
  const { message, raw } = shown(vendor, id, name)
  expect(valueAt(message, path)).toEqual(after)
  expect(raw[path]).toEqual(before)
})

test.each([
  [echat, 'chatStart', ['gender as text', 'blanks inside URLs']],
  [echat, 'robotChatStart', ['gender as text', 'blanks inside URLs']],
  [echat, 'visitorEnter', ['gender as text']],
  [echat, 'chatEnd', ['chatEndType as text']],
  [echat, 'skillStatus', ['misspelt skillNanme']],
  [echat, 'leaveMsgContent', ['blank-padded values']],
  [echat, 'crmStatus', ['blanks inside URLs']],
  [
    easyliao,
    'lead',
    ['blank-padded keys', 'chatUrl in place of chatURL', 'line ids as text', 'conversation as JSON text'],
  ],
  [yunduo, 'conversation', ['table numbers for enum names']],
  [yunduo, 'leaveMessage', ['table numbers for enum names']],
  [sobot, 'customerUpdated', ['numbers as in the table']],
  [sobot, 'customerMerged', ['text like the other pushes']],
] as const)('$id %s: variants that differ in form only become the documented example', (vendor, id, names) => {
  const documented = shown(vendor, id, 'documented').message
  for (const name of names) expect(shown(vendor, id, name).message, name).toEqual(documented)
})

test('numbers of EasyLiao become the ids of the table', () => {
  expect(shown(easyliao, 'lead', 'ids as numbers').message).toEqual(shown(easyliao, 'lead', 'everyField').message)
})

/** Every single value of a message, the values of JSON inside text too, in a form without spelling. */
function values(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(values)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(values)
  if (typeof value === 'string' && /^(?:\[\{|\{")/.test(value)) return values(JSON.parse(value))
  return [String(value).replace(/\s+/g, '')]
}

describe.each(senders)('$id', vendor => {
  describe.each(contracts(vendor, 'push'))('$id', push => {
    const messages = Object.entries({ ...push.contract.examples, ...push.contract.variants })

    test.each(messages)('%s: made normal twice is made normal once, and what came is not changed', (_, message) => {
      const before = structuredClone(message)
      const once = normalised(vendor, push, message)
      expect(message).toEqual(before)
      const twice = normalised(vendor, push, once.message)
      expect(twice.message).toBe(once.message)
      expect(twice.raw).toEqual({})
    })

    test.each(messages)('%s: nothing is lost, and each change is kept', (_, message) => {
      const { message: after, raw } = normalised(vendor, push, message)
      const kept = new Set([...values(after), ...values(raw)])
      expect(values(message).filter(it => !kept.has(it))).toEqual([])
      for (const [path, value] of Object.entries(raw)) expect(valueAt(message, path), path).toEqual(value)
    })

    test('no field has two types', () => {
      const types = new Map<string, Set<string>>()
      for (const [, message] of messages) collect(normalised(vendor, push, message).message, '', types)
      const mixed = [...types].filter(([, kinds]) => kinds.size > 1).map(([path]) => path)
      expect(mixed.filter(path => !path.endsWith('.body.msg'))).toEqual([])
    })
  })
})

/** Empty text and null stand for no value; an empty list can be written as empty text. */
function collect(value: unknown, path: string, types: Map<string, Set<string>>) {
  if (value === null || value === '') return
  if (typeof value !== 'object') types.set(path, (types.get(path) ?? new Set()).add(typeof value))
  else
    for (const [key, it] of Object.entries(value))
      collect(it, Array.isArray(value) ? `${path}.*` : `${path}.${key}`, types)
}

test('what no table knows stays as it is', () => {
  const message = { unheard: ' x ', companyStatus: '7', tm: 'soon', msgId: 12 }
  expect(normal(echat, 'companyStatus', message).message).toEqual({ ...message, msgId: '12' })
  for (const odd of [null, undefined, 7, 'x', [], [1], true])
    expect(normal(echat, 'companyStatus', odd).message).toEqual(odd)
  expect(normal(echat, 'chatStart', { metaData: 'x', chatData: [], visitorData: null }).raw).toEqual({})
})

test('an id that a float has damaged is not made text', () => {
  const digits = '12345678901234567890'
  const lead = (chatId: unknown) => normal(easyliao, 'lead', { chatId })
  expect(lead(Number(digits)).message).toEqual({ chatId: Number(digits) })
  expect(lead(digits).message).toEqual({ chatId: digits })
  expect(lead('007').message).toEqual({ chatId: '007' })
  expect(lead(Number.MAX_SAFE_INTEGER).message).toEqual({ chatId: '9007199254740991' })
  const text = `[{"chat_id":${digits}}]`
  expect(normal(easyliao, 'lead', { currentChatJsonDetail: text })).toEqual({
    message: { currentChatJsonDetail: text },
    raw: {},
  })
})

test('numbers: digits only, and no more than a number holds', () => {
  const age = (value: string) => valueAt(normal(echat, 'crmStatus', { crmData: { age: value } }).message, 'crmData.age')
  expect(
    ['36', ' 36 ', '036', '-1', '', '3.5', '1e3', '0x10', '９', '9007199254740993', '9'.repeat(400)].map(age),
  ).toEqual([36, 36, 36, -1, '', '3.5', '1e3', '0x10', '９', '9007199254740993', '9'.repeat(400)])
})

test('the words of a visitor keep their blanks', () => {
  const chatData = { chatRecordId: ' 1_2 ', chatContent: ' 您好 \n' }
  expect(normal(echat, 'chatContent', { chatData })).toEqual({
    message: { chatData: { chatRecordId: '1_2', chatContent: ' 您好 \n' } },
    raw: { 'chatData.chatRecordId': ' 1_2 ' },
  })
})

test('two spellings of one field', () => {
  const added = (fields: object) => normal(sobot, 'customerAdded', { content: [fields] })
  const only = (message: unknown) => valueAt(message, 'content.0')
  expect(only(added({ wx_build_unionId: 'a' }).message)).toEqual({ wx_build_unionid: 'a' })
  expect(only(added({ wx_build_unionId: '', wx_build_unionid: 'a' }).message)).toEqual({ wx_build_unionid: 'a' })
  expect(only(added({ wx_build_unionId: 'a', wx_build_unionid: 'a' }).message)).toEqual({ wx_build_unionid: 'a' })
  expect(added({ wx_build_unionId: 'a', wx_build_unionid: '' })).toEqual({
    message: { content: [{ wx_build_unionid: 'a' }] },
    raw: { 'content.0.wx_build_unionId': 'a', 'content.0.wx_build_unionid': '' },
  })
  const both = { wx_build_unionId: 'a', wx_build_unionid: 'b' }
  expect(only(added(both).message)).toEqual(both)
})

test('text that should hold JSON and does not stays text', () => {
  const ext = (value: unknown) =>
    normal(yunduo, 'conversation', { pushInfoCrmDTO: { conversationList: [{ conversationInfo: [{ ext: value }] }] } })
  const extOf = (value: unknown) => valueAt(ext(value).message, `${talk}.conversationInfo.0.ext`)
  for (const odd of ['', '{', 'null', '7', '"x"', `${'['.repeat(200_000)}${']'.repeat(200_000)}`])
    expect(extOf(odd)).toBe(odd)
  expect(extOf('{"type":2,"__proto__":{"type":3}}')).toEqual(JSON.parse('{"type":"2","__proto__":{"type":3}}'))
})
