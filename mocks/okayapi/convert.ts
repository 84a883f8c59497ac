/** Values as PHP turns them into one another, and whether a value has the shape that a schema describes. */
import type { TSchema } from '@sinclair/typebox'

/** PHP's intval: the number that a text begins with, cut to a whole one; 0 where there is none. */
export function intval(value: unknown): number {
  if (typeof value === 'boolean') return Number(value)
  const text = String(value)
  const [digits] = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/i.exec(text) ?? ['0']
  const whole = Math.trunc(Number(digits)) + 0
  return Math.min(Math.max(whole, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)
}

/** PHP's strval: true is 1, false is nothing. */
export const strval = (value: unknown) => (typeof value === 'boolean' ? (value ? '1' : '') : String(value))

/** The alternatives that a schema allows, without the unions around them. */
export const leavesOf = (schema: TSchema): TSchema[] =>
  schema.anyOf ? (schema.anyOf as TSchema[]).flatMap(leavesOf) : [schema]

/** Whether the value has one of the schema's shapes; limits are not its business. */
export const fits = (schema: TSchema, value: unknown): boolean => leavesOf(schema).some(leaf => isOne(leaf, value))

function isOne(leaf: TSchema, value: unknown): boolean {
  if (leaf.const !== undefined) return leaf.const === value
  if (leaf.type === 'integer') return Number.isInteger(value)
  if (leaf.type === 'array') return Array.isArray(value) && value.every(item => fits(leaf.items, item))
  if (leaf.type !== 'object') return typeof value === leaf.type
  return typeof value === 'object' && value !== null && !Array.isArray(value) && fieldsFit(leaf, value)
}

const fieldsFit = ({ properties, required = [] }: TSchema, value: object) =>
  Object.entries(properties as Record<string, TSchema>).every(([name, schema]) =>
    Object.hasOwn(value, name)
      ? fits(schema, value[name as keyof typeof value])
      : !(required as string[]).includes(name),
  )
