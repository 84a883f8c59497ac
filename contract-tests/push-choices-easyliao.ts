/** What each choice changes in how EasyLiao pushes. Forms are read by node:querystring, which the kit does not use. */
import { parse } from 'node:querystring'
import { easyliao as vendor } from '../schemas/index.ts'
import type { Choose } from '../src/wire/wire.ts'
import { type Chosen, exampleOf, received, sending, sent, type Tree } from './push-choices.ts'

const http = (choose: Choose, name?: string) => sent(vendor, 'lead', exampleOf(vendor, 'lead', name), choose)
const lead = (choose: Choose, name?: string): Tree => JSON.parse(http(choose, name).body as string)

const keys = (choose: Choose, ...names: string[]) => {
  const all = Object.keys(lead(choose))
  return names.map(it => all.includes(it))
}

/** Where the visitor's name stands, the type, and what the conversation is. */
function form(choose: Choose) {
  const { headers, body } = http(choose)
  const type = headers['content-type']
  if (type?.includes('form')) {
    const { name, companyId, currentChatJsonDetail } = parse(body as string)
    return [type, 'form', name, companyId, JSON.parse(currentChatJsonDetail as string).length]
  }
  const tree = JSON.parse(body as string)
  const where = Array.isArray(tree) ? 'array' : 'data' in tree ? 'data' : 'bare'
  const { name, companyId, currentChatJsonDetail } =
    where === 'array' ? tree[0] : where === 'data' ? JSON.parse(tree.data) : tree
  return [type, where, name, companyId, currentChatJsonDetail.length]
}

const JSON_TYPE = 'application/json; charset=utf-8'
const WHO = ['太原市6283', '20417', 4]

function ids(choose: Choose) {
  const { companyId, chatId, groupId, visitorStaticId, currentChatJsonDetail } = lead(choose, 'everyField')
  const [line] = currentChatJsonDetail as Tree[]
  return [companyId, chatId, groupId, visitorStaticId, line?.chat_id, line?.recorder_id]
}
const VISITOR = '01000000082400917735628104459316'
const DOCUMENTED = ['20417', '351940826', '9', VISITOR, 351940826, 1860472315]

const answers: [number, string][] = [
  [200, ''],
  [201, '{"success":true}'],
  [204, ''],
  [302, ''],
]

const senders = (choose: Choose) => (lead(choose).currentChatJsonDetail as Tree[]).map(it => it.sender_type)

export const easyliaoChoices: Chosen[] = [
  ['acknowledgement', '200', it => received(vendor, it, answers), answers.slice(0, 3), answers.slice(0, 1)],
  ['retries', '2', it => sending(vendor, it).delays, [], [5_000, 5_000]],
  [
    'retryInterval',
    '7',
    it => sending(vendor, name => (name === 'retries' ? '2' : it(name))).delays,
    [5_000, 5_000],
    [7_000, 7_000],
  ],
  ['timeoutSeconds', '2', it => sending(vendor, it).timeout, 5_000, 2_000],
  ['bodyForm', 'array', form, [JSON_TYPE, 'bare', ...WHO], [JSON_TYPE, 'array', ...WHO]],
  ['bodyForm', 'dataString', form, [JSON_TYPE, 'bare', ...WHO], [JSON_TYPE, 'data', ...WHO]],
  ['bodyForm', 'form', form, [JSON_TYPE, 'bare', ...WHO], ['application/x-www-form-urlencoded', 'form', ...WHO]],
  [
    'sentIds',
    'asPrinted',
    it => keys(it, 'companyId', 'chatId', 'visitorStaticId'),
    [true, true, true],
    [false, false, true],
  ],
  ['idForm', 'number', ids, DOCUMENTED, [20417, 351940826, 9, VISITOR, 351940826, 1860472315]],
  ['idForm', 'text', ids, DOCUMENTED, ['20417', '351940826', '9', VISITOR, '351940826', '1860472315']],
  [
    'conversationForm',
    'jsonText',
    it => {
      const { currentChatJsonDetail: lines } = lead(it)
      return [typeof lines, (typeof lines === 'string' ? JSON.parse(lines) : lines)[0].message]
    },
    ['object', '111'],
    ['string', '111'],
  ],
  ['senderType', 'sent', senders, [undefined, undefined, undefined, undefined], [1, 0, 1, 1]],
  ['chatUrlSpelling', 'chatUrl', it => keys(it, 'chatURL', 'chatUrl'), [true, false], [false, true]],
  [
    'paddedKeys',
    'asPrinted',
    it => Object.keys(lead(it)).slice(-3),
    ['schoolName', 'subjectName', 'createUserRealName'],
    ['schoolName ', 'subjectName ', 'createUserRealName '],
  ],
]
