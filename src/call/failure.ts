/** What a call can end with besides a reply, and whether another attempt makes sense. */
import type { CodeOf, ErrorCode, Vendor, VendorError } from '../../schemas/define.ts'
import { type Violation, violations } from '../wire/check.ts'
import { KefuError } from '../wire/errors.ts'

declare const unknown: unique symbol
/** A code that the catalogue does not hold. A `switch` over a failure's code ends with `default: failure.code satisfies UnknownCode`. */
export type UnknownCode = ErrorCode & { readonly [unknown]: true }

/** What the vendor answered instead of success. */
export interface Said {
  code: ErrorCode
  said: string
  /** The entry of the catalogue; undefined for a code that it does not hold. */
  known: VendorError | undefined
}

/** The vendor answered with an error. `isFailureOf` tells the compiler which codes there are. */
export class VendorFailure<Code extends ErrorCode = ErrorCode> extends Error {
  /** As it stands on the wire. */
  readonly code: Code | UnknownCode
  /** The vendor's own words. */
  readonly said: string
  /** Why, in English. */
  override readonly cause: string
  /** What to do about it. */
  readonly cure: string
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** Requests that were made. */
  declare attempts?: number

  constructor(
    readonly vendor: string,
    readonly operation: string,
    { code, said, known }: Said,
  ) {
    const { cause, cure } = known ?? NOT_KNOWN
    super(`${vendor} ${operation} answered ${code} ${said.slice(0, 200)}. ${cause} ${cure}`)
    this.name = 'VendorFailure'
    this.code = code as Code
    this.said = said
    this.cause = cause
    this.cure = cure
    this.retryable = known?.retryable ?? isOfServer(code)
  }
}

const NOT_KNOWN = { cause: 'The catalogue does not hold this code.', cure: 'Go by the words of the vendor.' }

/** Numbers from 500 on mean what 500 does: OkayAPI counts like HTTP. */
const isOfServer = (code: ErrorCode) => typeof code === 'number' && code >= 500

/** Whether the error is a failure of this vendor; its `code` is then one of the catalogue's, or an UnknownCode. */
export const isFailureOf = <V extends Vendor>(vendor: V, error: unknown): error is VendorFailure<CodeOf<V>> =>
  error instanceof VendorFailure && error.vendor === vendor.id

/** What the vendor said, where the reply is a failure, or looks like success and tells of one inside. */
export function failureIn(vendor: Vendor, reply: unknown): Said | undefined {
  const { failure } = vendor
  if (!failure) return undefined
  const { schema, inside, ...fields } = failure
  if (!violations(schema, reply).length) return saidIn(vendor, reply, fields)
  const code = inside && at(reply, inside.code)
  return code === undefined || Number(code) === 0 ? undefined : saidIn(vendor, reply, inside!)
}

function saidIn(vendor: Vendor, reply: unknown, fields: { code: string; message: string }): Said {
  const code = at(reply, fields.code) as ErrorCode
  const said = String(at(reply, fields.message) ?? '')
  if (fields === vendor.failure?.inside) return { code, said, known: undefined }
  const entries = vendor.errors.filter(it => it.code === code)
  // One code may have two meanings, which only the words tell apart.
  return { code, said, known: entries.find(it => said.includes(it.message)) ?? entries[0] }
}

/** The value at a dotted path. */
export const at = (value: unknown, path: string) =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value)

/** An attempt that ended without a reply. */
export interface Setback {
  error: Error
  /**
   * `token`: the token was refused. `undone`: certainly not carried out, and may succeed later. `uncertain`: the same, but it may
   * have been carried out. `final`: would fail again.
   */
  kind: 'token' | 'undone' | 'uncertain' | 'final'
  /** Milliseconds that the answer asked to wait. */
  wait?: number | undefined
}

/** What an HTTP status that is no success means for another attempt. */
export function kindOfStatus(status: number): Setback['kind'] {
  if (status === 401) return 'token'
  if (status === 429) return 'undone'
  return status >= 500 ? 'uncertain' : 'final'
}

/** Tells how many requests were made. An error that already tells it comes from a call inside the call. */
export function told<E extends Error & { attempts?: number }>(error: E, attempts: number): E {
  if (error.attempts !== undefined) return error
  error.attempts = attempts
  if (attempts > 1) error.message += ` Tried ${attempts} times.`
  return error
}

/** What breaks the contract, without the values: they may be a customer's. */
export const withoutValues = (found: Violation[]): Violation[] =>
  found.map(it => ({ ...it, got: it.got.replace(/^(text|a number|true or false) .*$/s, '$1') }))

/** The same of an answer that cannot be read: its place is told, nothing of its text. */
export const withoutText = (error: unknown) =>
  error instanceof KefuError && error.code === 'body-malformed'
    ? new KefuError('body-malformed', { place: error.place, detail: 'Expected JSON as the answer.' })
    : (error as Error)
