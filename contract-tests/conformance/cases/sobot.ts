/** What a handler of Sobot is tried with, besides every message of its contracts. */
import type { Case } from '../case.ts'
import { jsonCases } from './json.ts'
import { acknowledgement, batches, events } from './sobot/events.ts'
import { signatures } from './sobot/signatures.ts'

export const sobot: readonly Case[] = [
  ...signatures,
  ...jsonCases({
    vendor: 'sobot',
    doc: '4.2',
    push: 'customerUpdated',
    text: 'content.0.remark',
    id: 'content.0.liable_agentid',
    block: 'content.0',
    coded: 'content.0.status',
    unknownCode: '99',
    unknownCodeSource: 'erratum S91',
    proofSource: 'erratum S76',
    repeatSource: 'sobot.pushRetries',
  }),
  ...events,
  ...batches,
  ...acknowledgement,
]
