/** Primary keys as a database counts them: digits from 1, one counter a table. */
import type { World } from '../world/world.ts'

export function nextId(world: World, table: string): string {
  const counters = world.store.table<number>('okayapi.counters')
  const count = (counters.get(table) ?? 0) + 1
  counters.put(table, count)
  return String(count)
}
