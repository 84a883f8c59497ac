/** When pushes of a vendor are sent again, under each profile, as the mock computes it. */
import { nextDelay, type Profile } from '../../../mocks/deliver/profile.ts'
import type { Sending } from '../../../mocks/deliver/sending.ts'
import { sideOf } from '../../../mocks/sides.ts'
import { lot } from '../../../mocks/world/random.ts'
import type { Vendor } from '../../../schemas/define.ts'
import { defaultsOf } from '../../../src/wire/choose.ts'

export interface Schedule {
  profile: Profile
  /** Milliseconds before each further attempt. */
  delays: readonly number[]
  /** Some of them may be longer by this share. */
  longer: number
}

/** `once` has nothing to show. */
const shown: readonly Profile[] = ['vendor', 'fast', 'patient']

/** How the vendor sends under the assumptions as they are by default; undefined where it pushes nothing. */
export const sendingOf = (vendor: Vendor): Sending | undefined => sideOf(vendor).sending?.(defaultsOf(vendor))

export const schedulesOf = (sending: Sending): Schedule[] =>
  shown.map(profile => {
    const [least, most] = [delaysOf(profile, sending, shortest), delaysOf(profile, sending, longest)]
    const [first = 0] = least
    return { profile, delays: least, longer: first && Number(((most[0] ?? 0) / first - 1).toFixed(2)) }
  })

function delaysOf(profile: Profile, sending: Sending, seed: string): number[] {
  const delays: number[] = []
  for (;;) {
    const delay = nextDelay(profile, sending, { attempts: delays.length + 1, seed })
    if (delay === undefined) return delays
    delays.push(delay)
  }
}

/** The lots whose draw adds least and most to a delay: without it, and with all of it. */
const seeds = Array.from({ length: 20_000 }, (_, index) => `${index}`)
const shortest = seeds.reduce((best, it) => (lot(it) < lot(best) ? it : best))
const longest = seeds.reduce((best, it) => (lot(it) > lot(best) ? it : best))
