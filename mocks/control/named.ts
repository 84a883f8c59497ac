/** Finds what a request to the mock's own door names, or says what there is. */
import { KefuError } from '../../src/wire/errors.ts'
import { nearest } from '../../src/wire/nearest.ts'
import type { World } from '../world/world.ts'
import type { Worlds } from '../world/worlds.ts'

/** Throws name-unknown with the nearest. */
export function named<T extends { id: string }>(all: readonly T[], id: string, what: string): T {
  const found = all.find(it => it.id === id)
  if (found) return found
  const ids = all.map(it => it.id)
  throw new KefuError('name-unknown', { detail: `Nothing called ${JSON.stringify(id)} ${what}; ${nearest(id, ids)}` })
}

export function worldNamed(worlds: Worlds, id: string): World {
  const found = worlds.named(id)
  if (found) return found
  const ids = worlds.all().map(it => it.id)
  throw new KefuError('name-unknown', { detail: `There is no world ${JSON.stringify(id)}; ${nearest(id, ids)}` })
}
