/** The vendor's side of each vendor: what only its own server knows. */
import type { Vendor } from '../schemas/define.ts'
import type { KefuError } from '../src/wire/errors.ts'
import { easyliao } from './easyliao/index.ts'
import { echat } from './echat/index.ts'
import { okayapi } from './okayapi/index.ts'
import { sobot } from './sobot/index.ts'
import type { Random } from './world/random.ts'
import { yunduo } from './yunduo/index.ts'

/** An answer in the vendor's own envelope. */
export interface Refused {
  status: number
  body: unknown
}

export interface Side {
  /** What the vendor issues to a new tenant. */
  credentials(random: Random): Record<string, string>
  /** The vendor's answer to a request that it refuses; `path` is the one that was asked for. */
  refuse(error: KefuError, path: string): Refused
}

const sides: Record<string, Side> = { easyliao, echat, okayapi, sobot, yunduo }

export const sideOf = (vendor: Vendor) => sides[vendor.id] as Side
