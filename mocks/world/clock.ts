/** A world's clock: it follows the caller's time or stands still, can be set and advanced, and fires what falls due in order. */

import { createHeap } from './heap.ts'

/** Something that falls due. */
export interface Due {
  /** Milliseconds since 1970. */
  at: number
  /** What it is, in words for the list that `advance` returns. */
  what: string
  run: () => void
}

export type Passed = Pick<Due, 'at' | 'what'>

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  readonly running: boolean
  /** Has something run once the clock reaches that time; the function takes it back. */
  schedule(due: Due): () => void
  /** When the next thing falls due; undefined when nothing is waiting. */
  next(): number | undefined
  /** Fires what is due by now, in order of time and then of entry. */
  settle(): Passed[]
  /** Moves ahead, stopping at everything that falls due on the way. */
  advance(milliseconds: number): Passed[]
  /** Sets the time; going back fires nothing. */
  set(time: number): Passed[]
  /** Nothing is to fall due any more. */
  forget(): void
  /** Told whenever something else falls due next, or the clock was moved. */
  onChange(listener: () => void): void
  /** Stands still from here, or follows the caller's time again from here. */
  run(running: boolean): void
}

export interface ClockOptions {
  /** The caller's time, milliseconds since 1970. */
  source: () => number
  /** Follows the source; otherwise it stands still until it is moved. */
  running: boolean
  /** Where it starts; the source's time by default. */
  start?: number | undefined
}

export function createClock({ source, running, start = source() }: ClockOptions): Clock {
  const waiting = createHeap<Waiting>(
    (one, other) => one.at < other.at || (one.at === other.at && one.entry < other.entry),
  )
  let entries = 0
  let changed = () => {}
  let moving = running
  /** While moving: what to add to the source. While standing: the time itself. */
  let base = moving ? start - source() : start
  const now = () => (moving ? base + source() : base)
  const put = (time: number) => {
    base = moving ? time - source() : time
  }

  /** What falls due next; what was taken back is dropped on the way. */
  function first() {
    for (;;) {
      const due = waiting.first()
      if (!due?.gone) return due
      waiting.shift()
    }
  }

  function fire(until: number, move: boolean): Passed[] {
    const passed: Passed[] = []
    for (;;) {
      const due = first()
      if (!due || due.at > until) break
      waiting.shift()
      if (move) put(Math.max(due.at, now()))
      due.run()
      passed.push({ at: due.at, what: due.what })
    }
    return passed
  }

  function moveTo(time: number): Passed[] {
    const passed = fire(time, true)
    put(time)
    changed()
    return passed
  }

  return {
    now,
    get running() {
      return moving
    },
    schedule(due) {
      const entry: Waiting = { ...due, entry: entries++, gone: false }
      const next = first()
      waiting.push(entry)
      if (!next || due.at < next.at) changed()
      return () => {
        entry.gone = true
      }
    },
    next: () => first()?.at,
    onChange(listener) {
      changed = listener
    },
    forget: waiting.clear,
    settle: () => fire(now(), false),
    advance: milliseconds => moveTo(now() + milliseconds),
    set: moveTo,
    run(wanted) {
      const time = now()
      moving = wanted
      put(time)
      changed()
    },
  }
}

interface Waiting extends Due {
  /** Among those of the same time the one that was entered first falls due first. */
  entry: number
  /** Taken back. */
  gone: boolean
}

const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of `90`, `500ms`, `30s`, `15m`, `24h`, `3d`; undefined for anything else. */
export function durationOf(text: string): number | undefined {
  const [, digits, unit = 'ms'] = /^(\d{1,12})(ms|s|m|h|d)?$/.exec(text.trim()) ?? []
  return digits === undefined ? undefined : Number(digits) * (UNITS[unit] as number)
}
