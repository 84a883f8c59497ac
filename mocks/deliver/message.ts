/** The message of a push: one of its examples, with fields set by path. */
import type { TSchema } from '@sinclair/typebox'
import type { Contract } from '../../schemas/contracts.ts'
import { inWords, violations } from '../../src/wire/check.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { nearest } from '../../src/wire/nearest.ts'

export interface MessageOptions {
  /** Name of an example or a variant; the documented example by default. */
  example?: string | undefined
  /** Dotted path → value, as text or JSON: `chatData.chatRecordId`, `content[0].userid`. */
  set?: Record<string, string>
}

/** Throws name-unknown (no such example or path) and contract-violated (the fields that were set break the contract). */
export function messageOf({ id, contract }: Contract<'push'>, { example, set = {} }: MessageOptions): unknown {
  const all: Record<string, unknown> = { ...contract.variants, ...contract.examples }
  const name = example ?? (Object.keys(contract.examples)[0] as string)
  if (!Object.hasOwn(all, name)) {
    throw new KefuError('name-unknown', {
      detail: `${id} has no example ${JSON.stringify(name)}; ${nearest(name, Object.keys(all))}`,
    })
  }
  const message = structuredClone(all[name])
  for (const [path, value] of Object.entries(set)) assign(message, contract.message, path, value, id)
  const found = violations(contract.message, message)
  if (found.length) throw new KefuError('contract-violated', { detail: `${id}: ${inWords(found)}.` })
  return message
}

function assign(message: unknown, root: TSchema, path: string, value: string, id: string) {
  const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.')
  const last = keys.pop() as string
  let at = { schema: root, value: message as Record<string, unknown> }
  for (const key of keys) at = step(at, field(at.schema, key, path, id), key)
  at.value[last] = typed(value, field(at.schema, last, path, id))
}

/** One level down; a block or list that the example leaves out is made. */
function step({ value }: { value: Record<string, unknown> }, schema: TSchema, key: string) {
  if (typeof value[key] !== 'object' || value[key] === null) value[key] = itemOf(schema) ? [] : {}
  return { schema, value: value[key] as Record<string, unknown> }
}

function field(schema: TSchema, key: string, path: string, id: string): TSchema {
  const names = fieldsOf(schema)
  const found = Object.hasOwn(names, key) ? names[key] : /^\d+$/.test(key) ? itemOf(schema) : undefined
  if (found) return found
  throw new KefuError('name-unknown', {
    detail: `${id} has no field ${path}: at ${JSON.stringify(key)} ${nearest(key, Object.keys(names))}`,
  })
}

const branches = (schema: TSchema): TSchema[] => (schema.anyOf ? schema.anyOf.flatMap(branches) : [schema])
const fieldsOf = (schema: TSchema): Record<string, TSchema> =>
  Object.assign({}, ...branches(schema).map(it => it.properties ?? {}))
const itemOf = (schema: TSchema): TSchema | undefined => branches(schema).find(it => it.type === 'array')?.items

/** Text where the field takes that text, else JSON (numbers, lists, objects, null). */
function typed(value: string, schema: TSchema): unknown {
  if (violations(schema, value).length === 0) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
