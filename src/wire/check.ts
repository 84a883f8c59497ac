/** Judges a value by its contract's schema and says in words what is wrong with it. */
import { OptionalKind, type TSchema } from '@sinclair/typebox'
import { type TypeCheck, TypeCompiler, type ValueError } from '@sinclair/typebox/compiler'

/** A field that breaks the contract. */
export interface Violation {
  /** Dotted path, `list[0].id`; empty for the whole value. */
  path: string
  /** Not there (or null), too long, or wrong in another way. */
  kind: 'missing' | 'long' | 'wrong'
  expected: string
  got: string
}

const compiled = new WeakMap<TSchema, TypeCheck<TSchema>>()

/** What is wrong with the value, at most ten fields; empty when it keeps to the schema. A schema is compiled at its first use. */
export function violations(schema: TSchema, value: unknown): Violation[] {
  let check = compiled.get(schema)
  if (!check) {
    check = TypeCompiler.Compile(schema)
    compiled.set(schema, check)
  }
  if (check.Check(value)) return []
  const found = new Map<string, Violation>()
  for (const error of faultsOf(check.Errors(value))) {
    const path = dotted(error.path)
    if (!found.has(path)) found.set(path, violation(path, error))
    if (found.size === MOST) break
  }
  return [...found.values()]
}

/** Faults that are none by JSON Schema are left out; those of alternatives are told as the nearest alternative has them. */
function* faultsOf(errors: Iterable<ValueError>): Generator<ValueError> {
  for (const error of errors) {
    if (fits(error)) continue
    if (error.errors.length === 0) yield error
    else yield* faultsOfNearest(error)
  }
}

function faultsOfNearest(error: ValueError): ValueError[] {
  const alternatives = error.errors.map(it => first(faultsOf(it), MOST))
  if (alternatives.some(it => it.length === 0)) return []
  // An alternative of another kind than the value is far, however little is wrong with it.
  const near = alternatives.filter(it => it.every(({ path }) => path !== error.path))
  return near.sort((a, b) => a.length - b.length)[0] ?? [error]
}

/** A list of half a million entries that are all wrong is wrong enough. */
function first<T>(all: Iterable<T>, most: number): T[] {
  const taken: T[] = []
  for (const it of all) if (taken.push(it) === most) break
  return taken
}

/** JSON Schema counts characters; the compiler counts UTF-16 units, of which some characters have two. */
const fits = ({ schema, value }: ValueError) =>
  schema.type === 'string' &&
  schema.maxLength !== undefined &&
  typeof value === 'string' &&
  value.length > schema.maxLength &&
  [...value].length <= schema.maxLength

function violation(path: string, { schema, value }: ValueError): Violation {
  const long = typeof value === 'string' && schema.type === 'string' && value.length > (schema.maxLength ?? Infinity)
  const missing = value === undefined || (value === null && !(OptionalKind in schema))
  return { path, kind: missing ? 'missing' : long ? 'long' : 'wrong', expected: expected(schema), got: shown(value) }
}

/** All of them in a line: `body.name: expected text of at most 30 characters, got a number 5`. `root` names the whole value. */
export const inWords = (found: Violation[], root = '') =>
  found
    .map(
      ({ path, expected, got }) =>
        `${[root, path].filter(Boolean).join('.') || 'the message'}: expected ${expected}, got ${got}`,
    )
    .join('; ')

const MOST = 10

const dotted = (pointer: string) =>
  pointer
    .slice(1)
    .split('/')
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : index ? `.${key}` : key))
    .join('')

/** What a schema accepts, in words. */
export function expected(schema: TSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.anyOf) return [...new Set((schema.anyOf as TSchema[]).map(expected))].slice(0, MOST).join(' or ')
  const noun = nouns[schema.type as string] ?? 'another value'
  const limits = [
    between(schema.minLength, schema.maxLength, ' characters'),
    between(schema.minimum, schema.maximum),
    schema.pattern && `matching ${schema.pattern}`,
  ]
  return [noun, ...limits.filter(Boolean)].join(' ')
}

function between(least?: number, most?: number, unit = '') {
  if (least !== undefined && least === most) return `of exactly ${least}${unit}`
  const limits = [least && `at least ${least}`, most !== undefined && `at most ${most}`].filter(Boolean)
  return limits.length ? `of ${limits.join(' and ')}${unit}` : ''
}

const nouns: Record<string, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

/** A value as a reader would name it, shortened. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  const kind = Array.isArray(value) ? 'a list' : nouns[typeof value]
  if (typeof value === 'object') return kind as string
  const text = JSON.stringify(value)
  return `${kind} ${text.length > 40 ? `${text.slice(0, 39)}…` : text}`
}
