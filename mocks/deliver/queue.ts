/** What waits to be delivered. An embedded store stands behind this interface, in memory or in a file; a broker could. */
import type { Written } from '../../src/wire/wire.ts'

/** A push on its way to one address. Times are those of the world, in milliseconds since 1970. */
export interface QueuedPush {
  /** Counts up in each world; never used twice. */
  number: number
  vendor: string
  /** Id of the contract. */
  push: string
  /** Id of the address. */
  endpoint: string
  /** Ids of the conversations that it belongs to: in each of them pushes arrive in the order of their numbers. */
  conversations: readonly string[]
  /** Attempts that failed. */
  attempts: number
  /** Not before then. */
  due: number
  /** When it was first tried; 0 before that. */
  first: number
}

/** What a push says: bytes to be signed anew at each attempt, or to go as they are, with the headers that are given. */
export interface Content extends Written {
  text: Uint8Array
  headers?: Record<string, string>
}

/** A push that was given up. */
export interface DeadLetter extends QueuedPush {
  /** When it was given up. */
  at: number
  reason: string
  /** Of the last answer; 0 when there was none. */
  status: number
  /** The first 4 KiB of the last answer. */
  answer: string
}

export type Burial = Pick<DeadLetter, 'at' | 'reason' | 'status' | 'answer'>

export interface Queue {
  /** Everything that waits or is under way, in the order of numbers. */
  waiting(): Iterable<QueuedPush>
  add(push: QueuedPush, content: Content): void
  content(number: number): Content
  /** It waits for another attempt. */
  keep(push: QueuedPush): void
  /** It was acknowledged. */
  remove(number: number): void
  bury(push: QueuedPush, burial: Burial): void
  deadLetters(): DeadLetter[]
  /** The dead letter waits again; undefined when there is none of this number. */
  redrive(number: number, due: number): QueuedPush | undefined
  clear(): void
  /** Undefined when everything above is as safe as it will be; else settles once it is. */
  saving(): Promise<void> | undefined
  /** Nothing can be made safe any more: what is sent from now on would be sent again. */
  readonly broken: boolean
}

export function createMemoryQueue(): Queue {
  const pushes = new Map<number, QueuedPush>()
  const contents = new Map<number, Content>()
  const letters = new Map<number, DeadLetter>()
  const byNumber = (one: QueuedPush, other: QueuedPush) => one.number - other.number
  return {
    waiting: () => [...pushes.values()].sort(byNumber),
    add(push, content) {
      pushes.set(push.number, push)
      contents.set(push.number, content)
    },
    content: number => contents.get(number) as Content,
    keep: push => void pushes.set(push.number, kept(push)),
    remove(number) {
      pushes.delete(number)
      contents.delete(number)
    },
    bury(push, burial) {
      pushes.delete(push.number)
      letters.set(push.number, { ...kept(push), ...burial })
    },
    deadLetters: () => [...letters.values()].sort(byNumber),
    redrive(number, due) {
      const letter = letters.get(number)
      if (!letter) return undefined
      letters.delete(number)
      const push = again(letter, due)
      pushes.set(number, push)
      return push
    },
    clear() {
      for (const it of [pushes, contents, letters]) it.clear()
    },
    saving: () => undefined,
    broken: false,
  }
}

/** What is kept of a push, and nothing else that it may carry. */
export const kept = (it: QueuedPush): QueuedPush => ({
  number: it.number,
  vendor: it.vendor,
  push: it.push,
  endpoint: it.endpoint,
  conversations: it.conversations,
  attempts: it.attempts,
  due: it.due,
  first: it.first,
})

/** A dead letter as the push that it was, with all its attempts before it. */
export const again = (letter: DeadLetter, due: number): QueuedPush => ({ ...kept(letter), attempts: 0, first: 0, due })
