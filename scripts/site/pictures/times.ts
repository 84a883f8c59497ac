/** Times in pictures: as a clock shows them, and as spans in one unit. */
import type { Both, Language } from '../page.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Milliseconds since the beginning as `0:05`, `12:07`, `4:13:50`. */
export function clockOf(milliseconds: number): string {
  const whole = Math.floor(milliseconds / SECOND)
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (number: number) => `${number}`.padStart(2, '0')
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

const units: readonly [least: number, size: number, name: Both][] = [
  [2 * DAY, DAY, { en: 'd', zh: '天' }],
  [HOUR, HOUR, { en: 'h', zh: '小时' }],
  [2 * MINUTE, MINUTE, { en: 'min', zh: '分钟' }],
  [SECOND, SECOND, { en: 's', zh: '秒' }],
  [0, 1, { en: 'ms', zh: '毫秒' }],
]

/** In the unit that fits, to one decimal: `50 ms`, `80 s`, `1.4 h`; nothing is `0`. */
export function spanOf(milliseconds: number, language: Language): string {
  if (milliseconds === 0) return '0'
  const [, size, name] = units.find(([least]) => milliseconds >= least) ?? units[4]!
  const figure = `${Number((milliseconds / size).toFixed(1))}`
  return `${figure} ${name[language]}`
}
