/** What an operation does: a function of the request and the world. It reads no clock, no randomness and no global of its own. */
import type { Static, TSchema } from '@sinclair/typebox'
import type { ErrorCode, Operation, Operations, Vendor } from '../schemas/define.ts'
import type { World } from './world/world.ts'

// biome-ignore lint/complexity/noBannedTypes: an absent part adds no key
type Part<Name extends string, S extends TSchema> = [S] extends [never] ? {} : { [K in Name]: Static<S> }

/** The request, as the contract has it. */
export type Asked<O> =
  O extends Operation<infer Q, infer P, infer B, infer _R>
    ? Part<'query', Q> & Part<'params', P> & Part<'body', B>
    : never
export type Answer<O> = O extends Operation<infer _Q, infer _P, infer _B, infer R> ? Static<R> : never

/** Operations that are not named here answer their documented example. */
export type Behaviour<V extends Vendor> = {
  [N in keyof Operations<V>]?: (asked: Asked<Operations<V>[N]>, world: World) => Answer<Operations<V>[N]>
}

/** The operation fails with a code of the vendor's catalogue; thrown by `fail`. */
export class Failure extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/** That entry of the catalogue as a failure. `meaning` picks one where a code has two messages. */
export function failureOf(vendor: Vendor, code: ErrorCode, meaning = ''): Failure {
  const entry = vendor.errors.find(it => it.code === code && it.message.includes(meaning))
  if (!entry) throw new Error(`the catalogue of ${vendor.id} holds no code ${code} ${meaning}`)
  return new Failure(code, entry.message)
}

/** Ends an operation with it. */
export function fail(vendor: Vendor, code: ErrorCode, meaning = ''): never {
  throw failureOf(vendor, code, meaning)
}
