/** The vendor's side of each vendor: what only its own server knows. */
import type { Vendor } from '../schemas/define.ts'
import type { KefuError } from '../src/wire/errors.ts'
import type { Http } from '../src/wire/wire.ts'
import type { Failure } from './behaviour.ts'
import { easyliao } from './easyliao/index.ts'
import { echat } from './echat/index.ts'
import { okayapi } from './okayapi/index.ts'
import { sobot } from './sobot/index.ts'
import type { Random } from './world/random.ts'
import type { World } from './world/world.ts'
import type { Worlds } from './world/worlds.ts'
import { yunduo } from './yunduo/index.ts'

/** An answer in the vendor's own envelope. */
export interface Refused {
  status: number
  body: unknown
}

export interface Side {
  /** What the vendor issues to a new tenant. A token begins with the world's mark. */
  credentials(random: Random, mark: string): Record<string, string>
  /** The assumptions that it follows, so that a world can switch them. */
  follows?: readonly string[]
  /** What a new world holds from the start. */
  begin?(world: World): void
  /** The vendor's answer to a request that it refuses; `path` is the one that was asked for, the world the first where it has none. */
  refuse(error: KefuError, path: string, world: World): Refused
  /** The answer to an operation that failed with a code of the catalogue. */
  fail?(failure: Failure): Refused
  /** The world that a call belongs to, told by its credential. Throws credential-missing, -unknown and -expired. */
  worldOf?(http: Http, worlds: Worlds, open: boolean): World
  /** Whether that credential is good there, now. Throws credential-expired. */
  admit?(http: Http, world: World, open: boolean): void
  /** What its operations do, by id. */
  behaviour?: Record<string, (asked: never, world: World) => unknown>
}

const sides: Record<string, Side> = { easyliao, echat, okayapi, sobot, yunduo }

export const sideOf = (vendor: Vendor) => sides[vendor.id] as Side
