/** What a receiver remembers: each message is handled once, however often it arrives. */

/** A message that was taken but not handled, for people to look at. */
export interface Quarantined {
  /** Milliseconds since 1970. */
  at: number
  key: string
  /** Id of the push; undefined when it is unknown. */
  push: string | undefined
  /** What is wrong with it. */
  reason: string
  message: unknown
}

/** Stands in front of the handlers. A database of your own is another implementation: a few lines around one transaction. */
export interface Inbox<Transaction = unknown> {
  /**
   * Calls `handle` unless the key is known, and remembers the key together with what it did: both or neither.
   * Answers false when it was known. Rejects when `handle` does, and then the key is not remembered.
   */
  once(key: string, handle: (transaction: Transaction) => Promise<void>): Promise<boolean>
  quarantine(entry: Quarantined): Promise<void>
}

export interface MemoryInbox extends Inbox<undefined> {
  quarantined(): Quarantined[]
}

const DAY = 86_400_000

/** Days for which a key is known. */
export const KEPT = 7

/** Messages in quarantine; the oldest go. */
export const QUARANTINED = 1_000

/** Forgets everything when the process ends: enough where a second call of a handler does no harm. */
export function memoryInbox({ now = Date.now }: { now?: () => number } = {}): MemoryInbox {
  /** A set a day, the newest first: old keys go all at once. */
  let days: { since: number; keys: Set<string> }[] = []
  let quarantined: Quarantined[] = []

  function today(): Set<string> {
    const time = now()
    const [newest] = days
    if (newest && time - newest.since < DAY) return newest.keys
    const keys = new Set<string>()
    // The last key of a day is a day younger than its first.
    days = [{ since: time, keys }, ...days.filter(it => time - it.since < (KEPT + 1) * DAY)]
    return keys
  }

  return {
    once: shared(async (key, handle) => {
      const fresh = today()
      if (days.some(it => it.keys.has(key))) return false
      await handle(undefined)
      fresh.add(key)
      return true
    }),
    async quarantine(entry) {
      quarantined = [...quarantined.slice(1 - QUARANTINED), entry]
    },
    quarantined: () => [...quarantined],
  }
}

/** Copies that come while the first is being handled wait for it, and share its end. */
export function shared<T>(once: Inbox<T>['once']): Inbox<T>['once'] {
  const underWay = new Map<string, Promise<boolean>>()
  return (key, handle) => {
    const before = underWay.get(key)
    if (before) return before.then(() => false)
    const run = once(key, handle).finally(() => underWay.delete(key))
    underWay.set(key, run)
    return run
  }
}
