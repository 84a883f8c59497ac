/** Compares a call with what a test looks for: part by part, and only the fields that are named. */
import type { TSchema } from '@sinclair/typebox'
import type { Contract } from '../../schemas/contracts.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { nearest } from '../../src/wire/nearest.ts'
import type { OperationName, Parts } from './names.ts'

type Some<T> = T extends readonly (infer E)[]
  ? readonly Some<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: Some<T[K]> | undefined }
    : T

/** Some fields of query, params and body. A list is compared entry by entry. */
export type Where<N extends OperationName = OperationName> = Some<Parts<N>>

/** A field in which a call is not what was looked for. */
export interface Difference {
  /** `body.list[0].id`. */
  path: string
  /** Name of the field. */
  field: string
  expected: unknown
  got: unknown
}

export interface Comparison {
  /** Fields that are as expected. */
  agreeing: number
  differences: Difference[]
}

/** A number or true and false equal the text that they print as: a query knows text only, and the vendors take one for the other. */
export function compared(expected: unknown, got: unknown, path = '', field = ''): Comparison {
  if (expected === undefined) return { agreeing: 0, differences: [] }
  if (Array.isArray(expected) && !(Array.isArray(got) && got.length === expected.length))
    return { agreeing: 0, differences: [{ path, field, expected, got }] }
  if (typeof expected !== 'object' || expected === null)
    return same(expected, got)
      ? { agreeing: 1, differences: [] }
      : { agreeing: 0, differences: [{ path, field, expected, got }] }
  const list = Array.isArray(expected)
  const fields = Object.entries(expected).map(([name, it]) =>
    compared(it, inside(got, name), placeOf(path, name, list), list ? field : name),
  )
  return {
    agreeing: fields.reduce((sum, it) => sum + it.agreeing, 0),
    differences: fields.flatMap(it => it.differences),
  }
}

const same = (expected: unknown, got: unknown) =>
  expected === got || (isScalar(expected) && isScalar(got) && String(expected) === String(got))
const isScalar = (value: unknown) => /^(string|number|boolean)$/.test(typeof value)
const inside = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
const placeOf = (path: string, name: string, inList: boolean) =>
  inList ? `${path}[${name}]` : path ? `${path}.${name}` : name

/** Throws contract-violated for a field that the contract does not have: no call could be found by it. */
export function refuseUnknown(name: string, { contract }: Contract<'operation'>, where: unknown) {
  if (where === undefined) return
  const parts = Object.fromEntries(PARTS.flatMap(part => (contract[part] ? [[part, contract[part] as TSchema]] : [])))
  const found = unknownIn([{ type: 'object', properties: parts } as unknown as TSchema], where, '')
  if (found) throw new KefuError('contract-violated', { detail: `${name}: where.${found}` })
}

const PARTS = ['query', 'params', 'body'] as const

/** The first field that none of the schemas has, in words. */
function unknownIn(schemas: readonly TSchema[], value: unknown, path: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const branches = schemas.flatMap(branchesOf)
  const list = Array.isArray(value)
  if (branches.some(it => isOpen(it, list))) return undefined
  const names = list ? [] : [...new Set(branches.flatMap(it => Object.keys(it.properties ?? {})))]
  for (const [name, it] of Object.entries(value)) {
    const place = placeOf(path, name, list)
    const fields = branches.flatMap(({ items, properties }) => (list ? (items ?? []) : own(properties, name)))
    if (fields.length === 0) return `${place}: not in the contract; ${nearest(name, names)}`
    const deeper = unknownIn(fields, it, place)
    if (deeper) return deeper
  }
  return undefined
}

const own = (properties: Record<string, TSchema> | undefined, name: string): TSchema[] =>
  properties && Object.hasOwn(properties, name) ? [properties[name] as TSchema] : []
const branchesOf = (schema: TSchema): TSchema[] =>
  schema.anyOf ? (schema.anyOf as TSchema[]).flatMap(branchesOf) : [schema]

/** It says nothing of what is inside, so that anything may be. */
const isOpen = ({ type, const: only, properties, items }: TSchema, list: boolean) =>
  (type === undefined && only === undefined) ||
  (type === 'object' && !list && Object.keys(properties ?? {}).length === 0) ||
  (type === 'array' && list && items === undefined)
