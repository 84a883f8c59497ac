/** Mistakes with the time: another unit, taken twice, or another time than was sent. */
import { changed } from './mistakes-secret.ts'
import type { Part, Recipe } from './recipe.ts'
import type { Mistake, Way } from './search.ts'

const isTime = ({ time, value }: Part) => time === true && /^\d{10}(\d{3})?$/.test(value)

/** Milliseconds have thirteen digits from 2001 to 2286, seconds ten. */
export const inMilliseconds = (value: string) => (value.length > 11 ? Number(value) : Number(value) * 1000)

const timed = (right: Recipe, change: (value: string) => string): Recipe =>
  changed(right, isTime, it => ({ ...it, value: change(it.value) }))

const shifted = (right: Recipe, seconds: number): Way<Recipe> => [
  timed(right, value => String(Number(value) + (value.length > 11 ? seconds * 1000 : seconds))),
  `${inWords(seconds)} ${seconds > 0 ? 'later' : 'earlier'} than the time that was sent`,
]

const MINUTE = 60
const HOUR = 3600

export function inWords(seconds: number) {
  const size = Math.abs(seconds)
  if (size >= HOUR && size % (HOUR / 2) === 0) return `${size / HOUR} hours`
  return size >= 2 * MINUTE && size % MINUTE === 0 ? `${size / MINUTE} minutes` : `${size} s`
}

/** Milliseconds between two looks at the clock. */
const APART = 200

const steps = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step)

/** Seconds as they pass between two lines, minutes of a clock that goes wrong, half hours of time zones. */
const offsets = [
  ...steps(1, 5 * MINUTE, 1),
  ...steps(6 * MINUTE, HOUR, MINUTE),
  ...steps(1.5 * HOUR, 24 * HOUR, HOUR / 2),
]

export const timeMistakes: readonly Mistake<Recipe>[] = [
  {
    id: 'wrong-unit',
    what: 'The time was signed in another unit than it was sent in',
    cure: 'Take the time once, and sign the very text that is sent.',
    *ways(right) {
      const value = right.parts.find(isTime)?.value
      if (value?.length === 13) {
        yield [timed(right, it => it.slice(0, 10)), 'seconds were signed, milliseconds sent']
        yield [timed(right, it => `${it.slice(0, 10)}000`), 'whole seconds were signed, milliseconds sent']
      }
      if (value?.length === 10) yield [timed(right, it => `${it}000`), 'milliseconds were signed, seconds sent']
    },
  },
  {
    id: 'time-taken-twice',
    what: 'The time was taken twice, once to sign and once to send',
    cure: 'Take the time once, and sign the very text that is sent.',
    alone: true,
    *ways(right) {
      const value = right.parts.find(isTime)?.value
      if (value?.length === 10) {
        for (let off = 1; off < 1000; off++)
          yield [timed(right, it => String(Number(it) * 1000 + off)), 'milliseconds were signed, seconds sent']
      }
      if (value?.length === 13) {
        for (let off = 1; off <= APART; off++) {
          yield [timed(right, it => String(Number(it) - off)), `${off} ms apart`]
          yield [timed(right, it => String(Number(it) + off)), `${off} ms apart`]
        }
      }
    },
  },
  {
    id: 'clock-skew',
    what: 'Another time was signed than was sent',
    cure: 'Take the time once, and sign the very text that is sent; set the clock and its zone.',
    alone: true,
    *ways(right) {
      if (!right.parts.some(isTime)) return
      for (const off of offsets) {
        yield shifted(right, -off)
        yield shifted(right, off)
      }
    },
  },
]
