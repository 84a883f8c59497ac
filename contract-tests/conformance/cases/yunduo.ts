/** What a handler of Yunduo is tried with, besides every message of its contracts. */
import type { Case } from '../case.ts'
import { jsonCases } from './json.ts'
import { acknowledgement, cards } from './yunduo/cards.ts'
import { messages, printed } from './yunduo/message.ts'

export const yunduo: readonly Case[] = [
  ...jsonCases({
    vendor: 'yunduo',
    doc: '1',
    push: 'conversation',
    text: 'pushInfoCrmDTO.conversationList.0.conversationInfo.0.body.msg',
    id: 'cardId',
    block: 'pushInfoCrmDTO.conversationList.0',
    coded: 'pushInfoCrmDTO.conversationList.0.channel',
    unknownCode: 'MINI_PROGRAM',
    unknownCodeSource: 'yunduo.unknownNames',
    proofSource: 'yunduo.customHeaders',
    repeatSource: 'yunduo.retries',
  }),
  ...messages,
  ...printed,
  ...cards,
  ...acknowledgement,
]
