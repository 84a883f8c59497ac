/** Who comes: a person whom nobody is, reachable by nothing that anybody owns. */
import { localTime } from '../times.ts'
import { givenNames, surnames } from './data/names.ts'
import { type Place, places } from './data/places.ts'
import type { Dice } from './dice.ts'
import type { Serial } from './ids.ts'

export interface Person {
  name: string
  /** 陈女士. */
  title: string
  gender: 'male' | 'female'
  age: number
  /** yyyy-MM-dd; gives that age on the day of the story. */
  birthday: string
  /** 160 is no prefix of any operator. */
  phone: string
  wechat: string
  qq: string
  email: string
  place: Place
  district: string
  /** From the ranges that are kept for documents. */
  ip: string
}

export function personOf(serial: Serial, start: number, dice: Dice): Person {
  const gender = dice.chance(50) ? 'male' : 'female'
  const [surname, latin] = dice.one(surnames)
  const place = dice.one(places)
  const age = dice.between(20, 59)
  return {
    name: surname + dice.one(givenNames[gender]),
    title: surname + (gender === 'male' ? '先生' : '女士'),
    gender,
    age,
    birthday: localTime(start - (age * YEAR + dice.between(30, 300)) * DAY).slice(0, 10),
    phone: `160${serial.scattered}`,
    wechat: `wx_demo_${serial.scattered}`,
    qq: `1600${dice.between(100, 999)}`,
    email: `${latin}.${serial.scattered}@example.com`,
    place,
    district: dice.one(place.districts),
    ip: `${dice.one(ranges)}.${dice.between(1, 254)}`,
  }
}
const DAY = 86_400_000
const YEAR = 365.25
const ranges = ['192.0.2', '198.51.100', '203.0.113']
