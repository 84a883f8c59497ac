/** What Echat's choices change in a message, before it is written. */
import type { TSchema } from '@sinclair/typebox'
import { contracts } from '../../schemas/contracts.ts'
import { ChatEndData } from '../../schemas/echat/chat-data.ts'
import { echat as vendor } from '../../schemas/index.ts'
import { changing, type Message, type Reshapes, renaming, without } from '../shaping.ts'

/** Messages that the document also prints without id and time: those whose contract does not ask for them. */
const unstamped = new Set(
  contracts(vendor, 'push')
    .filter(({ contract }) => !contract.message.required.includes('msgId'))
    .map(({ id }) => id),
)
const withoutStamp = without('msgId', 'tm')

/** The Chinese words of each code; the one that the example prints has other words than the table. */
const endings: Record<string, string> = {
  ...Object.fromEntries(
    (ChatEndData.properties.chatEndType as TSchema).anyOf.map((it: TSchema) => [it.const, it.title]),
  ),
  '2': '客服关闭',
}

const assignedBySystem = (message: Message) =>
  message.staffId === '-1' ? { ...message, staffLogname: '', staffName: '' } : message

export const reshapes: Reshapes = {
  msgIdAndTm: { asPrinted: (message, push) => (unstamped.has(push) ? withoutStamp(message, push) : message) },
  tmUnit: { seconds: changing('tm', (tm: string) => scaled(tm, it => Math.floor(it / 1_000))) },
  chatEndType: { text: changing('chatData.chatEndType', (code: string) => endings[code] ?? code) },
  skillName: { skillNanme: renaming({ skillName: 'skillNanme' }) },
  lineBreaks: { lineFeed: changing('chatData.chatContent', (lines: string) => lines.replaceAll('\\n', '\n')) },
  kpiDuration: {
    milliseconds: changing('staffKpis.staffKpi.*.duration', (time: string) => scaled(time, it => it * 1_000)),
  },
  systemAssigner: {
    empty: (message, push) => (push === 'leaveMsgOwner' ? assignedBySystem(message) : message),
  },
}

/** A number that is written as text; what is none stays as it is. */
const scaled = (digits: string, scale: (number: number) => number) =>
  /^\d{1,13}$/.test(digits) ? String(scale(Number(digits))) : digits
