/** Holds the parts of a call against its contract: strictly, or putting up with what the vendor is known or assumed to accept. */
import { Type as T, type TObject, type TSchema } from '@sinclair/typebox'
import { KefuError } from '../src/wire/errors.ts'
import { nearest } from '../src/wire/nearest.ts'

type Judge = typeof import('../src/wire/check.ts')

/** The compiler of contracts costs half the start-up: it is loaded at the first request. */
let judge: Judge | undefined

/** Undefined once it is there. */
export function loadJudge(): Promise<void> | undefined {
  if (judge) return undefined
  return import('../src/wire/check.ts').then(it => {
    judge = it
  })
}

export interface Tolerance {
  /** Id of the operation. */
  id: string
  part: 'query' | 'params' | 'body'
  strict: boolean
  /** Missing fields are taken for empty. */
  nothingRequired?: boolean
  /** What was put up with is added here. */
  notes: string[]
}

/** The value, once it keeps to the schema. Throws contract-violated with the fields that do not. */
export function accepted(schema: TSchema | undefined, value: unknown, tolerance: Tolerance): unknown {
  if (!schema) {
    if (isSomething(value)) putUpWith([`${tolerance.part}: the contract has none; it is ignored`], tolerance)
    return tolerance.part === 'body' ? undefined : value
  }
  const { violations } = judge as Judge
  const wanted = tolerance.nothingRequired ? withoutRequired(schema) : schema
  const found = violations(wanted, value)
  if (found.length === 0) {
    noteUnknown(schema, value, tolerance)
    return value
  }
  if (tolerance.strict) throw violated(found, tolerance)
  const notes: string[] = []
  const converted = convert(wanted, value ?? (tolerance.nothingRequired ? {} : value), tolerance.part, notes)
  if (violations(wanted, converted).length) throw violated(found, tolerance)
  tolerance.notes.push(...notes)
  noteUnknown(schema, converted, tolerance)
  return converted
}

const isSomething = (value: unknown) =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined

function violated(found: ReturnType<Judge['violations']>, { id, part }: Tolerance) {
  const { inWords } = judge as Judge
  return new KefuError('contract-violated', { detail: `${id}: ${inWords(found, part)}.`, violations: found })
}

const relaxed = new WeakMap<TSchema, TSchema>()

/** The same with every field of its first level optional. */
function withoutRequired(schema: TSchema): TSchema {
  const before = relaxed.get(schema)
  if (before) return before
  const made = schema.anyOf
    ? T.Union((schema.anyOf as TSchema[]).map(withoutRequired))
    : schema.type === 'object'
      ? T.Partial(schema as TObject)
      : schema.type === 'array'
        ? T.Array(withoutRequired(schema.items))
        : schema
  relaxed.set(schema, made)
  return made
}

/** Numbers written as text and text written as numbers become what the contract has; null of an optional field is left out. */
function convert(schema: TSchema, value: unknown, path: string, notes: string[]): unknown {
  const { violations } = judge as Judge
  if (schema.anyOf) {
    const branches = schema.anyOf as TSchema[]
    if (branches.some(it => violations(it, value).length === 0)) return value
    for (const branch of branches) {
      const own: string[] = []
      const converted = convert(branch, value, path, own)
      if (violations(branch, converted).length === 0) return keep(converted, own, notes)
    }
    return value
  }
  if (schema.type === 'array' && Array.isArray(value))
    return value.map((it, at) => convert(schema.items, it, `${path}[${at}]`, notes))
  if (schema.type === 'object' && isObject(value)) return convertFields(schema as TObject, value, path, notes)
  return convertScalar(schema, value, path, notes)
}

function keep<V>(value: V, own: string[], notes: string[]): V {
  notes.push(...own)
  return value
}

function convertFields(schema: TObject, value: Record<string, unknown>, path: string, notes: string[]) {
  const required: readonly string[] = schema.required ?? []
  const converted: Record<string, unknown> = {}
  for (const [name, it] of Object.entries(value)) {
    const field = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined
    const at = `${path}.${name}`
    const optional = field && !required.includes(name)
    if (optional && it === null && !allows(field, 'null')) notes.push(`${at}: null for nothing`)
    else if (optional && it === '' && !allows(field, 'string')) notes.push(`${at}: empty text for nothing`)
    else set(converted, name, field ? convert(field, it, at, notes) : it)
  }
  return converted
}

/** Also for names like `__proto__`, which an assignment would not keep. */
const set = (target: Record<string, unknown>, name: string, value: unknown) =>
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true })

const allows = (schema: TSchema, type: string): boolean =>
  (schema.type ?? typeof schema.const) === type || ((schema.anyOf ?? []) as TSchema[]).some(it => allows(it, type))
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function convertScalar(schema: TSchema, value: unknown, path: string, notes: string[]): unknown {
  const wanted = schema.type ?? typeof schema.const
  if (wanted === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    notes.push(`${path}: a ${typeof value} for text`)
    return String(value)
  }
  if (/^(integer|number)$/.test(wanted) && typeof value === 'string' && /^-?\d{1,15}$/.test(value)) {
    notes.push(`${path}: text for a number`)
    return Number(value)
  }
  return value
}

/** Fields that the contract does not have: most are slips of the pen. */
function noteUnknown(schema: TSchema, value: unknown, tolerance: Tolerance) {
  if (isPlain(schema, value)) return
  const unknown: string[] = []
  findUnknown([schema], value, tolerance.part, unknown)
  if (unknown.length) putUpWith(unknown, tolerance)
}

/** The usual case, told at once: one object of known fields, none of which holds another. */
function isPlain({ properties }: TSchema, value: unknown): boolean {
  if (!properties || !isObject(value)) return typeof value !== 'object' || value === null
  for (const name in value) {
    if (!Object.hasOwn(properties, name) || typeof value[name] === 'object') return false
  }
  return true
}

function putUpWith(notes: string[], { strict, id, notes: all }: Tolerance) {
  if (strict) throw new KefuError('contract-violated', { detail: `${id}: ${notes.join(' ')}` })
  all.push(...notes)
}

/** Looks through objects and lists, at what any of the schemas has there. */
function findUnknown(schemas: readonly TSchema[], value: unknown, path: string, found: string[]) {
  if (typeof value !== 'object' || value === null) return
  const branches = schemas.flatMap(branchesOf)
  if (Array.isArray(value)) {
    const items = branches.flatMap(it => it.items ?? [])
    for (const [at, it] of value.entries()) findUnknown(items, it, `${path}[${at}]`, found)
    return
  }
  const objects = branches.filter(it => it.properties)
  if (objects.length === 0) return
  for (const [name, it] of Object.entries(value)) {
    const fields = objects.flatMap(({ properties }) => (Object.hasOwn(properties, name) ? [properties[name]] : []))
    if (fields.length) findUnknown(fields, it, `${path}.${name}`, found)
    else if (found.length < MOST) found.push(`${path}.${name}: not in the contract; ${nearest(name, namesOf(objects))}`)
  }
}

/** Unknown fields that are told of. */
const MOST = 10

const branchesOf = (schema: TSchema): TSchema[] =>
  schema.anyOf ? (schema.anyOf as TSchema[]).flatMap(branchesOf) : [schema]

const namesOf = (objects: readonly TSchema[]) => [...new Set(objects.flatMap(it => Object.keys(it.properties)))]
