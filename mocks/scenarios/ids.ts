/** The ids of a conversation. Those that must never meet again are counted from a base of the seed; the others are drawn. */
import { localTime } from '../times.ts'
import { seededRandom } from '../world/random.ts'
import type { Dice } from './dice.ts'

/** How many ids of one kind a conversation has to itself. */
export const BLOCK = 100

/** No two conversations of a seed have the same. */
export interface Serial {
  /** Grows with the index. */
  number: number
  /** Eight digits that do not show the order. */
  scattered: string
}

export function serialOf(seed: string, index: number): Serial {
  const base = seededRandom(seed)(8)
  const scattered = (base.readUInt32BE(4) + index * STEP) % 1e8
  return { number: 1_000_000 + (base.readUInt32BE() % 8_000_000) + index, scattered: pad(scattered, 8) }
}
/** Without a factor in common with 10^8, so that all eight-digit numbers come before one comes again. */
const STEP = 38_196_601

const pad = (number: number, length: number) => `${number}`.padStart(length, '0')

export interface Ids {
  /** First of the ids of Echat’s messages. */
  message: number
  /** First of the numbers of conversations; at Echat a prefix says of which kind. */
  chat: number
  visit: string
  /** Of a click on the chat icon. */
  click: string
  /** Of the visitor at Echat, without the word that leads it. */
  visitor: string
  /** Of the same at EasyLiao, where it never changes. */
  staticId: string
  /** Of the card at Yunduo. */
  card: string
  /** First of the ids of chat messages at Yunduo, and of lines at EasyLiao. */
  line: number
  /** Of two records of one person at Sobot. */
  customer: string
  duplicate: string
  browser: string
  session: string
}

export function idsOf({ number }: Serial, start: number, dice: Dice): Ids {
  const day = localTime(start).slice(0, 10).replaceAll('-', '')
  return {
    message: number * BLOCK,
    chat: number * 10,
    visit: `${number}`,
    click: `${number * 3}`,
    visitor: `30${number}`,
    staticId: `01${pad(dice.below(1e9), 12)}${pad(dice.below(1e9), 9)}${pad(number, 9)}`,
    card: `${day}kfu${number}`,
    line: 1e12 + number * BLOCK,
    customer: dice.hex(16),
    duplicate: dice.hex(16),
    browser: dice.hex(16),
    session: uuid(dice.hex(16)),
  }
}

export const uuid = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
