/** Everything that one tenant of the mock owns: credentials, a clock, what it remembers, the choices it made. */
import { createHash } from 'node:crypto'
import type { Vendor } from '../../schemas/define.ts'
import * as documents from '../../schemas/index.ts'
import type { Moment } from '../../src/wire/wire.ts'
import { sideOf } from '../sides.ts'
import { type Clock, createClock } from './clock.ts'
import { type Outbox, silent } from './outbox.ts'
import { seededRandom } from './random.ts'
import { type Contents, createStore, type Store } from './store.ts'
import { type Choices, createSwitches, type Switches } from './switches.ts'

export const everyVendor: readonly Vendor[] = Object.values(documents)

export interface World {
  id: string
  seed: string
  /** Eight hexadecimal digits that begin every token of this world. */
  mark: string
  clock: Clock
  store: Store
  switches: Switches
  outbox: Outbox
  /** The vendor's credentials of this tenant. */
  credentials(vendor: Vendor): Record<string, string>
  /** Now, by the world's clock, with the world's randomness. */
  moment(): Moment
  /** 32 hexadecimal digits, never twice; the same seed and requests give the same. */
  newId(kind: string): string
  /** Everything that `load` needs to make the same world again. */
  snapshot(): Snapshot
  load(snapshot: Snapshot): void
  /** Forgets everything but its credentials and choices, and begins anew. */
  reset(): void
}

/** One world as one JSON file. */
export interface Snapshot {
  /** Milliseconds since 1970. */
  now: number
  running: boolean
  choices: Choices
  contents: Contents
}

export interface WorldOptions {
  /** The same seed gives the same credentials and ids. */
  seed?: string
  /** Milliseconds since 1970; the caller's clock. */
  now: () => number
  id?: string
  vendors?: readonly Vendor[]
  /** The clock follows the caller's, which is the default, or stands still at that time. */
  still?: number
}

export function createWorld({ seed = 'kefu', now, id = 'default', vendors = everyVendor, still }: WorldOptions): World {
  const random = seededRandom(`${seed}/moments`)
  const clock = createClock({ source: now, running: still === undefined, start: still })
  const store = createStore()
  const known = new Map<string, Record<string, string>>()
  const mark = digest(`${seed}/mark`).slice(0, 8)

  const world: World = {
    id,
    seed,
    mark,
    clock,
    store,
    outbox: silent,
    switches: createSwitches(vendors, it => sideOf(it).follows ?? []),
    credentials(vendor) {
      const before = known.get(vendor.id)
      if (before) return before
      const made = sideOf(vendor).credentials(seededRandom(`${seed}/${vendor.id}`), mark)
      known.set(vendor.id, made)
      return made
    },
    moment: () => ({ now: clock.now(), random }),
    newId(kind) {
      const counters = store.table<number>('counters')
      const count = (counters.get(kind) ?? 0) + 1
      counters.put(kind, count)
      return digest(`${seed}/${kind}/${count}`)
    },
    snapshot: () => ({
      now: clock.now(),
      running: clock.running,
      choices: world.switches.chosen(),
      contents: store.contents(),
    }),
    load({ now: time, running, choices, contents }) {
      world.switches.load(choices)
      store.load(contents)
      clock.run(running)
      clock.set(time)
    },
    reset() {
      store.clear()
      begin()
    },
  }
  const begin = () => {
    for (const vendor of vendors) sideOf(vendor).begin?.(world)
  }
  begin()
  return world
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
