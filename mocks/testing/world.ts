/** A world as a test sees it: called by the program under test, driven and asked by the test. */
import { setMaxListeners } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { contracts } from '../../schemas/contracts.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { sound } from '../control/faults.ts'
import { durationOf, type Passed } from '../world/clock.ts'
import { FaultRule } from '../world/fault-rules.ts'
import { everyVendor, type Snapshot, type World } from '../world/world.ts'
import type { Worlds } from '../world/worlds.ts'
import { type Call, callsOf, type Wanted } from './calls.ts'
import { type Expected, expectCalls, type WaitedFor, waitForCall } from './expectation.ts'
import { type Hold, hold, release } from './hold.ts'
import {
  type AnsweringVendor,
  contractNamed,
  type FailureCode,
  type OperationName,
  type PushName,
  type WorldCredentials,
} from './names.ts'
import { type Pushed, type PushOptions, push } from './push.ts'
import { type Played, type ScenarioOptions, scenario } from './scenario.ts'
import { type Seed, type Seeded, seed } from './seed.ts'

/** Which calls a fault strikes, and besides a code or instead of it: status, latency in milliseconds, reset … */
export type Trouble = Omit<FaultRule, 'vendor' | 'operation' | 'code'>

export interface TestClock {
  /** Milliseconds since 1970. */
  now(): number
  /** `24h`, `30s`, `500ms` or milliseconds. Settles once everything that fell due on the way was answered. */
  advance(by: string | number): Promise<Passed[]>
  set(time: Date | number): Promise<Passed[]>
}

export interface TestWorld {
  readonly id: string
  readonly credentials: WorldCredentials
  /** What a client of the vendor is configured with. */
  readonly baseUrl: { readonly [V in AnsweringVendor]: string }
  readonly clock: TestClock
  /** Calls of the operation fail with that code of the catalogue, or in that other way; `times` so often, else until the function that it answers is called. */
  fail<N extends OperationName>(operation: N, how: FailureCode<N> | Trouble, trouble?: Trouble): () => void
  /** Makes real calls in process, in the order given, and answers their replies. They are not in the journal. Rejects with seed-refused. */
  seed<N extends OperationName>(calls: Seed<N>): Promise<Seeded<N>>
  snapshot(): Snapshot
  /** The same world again, with an empty journal and nothing to be delivered. */
  restore(snapshot: Snapshot): void
  /** Has the vendor push; settles with what became of it. */
  push<N extends PushName>(push: N, options: PushOptions<N>): Promise<Pushed>
  /** Has the vendors play conversations; settles once their pushes have ended. */
  scenario(id: string, options: ScenarioOptions): Promise<Played>
  readonly journal: {
    /** Oldest first. */
    calls<N extends OperationName>(operation: N, wanted?: Omit<Wanted<N>, 'operation'>): Call<N>[]
    clear(): void
  }
  /** The first such call, now or as soon as it comes. Rejects with expectation-failed, which shows the nearest calls. */
  waitFor<N extends OperationName>(operation: N, wanted?: Omit<WaitedFor<N>, 'operation'>): Promise<Call<N>>
  /** Throws expectation-failed unless there are so many such calls (any by default), and shows the nearest. */
  expectCalls<N extends OperationName>(operation: N, wanted?: Omit<Expected<N>, 'operation'>): Call<N>[]
  /** Exclusive use among those who ask for it. Throws world-held. */
  hold(by: string, seconds: number): Hold
  release(by: string): void
  /** Forgets the world; false for the first one, which stays. */
  remove(): boolean
}

/** `ended` is aborted when the mock is closed. */
export function testWorld(worlds: Worlds, world: World, url: string, ended: AbortSignal): TestWorld {
  const lives = lifeOf(ended)
  return {
    id: world.id,
    credentials: Object.fromEntries(everyVendor.map(it => [it.id, world.credentials(it)])) as WorldCredentials,
    baseUrl: Object.fromEntries(answering.map(it => [it.id, `${url}/${it.id}`])) as TestWorld['baseUrl'],
    clock: clockOf(world),
    fail: (operation, how, trouble = {}) => fail(world, operation, how, trouble),
    seed: async calls => (await seed(worlds, world, calls)) as never,
    snapshot: world.snapshot,
    restore(snapshot) {
      lives.renew()
      world.load(snapshot)
      world.journal.clear()
    },
    push: (name, options) => push(world, name, options, lives.signal),
    scenario: (id, options) => scenario(world, id, options),
    journal: {
      calls: (operation, wanted) => callsOf(world, { operation, ...wanted }),
      clear: world.journal.clear,
    },
    waitFor: (operation, wanted) => waitForCall(world, { operation, ...wanted }, ended),
    expectCalls: (operation, wanted) => expectCalls(world, { operation, ...wanted }),
    hold: (by, seconds) => hold(world, by, seconds, worlds.now()),
    release: by => release(world, by, worlds.now()),
    remove() {
      const removed = worlds.remove(world.id)
      if (removed) lives.renew()
      return removed
    },
  }
}

/** Its signal is aborted once what waits in the world's outbox is forgotten. */
function lifeOf(ended: AbortSignal) {
  let life = new AbortController()
  ended.addEventListener('abort', () => life.abort())
  return {
    get signal() {
      setMaxListeners(0, life.signal)
      return life.signal
    },
    renew() {
      life.abort()
      life = new AbortController()
    },
  }
}

const answering = everyVendor.filter(it => contracts(it, 'operation').length)

/** What was begun before has its place in the outbox, or on the clock, by the time that the clock is moved. */
const clockOf = (world: World): TestClock => ({
  now: world.clock.now,
  async advance(by) {
    const step = typeof by === 'number' ? by : milliseconds(by)
    await turn()
    return world.advance(step)
  },
  async set(time) {
    await turn()
    return world.moveTo(Number(time))
  },
})

/** Throws name-unknown and contract-violated. */
function fail(world: World, name: string, how: string | number | Trouble, more: Trouble): () => void {
  const { vendor, contract } = contractNamed('operation', name)
  const effect = typeof how === 'object' ? how : { code: how }
  const rule = { ...effect, ...more, vendor: vendor.id, operation: contract.id }
  const unknown = Object.keys(rule).find(it => !Object.hasOwn(FaultRule.properties, it))
  if (unknown) throw new KefuError('contract-violated', { detail: `fail: there is no option ${unknown}.` })
  const [fault] = world.faults.add([sound(rule, [vendor])])
  return () => void world.faults.remove(fault?.id ?? '')
}

/** Throws contract-violated. */
function milliseconds(text: string): number {
  const found = durationOf(text)
  if (found !== undefined) return found
  throw new KefuError('contract-violated', {
    detail: `advance: expected 500ms, 30s, 15m, 24h or 3d, got ${JSON.stringify(text)}.`,
  })
}
