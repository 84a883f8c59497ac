/** The vocabulary of the house: what a vendor's document says, as data. Read this first. It knows TypeBox and nothing else. */
import type { Static, TObject, TSchema } from '@sinclair/typebox'

/** Where a fact comes from: a table of the document, only a printed example, what others saw of the vendor, or our guess. */
export type Evidence = 'table' | 'example' | 'observed' | 'assumed'

interface Facts {
  /** The document's own heading, in Chinese. */
  title: string
  /** The same in English, as a short imperative or noun phrase. */
  summary: string
  /** Section of the vendor's document; contracts are listed in its order. */
  doc: string
  /** When it happens or what it is for, in our words. */
  description?: string
  /** Summary and description in Chinese, for the docs site, which is not built without them. */
  zh?: { summary: string; description?: string }
}

type Call<Q extends TObject, P extends TObject, B extends TSchema, R extends TSchema> = {
  query?: Static<Q>
  params?: Static<P>
  body?: Static<B>
  reply: Static<R>
}

interface OperationFacts<Q extends TObject, P extends TObject, B extends TSchema, R extends TSchema> extends Facts {
  method: 'GET' | 'POST'
  path: `/${string}`
  /** Other paths that the document prints for the same operation. */
  aliases?: readonly `/${string}`[]
  /** The other method, where the document shows both or we take both for meant. */
  otherMethod?: 'GET' | 'POST'
  /** Needs no credential of its own kind (Sobot: no token). */
  open?: true
  /** Whether it only reads, so that it may be repeated; said where the method does not tell: a GET that removes, a POST that lists. */
  reads?: boolean
  query?: Q
  params?: P
  body?: B
  reply: R
  /** Codes of the vendor's error catalogue that it can answer, besides those that every operation can. */
  fails?: readonly ErrorCode[]
  examples: { [name: string]: Call<Q, P, B, R> }
  /** Exchanges that deviate from the table and that the document itself shows, named after the deviation. */
  variants?: { [name: string]: Call<Q, P, B, R> }
}

/** A call that we make to the vendor. */
// biome-ignore lint/suspicious/noExplicitAny: the seam where typed contracts become data for the engines
export interface Operation<Q extends TObject = any, P extends TObject = any, B extends TSchema = any, R extends TSchema = any>
  extends OperationFacts<Q, P, B, R> {
  kind: 'operation'
}

/**
 * What tells a push from the vendor's other pushes: a dotted path into `query` or `body`, and the value or values found there.
 * Where two pushes match, the one with more conditions wins.
 */
export type Match = { [path: `query.${string}` | `body.${string}`]: string | number | readonly (string | number)[] }

interface PushFacts<M extends TSchema> extends Facts {
  match: Match
  message: M
  examples: { [name: string]: Static<M> }
  /** Messages that deviate from the table and that a receiver may meet, named after the deviation. */
  variants?: { [name: string]: Static<M> }
}

/** A message that the vendor sends to us. */
// biome-ignore lint/suspicious/noExplicitAny: the seam where typed contracts become data for the engines
export interface Push<M extends TSchema = any> extends PushFacts<M> {
  kind: 'push'
}

export type ErrorCode = string | number

/** One row of a vendor's error catalogue, the code and the message as they stand on the wire. */
export interface VendorError<C extends ErrorCode = ErrorCode> {
  code: C
  message: string
  cause: string
  cure: string
  retryable: boolean
  /** Every operation can answer it, or every one that is not open. */
  everywhere?: true | 'guarded'
  evidence?: Evidence
}

/** What the document leaves open and we had to choose; a user can switch it. */
export interface Assumption {
  question: string
  /** One of `choices`, or a number where `number` is given. */
  default: string
  /** Each choice and what it does. */
  choices: { [choice: string]: string }
  /** Any whole number is a choice as well; with `list`, several parted by commas. */
  number?: { unit: string; minimum: number; list?: true }
  why: string
  evidence: Evidence
}

export type ErratumKind =
  | 'type-mismatch' | 'enum-mismatch' | 'name-mismatch' | 'unit-mismatch' | 'inconsistent-example' | 'invalid-json' | 'invalid-xml'
  | 'invalid-value' | 'invalid-shell' | 'missing' | 'duplicate' | 'ambiguous' | 'typo' | 'copy-paste' | 'lost-formatting'
  | 'misplaced' | 'shifted-column' | 'wrong-url' | 'wrong-method' // biome-ignore format: one block of words reads better than 20 lines

/** A place where the document contradicts itself or is broken. */
export interface Erratum {
  id: string
  kind: ErratumKind
  /** Line numbers of the vendor's document. */
  lines: readonly number[]
  says: string
  reads: string
  /** Ids of the contracts it touches; empty when it concerns prose only. */
  touches: readonly string[]
  /** Name of the variant, in each touched contract that can show it, that carries the deviation. */
  variant?: string
  /** Why no receiver or client meets it on the wire. */
  unmet?: string
  /** Regular expression that finds the fault in a message that cannot be read; the error names the erratum by it. */
  symptom?: string
}

/** How a vendor knows that a push was received. */
export interface Acknowledgement {
  /** What our receiver answers; `schema` where the document describes its fields. */
  answer: { contentType: string; body: string; schema?: TObject }
  accepts: Acceptance
  evidence: Evidence
}

/** Which answers a vendor takes for received: a status (exactly 200, or any 2xx), and a text or values in a JSON body. */
export interface Acceptance {
  status: '200' | '2xx'
  /** The whole body, white space at its end aside; with `loose` somewhere in it, in any case. */
  text?: string
  loose?: true
  json?: readonly { field: string; values: readonly (string | number)[] /** Only judged when the answer is JSON with that field. */; optional?: true }[]
}

/** A header or query parameter that proves who sends. */
export interface Security {
  in: 'header' | 'query'
  name: string
  description: string
  /** For open operations only. */
  open?: true
  /** Checked when it is there. */
  optional?: true
}

interface VendorFacts<C extends Record<string, object>, K extends TObject, E extends ErrorCode> {
  id: string
  /** The vendor's Chinese name. */
  title: string
  summary: string
  /** Title and form of the source document. */
  source: string
  /** Hosts that the vendor answers on. */
  origins: readonly string[]
  /** Prefix of erratum ids. */
  erratum: string
  /** What both sides share: keys, tokens, ids. */
  credentials: K
  /** Where the credentials stand in a request. */
  security?: { [name: string]: Security }
  /** The operation that turns lasting credentials into a passing one: which, where in its reply, the credential that it fills, and where its seconds stand. */
  login?: { operation: string; reply: string; credential: string; lifetime?: string }
  /** The answer to a failed call, and the fields of it that hold code and message. */
  failure?: {
    schema: TSchema
    code: string
    message: string
    /** Where a reply that looks like success tells of a failure all the same: a code that is not 0, and its message. */
    inside?: { code: string; message: string }
  }
  push?: {
    contentType: 'application/json' | 'text/xml'
    query?: TObject
    headers?: TObject
    /** Paths of the ids that tell which conversation a message belongs to; the first that it has. `*` stands for every entry of a list. */
    conversation: readonly string[]
    /** What stands around the message when it comes encrypted. */
    envelope?: TObject
    acknowledgement: Acknowledgement
  }
  errors: readonly VendorError<E>[]
  assumptions: { [name: string]: Assumption }
  errata: readonly Erratum[]
  /** One module a chapter; the names of its exported contracts are their ids. */
  chapters: C
}

/** One vendor's document. */
// biome-ignore lint/suspicious/noExplicitAny: the seam where typed contracts become data for the engines
export interface Vendor<C extends Record<string, object> = Record<string, object>, K extends TObject = any, E extends ErrorCode = ErrorCode>
  extends VendorFacts<C, K, E> {
  kind: 'vendor'
}

type Merge<U> = (U extends unknown ? (u: U) => void : never) extends (all: infer All) => void ? All : never
type Only<M, K> = { [N in keyof M as M[N] extends { kind: K } ? N : never]: M[N] }
type Contracts<V extends Vendor> = Merge<V['chapters'][keyof V['chapters']]>
export type Operations<V extends Vendor> = Only<Contracts<V>, 'operation'>
export type Pushes<V extends Vendor> = Only<Contracts<V>, 'push'>
export type Credentials<V extends Vendor> = Static<V['credentials']>
/** Every code of the vendor's error catalogue. */
export type CodeOf<V extends Vendor> = V['errors'][number]['code']

export const defineOperation = <R extends TSchema, Q extends TObject = never, P extends TObject = never, B extends TSchema = never>(
  facts: OperationFacts<Q, P, B, R>,
): Operation<Q, P, B, R> => ({ kind: 'operation', ...facts })

export const definePush = <M extends TSchema>(facts: PushFacts<M>): Push<M> => ({ kind: 'push', ...facts })

/** An error catalogue of which the compiler knows the codes. */
export const defineErrors = <const E extends ErrorCode>(errors: readonly VendorError<E>[]): readonly VendorError<E>[] => errors

export const defineVendor = <const C extends Record<string, object>, K extends TObject, const E extends ErrorCode>(
  facts: VendorFacts<C, K, E>,
): Vendor<C, K, E> => ({
  kind: 'vendor',
  ...facts,
})
