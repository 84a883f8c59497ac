/** The vendor's side of each vendor: what only its own server knows. */
import type { TSchema } from '@sinclair/typebox'
import type { Vendor } from '../schemas/define.ts'
import type { KefuError } from '../src/wire/errors.ts'
import type { Choose, Moment } from '../src/wire/wire.ts'
import type { Failure } from './behaviour.ts'
import type { QueuedPush } from './deliver/queue.ts'
import type { Sending } from './deliver/sending.ts'
import type { Transport } from './deliver/transport.ts'
import { easyliao } from './easyliao/index.ts'
import { echat } from './echat/index.ts'
import type { Exchange, Sealed } from './exchange.ts'
import { okayapi } from './okayapi/index.ts'
import { sobot } from './sobot/index.ts'
import type { Random } from './world/random.ts'
import type { Store } from './world/store.ts'
import type { World } from './world/world.ts'
import type { Worlds } from './world/worlds.ts'
import { yunduo } from './yunduo/index.ts'

/** An answer in the vendor's own envelope. */
export interface Refused {
  status: number
  body: unknown
}

/** The parts of a request as its contract has them, and where the vendor was called at. */
export interface AskedParts {
  query: unknown
  params: unknown
  body: unknown
  base: string
}

/** An address that is about to be registered. */
export interface NewAddress {
  url: string
  headers?: Record<string, string>
  query?: Record<string, string>
  secret: Record<string, string>
  choose: Choose
  moment: Moment
  transport: Transport
}

export interface Act {
  id: string
  input: TSchema
  /** Throws name-unknown for what is not there. */
  run(input: never, world: World): unknown
}

/** What is known of a request that is refused, perhaps before it could be read. */
export type RefusedExchange = Pick<Exchange, 'path' | 'world'> & Partial<Exchange>

export interface Side {
  /** What the vendor issues to a new tenant. A token begins with the world's mark. */
  credentials(random: Random, mark: string): Record<string, string>
  /** The assumptions that it follows, so that a world can switch them. */
  follows?: readonly string[]
  /** What a new world holds from the start. */
  begin?(world: World): void
  /** The vendor's answer to a request that it refuses; `world` is the first where the request has none. */
  refuse(error: KefuError, asked: RefusedExchange): Refused
  /** The answer to an operation that failed with a code of the catalogue. */
  fail?(failure: Failure, asked: RefusedExchange): Refused
  /** Paths at which a parameter names the operation. */
  doors?: readonly string[]
  /** Takes GET for POST and POST for GET. */
  anyMethod?: true
  /** Finds out whose credential a call carries, and at a door what it calls, without judging either. */
  identify?(exchange: Exchange, worlds: Worlds): void | Promise<void>
  /** Reads a call and judges it, in the order in which the vendor checks. Throws a KefuError or a Failure. */
  receive?(exchange: Exchange): AskedParts
  /** Writes the answer of an operation; as the vendor's wire does when it is left out. */
  seal?(answer: unknown, asked: AskedParts, exchange: Exchange): Sealed
  /** Ends the session or token that a call carries, before its time. */
  expire?(exchange: Exchange): void
  /** How events of a push are packed: together with those of its group, up to so many or within so many milliseconds. */
  packing?(world: Pick<World, 'switches'>, push: string): { group: string; size: number; within: number }
  /** One message of several events. */
  pack?(entries: readonly unknown[]): unknown
  /** When it sends a push again, how long it waits, what counts as received; needed of who sends pushes. */
  sending?(choose: Choose): Sending
  /** The message as the choices of the world have it; the one that is given is not changed. Undefined when nothing is sent. */
  shape?(message: unknown, push: string, world: { choose: Choose; store: Store }): unknown
  /** The message with its fields under names that an address asked for. Throws name-unknown and contract-violated. */
  rename?(message: unknown, fieldNames: Record<string, string>): unknown
  /** Has the vendor check a new address. Throws endpoint-unverified. */
  verify?(address: NewAddress): Promise<void>
  /** Told once a push was acknowledged, or was given up. */
  settled?(push: Pick<QueuedPush, 'push' | 'conversations'>, acknowledged: boolean, world: { store: Store }): void
  /** A file that an operation made and that is fetched under `/files/<name>`; its content type follows from the name. */
  file?(name: string, worlds: Worlds): Promise<Buffer> | undefined
  /** What people do in its console, for which it has no operation. */
  acts?: readonly Act[]
  /** What its operations do, by id. */
  behaviour?: Record<string, (asked: never, world: World) => unknown>
}

const sides: Record<string, Side> = { easyliao, echat, okayapi, sobot, yunduo }

export const sideOf = (vendor: Vendor) => sides[vendor.id] as Side
