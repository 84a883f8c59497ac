/** What a handler of EasyLiao is tried with, besides every message of its contract. */
import type { Case } from '../case.ts'
import { acknowledgement, forms, printedFaults } from './easyliao/forms.ts'
import { leads, order } from './easyliao/lead.ts'
import { jsonCases } from './json.ts'

export const easyliao: readonly Case[] = [
  ...jsonCases({
    vendor: 'easyliao',
    doc: '1',
    push: 'lead',
    text: 'note',
    id: 'chatId',
    block: 'currentChatJsonDetail.0',
    coded: 'deviceType',
    unknownCode: 'pad',
    unknownCodeSource: '1',
    proofSource: 'easyliao.customHeaders',
    repeatSource: 'easyliao.retries',
  }),
  ...forms,
  ...printedFaults,
  ...leads,
  ...order,
  ...acknowledgement,
]
