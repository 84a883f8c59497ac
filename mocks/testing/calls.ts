/** The calls of a world's journal, read as their contracts have them. */
import type { Contract } from '../../schemas/contracts.ts'
import type { ErrorCode, Operation, Vendor } from '../../schemas/define.ts'
import { convertQuery } from '../../src/wire/query.ts'
import { sideOf } from '../sides.ts'
import type { Entry } from '../world/journal.ts'
import { everyVendor, type World } from '../world/world.ts'
import { contractNamed, type FailureCode, type Named, type OperationName, type Parts, type Reply } from './names.ts'
import { compared, refuseUnknown, type Where } from './where.ts'

/** What every call tells. */
export interface CallFacts {
  /** Of its entry in the journal. */
  number: number
  /** By the world's clock, in milliseconds since 1970. */
  at: number
  operation: string
  /** HTTP status of the answer; 0 when the connection was reset. */
  status: number
  /** The vendor's code in the answer. */
  code?: ErrorCode
  /** `tolerated` when it deviates and was put up with, `refused` when it was not. */
  validity: Entry['validity']
  /** The vendor did what was asked: no error, by status or by code. */
  succeeded: boolean
  deviations: readonly string[]
}

/** The same with its parts, parsed: a body or reply that is no JSON is text. */
export interface AnyCall extends CallFacts {
  query: Record<string, unknown>
  params: Record<string, string>
  body: unknown
  reply: unknown
}

/** A call as its contract has it; one that deviates may hold something else, and a failure answers the vendor's envelope. */
export type Call<N extends OperationName = OperationName> = Omit<CallFacts, 'code'> & { operation: N } & Parts<N> & {
    reply: Reply<N>
    /** The vendor's code: one of its catalogue, or that of success. */
    code?: FailureCode<N> | (ErrorCode & {})
  }

/** Which calls are looked for. */
export interface Wanted<N extends OperationName = OperationName> {
  operation: N
  where?: Where<N> | undefined
  /** Only entries after this number. */
  after?: number | undefined
}

/** The same, its types not checked, as it comes from outside. */
export interface AnyWanted {
  operation: string
  where?: unknown
  after?: number | undefined
  /** Only calls that succeeded. */
  succeeded?: boolean | undefined
}

/** What is looked for, once its names are known. */
export interface Sought extends Named<'operation'> {
  name: string
  where: unknown
  after: number
  succeeded: boolean
}

/** Throws name-unknown with the nearest names, and contract-violated for a field of `where` that the contract does not have. */
export function sought(
  { operation, where, after = 0, succeeded = false }: AnyWanted,
  vendors: readonly Vendor[] = everyVendor,
): Sought {
  const named = contractNamed('operation', operation, vendors)
  refuseUnknown(operation, named.contract, where)
  return { ...named, name: operation, where, after, succeeded }
}

/** The calls of a world that were looked for, oldest first. Throws name-unknown and contract-violated. */
export const callsOf = <N extends OperationName>(world: World, wanted: Wanted<N>): Call<N>[] =>
  found(world, sought(wanted as AnyWanted)) as unknown as Call<N>[]

export const found = (world: World, wanted: Sought): AnyCall[] =>
  callsOfOperation(world, wanted).filter(it => meets(it, wanted))

/** All calls of the operation, whatever is in them. */
export const callsOfOperation = ({ journal }: World, wanted: Sought): AnyCall[] =>
  journal.entries(wanted.after).flatMap(it => (isCallOf(it, wanted) ? [callOf(it, wanted)] : []))

export const meets = (call: AnyCall, { where, succeeded }: Sought) =>
  (call.succeeded || !succeeded) && compared(where, call).differences.length === 0

export const isCallOf = (entry: Entry, { vendor, contract, after }: Sought) =>
  entry.number > after && entry.vendor === vendor.id && entry.operation === contract.id

export function callOf(entry: Entry, { vendor, contract, name }: Sought): AnyCall {
  const { number, at, code, problem, validity, deviations, request, answer } = entry
  const isFailure =
    problem !== undefined ||
    answer.status < 200 ||
    answer.status > 299 ||
    vendor.errors.some(it => String(it.code) === String(code))
  return {
    number,
    at,
    operation: name,
    status: answer.status,
    ...(code !== undefined && { code }),
    validity,
    succeeded: !isFailure,
    deviations,
    ...partsOf(request, vendor, contract),
    reply: parsed(answer.body),
  }
}

function partsOf(request: Entry['request'], vendor: Vendor, { contract }: Contract<'operation'>) {
  const { path, query, headers, body: text } = request
  const form = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? '')
  const body = form ? Object.fromEntries(new URLSearchParams(text)) : parsed(text)
  const parts = sideOf(vendor).anyMethod ? outOfOneBag(query, body, contract) : { query, body }
  return { ...parts, query: convertQuery(contract.query, parts.query), params: paramsOf(contract, path, query) }
}

/** Such a vendor reads query and body as one: which field stands where is told by the contract. */
function outOfOneBag(query: Record<string, string>, body: unknown, contract: Operation) {
  const together = { ...query, ...(typeof body === 'object' ? body : {}) }
  const inBody = (name: string) => Object.hasOwn(contract.body?.properties ?? {}, name)
  const fields = Object.entries(together)
  return {
    query: Object.fromEntries(fields.filter(([name]) => !inBody(name))) as Record<string, string>,
    body: contract.body && Object.fromEntries(fields.filter(([name]) => inBody(name))),
  }
}

/** From the path; of the path that ends without its last parameter, the one of that name in the query. */
function paramsOf({ path, aliases = [] }: Operation, asked: string, query: Record<string, string>) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  if (names.length === 0) return {}
  const values = [path, ...aliases].map(it => patternOf(it).exec(asked)?.groups).find(it => it !== undefined) ?? {}
  return Object.fromEntries(
    names.flatMap(name => {
      const value = values[name] ? decoded(values[name]) : query[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

const patternOf = (path: string) => new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]*)')}$`)

function decoded(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Undefined where there is none; text where it is no JSON. */
function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
