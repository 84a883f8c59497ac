/** The lists that a world has from its seed. They are not stored: whoever knows the seed can make them again. */
import type { World } from '../../world/world.ts'
import { contentCases, proposals, purchases } from './content.ts'
import { promptSteps, reportPrompts } from './prompts.ts'
import { replacements, sales } from './software.ts'

/** Column → value; text, but for `order_index`. */
export type Row = Readonly<Record<string, string | number>>

const sources = { contentCases, proposals, replacements, purchases, reportPrompts, promptSteps, sales } satisfies {
  [list: string]: (world: World) => Row[]
}

export type List = keyof typeof sources

const known = new WeakMap<World, Map<List, readonly Row[]>>()

export function rowsOf(world: World, list: List): readonly Row[] {
  const lists = known.get(world) ?? new Map<List, readonly Row[]>()
  known.set(world, lists)
  const rows = lists.get(list) ?? sources[list](world)
  lists.set(list, rows)
  return rows
}
