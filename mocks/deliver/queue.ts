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

/** What a push says: text to be signed anew at each attempt, or bytes that go as they are, with their headers. */
export interface Content extends Written {
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
  /** Everything that waits, in the order of numbers; read when a sender starts. */
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
}

export function createMemoryQueue(): Queue {
  const contents = new Map<number, Content>()
  const letters = new Map<number, DeadLetter>()
  return {
    waiting: () => [],
    add: ({ number }, content) => void contents.set(number, content),
    content: number => contents.get(number) as Content,
    keep() {},
    remove: number => void contents.delete(number),
    bury: (push, burial) => void letters.set(push.number, { ...push, ...burial }),
    deadLetters: () => [...letters.values()].sort((one, other) => one.number - other.number),
    redrive(number, due) {
      const letter = letters.get(number)
      if (!letter) return undefined
      letters.delete(number)
      return again(letter, due)
    },
    clear() {
      contents.clear()
      letters.clear()
    },
    saving: () => undefined,
  }
}

/** A dead letter as the push that it was, with all its attempts before it. */
export function again(
  { at: _at, reason: _reason, status: _status, answer: _answer, ...push }: DeadLetter,
  due: number,
) {
  return { ...push, attempts: 0, first: 0, due }
}
