/** Messages to the robot: kept as they came, and counted as use of an assistant. */
import { localTime } from '../times.ts'
import type { World } from '../world/world.ts'
import type { Work } from './behaviour.ts'
import { nextId } from './counters.ts'
import { contains, equals, type Filters, narrowed, pageOf } from './filters.ts'
import type { Row } from './rows/rows.ts'

export interface Message {
  id: string
  /** Which operation received it. */
  operation: Receiver
  /** Milliseconds since 1970. */
  time: number
  /** What was sent. */
  body: Readonly<Record<string, unknown>>
}

type Receiver = 'ACpsReceiveSearch' | 'AReceiveMsg' | 'ARjkhSaleCaseReceiveSearch'

export const messagesOf = (world: World) => world.store.table<Message>('okayapi.messages')

const receive =
  (operation: Receiver) =>
  ({ body }: { body: Message['body'] }, world: World) => {
    const id = nextId(world, 'messages')
    messagesOf(world).put(id, { id, operation, time: world.clock.now(), body })
    return { id }
  }

const filters: Filters = {
  assistant_type: equals('assistant_type'),
  user_dd_nick: contains('user_dd_nick'),
  consult_content: contains('consult_content'),
  conversation_type: equals('conversation_type'),
}

export const messages = {
  ACpsReceiveSearch: receive('ACpsReceiveSearch'),
  AReceiveMsg: receive('AReceiveMsg'),
  ARjkhSaleCaseReceiveSearch: receive('ARjkhSaleCaseReceiveSearch'),

  AAndyUseRecordStatistics({ query }, world) {
    const found = narrowed(usesOf(world), filters, query)
    return { items: pageOf(found, query) as Use[], total: found.length }
  },
} satisfies Work

/** One question to an assistant. */
export interface Use extends Row {
  assistant_type: string
  dd_group_name: string
  user_dd_nick: string
  consult_content: string
  conversation_type: string
  use_time: string
  use_date: string
  assistant_name: string
}

/** Newest first. */
export const usesOf = (world: World): Use[] => [...messagesOf(world).values()].map(useOf).reverse()

function useOf({ operation, time, body }: Message): Use {
  const type = assistantOf(operation, textIn(body.customType))
  const use_time = localTime(time)
  return {
    assistant_type: type,
    dd_group_name: textIn(body.conversationTitle),
    user_dd_nick: textIn(body.senderNick),
    consult_content: contentOf(body.text).trim(),
    conversation_type: textIn(body.conversationType),
    use_time,
    use_date: use_time.slice(0, 10),
    assistant_name: names[type] as string,
  }
}

/** The document names the assistants by what they know; the names are ours. */
const names: { readonly [type: string]: string } = {
  1: '内容售卖助手',
  2: '平台客户助手',
  3: '打单助手',
  4: '客户案例助手',
}

/** customType → assistant, where one is the other's subject. Pictures, reports and the rest have none of their own. */
const types: { readonly [customType: string]: string } = { 3: '3', 4: '4', 7: '2' }
const OTHERS = '4'

function assistantOf(operation: Receiver, customType: string): string {
  if (operation === 'ACpsReceiveSearch') return '1'
  if (operation === 'ARjkhSaleCaseReceiveSearch') return '2'
  return Object.hasOwn(types, customType) ? (types[customType] as string) : OTHERS
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : '')

/** `content` of the object, or of the JSON text that holds it. */
function contentOf(text: unknown): string {
  const value: unknown = typeof text === 'string' && text !== '' ? JSON.parse(text) : text
  if (typeof value !== 'object' || value === null) return ''
  return textIn((value as { content?: unknown }).content)
}
