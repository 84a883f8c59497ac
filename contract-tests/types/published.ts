/** Compiles only while each generated type equals the type of its TypeBox source. Judged by types.test.ts. */
import type { Static, TSchema } from '@sinclair/typebox'
import type { operations as EasyliaoTypes } from '../../openapi/easyliao.d.ts'
import type { operations as EchatTypes } from '../../openapi/echat.d.ts'
import type { operations as OkayapiTypes } from '../../openapi/okayapi.d.ts'
import type { operations as SobotTypes } from '../../openapi/sobot.d.ts'
import type { operations as YunduoTypes } from '../../openapi/yunduo.d.ts'
import type { Operation, Operations, Push, Pushes, Vendor } from '../../schemas/define.ts'
import type { easyliao, echat, okayapi, sobot, yunduo } from '../../schemas/index.ts'
import type { failure as okayapiFailure } from '../../schemas/okayapi/common.ts'
import type { failure as sobotFailure } from '../../schemas/sobot/common.ts'

/** One spelling for what the two write differently: intersections, and objects of which nothing is known. */
type Plain<T> = T extends readonly (infer I)[]
  ? Plain<I>[]
  : T extends object
    ? keyof T extends never
      ? object
      : string extends keyof T
        ? object
        : { [K in keyof T]: Plain<T[K]> }
    : T

type Same<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false

type Value<T> = T[keyof T]
type Content<T> = T extends { content: infer C } ? Value<C> : undefined

type PushOf<G> = G extends { requestBody: infer B } ? Content<B> : undefined
/** Ids of the pushes whose types differ. */
type WrongPushes<V extends Vendor, G> = Value<{
  [N in keyof Pushes<V>]: N extends keyof G
    ? Pushes<V>[N] extends Push<infer M>
      ? Same<Static<M>, PushOf<G[N]>> extends true
        ? never
        : N
      : N
    : N
}>

type QueryOf<G> = G extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never
type ParamsOf<G> = G extends { parameters: { path?: infer P } } ? NonNullable<P> : never
type ReplyOf<G> = G extends { responses: { 200: infer R } } ? Content<R> : never
type Part<S extends TSchema> = [S] extends [never] ? never : Static<S>

/** `<id> <part>` of the operations whose types differ. */
type WrongOperations<V extends Vendor, G, F> = Value<{
  [N in keyof Operations<V>]: N extends keyof G & string
    ? Operations<V>[N] extends Operation<infer Q, infer P, infer B, infer R>
      ?
          | (Same<Part<Q>, QueryOf<G[N]>> extends true ? never : `${N} query`)
          | (Same<Part<P>, ParamsOf<G[N]>> extends true ? never : `${N} params`)
          | ([B] extends [never] ? never : Same<Static<B>, PushOf<G[N]>> extends true ? never : `${N} body`)
          | (Same<Static<R> | F, ReplyOf<G[N]>> extends true ? never : `${N} reply`)
      : `${string & N} is no operation`
    : `${string & N} is not published`
}>

/** Only `never` is assignable to it, and the compiler prints what is not. */
type None<W extends never> = W

export type Proof = [
  None<WrongPushes<typeof easyliao, EasyliaoTypes>>,
  None<WrongPushes<typeof echat, EchatTypes>>,
  None<WrongPushes<typeof yunduo, YunduoTypes>>,
  None<WrongPushes<typeof sobot, SobotTypes>>,
  None<WrongOperations<typeof sobot, SobotTypes, Static<typeof sobotFailure>>>,
  None<WrongOperations<typeof okayapi, OkayapiTypes, Static<typeof okayapiFailure>>>,
]

/** The judge can fail: a field of another type, a field that became optional, a contract that is not published. */
type OtherField = Omit<EasyliaoTypes, 'lead'> & {
  lead: { requestBody: { content: { 'application/json': { visitorStaticId: number } } } }
}
type Unpublished = Omit<SobotTypes, 'getToken'>
export type Disproof = [
  // @ts-expect-error lead differs
  None<WrongPushes<typeof easyliao, OtherField>>,
  // @ts-expect-error getToken is missing
  None<WrongOperations<typeof sobot, Unpublished, Static<typeof sobotFailure>>>,
  // @ts-expect-error the failure is another
  None<WrongOperations<typeof okayapi, OkayapiTypes, { ret: string }>>,
]
