/** Stories told for the tests, and how their messages are read. */
import { castOf } from '../mocks/scenarios/cast.ts'
import type { Event } from '../mocks/scenarios/define.ts'
import { scenarios } from '../mocks/scenarios/index.ts'

export const START = Date.UTC(2026, 2, 9, 1, 30, 0, 417)
export const ROUNDS = 200

export const tell = (id: string, seed: string, index: number, start = START): Event[] =>
  scenarios.find(it => it.id === id)?.story(castOf({ seed, index, start })) ?? []

export const stories = (id: string) =>
  Array.from({ length: ROUNDS }, (_, index) => tell(id, `seed ${index % 5}`, index))

// biome-ignore lint/suspicious/noExplicitAny: messages of every kind are read by path
export const read = ({ message }: Event): any => message
export const said = (story: Event[], push: string) => story.filter(it => it.push === push).map(read)
export const the = (story: Event[], push: string) => said(story, push)[0]

/** Milliseconds since 1970 of a Beijing time. */
export const moment = (local: string) => Date.parse(`${local.replace(' ', 'T')}+08:00`)
export const between = (earlier: string, later: string) => moment(later) - moment(earlier)
export const increasing = (times: number[]) => times.every((time, place) => place === 0 || time > times[place - 1]!)

/** Values under that key, wherever they stand in the messages. */
export const all = (story: Event[], key: string) => story.flatMap(it => under(it.message, key))

function under(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...under(inner, key)])
}
