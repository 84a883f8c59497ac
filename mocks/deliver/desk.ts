/** What waits for one address: who has to wait for whom, and whose turn it is. */
import type { QueuedPush } from './queue.ts'

/** A push in its place. Very many may wait, so that what they share is not kept with each. */
export class Entry implements QueuedPush {
  readonly number: number
  readonly push: string
  attempts: number
  due: number
  first: number
  /** Earlier pushes of its conversations that hold it up. */
  ahead = 0
  /** Those that it holds up; undefined once it holds up nobody any more. */
  followers: Entry[] | undefined = NOBODY
  /** Nearly always one. */
  private readonly only: string | readonly string[]

  constructor(
    { number, push, attempts, due, first, conversations }: QueuedPush,
    readonly desk: Desk,
  ) {
    this.number = number
    this.push = push
    this.attempts = attempts
    this.due = due
    this.first = first
    this.only = conversations.length === 1 ? (conversations[0] as string) : conversations
  }

  get vendor() {
    return this.desk.vendor
  }
  get endpoint() {
    return this.desk.endpoint
  }
  get conversations() {
    return typeof this.only === 'string' ? [this.only] : this.only
  }
}

/** Shared by all that hold up nobody yet, which are most. */
const NOBODY: Entry[] = []

export interface Desk {
  readonly endpoint: string
  /** Whose pushes go there. */
  readonly vendor: string
  /** Attempts under way. */
  underWay: number
  /** Takes its place behind the earlier ones of its conversations. */
  enter(push: QueuedPush, conversations: readonly string[]): Entry
  /** It holds up nobody any more; answers those whose turn it is now. */
  release(entry: Entry): Entry[]
  /** It can go. */
  offer(entry: Entry): void
  readonly offers: boolean
  take(): Entry
  /** It can go before all others. */
  putBack(entry: Entry): void
}

export function createDesk(endpoint: string, vendor: string): Desk {
  /** Conversation → its last push. */
  const last = new Map<string, Entry>()
  let ready: Entry[] = []
  /** Where the first that can go stands. */
  let next = 0

  const desk: Desk = {
    endpoint,
    vendor,
    underWay: 0,
    enter(push, conversations) {
      const entry = new Entry(push, desk)
      for (const conversation of conversations) {
        const before = last.get(conversation)
        if (before?.followers) {
          if (before.followers === NOBODY) before.followers = []
          before.followers.push(entry)
          entry.ahead++
        }
        last.set(conversation, entry)
      }
      return entry
    },
    release(entry) {
      const { followers = NOBODY } = entry
      entry.followers = undefined
      for (const conversation of entry.conversations) if (last.get(conversation) === entry) last.delete(conversation)
      if (last.get(WHOLE) === entry) last.delete(WHOLE)
      return followers === NOBODY ? NOBODY : followers.filter(it => --it.ahead === 0)
    },
    offer: entry => void ready.push(entry),
    get offers() {
      return next < ready.length
    },
    take() {
      const entry = ready[next++] as Entry
      if (next > 1_024 && next * 2 > ready.length) {
        ready = ready.slice(next)
        next = 0
      }
      return entry
    },
    putBack(entry) {
      if (next) ready[--next] = entry
      else ready.unshift(entry)
    },
  }
  return desk
}

/** The one conversation of an address at which a failing push holds up every other. */
export const WHOLE = ''
