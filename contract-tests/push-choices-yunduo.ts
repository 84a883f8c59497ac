/** What each choice changes in how Yunduo pushes. */
import { createStore } from '../mocks/world/store.ts'
import { yunduo as vendor } from '../schemas/index.ts'
import type { Choose } from '../src/wire/wire.ts'
import { type Chosen, exampleOf, received, sending, sent, shape, type Tree } from './push-choices.ts'

interface Info extends Tree {
  conversationList?: (Tree & { conversationInfo: Tree[] })[]
  pushCardPropertyDTOList: (Tree & { cardPropertyOptionList?: Tree[] })[]
  pushMessageInfoDTO: Tree
}

const info = (push: string, choose: Choose, name?: string, store = createStore()): Info =>
  JSON.parse(sent(vendor, push, exampleOf(vendor, push, name), choose, store).body as string).pushInfoCrmDTO

const first = (choose: Choose, name?: string) => info('conversation', choose, name).conversationList?.[0]

const codes = (choose: Choose) => {
  const { channel, conBuildMode, conBuildSource, conEndMode, csType, status } = first(choose) as Tree
  return [channel, conBuildMode, conBuildSource, conEndMode, csType, status, ...codesOfCard(choose)]
}
function codesOfCard(choose: Choose) {
  const { pushMessageInfoDTO: left } = info('leaveMessage', choose)
  const properties = left.pushCardPropertyDTOList as Info['pushCardPropertyDTOList']
  const [option] = properties[2]?.cardPropertyOptionList ?? []
  return [...properties.map(it => it.type), option?.defaultFlag, option?.multiFlag, option?.delFlag]
}

const times = (choose: Choose) => {
  const all = first(choose)?.conversationInfo.map(it => Number(it.sendtime)) ?? []
  return [all.length, all[0], all.at(-1)]
}

/** The message that the visitor of a card left, in the conversation push after it. */
function leftBefore(choose: Choose) {
  const store = createStore()
  info('leaveMessage', choose, undefined, store)
  return info('conversation', choose, undefined, store).pushMessageInfoDTO.messageInfo
}

/** Whether the pushes of a card are sent: when it is left, again at the end, and an end of which nothing was known. */
function ofOneCard(choose: Choose) {
  const [store, other] = [createStore(), createStore()]
  const push = (name: string, at = store) =>
    shape(vendor, 'conversation', exampleOf(vendor, 'conversation', name), choose, at) !== undefined
  return [
    push('documented'),
    push('documented'),
    push('pushed again at the end'),
    push('pushed again at the end', other),
  ]
}

const answers: [number, string][] = [
  [200, '{"code":200,"msg":"success"}'],
  [200, '{"code":"200"}'],
  [200, '{"code":200,"msg":"ok"}'],
  [200, '{"code":500,"msg":"success"}'],
  [201, '{"code":200,"msg":"success"}'],
]

const NAMES = ['H5_BROWSER', 'SYS_INVITATION', 'BD_PAY_LINK', 'SYS_END', 'ROBOT', 'COMMUNICATING']
const OF_CARD = ['TEXT', 'INTEGER', 'SELECT', 'FALSE', 'TRUE', 'VALID']

export const yunduoChoices: Chosen[] = [
  ['acknowledgement', 'codeAndMessage', it => received(vendor, it, answers), answers.slice(0, 3), answers.slice(0, 1)],
  ['retries', '0', it => sending(vendor, it).delays, [5_000, 5_000, 5_000], []],
  ['retries', '2', it => sending(vendor, it).delays, [5_000, 5_000, 5_000], [5_000, 5_000]],
  ['retryInterval', '1', it => sending(vendor, it).delays, [5_000, 5_000, 5_000], [1_000, 1_000, 1_000]],
  ['timeout', '2', it => sending(vendor, it).timeout, 5_000, 2_000],
  ['duplicates', 'once', ofOneCard, [true, true, true, true], [true, true, false, true]],
  [
    'enumSpelling',
    'numbers',
    codes,
    [...NAMES, ...OF_CARD],
    ['2', '2', '1', '0', '2', '3', '1', '3', '8', '0', '1', '0'],
  ],
  ['messageOrder', 'oldestFirst', times, [26, 1719540964519, 1719540761501], [26, 1719540761501, 1719540964519]],
  [
    'leaveMessageConversations',
    'absent',
    it => [
      info('leaveMessage', it).conversationList,
      info('leaveMessage', it, 'left after a conversation').conversationList?.length,
    ],
    [[], 1],
    [undefined, 1],
  ],
  ['conversationLeftMessage', 'filled', leftBefore, undefined, '想了解在职研究生的报考条件，请明天上午联系我。'],
  ['conversationTimeUnit', 'milliseconds', it => first(it, 'pushed again at the end')?.conversationTime, 323, 323_000],
]
