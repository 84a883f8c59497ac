/** The config of a run, `kefu.config.ts`: where handlers are, what they were given, and what each push has to bring about. */
import { type Static, Type as T, type TSchema } from '@sinclair/typebox'
import type { OperationName } from '../../mocks/testing/names.ts'
import type { Where } from '../../mocks/testing/where.ts'
import { contracts } from '../../schemas/contracts.ts'
import type { Credentials, Push, Pushes, Vendor } from '../../schemas/define.ts'
import * as documents from '../../schemas/index.ts'
import { inWords, violations } from '../../src/wire/check.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { nearest } from '../../src/wire/nearest.ts'
import type { ExpectedEffects } from './effects.ts'

type Documents = typeof documents
type MessageOf<P> = P extends Push<infer M> ? Static<M> : never

/** A call that a push has to lead to, with the fields that it has from the message: several for a list, none where `where` answers nothing. */
export type ExpectedCall<M> = {
  [N in OperationName]: {
    operation: N
    times?: number
    where?: (message: M) => Where<N> | readonly Where<N>[] | undefined
  }
}[OperationName]

export interface HandlerConfig<V extends Vendor = Vendor> {
  /** Address of the handler. */
  target?: string
  /** What the handler was given. */
  secret?: Credentials<V>
  /** Sent with every push, because the handler demands it. */
  headers?: Record<string, string>
  query?: Record<string, string>
  /** Choices for the vendor's assumptions. */
  assume?: { [N in keyof V['assumptions']]?: string }
  /** By the id of the push. */
  effects?: { [P in keyof Pushes<V>]?: readonly ExpectedCall<MessageOf<Pushes<V>[P]>>[] }
}

/** Vendors that push, each by its id; `mock` and `world` say which mock the handlers call, where effects are judged. */
export type Config = {
  [V in keyof Documents as keyof Pushes<Documents[V]> extends never ? never : V]?: HandlerConfig<Documents[V]>
} & {
  /** Address of the mock that the handlers call. */
  mock?: string
  world?: string
}

/** What it is given, typed. */
export const defineConfig = (config: Config): Config => config

const pushing: readonly Vendor[] = Object.values(documents as Record<string, Vendor>).filter(it => it.push)

const Texts = T.Optional(T.Record(T.String(), T.String()))
const Call = T.Object({
  operation: T.String(),
  times: T.Optional(T.Integer({ minimum: 0 })),
  where: T.Optional(T.Function([], T.Unknown())),
})

const pushesOf = (vendor: Vendor) =>
  T.Object(Object.fromEntries(contracts(vendor, 'push').map(it => [it.id, T.Optional(T.Array(Call))])))

const handlerOf = (vendor: Vendor) =>
  T.Object({
    target: T.Optional(T.String()),
    secret: T.Optional(vendor.credentials),
    headers: Texts,
    query: Texts,
    assume: Texts,
    effects: T.Optional(pushesOf(vendor)),
  })

const Shape = T.Object({
  mock: T.Optional(T.String()),
  world: T.Optional(T.String()),
  ...Object.fromEntries(pushing.map(it => [it.id, T.Optional(handlerOf(it))])),
})

/** What a config says of one vendor, as the engine takes it. */
export interface Handling {
  target?: string
  secret?: Record<string, string>
  headers?: Record<string, string>
  query?: Record<string, string>
  assume?: Record<string, string>
  effects?: ExpectedEffects
}

export interface ReadConfig {
  mock?: string
  world?: string
  /** By the id of the vendor. */
  handlers: ReadonlyMap<string, Handling>
}

/** Throws name-unknown for a field that there is not, with the nearest, and contract-violated with the path of what is wrong. */
export function readConfig(value: unknown): ReadConfig {
  refuseUnknown(Shape, value, '')
  // What a secret is, is nobody's business, also when it is wrong.
  const found = violations(Shape, value).map(it => (it.path.includes('.secret.') ? { ...it, got: 'another' } : it))
  if (found.length)
    throw new KefuError('contract-violated', { detail: `${inWords(found, 'config')}.`, violations: found })
  const { mock, world, ...handlers } = value as Omit<ReadConfig, 'handlers'> & Record<string, Handling>
  return {
    ...(mock !== undefined && { mock }),
    ...(world !== undefined && { world }),
    handlers: new Map(Object.entries(handlers)),
  }
}

function refuseUnknown(schema: TSchema, value: unknown, path: string) {
  if (Array.isArray(value)) {
    for (const [index, it] of value.entries()) refuseUnknown(schema.items ?? {}, it, `${path}[${index}]`)
    return
  }
  const known = schema.properties as Record<string, TSchema> | undefined
  if (!known || typeof value !== 'object' || value === null) return
  for (const [name, it] of Object.entries(value)) {
    const place = path ? `${path}.${name}` : name
    if (!Object.hasOwn(known, name))
      throw new KefuError('name-unknown', {
        detail: `The config has no field ${place}; ${nearest(name, Object.keys(known))}`,
      })
    refuseUnknown(known[name] as TSchema, it, place)
  }
}
