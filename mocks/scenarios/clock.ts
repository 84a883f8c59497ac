/** Moments of a story as the vendors write them. */
import { localTime } from '../times.ts'
import type { Cast } from './cast.ts'

/** `2020-04-09 10:59:43`. */
export const local = ({ start }: Cast, at: number) => written(start + at)

/** `2024-06-28T10:12:41.000+08:00`. */
export const offset = ({ start }: Cast, at: number) =>
  `${written(start + at).replace(' ', 'T')}.${`${(start + at) % 1000}`.padStart(3, '0')}+08:00`

/** Milliseconds as Echat writes them where its table says 秒. */
export const seconds = (milliseconds: number) => `${Math.round(milliseconds / 1000)}`

/** The same as `localTime`. A story has a hundred times and one or two hours, so the hour is kept. */
function written(moment: number) {
  const current = Math.floor(moment / HOUR)
  if (current !== hour) {
    hour = current
    untilHour = localTime(moment).slice(0, 14)
  }
  const second = Math.floor(moment / 1000) - current * 3600
  return `${untilHour}${twoDigits[Math.floor(second / 60)]}:${twoDigits[second % 60]}`
}
const HOUR = 3_600_000
const twoDigits = Array.from({ length: 60 }, (_, number) => `${number}`.padStart(2, '0'))
let hour = Number.NaN
let untilHour = ''
