/** Delivers what waits in a queue, at least once: in order for each conversation, so many at a time, again after failures, until it is acknowledged or a dead letter. */
import type { Clock } from '../world/clock.ts'
import { createDesk, type Desk, type Entry, WHOLE } from './desk.ts'
import type { Content, Queue, QueuedPush } from './queue.ts'

/** What became of one attempt. */
export interface Outcome {
  acknowledged: boolean
  /** 0 when there was no answer. */
  status: number
  /** Why it was not acknowledged. */
  reason?: string
  /** The first 4 KiB of the answer, where it was not acknowledged. */
  answer?: string
  /** The push waits until its address is resumed. */
  paused?: true
  /** Milliseconds until the next attempt; without it the push is given up. */
  again?: number
}

/** What carries pushes to one address. */
export interface Courier {
  /** Attempts at the same time. */
  limit: number
  paused: boolean
  /** Calls back once, always, and never before it returns. */
  attempt(push: QueuedPush, content: Content, done: (outcome: Outcome) => void): void
  /** What a push that has to wait holds up. */
  holdsUp(): 'conversation' | 'endpoint' | 'nothing'
}

export interface EngineOptions {
  queue: Queue
  clock: Pick<Clock, 'now' | 'schedule'>
  /** Undefined when the address is gone. */
  courier(endpoint: string): Courier | undefined
  /** Takes a place among all attempts under way; see Transport. */
  places: { enter(again: () => void): boolean; leave(): void }
  /** What is in the queue, and what comes into it, waits for the start. */
  asleep?: boolean | undefined
  /** Told once a push is acknowledged or given up. */
  settled?(push: QueuedPush, outcome: Outcome): void
}

export interface Engine {
  /** Delivers what waited for it. */
  start(): void
  /** From here on the push is delivered, once it is safe in the queue. */
  add(push: QueuedPush, content: Content): void
  /** An address was resumed. */
  refresh(): void
  redrive(number: number): QueuedPush | undefined
  /** How many pushes wait or are under way. */
  readonly size: number
  /** Settles once nothing is under way that could go on without the clock. */
  idle(): Promise<void>
  /** Settles once nothing is left to do, or everything left waits for a paused address. */
  drained(): Promise<void>
  /** Settles once fewer than so many wait, or it is drained. */
  below(most: number): Promise<void>
  /** Forgets everything, also what is under way. */
  clear(): void
}

export function createEngine(options: EngineOptions): Engine {
  const { queue, clock, courier, places, settled } = options
  let { asleep = false } = options
  /** Pushes that have their place. */
  let placed = 0
  const desks = new Map<string, Desk>()
  let admitting = 0
  let underWay = 0
  /** Scheduled attempts: while there are any, it is not drained. */
  let planned = 0
  let epoch = 0
  const waiters = new Set<{ done: () => boolean; resolve: () => void }>()

  function deskOf({ endpoint, vendor }: QueuedPush): Desk {
    const desk = desks.get(endpoint) ?? createDesk(endpoint, vendor)
    desks.set(endpoint, desk)
    return desk
  }

  function enter(push: QueuedPush) {
    const holdsUp = courier(push.endpoint)?.holdsUp()
    const entry = deskOf(push).enter(push, holdsUp === 'endpoint' ? [WHOLE] : push.conversations)
    placed++
    if (entry.ahead === 0) plan(entry)
  }

  /** It is its turn: now, or when it is due. */
  function plan(entry: Entry) {
    const { due, desk, vendor, push, number } = entry
    if (due <= clock.now()) return desk.offer(entry)
    planned++
    const born = epoch
    const run = () => {
      if (born !== epoch) return
      planned--
      desk.offer(entry)
      pump()
    }
    clock.schedule({ at: due, what: `${vendor} ${push} ${number} is sent again`, run })
  }

  /** One attempt for each address in turn, until no more may be under way. */
  function pump() {
    for (const desk of desks.values()) {
      const carrier = startable(desk)
      if (!carrier) continue
      if (!places.enter(pump)) break
      // It stands behind the others now, where this loop comes by again.
      desks.delete(desk.endpoint)
      desks.set(desk.endpoint, desk)
      begin(desk.take(), carrier)
    }
    tell()
  }

  function startable(desk: Desk): Courier | undefined {
    if (!desk.offers || queue.broken) return undefined
    const carrier = courier(desk.endpoint) ?? NOWHERE
    return carrier.paused || desk.underWay >= carrier.limit ? undefined : carrier
  }

  function begin(entry: Entry, carrier: Courier) {
    const { desk } = entry
    const born = epoch
    underWay++
    desk.underWay++
    if (entry.first === 0) entry.first = clock.now()
    carrier.attempt(entry, queue.content(entry.number), outcome => {
      places.leave()
      if (born !== epoch) return
      underWay--
      desk.underWay--
      judge(entry, carrier, outcome)
      pump()
    })
  }

  function judge(entry: Entry, carrier: Courier, outcome: Outcome) {
    if (outcome.paused) {
      queue.keep(entry)
      return entry.desk.putBack(entry)
    }
    if (outcome.acknowledged) queue.remove(entry.number)
    else {
      entry.attempts++
      if (outcome.again !== undefined) {
        entry.due = clock.now() + outcome.again
        queue.keep(entry)
        if (carrier.holdsUp() === 'nothing') for (const next of entry.desk.release(entry)) plan(next)
        return plan(entry)
      }
      const { status, answer = '', reason = '' } = outcome
      queue.bury(entry, { at: clock.now(), reason, status, answer })
    }
    placed--
    for (const next of entry.desk.release(entry)) plan(next)
    settled?.(entry, outcome)
  }

  /** Once what was asked for is safe, it happens. */
  function whenSafe(happens: () => void) {
    if (asleep) return
    const saving = queue.saving()
    if (!saving) {
      happens()
      return pump()
    }
    const born = epoch
    admitting++
    const then = () => {
      admitting--
      if (born === epoch) happens()
      pump()
    }
    // What could not be made safe was refused to whoever asked for it.
    saving.then(then, () => {
      admitting--
      tell()
    })
  }

  const resting = () => admitting === 0 && underWay === 0 && ![...desks.values()].some(startable)
  const drained = () => resting() && planned === 0
  function tell() {
    for (const waiter of waiters) {
      if (!waiter.done()) continue
      waiters.delete(waiter)
      waiter.resolve()
    }
  }
  const once = (done: () => boolean) =>
    done() ? Promise.resolve() : new Promise<void>(resolve => void waiters.add({ done, resolve }))

  return {
    start() {
      if (!asleep) return
      asleep = false
      for (const push of queue.waiting()) enter(push)
      pump()
    },
    add(push, content) {
      queue.add(push, content)
      whenSafe(() => enter(push))
    },
    refresh: pump,
    redrive(number) {
      const push = queue.redrive(number, clock.now())
      if (push) whenSafe(() => enter(push))
      return push
    },
    get size() {
      return placed + admitting
    },
    idle: () => once(resting),
    drained: () => once(drained),
    below: most => once(() => placed + admitting < most || drained()),
    clear() {
      epoch++
      queue.clear()
      desks.clear()
      underWay = planned = placed = 0
      tell()
    },
  }
}

/** Of an address that was taken away. */
const NOWHERE: Courier = {
  limit: 1,
  paused: false,
  attempt: (_push, _content, done) =>
    queueMicrotask(() => done({ acknowledged: false, status: 0, reason: 'The address was taken away.' })),
  holdsUp: () => 'conversation',
}
