/** What a client of a vendor looks like: its operations, what they take and answer, and its options. */
import type { Static, TSchema } from '@sinclair/typebox'
import type { Contract } from '../../schemas/contracts.ts'
import type { Credentials, Operation, Operations, Vendor } from '../../schemas/define.ts'
import type { Answer } from '../wire/send.ts'

// biome-ignore lint/complexity/noBannedTypes: an absent part adds no key to the input
type Part<Name extends string, S extends TSchema> = [S] extends [never] ? {} : { [K in Name]: Static<S> }
// biome-ignore lint/complexity/noBannedTypes: as above
type QueryPart<S extends TSchema> = [S] extends [never] ? {} : { query?: Partial<Static<S>> }

/** What a call takes. Query parameters that prove who calls (appid, sign, app_key …) are added for you. */
export type Input<O> =
  O extends Operation<infer Q, infer P, infer B, infer _R> ? QueryPart<Q> & Part<'params', P> & Part<'body', B> : never
export type Reply<O> = O extends Operation<infer _Q, infer _P, infer _B, infer R> ? Static<R> : never

/** One function for each operation of the vendor. Each throws VendorFailure or KefuError. */
export type Calls<V extends Vendor> = {
  [N in keyof Operations<V>]: (
    input: Input<Operations<V>[N]>,
    options?: CallOptions,
  ) => Promise<Reply<Operations<V>[N]>>
}

/** The entry of a page, by where the two vendors put their lists and totals; never for a reply that is no page. */
type Entry<R> = R extends { items: (infer E)[]; page_count: unknown }
  ? E
  : R extends { data: { items: (infer E)[]; total: unknown } }
    ? E
    : R extends { data: { lie_biao: (infer E)[]; zong_shu: unknown } }
      ? E
      : never

type Paged<V extends Vendor> = {
  [N in keyof Operations<V>]: [Entry<Reply<Operations<V>[N]>>] extends [never] ? never : N
}[keyof Operations<V>]

/** One function for each operation that answers by pages: every entry, page after page, fetched as the loop gets there. */
export type Each<V extends Vendor> = {
  [N in Paged<V>]: (
    input?: Input<Operations<V>[N]>,
    options?: CallOptions & PageOptions,
  ) => AsyncGenerator<Entry<Reply<Operations<V>[N]>>, void, undefined>
}

export type Client<V extends Vendor> = Calls<V> & { readonly each: Each<V> }

export interface PageOptions {
  /** Entries asked for at a time; 100 by default. A size in the query goes before it. */
  pageSize?: number
}

/** May differ from call to call. */
export interface CallOptions {
  /** Cancels the call at once, also while it waits. */
  signal?: AbortSignal
  /** Milliseconds for the call with all its attempts, waits and the token; 30,000 by default. Real time. */
  deadline?: number
  /** Milliseconds for one attempt; 10,000 by default. Real time. */
  timeout?: number
  /** Requests that are made at most; 3 by default. One more is made after a token was refused. */
  attempts?: number
  /** Repeats also what may have been carried out and does more than read. False by default: a second customer is worse than an error. */
  retryWrites?: boolean
}

/** A request as it goes out. */
export interface Outgoing {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  /** Undefined where there is none. */
  body: string | Uint8Array | undefined
  /** Ends the request at once. */
  signal: AbortSignal
  /** Bytes of the answer that are wanted at most; more are an error. */
  limit: number
}

/** Makes one request: follows no redirect, tries nothing twice. Answers header names in lower case; rejects where there is no whole answer. */
export type Transport = (request: Outgoing) => Promise<Answer>

export interface Settings extends Omit<CallOptions, 'signal'> {
  /** Scheme, host, port and whatever stands before the documented path. */
  baseUrl: string
  /** `undici` by default; `fetch` is that of the platform. */
  transport?: 'undici' | 'fetch' | Transport
  /** Bytes of an answer; 8 MiB by default. */
  limit?: number
  /** The first wait lies between 0 and `first` milliseconds, then twice that, and so on up to `most`; 200 and 10,000 by default. */
  backoff?: { first?: number; most?: number }
  /** Milliseconds before its end at which a token is renewed; 300,000 by default, and never more than half its life. */
  renewBefore?: number
  /** Accepts a success that the vendor did not sign; where the vendor has switched `_auth` off. */
  unsignedReplies?: boolean
  /** The caller's clock, milliseconds since 1970; real time by default. It dates requests and tokens. */
  now?: () => number
  /** From 0 to 1, for the waits; Math.random by default. */
  random?: () => number
  /** Waits so many milliseconds; a timer by default. */
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
}

export interface ClientOptions<V extends Vendor> extends Settings {
  credentials: Credentials<V>
}

/** An input whose types were not checked, as it comes from a command line. */
export interface RawInput {
  query?: Record<string, unknown>
  params?: Record<string, unknown>
  body?: unknown
}

/** What is called: one contract of a vendor, and for whom. */
export interface Asked {
  vendor: Vendor
  operation: Contract<'operation'>
  input: RawInput
}
