/** Everything that one tenant of the mock owns. So far: credentials, a clock and randomness. */
import type { Vendor } from '../../schemas/define.ts'
import type { Moment } from '../../src/wire/wire.ts'
import { sideOf } from '../sides.ts'
import { seededRandom } from './random.ts'

export interface World {
  seed: string
  /** The vendor's credentials of this tenant. */
  credentials(vendor: Vendor): Record<string, string>
  /** Now, by the world's clock, with the world's randomness. */
  moment(): Moment
}

export interface WorldOptions {
  /** The same seed gives the same credentials. */
  seed?: string
  /** Milliseconds since 1970; the caller's clock. */
  now: () => number
}

export function createWorld({ seed = 'kefu', now }: WorldOptions): World {
  const random = seededRandom(`${seed}/moments`)
  return {
    seed,
    credentials: vendor => sideOf(vendor).credentials(seededRandom(`${seed}/${vendor.id}`)),
    moment: () => ({ now: now(), random }),
  }
}
