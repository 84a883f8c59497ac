/** Everything that one tenant of the mock owns: credentials, a clock, what it remembers, the choices it made. */
import { hash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Vendor } from '../../schemas/define.ts'
import * as documents from '../../schemas/index.ts'
import type { Moment } from '../../src/wire/wire.ts'
import { createMemoryQueue, type Queue } from '../deliver/queue.ts'
import { createTransport, type Transport } from '../deliver/transport.ts'
import { sideOf } from '../sides.ts'
import { type Clock, createClock, type Passed } from './clock.ts'
import { createFaults, type Faults } from './faults.ts'
import { createJournal, type Journal } from './journal.ts'
import type { Bounds } from './log.ts'
import { createOutbox, type Outbox } from './outbox.ts'
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
  /** Refuses what deviates from the contracts, instead of putting up with it. */
  strict: boolean
  journal: Journal
  faults: Faults
  outbox: Outbox
  /** The vendor's credentials of this tenant. */
  credentials(vendor: Vendor): Record<string, string>
  /** Now, by the world's clock, with the world's randomness. */
  moment(): Moment
  /** Moves the clock ahead to that time, and at everything that falls due on the way waits until what is sent was answered; back in one step. */
  moveTo(time: number): Promise<Passed[]>
  advance(milliseconds: number): Promise<Passed[]>
  /** 32 hexadecimal digits, never twice; the same seed and requests give the same. */
  newId(kind: string): string
  /** Everything that `load` needs to make the same world again. */
  snapshot(): Snapshot
  load(snapshot: Snapshot): void
  /** The same, except that what waits to be delivered goes on waiting, until its outbox is started. */
  restore(snapshot: Snapshot): void
  /** Forgets everything but its credentials and choices, and begins anew. */
  reset(): void
}

/** One world as one JSON file. */
export interface Snapshot {
  /** Milliseconds since 1970. */
  now: number
  running: boolean
  strict: boolean
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
  strict?: boolean
  journal?: Bounds | undefined
  transport?: Transport | undefined
  /** What waits to be delivered; in memory by default. */
  queue?: Queue | undefined
  /** Holds nothing yet, because it is about to be loaded. */
  empty?: boolean
}

export function createWorld(options: WorldOptions): World {
  const { seed = 'kefu', now, id = 'default', vendors = everyVendor, still } = options
  const { transport = createTransport(), queue = createMemoryQueue() } = options
  const random = seededRandom(`${seed}/moments`)
  const clock = createClock({ source: now, running: still === undefined, start: still })
  const store = createStore()
  const mark = digest(`${seed}/mark`).slice(0, 8)
  const means = {
    seed,
    clock,
    store,
    switches: createSwitches(vendors, it => sideOf(it).follows ?? []),
    credentials: issued(seed, mark),
    moment: () => ({ now: clock.now(), random }),
  }
  const world: World = {
    ...means,
    id,
    mark,
    strict: options.strict ?? false,
    journal: createJournal(id, clock.now, options.journal),
    faults: createFaults({ store, clock, seed }),
    outbox: createOutbox(means, { transport, queue, vendors, asleep: options.empty }),
    moveTo(time) {
      moving = moving.then(() => stepped(world, time))
      return moving
    },
    advance: milliseconds => world.moveTo(clock.now() + milliseconds),
    newId(kind) {
      const counters = store.table<number>('counters')
      const count = (counters.get(kind) ?? 0) + 1
      counters.put(kind, count)
      return digest(`${seed}/${kind}/${count}`)
    },
    snapshot: () => ({
      now: clock.now(),
      running: clock.running,
      strict: world.strict,
      choices: world.switches.chosen(),
      contents: store.contents(),
    }),
    load(snapshot) {
      world.outbox.clear()
      world.restore(snapshot)
      world.outbox.start()
    },
    restore({ now: time, running, strict, choices, contents }) {
      world.switches.load(choices)
      world.strict = strict
      clock.forget()
      clock.run(running)
      clock.set(time)
      store.load(contents)
    },
    reset() {
      for (const it of [clock.forget, store.clear, world.journal.clear, world.outbox.clear]) it()
      begin()
    },
  }
  let moving: Promise<Passed[]> = Promise.resolve([])
  const begin = () => {
    for (const vendor of vendors) sideOf(vendor).begin?.(world)
  }
  if (!options.empty) begin()
  return world
}

async function stepped({ clock, outbox }: World, until: number): Promise<Passed[]> {
  if (until < clock.now()) return clock.set(until)
  const passed: Passed[] = []
  for (;;) {
    await quiet(outbox)
    const next = clock.next()
    if (next === undefined || next > until) break
    passed.push(...clock.set(Math.max(next, clock.now())))
  }
  passed.push(...clock.set(Math.max(until, clock.now())))
  await quiet(outbox)
  return passed
}

/** What fell due may send something only a moment later, and so may what was answered: a story goes on by itself. */
async function quiet(outbox: Outbox) {
  for (let round = 0; round < 2; round++) {
    await turn()
    await outbox.idle()
  }
}

/** The credentials of a tenant, made when they are first asked for. */
function issued(seed: string, mark: string) {
  const known = new Map<string, Record<string, string>>()
  return (vendor: Vendor) => {
    const before = known.get(vendor.id)
    if (before) return before
    const made = sideOf(vendor).credentials(seededRandom(`${seed}/${vendor.id}`), mark)
    known.set(vendor.id, made)
    return made
  }
}

/** 32 hexadecimal digits. Nothing here is a secret that a digest would have to protect. */
const digest = (text: string) => hash('md5', text)
