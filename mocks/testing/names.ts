/** What tests call things by, typed from the contracts: `sobot.customerSave`, `echat.chatStart`, `sobot.customerSave.reply`. */
import type { Static, TSchema } from '@sinclair/typebox'
import { type Contract, contracts } from '../../schemas/contracts.ts'
import type { CodeOf, Credentials, Operation, Operations, Pushes, Vendor } from '../../schemas/define.ts'
import type * as documents from '../../schemas/index.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { nearest } from '../../src/wire/nearest.ts'
import type { Answer, Asked } from '../behaviour.ts'
import type { MessageOf } from '../scenarios/define.ts'
import { everyVendor } from '../world/world.ts'

type Documents = typeof documents
export type VendorName = keyof Documents

/** Every operation, as `<vendor>.<operation>`. */
export type OperationName = { [V in VendorName]: `${V}.${keyof Operations<Documents[V]> & string}` }[VendorName]
/** Every push, as `<vendor>.<push>`. */
export type PushName = { [V in VendorName]: `${V}.${keyof Pushes<Documents[V]> & string}` }[VendorName]
type Part = 'query' | 'params' | 'body' | 'reply'
/** Every message: a push, or a part of an operation. */
export type ContractName = PushName | `${OperationName}.${Part}`

/** Vendors that answer calls. */
export type AnsweringVendor = OperationName extends infer N ? (N extends `${infer V}.${string}` ? V : never) : never

type VendorOf<N extends string> = N extends `${infer V extends VendorName}.${string}` ? Documents[V] : never
type OperationOf<N extends string> = N extends `${infer V extends VendorName}.${infer Id}`
  ? Id extends keyof Operations<Documents[V]>
    ? Operations<Documents[V]>[Id]
    : never
  : never

/** The parts of a call as the contract has them. */
export type Parts<N extends OperationName> = Asked<OperationOf<N>>
export type Reply<N extends OperationName> = Answer<OperationOf<N>>
/** Every code of its vendor's error catalogue. */
export type FailureCode<N extends OperationName> = CodeOf<VendorOf<N>>
export type MessageNamed<N extends PushName> = N extends `${infer V extends VendorName}.${infer Id}`
  ? Id extends keyof Pushes<Documents[V]>
    ? MessageOf<Documents[V], Id>
    : never
  : never

/** What each vendor issued to a tenant. */
export type WorldCredentials = { readonly [V in VendorName]: Credentials<Documents[V]> }

// biome-ignore lint/complexity/noBannedTypes: an absent part adds no key
type Given<Name extends string, S extends TSchema> = [S] extends [never] ? {} : { [K in Name]: Static<S> }
// biome-ignore lint/complexity/noBannedTypes: as above
type GivenQuery<S extends TSchema> = [S] extends [never] ? {} : { query?: Partial<Static<S>> }

/** What a call takes; parameters that prove who calls are added. */
export type Input<N extends OperationName> =
  OperationOf<N> extends Operation<infer Q, infer P, infer B, infer _R>
    ? GivenQuery<Q> & Given<'params', P> & Given<'body', B>
    : never

type PartOf<N extends string, P extends string> =
  OperationOf<N> extends Operation<infer Q, infer T, infer B, infer R>
    ? { query: Static<Q>; params: Static<T>; body: Static<B>; reply: Static<R> }[P & Part]
    : never

/** The value that a contract describes. */
export type ContractValue<N extends ContractName> = N extends PushName
  ? MessageNamed<N>
  : N extends `${infer V}.${infer O}.${infer P extends Part}`
    ? PartOf<`${V}.${O}`, P>
    : never

export interface Named<K extends 'operation' | 'push'> {
  vendor: Vendor
  contract: Contract<K>
}

/** Throws name-unknown with the nearest names. */
export function contractNamed<K extends 'operation' | 'push'>(
  kind: K,
  name: string,
  vendors: readonly Vendor[] = everyVendor,
): Named<K> {
  const [id, own] = split(name)
  const vendor = vendors.find(it => it.id === id)
  const contract = vendor && listed(vendor, kind).get(own)
  if (vendor && contract) return { vendor, contract }
  const known = vendors.flatMap(it => [...listed(it, kind).keys()].map(own => `${it.id}.${own}`))
  throw new KefuError('name-unknown', {
    detail: `There is no ${kind} ${JSON.stringify(name.slice(0, 100))}; ${nearest(name.slice(0, 100), known)}`,
  })
}

/** At the first dot. */
export function split(name: string): [string, string] {
  const dot = name.indexOf('.')
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)]
}

const lists = new WeakMap<Vendor, Partial<Record<'operation' | 'push', Map<string, Contract>>>>()

/** Each vendor's contracts are listed once. */
function listed<K extends 'operation' | 'push'>(vendor: Vendor, kind: K): Map<string, Contract<K>> {
  const known = lists.get(vendor) ?? {}
  known[kind] ??= new Map(contracts(vendor, kind).map(it => [it.id, it as Contract]))
  lists.set(vendor, known)
  return known[kind] as Map<string, Contract<K>>
}
