/** One request on its way through the mock: what came, whose it is, what was put up with, what is answered. */
import type { Contract } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import type { KefuError, ProblemCode } from '../src/wire/errors.ts'
import type { Http } from '../src/wire/wire.ts'
import type { World } from './world/world.ts'

export interface Exchange {
  readonly vendor: Vendor
  /** What it calls; undefined until it is known, or when there is no such operation. */
  operation: Contract<'operation'> | undefined
  readonly method: string
  /** As it stands in the request: path and query, still encoded. */
  readonly url: string
  /** Without the prefix that the vendor is mounted under, and without the query. */
  readonly path: string
  /** Parameters of the path. */
  readonly params: Record<string, string>
  http: Http
  /** Query and body in one, where the vendor reads them so. */
  parameters?: Record<string, unknown>
  /** Names of parameters that came with a type of their own, as JSON. */
  typed?: ReadonlySet<string>
  /** Why the parameters could not be read. */
  unread?: KefuError
  /** Origin and prefix that the vendor was called at. */
  readonly base: string
  /** The one that the credential belongs to; undefined when nobody holds it. */
  owner: World | undefined
  /** The owner, or the first world where there is none. */
  world: World
  /** When it came, by the clock of its world, in milliseconds since 1970. */
  at: number
  /** What deviated from the contract and was put up with. */
  readonly notes: string[]
  /** Why it was refused. */
  problem?: ProblemCode
  /** What was injected. */
  fault?: string
}

/** What goes out. */
export interface Sealed {
  status: number
  headers: Record<string, string>
  /** In one piece or in several. */
  body: string | readonly (string | Uint8Array)[]
}
