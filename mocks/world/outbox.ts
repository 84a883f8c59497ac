/** What a world sends: pushes to the addresses that are registered with it, and reports to an address that a request named. */
import { type Contract, contractOf } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import type { Choose } from '../../src/wire/wire.ts'
import type { Attempt } from '../deliver/courier.ts'
import { createEngine, type Engine, type Outcome } from '../deliver/engine.ts'
import { type Prepared, prepare } from '../deliver/prepare.ts'
import type { Queue, QueuedPush } from '../deliver/queue.ts'
import type { Transport } from '../deliver/transport.ts'
import { sideOf } from '../sides.ts'
import { createAttempts, type Sent, type Timed } from './attempts.ts'
import { createBatches } from './batches.ts'
import { createCouriers } from './couriers.ts'
import { createEndpoints, type Endpoint, type Endpoints } from './endpoints.ts'
import { createReports, type Reports } from './reports.ts'
import type { Store } from './store.ts'
import type { World } from './world.ts'

export interface Outbox extends Pick<Engine, 'size' | 'drained' | 'below'> {
  endpoints: Endpoints
  /** Has the vendor tell every registered address of it. `entry` makes one event of that push, and is not called when nobody listens. */
  announce(vendor: Vendor, push: string, entry: () => unknown): void
  /**
   * Messages on their way to an address each, or to every one of their vendor: acknowledged in the end, or dead letters. They are safe once `saving` settles.
   * Answers the numbers of the pushes. Throws name-unknown and what `prepare` throws, and then nothing at all is sent.
   */
  enqueue(...messages: readonly Message[]): number[]
  /** The same for what was prepared before, or recorded elsewhere. */
  send(vendor: Vendor, push: string, prepared: Prepared, endpoint: Endpoint): number
  /** Posts JSON to an address that a request named, when that address is allowed; recorded either way. */
  post: Reports['post']
  /** Sends to that address again. */
  resume(endpoint: string): boolean
  /** Attempts, by time and number. */
  sent(): Sent[]
  /** The same, and how long each took. */
  timed(): Timed[]
  /** Pushes that wait or are under way, in the order of their numbers. */
  waiting(): QueuedPush[]
  deadLetters: Queue['deadLetters']
  /** Those dead letters are sent again, or all of them. Throws name-unknown. */
  redrive(numbers?: readonly number[]): number[]
  /** Undefined when everything enqueued is safe; else settles once it is. */
  saving(): Promise<void> | undefined
  /** Settles once nothing is under way that could go on without the clock. */
  idle(): Promise<void>
  /** Tells of every attempt and of every push that ended, until the function that it answers is called. */
  watch(watcher: Watcher): () => void
  /** Delivers what waits, after a world was loaded. */
  start(): void
  clear(): void
}

export interface Message {
  vendor: Vendor
  push: Contract<'push'>
  message: unknown
  /** Id of one address. */
  endpoint?: string | undefined
}

export interface Watcher {
  attempted?(attempt: Attempt): void
  settled?(push: QueuedPush, outcome: Outcome): void
}

interface OutboxOptions {
  transport: Transport
  queue: Queue
  vendors: readonly Vendor[]
  /** Nothing is sent before it is started. */
  asleep?: boolean | undefined
}

type Owner = Pick<World, 'store' | 'clock' | 'moment' | 'credentials' | 'switches' | 'seed'>

export function createOutbox(world: Owner, { transport, queue, vendors, asleep }: OutboxOptions): Outbox {
  const { clock, store } = world
  const endpoints = createEndpoints(world, transport, () => engine.refresh())
  const attempts = createAttempts()
  const reports = createReports(clock, transport, attempts)
  const watchers = new Set<Watcher>()
  const vendorOf = (id: string) => vendors.find(it => it.id === id) as Vendor
  const chooseOf =
    (vendor: Vendor): Choose =>
    name =>
      world.switches.choice(vendor, name)

  /** Those of before a reset are still told of answers, which are nobody's any more. */
  function freshCouriers() {
    const made = createCouriers(world, endpoints, transport, vendors, (it, { url: to }) => {
      if (made !== couriers) return
      const { push, attempt, at, http, outcome, milliseconds } = it
      attempts.add({
        number: push.number,
        attempt,
        at,
        vendor: push.vendor,
        push: push.push,
        to,
        http,
        outcome,
        milliseconds,
      })
      for (const watcher of watchers) watcher.attempted?.(it)
    })
    return made
  }
  let couriers = freshCouriers()

  const engine = createEngine({
    queue,
    clock,
    courier: id => couriers(id),
    places: transport,
    asleep,
    settled(push, outcome) {
      sideOf(vendorOf(push.vendor)).settled?.(push, outcome.acknowledged, world)
      for (const it of watchers) it.settled?.(push, outcome)
    },
  })

  const numbers = createNumbers(store)

  const prepared = (vendor: Vendor, push: Contract<'push'>, message: unknown, { fieldNames }: Partial<Endpoint>) =>
    prepare(vendor, push, message, { choose: chooseOf(vendor), store, ...(fieldNames && { fieldNames }) })

  function addresses(vendor: Vendor, id: string | undefined) {
    const found = endpoints.of(vendor).filter(it => id === undefined || it.id === id)
    if (id === undefined || found.length) return found
    throw new KefuError('name-unknown', { detail: `${vendor.id} has no endpoint ${JSON.stringify(id)}.` })
  }

  const batches = createBatches(world, vendors, (vendor, push, message) => {
    const contract = contractOf(vendor, 'push', push)
    if (contract) outbox.enqueue({ vendor, push: contract, message })
  })

  const outbox: Outbox = {
    endpoints,
    announce(vendor, push, entry) {
      if (endpoints.of(vendor).length) batches.add(vendor, push, entry())
    },
    enqueue(...messages) {
      const ready = messages.flatMap(({ vendor, push, message, endpoint: id }) =>
        addresses(vendor, id).map(endpoint => ({
          vendor,
          push,
          endpoint,
          prepared: prepared(vendor, push, message, endpoint),
        })),
      )
      return ready.flatMap(it => (it.prepared ? [outbox.send(it.vendor, it.push.id, it.prepared, it.endpoint)] : []))
    },
    send(vendor, push, { content, conversations }, endpoint) {
      const number = numbers.next()
      const times = { attempts: 0, due: clock.now(), first: 0 }
      engine.add({ number, vendor: vendor.id, push, endpoint: endpoint.id, conversations, ...times }, content)
      return number
    },
    post: reports.post,
    resume: endpoints.resume,
    sent: attempts.all,
    timed: attempts.timed,
    deadLetters: () => queue.deadLetters(),
    redrive(numbers = queue.deadLetters().map(it => it.number)) {
      const known = new Set(queue.deadLetters().map(it => it.number))
      const missing = numbers.find(it => !known.has(it))
      if (missing !== undefined)
        throw new KefuError('name-unknown', { detail: `There is no dead letter ${missing}; there are ${known.size}.` })
      for (const number of numbers) engine.redrive(number)
      return [...numbers]
    },
    saving: () => queue.saving(),
    async idle() {
      await Promise.all([engine.idle(), ...reports.underWay()])
    },
    drained: engine.drained,
    waiting: () => [...queue.waiting()],
    get size() {
      return engine.size
    },
    below: engine.below,
    watch(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    start() {
      numbers.forget()
      batches.resume()
      engine.start()
    },
    clear() {
      numbers.forget()
      batches.clear()
      engine.clear()
      attempts.clear()
      couriers = freshCouriers()
    },
  }
  return outbox
}

/** How many numbers are reserved in one write. */
const RESERVED = 1_000

/** Numbers that count up and are never given twice, also after a crash, which loses those that were reserved. */
function createNumbers(store: Store) {
  const counters = store.table<number>('counters')
  let given: { last: number; reserved: number } | undefined
  return {
    next() {
      const before = counters.get('kefu.pushes') ?? 0
      given ??= { last: before, reserved: before }
      if (given.last === given.reserved) {
        given.reserved += RESERVED
        counters.put('kefu.pushes', given.reserved)
      }
      return ++given.last
    },
    /** Goes on from what the store says. */
    forget() {
      given = undefined
    },
  }
}
