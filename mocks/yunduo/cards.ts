/** What Yunduo remembers of each card that it pushed: whether the push arrived, and the message that was left. */
import type { Choose } from '../../src/wire/wire.ts'
import { changing, type Message } from '../shaping.ts'
import type { Side } from '../sides.ts'
import type { Store } from '../world/store.ts'

interface World {
  choose: Choose
  store: Store
}

/** As alreadyPush has it: given up, under way, acknowledged. Card id → how its last conversation push stands. */
type PushState = -1 | 0 | 1
const pushed = (store: Store) => store.table<PushState>('yunduo.pushed')

export const settled: NonNullable<Side['settled']> = ({ push, conversations }, acknowledged, { store }) => {
  if (push !== 'conversation') return
  for (const card of conversations) pushed(store).put(card, acknowledged ? 1 : -1)
}

/** The conversation push with the state of the one before it. */
export function withPushState(message: Message, { store }: World): Message {
  const state = pushed(store).get(message.cardId as string)
  return state ? changing('pushInfoCrmDTO.conversationList.*.alreadyPush', () => state)(message) : message
}

/**
 * Whether it repeats an earlier push at the end of the conversation, where conversations are pushed once. The earlier one may still
 * be under way: it is remembered when it is made. An address more makes no difference, for only pushes before the end are remembered.
 */
export function isRepeat(message: Message, { choose, store }: World): boolean {
  if (choose('duplicates') !== 'once') return false
  const card = message.cardId as string
  const before = pushed(store).get(card) !== undefined
  if (hasEnded(message)) return before
  if (!before) pushed(store).put(card, 0)
  return false
}

function hasEnded({ pushInfoCrmDTO: info }: Message) {
  const { conversationList: list } = info as { conversationList: { finishPushFlag: unknown }[] }
  return list.length > 0 && list.every(it => it.finishPushFlag === 1)
}

/** Card id → the block of the message that its visitor left. */
const left = (store: Store) => store.table<unknown>('yunduo.leftMessages')

/** Kept only where a conversation push will tell it. */
export function rememberLeftMessage({ cardId, pushInfoCrmDTO: info }: Message, { choose, store }: World) {
  if (choose('conversationLeftMessage') === 'filled')
    left(store).put(cardId as string, (info as Message).pushMessageInfoDTO)
}

/** The conversation push with the message that the visitor of its card has left, where it tells none itself. */
export function withLeftMessage(message: Message, { choose, store }: World): Message {
  if (choose('conversationLeftMessage') !== 'filled') return message
  const known = left(store).get(message.cardId as string)
  const filled = (block: object) => (known && Object.keys(block).length === 0 ? known : block)
  return changing('pushInfoCrmDTO.pushMessageInfoDTO', filled)(message)
}
