/** Seeds a world by real calls of its vendors, made in process: nothing is listened for, and neither faults nor the journal know of them. */
import type { Contract } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { wireOf } from '../../src/wire/index.ts'
import { fillPath } from '../../src/wire/query.ts'
import { answered } from '../answer.ts'
import type { Exchange } from '../exchange.ts'
import { sideOf } from '../sides.ts'
import { loadJudge } from '../tolerance.ts'
import { everyVendor, type World } from '../world/world.ts'
import type { Worlds } from '../world/worlds.ts'
import { contractNamed, type Input, type Named, type OperationName, type Reply } from './names.ts'

/** Operation → its calls, made in the order in which they stand here. */
export type Seed<N extends OperationName> = { readonly [K in N]: readonly Input<K>[] }
export type Seeded<N extends OperationName> = { [K in N]: Reply<K>[] }

interface AnyInput {
  query?: Record<string, unknown>
  params?: Record<string, unknown>
  body?: unknown
}

/**
 * Makes the calls one after the other and answers their replies. Each has to keep to its contract in full, also in a world that is not strict.
 * Throws name-unknown before anything is called, and seed-refused with the vendor's code and words; calls before that one stay made.
 */
export async function seed(
  worlds: Worlds,
  world: World,
  calls: Record<string, readonly AnyInput[]>,
  vendors: readonly Vendor[] = everyVendor,
): Promise<Record<string, unknown[]>> {
  const named = Object.entries(calls).map(([name, inputs]) => ({
    name,
    inputs,
    ...contractNamed('operation', name, vendors),
  }))
  await loadJudge()
  const replies = named.map(({ name, inputs, ...it }) => [
    name,
    inputs.map((input, at) => carriedOut(worlds, world, it, input, `${name}, call ${at + 1}`)),
  ])
  await worlds.saving()
  return Object.fromEntries(replies)
}

/** A token that has ended is renewed, as a client would do it. */
function carriedOut(worlds: Worlds, world: World, named: Named<'operation'>, input: AnyInput, place: string): unknown {
  const { vendor } = named
  const secret = world.credentials(vendor)
  const first = called(worlds, world, named, input, secret)
  const again = vendor.errors.some(it => it.everywhere === 'guarded' && String(it.code) === first.code)
  const last = again ? called(worlds, world, named, input, { ...secret, ...login(worlds, world, vendor) }) : first
  if (last.code === undefined) return last.reply
  throw new KefuError('seed-refused', { detail: `${place}: ${vendor.id} answers ${last.code} ${last.said}.` })
}

function login(worlds: Worlds, world: World, vendor: Vendor): Record<string, string> {
  if (!vendor.login) return {}
  const named = contractNamed('operation', `${vendor.id}.${vendor.login.operation}`, [vendor])
  const { reply } = called(worlds, world, named, {}, world.credentials(vendor))
  return { [vendor.login.credential]: String(at(reply, vendor.login.reply)) }
}

interface Outcome {
  reply: unknown
  /** The vendor's code and words, where the call failed. */
  code?: string
  said?: string
}

function called(
  worlds: Worlds,
  world: World,
  { vendor, contract: operation }: Named<'operation'>,
  input: AnyInput,
  secret: Record<string, string>,
): Outcome {
  const exchange = exchangeFor(worlds, world, vendor, operation, input, secret)
  sideOf(vendor).identify?.(exchange, worlds)
  if (world.clock.next() !== undefined) world.clock.settle()
  exchange.at = world.clock.now()
  const reply: unknown = JSON.parse(textOf(strictly(world, () => answered(exchange)).body))
  return { reply, ...failureIn(vendor, reply) }
}

/** A code of the catalogue, or one inside what looks like success. */
function failureIn({ failure, errors }: Vendor, reply: unknown): Pick<Outcome, 'code' | 'said'> {
  if (!failure) return {}
  const { inside } = failure
  const known = errors.some(it => String(it.code) === String(at(reply, failure.code)))
  const fields = known ? failure : Number((inside && at(reply, inside.code)) ?? 0) ? inside : undefined
  return fields ? { code: String(at(reply, fields.code)), said: String(at(reply, fields.message) ?? '') } : {}
}

/** A seed with a slip of the pen would hold something else than its author thinks. */
function strictly<T>(world: World, work: () => T): T {
  const { strict } = world
  world.strict = true
  try {
    return work()
  } finally {
    world.strict = strict
  }
}

function exchangeFor(
  worlds: Worlds,
  world: World,
  vendor: Vendor,
  operation: Contract<'operation'>,
  { query = {}, params = {}, body }: AnyInput,
  secret: Record<string, string>,
): Exchange {
  const { method, path: pattern, open } = operation.contract
  const http = wireOf(vendor).call!.seal({ query: texts(query), body, open }, secret, world.moment())
  const path = fillPath(pattern, params)
  return {
    vendor,
    operation,
    method,
    url: `${path}?${new URLSearchParams(http.query)}`,
    path,
    params: texts(params),
    http: { ...http, body: Buffer.from(http.body) },
    base: `http://localhost/${vendor.id}`,
    owner: undefined,
    world: worlds.first,
    at: 0,
    notes: [],
  }
}

const texts = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )

/** The value at a dotted path. */
const at = (value: unknown, path: string) =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value)

/** An answer in one piece or in several. */
const textOf = (body: string | readonly (string | Uint8Array)[]) =>
  typeof body === 'string' ? body : body.map(it => (typeof it === 'string' ? it : Buffer.from(it).toString())).join('')
