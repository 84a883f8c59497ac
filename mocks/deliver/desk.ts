/** What waits for one address: who has to wait for whom, and whose turn it is. */
import type { QueuedPush } from './queue.ts'

export interface Entry {
  push: QueuedPush
  desk: Desk
  /** Earlier pushes of its conversations that hold it up. */
  ahead: number
  /** Those that it holds up; undefined once it holds up nobody any more. */
  followers: Entry[] | undefined
}

export interface Desk {
  readonly endpoint: string
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

export function createDesk(endpoint: string): Desk {
  /** Conversation → its last push. */
  const last = new Map<string, Entry>()
  let ready: Entry[] = []
  /** Where the first that can go stands. */
  let next = 0

  const desk: Desk = {
    endpoint,
    underWay: 0,
    enter(push, conversations) {
      const entry: Entry = { push, desk, ahead: 0, followers: NOBODY }
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
      for (const conversation of [WHOLE, ...entry.push.conversations])
        if (last.get(conversation) === entry) last.delete(conversation)
      return followers.filter(it => --it.ahead === 0)
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

/** Shared by all that hold up nobody yet, which are most. */
const NOBODY: Entry[] = []

/** The one conversation of an address at which a failing push holds up every other. */
export const WHOLE = ''
