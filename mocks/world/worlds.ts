/** All tenants of one server. The credential in a request tells which world it belongs to. */
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { createWorld, everyVendor, type World, type WorldOptions } from './world.ts'

export interface Worlds {
  /** There from the start. */
  first: World
  /** Throws name-taken when the id is taken or the seed is used by another world. */
  create(options?: Pick<WorldOptions, 'id' | 'seed' | 'still'>): World
  named(id: string): World | undefined
  /** The world with that value of a vendor's credential. */
  holding(vendor: Vendor, credential: string, value: string): World | undefined
  /** The world that issued a token, by the mark it begins with. */
  marked(token: string): World | undefined
  all(): World[]
  remove(id: string): boolean
}

export interface WorldsOptions {
  vendors?: readonly Vendor[]
  now: () => number
  /** Of the first world; the others derive theirs from it unless they are given one. */
  seed?: string
}

export function createWorlds({ vendors = everyVendor, now, seed = 'kefu' }: WorldsOptions): Worlds {
  const worlds = new Map<string, World>()
  const marks = new Map<string, World>()
  const holders = new Map<string, World>()
  const key = (vendor: Vendor, credential: string, value: string) => `${vendor.id} ${credential} ${value}`
  const keysOf = (world: World) =>
    vendors.flatMap(vendor =>
      Object.entries(world.credentials(vendor)).map(([name, value]) => key(vendor, name, value)),
    )
  let created = 0

  function create({
    id = `world-${++created}`,
    seed: own = `${seed}/${id}`,
    still,
  }: Pick<WorldOptions, 'id' | 'seed' | 'still'> = {}) {
    if (worlds.has(id)) throw new KefuError('name-taken', { detail: `There is a world called ${JSON.stringify(id)}.` })
    const world = createWorld({ id, seed: own, now, vendors, ...(still !== undefined && { still }) })
    if (marks.has(world.mark))
      throw new KefuError('name-taken', { detail: `Another world has the seed ${JSON.stringify(own)}.` })
    worlds.set(id, world)
    marks.set(world.mark, world)
    for (const it of keysOf(world)) holders.set(it, world)
    return world
  }

  const first = create({ id: 'default', seed })
  return {
    first,
    create,
    named: id => worlds.get(id),
    holding: (vendor, credential, value) => holders.get(key(vendor, credential, value)),
    marked: token => marks.get(token.slice(0, 8)),
    all: () => [...worlds.values()],
    remove(id) {
      const world = worlds.get(id)
      if (!world || world === first) return false
      worlds.delete(id)
      marks.delete(world.mark)
      for (const it of keysOf(world)) holders.delete(it)
      return true
    },
  }
}
