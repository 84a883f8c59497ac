/** What a receiver is told, and what its handlers get. */
import type { Static } from '@sinclair/typebox'
import type { Credentials, Push, Pushes, Vendor } from '../../schemas/define.ts'
import type { Explanation } from '../explain/explain.ts'
import type { KefuError } from '../wire/errors.ts'
import type { Http } from '../wire/wire.ts'
import type { Inbox, Quarantined } from './inbox.ts'
import type { Repair } from './repair.ts'

/** What came, besides the message itself. */
export interface Delivery<Transaction = unknown> {
  vendor: string
  /** Id of the push. */
  push: string
  /** The same for every copy of the message: vendor, endpoint, push, and its msgId or a hash of what it says. */
  key: string
  /** The request as it came. */
  http: Http
  /** What had to be repaired before it could be read. */
  repairs: readonly Repair[]
  /** What the inbox lets a handler write together with its mark. */
  transaction: Transaction
  /** The message with codes for names, numbers for numeric text and ids as text; `raw` has what was changed, by path. */
  normalised(): { message: unknown; raw: Record<string, unknown> }
}

/** A handler for each push that you want. One that throws, or takes too long, is not acknowledged, so that the vendor sends again. */
export type Handlers<V extends Vendor, Transaction = unknown> = {
  [N in keyof Pushes<V>]?: Pushes<V>[N] extends Push<infer M>
    ? (message: Static<M>, delivery: Delivery<Transaction>) => unknown
    : never
}

/** What is done about a message that deviates: it is not acknowledged; or stored, acknowledged and told of; or handed on as it is. */
export type Deviating = 'refuse' | 'quarantine' | 'pass'

export interface ReceiverOptions<V extends Vendor, Transaction = unknown> {
  secret: Credentials<V>
  on: Handlers<V, Transaction>
  /** Tells receivers of one vendor apart in the keys of messages. */
  endpoint?: string
  /** A secret that the vendor was told to send, for vendors that sign nothing: in a header, or in the address. */
  shared?: { header: string; value: string } | { query: string; value: string }
  /** Sobot: refuse what is not signed; otherwise a signature is checked where there is one. */
  signed?: boolean
  /** Seconds that the timestamp of a signed push may be off, 300 by default; false takes any. */
  window?: number | false
  /** Bytes of a body; 1 MiB by default. */
  limit?: number
  /** Milliseconds that a handler may take; 4,000 by default, since vendors wait five seconds. */
  deadline?: number
  /** Repairs exactly the malformations that the vendor's own document shows, and reports them. */
  tolerant?: boolean
  /** Unknown events and messages off their contract are quarantined by default, so that they are not resent for ever; unknown fields are passed. */
  deviations?: { events?: Deviating; violations?: Deviating; fields?: Deviating }
  /** In memory by default. */
  inbox?: Inbox<Transaction>
  /** Milliseconds since 1970; real time by default. */
  now?: () => number
  /**
   * Told of every push that was not acknowledged, and why. The message of the error holds no secret.
   * Where a signature or an envelope is wrong, `why` finds out which mistake was made: for a log, not for whoever sent it.
   */
  onRefused?: (error: KefuError, http: Http, why: () => Explanation[]) => unknown
  onQuarantined?: (entry: Quarantined) => void
  /** Told of events that `pass` lets through. */
  onUnknown?: (message: unknown, http: Http) => void
}

/** What to answer on the wire. */
export interface Received {
  status: number
  contentType: string
  body: string
}
