/** Chance from a seed, as the cast needs it: a number, one of a list, some of a list. */
import { type Random, seededRandom } from '../world/random.ts'

export interface Dice {
  /** A whole number from 0 to n - 1. */
  below(n: number): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  /** A time in milliseconds, of whole seconds: what is written in seconds must still add up. */
  seconds(least: number, most: number): number
  chance(percent: number): boolean
  one<T>(list: readonly T[]): T
  /** As many different ones, in any order. */
  some<T>(list: readonly T[], count: number): T[]
  hex(bytes: number): string
}

export function diceOf(seed: string): Dice {
  const bytes = pooled(seededRandom(seed))
  const below = (n: number) => (n > 1000 ? bytes(4).readUInt32BE() : bytes(2).readUInt16BE()) % n
  const between = (least: number, most: number) => least + below(most - least + 1)
  return {
    below,
    between,
    seconds: (least, most) => between(least, most) * 1000,
    chance: percent => below(100) < percent,
    one: <T>(list: readonly T[]) => list[below(list.length)] as T,
    some: <T>(list: readonly T[], count: number) => {
      const rest = [...list]
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(below(rest.length), 1)[0] as T)
    },
    hex: count => bytes(count).toString('hex'),
  }
}

/** Taken in large pieces, which costs a fraction of many small ones. */
function pooled(random: Random): Random {
  let pool = random(POOL)
  let used = 0
  return count => {
    if (used + count > POOL) {
      pool = random(POOL)
      used = 0
    }
    used += count
    return pool.subarray(used - count, used)
  }
}
const POOL = 64
