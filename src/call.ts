/** Calls a vendor's operations: seal, check, send, open, check, typed reply. */
import type { Static, TSchema } from '@sinclair/typebox'
import { type Contract, contracts } from '../schemas/contracts.ts'
import type { Credentials, ErrorCode, Operation, Operations, Vendor, VendorError } from '../schemas/define.ts'
import { inWords, violations } from './wire/check.ts'
import { KefuError } from './wire/errors.ts'
import { wireOf } from './wire/index.ts'
import { convertQuery, fillPath } from './wire/query.ts'
import { send } from './wire/send.ts'

// biome-ignore lint/complexity/noBannedTypes: an absent part adds no key to the input
type Part<Name extends string, S extends TSchema> = [S] extends [never] ? {} : { [K in Name]: Static<S> }
// biome-ignore lint/complexity/noBannedTypes: as above
type QueryPart<S extends TSchema> = [S] extends [never] ? {} : { query?: Partial<Static<S>> }

/** What a call takes. Query parameters that prove who calls (appid, sign, app_key …) are added for you. */
export type Input<O> =
  O extends Operation<infer Q, infer P, infer B, infer _R> ? QueryPart<Q> & Part<'params', P> & Part<'body', B> : never
export type Reply<O> = O extends Operation<infer _Q, infer _P, infer _B, infer R> ? Static<R> : never

/** One function for each operation of the vendor. */
export type Calls<V extends Vendor> = {
  [N in keyof Operations<V>]: (input: Input<Operations<V>[N]>) => Promise<Reply<Operations<V>[N]>>
}

export interface ClientOptions<V extends Vendor> {
  /** Scheme, host, port and whatever stands before the documented path. */
  baseUrl: string
  credentials: Credentials<V>
  /** Milliseconds for one call; 10,000 by default. */
  timeout?: number
  /** The caller's clock, milliseconds; real time by default. */
  now?: () => number
}

/** The vendor answered with an error of its catalogue. */
export class VendorFailure extends Error {
  /** The catalogue's entry; undefined for a code that it does not hold. */
  readonly known: VendorError | undefined

  constructor(
    readonly vendor: string,
    readonly operation: string,
    readonly code: ErrorCode,
    said: string,
    known: VendorError | undefined,
  ) {
    super(`${vendor} ${operation} answered ${code} ${said}.${known ? ` ${known.cause} ${known.cure}` : ''}`)
    this.name = 'VendorFailure'
    this.known = known
  }
}

/** Throws KefuError (input off the contract, unreachable, reply off the contract) or VendorFailure. */
export function client<V extends Vendor>(vendor: V, options: ClientOptions<V>): Calls<V> {
  const calls = contracts(vendor, 'operation').map(it => [it.id, (input: RawInput) => call(vendor, it, input, options)])
  return Object.fromEntries(calls) as Calls<V>
}

/** An input whose types were not checked, as it comes from a command line. */
export interface RawInput {
  query?: Record<string, unknown>
  params?: Record<string, unknown>
  body?: unknown
}

/** One call by contract; `client` is the typed way to it. */
export async function call(
  vendor: Vendor,
  { id, contract }: Contract<'operation'>,
  input: RawInput,
  options: ClientOptions<Vendor>,
) {
  const wire = wireOf(vendor)
  if (!wire.call || !wire.reply) throw new KefuError('contract-unknown', { detail: `${vendor.id} answers no calls.` })
  const { baseUrl, credentials, timeout = 10_000, now = Date.now } = options
  const plain = { query: textValues(input.query ?? {}), body: input.body, open: contract.open }
  const http = wire.call.seal(plain, credentials, { now: now(), random: noRandom })

  refuse(id, 'query', contract.query, convertQuery(contract.query, http.query))
  refuse(id, 'params', contract.params, convertQuery(contract.params, textValues(input.params ?? {})))
  refuse(id, 'body', contract.body, input.body)

  const url = baseUrl.replace(/\/$/, '') + fillPath(contract.path, input.params ?? {})
  const answer = await send(http, { method: contract.method, url, timeout })
  const reply = wire.reply.open({ query: {}, headers: answer.headers, body: answer.body }, credentials)
  const failed = failure(vendor, reply)
  if (failed) throw new VendorFailure(vendor.id, id, failed.code, failed.said, failed.known)
  refuse(id, 'reply', contract.reply, reply)
  return reply
}

function refuse(id: string, part: string, schema: TSchema | undefined, value: unknown) {
  const found = schema ? violations(schema, value) : []
  if (found.length) throw new KefuError('contract-violated', { detail: `${id}: ${inWords(found, part)}.` })
}

function failure(vendor: Vendor, reply: unknown) {
  if (!vendor.failure || violations(vendor.failure.schema, reply).length) return undefined
  const { code, message } = vendor.failure
  const said = reply as Record<string, ErrorCode>
  return {
    code: said[code] as ErrorCode,
    said: String(said[message]),
    known: vendor.errors.find(it => it.code === said[code]),
  }
}

const textValues = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )

/** No call of the five vendors needs a random value. */
const noRandom = () => {
  throw new Error('a call draws no randomness')
}
