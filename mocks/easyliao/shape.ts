/** What EasyLiao's choices change in a lead, before it is written, and fields under names of the customer's choice. */
import type { TSchema } from '@sinclair/typebox'
import { ChatLine } from '../../schemas/easyliao/common.ts'
import { lead } from '../../schemas/easyliao/lead.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { nearest } from '../../src/wire/nearest.ts'
import { changing, type Message, type Reshape, type Reshapes, renaming, without } from '../shaping.ts'

const names = Object.keys(lead.message.properties)

/** Fields that the contract takes as text and as a number alike. */
const idsOf = (fields: Record<string, TSchema>) =>
  Object.keys(fields).filter(name => {
    const types = (fields[name]?.anyOf ?? []).map((it: TSchema) => it.type)
    return types.includes('string') && types.includes('integer')
  })
const ids = [
  ...idsOf(lead.message.properties),
  ...idsOf(ChatLine.properties).map(it => `currentChatJsonDetail.*.${it}`),
]

const everyId = (change: (id: string | number) => unknown): Reshape => {
  const changes = ids.map(it => changing(it, change))
  return message => changes.reduce((changed, change) => change(changed), message)
}

/** Digits that are the same as a number: no leading zero, not beyond 2^53. */
const asNumber = (id: string | number) =>
  /^(0|[1-9]\d*)$/.test(String(id)) && Number.isSafeInteger(Number(id)) ? Number(id) : id

/** The visitor's lines have the visitor's id; a line that names no sender gets no type. */
const withSenders: Reshape = message =>
  changing('currentChatJsonDetail.*', (line: Message) =>
    line.from_id === undefined || line.sender_type !== undefined
      ? line
      : { ...line, sender_type: line.from_id === message.visitorStaticId ? 1 : 0 },
  )(message)

/** `name ` beside `name`. */
const padded = names.filter(it => it.endsWith(' '))

export const reshapes: Reshapes = {
  sentIds: { asPrinted: without('companyId', 'chatId') },
  idForm: { number: everyId(asNumber), text: everyId(String) },
  senderType: { sent: withSenders },
  chatUrlSpelling: { chatUrl: renaming({ chatURL: 'chatUrl' }) },
  paddedKeys: { asPrinted: renaming(Object.fromEntries(padded.map(it => [it.trimEnd(), it]))) },
  conversationForm: {
    jsonText: changing('currentChatJsonDetail', (lines: unknown) =>
      Array.isArray(lines) ? JSON.stringify(lines) : lines,
    ),
  },
}

/**
 * The lead with fields renamed, order kept; what the mapping does not name keeps its name. Fields are named as they are sent, so a
 * choice that spells one differently comes first. Throws name-unknown for a field that no lead has, and contract-violated where
 * two fields would get one name.
 */
export function renamed(message: Message, fieldNames: Record<string, string>): Message {
  for (const name of Object.keys(fieldNames)) {
    if (!names.includes(name))
      throw new KefuError('name-unknown', {
        detail: `A lead has no field ${JSON.stringify(name)}; ${nearest(name, names)}`,
      })
  }
  const taken = new Map<string, string>()
  for (const name of new Set([...Object.keys(fieldNames), ...Object.keys(message)])) {
    const to = Object.hasOwn(fieldNames, name) ? (fieldNames[name] as string) : name
    const before = taken.get(to)
    if (before !== undefined)
      throw new KefuError('contract-violated', { detail: `Both ${before} and ${name} would be called ${to}.` })
    taken.set(to, name)
  }
  return renaming(fieldNames)(message, 'lead')
}
