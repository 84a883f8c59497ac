/** When a push is sent again: as its vendor does, or quickly for tests, or patiently for receivers that are long away. */
import { lot } from '../world/random.ts'
import type { Sending } from './sending.ts'

export interface Schedule {
  /** Milliseconds before each further attempt. */
  delays: readonly number[]
  /** This share of a delay, at most, is added to it. */
  jitter: number
}

const SECOND = 1_000
const HOUR = 3_600 * SECOND

/** Twelve attempts within three days. */
const PATIENT = [10 * SECOND, 60 * SECOND, 300 * SECOND, 900 * SECOND, ...[1, 2, 4, 8, 12, 20, 22].map(it => it * HOUR)]

const schedules = {
  once: (): Schedule => ({ delays: [], jitter: 0 }),
  vendor: ({ delays }: Sending): Schedule => ({ delays, jitter: 0 }),
  fast: (): Schedule => ({ delays: [50, 150, 600], jitter: 0.2 }),
  patient: (): Schedule => ({ delays: PATIENT, jitter: 0.05 }),
}

export type Profile = keyof typeof schedules
export const profiles = Object.keys(schedules) as Profile[]

/** A receiver may ask for a longer delay than the schedule has, up to this. */
const LONGEST = HOUR

/** Milliseconds until the next attempt; undefined when there is none. The same seed, push and attempt give the same. */
export function nextDelay(
  profile: Profile,
  sending: Sending,
  { attempts, seed, asked = 0 }: { attempts: number; seed: string; asked?: number | undefined },
): number | undefined {
  const { delays, jitter } = schedules[profile](sending)
  const delay = delays[attempts - 1]
  if (delay === undefined) return undefined
  return Math.max(Math.round(delay * (1 + jitter * (jitter && lot(seed)))), Math.min(asked, LONGEST))
}

/** What the header Retry-After asks for, in milliseconds: seconds, or a date by the receiver's own clock. */
export function askedDelay(headers: Record<string, string | string[] | undefined>): number | undefined {
  const [after] = [headers['retry-after']].flat()
  if (after === undefined) return undefined
  if (/^\d{1,9}$/.test(after)) return Number(after) * SECOND
  const [until, now] = [Date.parse(after), Date.parse([headers.date].flat()[0] ?? '')]
  return until > now ? until - now : undefined
}
