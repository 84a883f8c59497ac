/** What a world sends: pushes to the addresses that are registered with it, and reports to an address that a request named. */
import { type Contract, contractOf } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { wireOf } from '../../src/wire/index.ts'
import type { Choose } from '../../src/wire/wire.ts'
import { allowed } from '../deliver/address.ts'
import { type Attempt, createCourier } from '../deliver/courier.ts'
import { type Courier, createEngine, type Engine, type Outcome } from '../deliver/engine.ts'
import { type Prepared, prepare } from '../deliver/prepare.ts'
import type { Queue, QueuedPush } from '../deliver/queue.ts'
import { outgoing, targetOf } from '../deliver/request.ts'
import type { Transport } from '../deliver/transport.ts'
import { sideOf } from '../sides.ts'
import { createAttempts, type Sent } from './attempts.ts'
import { createBatches } from './batches.ts'
import { createEndpoints, type Endpoint, type Endpoints } from './endpoints.ts'
import type { World } from './world.ts'

export interface Outbox extends Pick<Engine, 'waiting' | 'size' | 'drained'> {
  endpoints: Endpoints
  /** Has the vendor tell every registered address of it. `entry` makes one event of that push, and is not called when nobody listens. */
  announce(vendor: Vendor, push: string, entry: () => unknown): void
  /**
   * Messages on their way to an address each, or to every one of their vendor: acknowledged in the end, or dead letters. They are safe once `saving` settles.
   * Answers the numbers of the pushes. Throws what `prepare` throws, and then nothing at all is sent.
   */
  enqueue(...messages: readonly Message[]): number[]
  /** The same for what was prepared before, or recorded elsewhere. */
  send(vendor: Vendor, push: string, prepared: Prepared, endpoint: Endpoint): number
  /** Posts JSON to an address that a request named, when that address is allowed; recorded either way. */
  post(vendor: Vendor, address: string, body: unknown): void
  /** Sends to that address again. */
  resume(endpoint: string): boolean
  /** Attempts, by time and number. */
  sent(): Sent[]
  deadLetters: Queue['deadLetters']
  /** Those dead letters are sent again, or all of them. Throws name-unknown. */
  redrive(numbers?: readonly number[]): number[]
  /** Undefined when everything enqueued is safe; else settles once it is. */
  saving(): Promise<void> | undefined
  /** Settles once nothing is under way that could go on without the clock. */
  idle(): Promise<void>
  /** Settles once fewer than so many pushes wait, or nothing goes on any more: for whoever has many to enqueue. */
  below(most: number): Promise<void>
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

type Owner = Pick<World, 'store' | 'clock' | 'moment' | 'credentials' | 'switches' | 'seed'>

export function createOutbox(world: Owner, transport: Transport, queue: Queue, vendors: readonly Vendor[]): Outbox {
  const { clock, store } = world
  const endpoints = createEndpoints(world, transport)
  const attempts = createAttempts()
  const counters = store.table<number>('counters')
  const couriers = new Map<string, { endpoint: Endpoint; courier: Courier }>()
  const posts = new Set<Promise<void>>()
  const watchers = new Set<Watcher>()
  const vendorOf = (id: string) => vendors.find(it => it.id === id) as Vendor
  const chooseOf =
    (vendor: Vendor): Choose =>
    name =>
      world.switches.choice(vendor, name)

  const engine = createEngine({
    queue,
    clock,
    courier: courierOf,
    places: transport,
    settled(push, outcome) {
      sideOf(vendorOf(push.vendor)).settled?.(push, outcome.acknowledged, world)
      for (const it of watchers) it.settled?.(push, outcome)
    },
  })

  function courierOf(id: string): Courier | undefined {
    const endpoint = endpoints.get(id)
    const known = couriers.get(id)
    if (known?.endpoint === endpoint) return known?.courier
    const vendor = endpoint && vendorOf(endpoint.vendor)
    const codec = vendor && wireOf(vendor).push
    if (!codec) return undefined
    const courier = makeCourier(vendor, endpoint, codec)
    couriers.set(id, { endpoint, courier })
    return courier
  }

  const makeCourier = (vendor: Vendor, endpoint: Endpoint, codec: NonNullable<ReturnType<typeof wireOf>['push']>) => {
    const choose = chooseOf(vendor)
    return createCourier({
      endpoint,
      codec,
      secret: { ...world.credentials(vendor), ...endpoint.secret },
      choose,
      sending: () => sideOf(vendor).sending?.(choose) ?? { delays: [], timeout: 5_000, accepts: { status: '2xx' } },
      customHeaders: () => !vendor.assumptions.customHeaders || choose('customHeaders') !== 'none',
      seed: world.seed,
      now: clock.now,
      transport,
      told(attempt) {
        const { push, attempt: number, at, http, acknowledged, status, reason } = attempt
        const told = {
          number: push.number,
          attempt: number,
          at,
          vendor: push.vendor,
          push: push.push,
          to: endpoint.url,
        }
        attempts.add({ ...told, http, acknowledged, status, ...(reason && { reason }) })
        for (const it of watchers) it.attempted?.(attempt)
      },
      gone: reason => endpoints.pause(endpoint.id, reason),
    })
  }

  function nextNumber() {
    const number = (counters.get('kefu.pushes') ?? 0) + 1
    counters.put('kefu.pushes', number)
    return number
  }

  const prepared = (vendor: Vendor, push: Contract<'push'>, message: unknown, { fieldNames }: Partial<Endpoint>) =>
    prepare(vendor, push, message, { choose: chooseOf(vendor), store, ...(fieldNames && { fieldNames }) })

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
        endpoints
          .of(vendor)
          .filter(it => id === undefined || it.id === id)
          .map(endpoint => ({ vendor, push, endpoint, prepared: prepared(vendor, push, message, endpoint) })),
      )
      return ready.flatMap(it => (it.prepared ? [outbox.send(it.vendor, it.push.id, it.prepared, it.endpoint)] : []))
    },
    send(vendor, push, { content, conversations }, endpoint) {
      const number = nextNumber()
      const times = { attempts: 0, due: clock.now(), first: 0 }
      engine.add({ number, vendor: vendor.id, push, endpoint: endpoint.id, conversations, ...times }, content)
      return number
    },
    post(vendor, address, value) {
      const body = JSON.stringify(value)
      const told = { number: 0, attempt: 1, at: clock.now(), vendor: vendor.id, to: address, http: { query: {}, body } }
      try {
        const { href } = allowed(address, transport.hosts)
        const http = { query: {}, headers: { 'content-type': 'application/json' }, body }
        const posted = new Promise<void>(resolve =>
          transport.send({ ...outgoing(targetOf({ url: href }), http), timeout: 5_000 }, ({ status, trouble }) => {
            const acknowledged = !trouble && status < 300
            attempts.add({ ...told, acknowledged, status, ...(trouble && { reason: trouble }) })
            resolve()
          }),
        )
        posts.add(posted)
        posted.then(() => posts.delete(posted))
      } catch (error) {
        attempts.add({ ...told, acknowledged: false, status: 0, reason: (error as KefuError).message })
      }
    },
    resume(endpoint) {
      const resumed = endpoints.resume(endpoint)
      engine.refresh()
      return resumed
    },
    sent: attempts.all,
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
      await Promise.all([engine.idle(), ...posts])
    },
    drained: engine.drained,
    waiting: engine.waiting,
    get size() {
      return engine.size
    },
    below: engine.below,
    watch(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    start() {
      batches.resume()
      engine.start()
    },
    clear() {
      batches.clear()
      engine.clear()
      attempts.clear()
    },
  }
  return outbox
}
