/** Drawing from a world's seed: the same seed draws the same rows. */
import { seededRandom } from '../../world/random.ts'
import type { World } from '../../world/world.ts'

export interface Draw {
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  pick<T>(of: readonly T[]): T
  /** Different ones, in the order of the list. */
  some<T>(of: readonly T[], count: number): T[]
  hex(bytes: number): string
}

export function drawing(world: World, what: string): Draw {
  const random = seededRandom(`${world.seed}/okayapi/${what}`)
  const below = (end: number) => random(4).readUInt32BE() % end
  const pick = <T>(of: readonly T[]) => of[below(of.length)] as T
  return {
    between: (least, most) => least + below(most - least + 1),
    pick,
    some(of, count) {
      const chosen = new Set<number>()
      while (chosen.size < Math.min(count, of.length)) chosen.add(below(of.length))
      return of.filter((_, index) => chosen.has(index))
    },
    hex: bytes => random(bytes).toString('hex'),
  }
}

/** So many rows, made one after the other. */
export const times = <R>(count: number, make: (index: number) => R): R[] =>
  Array.from({ length: count }, (_, index) => make(index))
