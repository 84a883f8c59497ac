/** All tenants of one server. The credential in a request tells which world it belongs to. */
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { createTransport, type Transport } from '../deliver/transport.ts'
import { createDriver } from './drive.ts'
import type { Bounds } from './log.ts'
import { restored, type State } from './state.ts'
import { createWorld, everyVendor, type World, type WorldOptions } from './world.ts'

export type Created = Pick<WorldOptions, 'id' | 'seed' | 'still' | 'strict'>

export interface Worlds {
  /** There from the start. */
  first: World
  /** The caller's time, milliseconds since 1970, whatever the clocks of worlds say. */
  now(): number
  transport: Transport
  /** Throws name-taken when the id is taken or the seed is used by another world. */
  create(options?: Created): World
  named(id: string): World | undefined
  /** The world with that value of a vendor's credential. */
  holding(vendor: Vendor, credential: string, value: string): World | undefined
  /** The world that issued a token, by the mark it begins with. */
  marked(token: string): World | undefined
  all(): World[]
  remove(id: string): boolean
  /** What a world is set to has changed, besides its store. */
  keep(world: World): void
  /** Undefined when nothing waits to be made safe; else settles once it is. */
  saving(): Promise<void> | undefined
  /** Clocks that run fire by themselves from now on, until the end. */
  run(): void
  end(): void
}

export interface WorldsOptions {
  vendors?: readonly Vendor[]
  now: () => number
  /** Of the first world; the others derive theirs from it unless they are given one. */
  seed?: string
  strict?: boolean
  /** Of each world's journal. */
  journal?: Bounds
  /** Hosts besides this machine that may be called, by name, address or network. */
  hosts?: readonly string[]
  /** Pushes under way at the same time, in all worlds together; 64 by default. */
  most?: number | undefined
  /** Where worlds are kept; in memory alone when it is left out. */
  state?: State
}

export function createWorlds(options: WorldsOptions): Worlds {
  const { vendors = everyVendor, seed = 'kefu', state } = options
  const worlds = new Map<string, World>()
  const marks = new Map<string, World>()
  const holders = new Map<string, World>()
  const driver = createDriver()
  let running = false
  const transport = createTransport(options)
  const keysOf = (world: World) =>
    vendors.flatMap(it => Object.entries(world.credentials(it)).map(([name, value]) => keyOf(it, name, value)))

  function add(world: World) {
    worlds.set(world.id, world)
    marks.set(world.mark, world)
    for (const it of keysOf(world)) holders.set(it, world)
    if (running) driver.watch(world.clock)
    return world
  }
  const make = (given: WorldOptions & { id: string }) =>
    createWorld({ vendors, journal: options.journal, transport, queue: state?.queue(given.id), ...given })

  function create(given: Created = {}) {
    const id = given.id ?? unused(worlds)
    const own = given.seed ?? `${seed}/${id}`
    if (worlds.has(id)) throw new KefuError('name-taken', { detail: `There is a world called ${JSON.stringify(id)}.` })
    const strict = given.strict ?? options.strict ?? false
    const world = make({ now: options.now, ...given, id, seed: own, strict })
    if (marks.has(world.mark))
      throw new KefuError('name-taken', { detail: `Another world has the seed ${JSON.stringify(own)}.` })
    state?.adopt(world)
    return add(world)
  }

  /** Nothing is sent for as long as it may turn out that this process cannot stay. */
  const asleep: World[] = []
  if (state) {
    for (const saved of state.saved()) {
      const { id, seed, strict } = saved
      asleep.push(add(restored(make({ now: options.now, id, seed, strict, empty: true }), saved, state, options.now)))
    }
  }
  const first = worlds.get('default') ?? create({ id: 'default', seed })
  if (first.seed !== seed)
    throw new KefuError('state-unusable', {
      detail: `It was made with the seed ${JSON.stringify(first.seed)}, not ${JSON.stringify(seed)}.`,
    })

  return {
    first,
    now: options.now,
    transport,
    create,
    named: id => worlds.get(id),
    holding: (vendor, credential, value) => holders.get(keyOf(vendor, credential, value)),
    marked: token => marks.get(token.slice(0, 8)),
    all: () => [...worlds.values()],
    remove(id) {
      const world = worlds.get(id)
      if (!world || world === first) return false
      worlds.delete(id)
      marks.delete(world.mark)
      for (const it of keysOf(world)) holders.delete(it)
      world.clock.forget()
      world.outbox.clear()
      state?.forget(id)
      return true
    },
    keep: world => state?.keep(world),
    saving: () => state?.saving(),
    run() {
      running = true
      for (const { outbox } of asleep.splice(0)) outbox.start()
      for (const { clock } of worlds.values()) driver.watch(clock)
    },
    end() {
      driver.stop()
      transport.close()
      state?.close()
    },
  }
}

const keyOf = (vendor: Vendor, credential: string, value: string) => `${vendor.id} ${credential} ${value}`

function unused(worlds: ReadonlyMap<string, unknown>) {
  let count = worlds.size
  while (worlds.has(`world-${count}`)) count++
  return `world-${count}`
}
