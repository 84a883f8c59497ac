/** A schema as rows for people: every field with its place, type, codes and evidence, nested where the schema is. */
import type { TSchema } from '@sinclair/typebox'
import type { Evidence } from '../../schemas/define.ts'

export interface Code {
  value: string
  /** In Chinese, as the vendor says it. */
  title: string
  /** In English. */
  description: string
  evidence: Evidence
}

export interface Field {
  name: string
  /** Dotted, without marks for lists: `items.label_set.id`. */
  path: string
  /** The path, with a number behind it where alternatives have another field of that name. */
  place: string
  /** Title of the alternative that has it, where there are several. */
  of: string | undefined
  title: string
  description: string
  /** As `typeOf` has it. */
  type: string
  required: boolean
  evidence: Evidence
  codes: readonly Code[]
  /** Other values may come, too. */
  open: boolean
  /** Lengths, ranges, formats, in the notation of a programmer. */
  limits: readonly string[]
  fields: readonly Field[]
}

/** The fields of an object, or of the entries of a list; of a tree that contains itself down to where it begins anew. */
export function fieldsOf(schema: TSchema | undefined, path = ''): Field[] {
  if (!schema) return []
  const own = Object.entries((schema.properties ?? {}) as Record<string, TSchema>).map(([name, it]) =>
    fieldOf(name, it, { path: path ? `${path}.${name}` : name, required: schema.required?.includes(name) ?? false }),
  )
  const alternatives = ((schema.anyOf ?? []) as TSchema[]).map(it => ({ title: it.title, fields: fieldsOf(it, path) }))
  const several = new Set(alternatives.filter(it => it.fields.length).map(it => it.title)).size > 1
  const chosen = alternatives.flatMap(({ title, fields }) =>
    several ? fields.map(it => ({ ...it, of: title })) : fields,
  )
  const inner = [schema.items, schema.contentSchema].flatMap(it => fieldsOf(it as TSchema | undefined, path))
  return merged([...own, ...chosen, ...inner])
}

/** Every field, the nested ones after the one that holds them. */
export const flattened = (fields: readonly Field[]): Field[] => fields.flatMap(it => [it, ...flattened(it.fields)])

function fieldOf(name: string, schema: TSchema, { path, required }: Pick<Field, 'path' | 'required'>): Field {
  const codes = codesIn(schema)
  return {
    name,
    path,
    place: path,
    of: undefined,
    required,
    title: schema.title ?? '',
    description: schema.description ?? '',
    type: typeOf(schema),
    evidence: schema['x-evidence'] ?? 'table',
    codes,
    open: codes.length > 0 && alternativesIn(schema).some(it => it.const === undefined && it.type !== 'null'),
    limits: limitsOf(schema),
    fields: fieldsOf(schema, path),
  }
}

/** What alternatives share has one row; what only shares its name has a place of its own. */
function merged(fields: readonly Field[]): Field[] {
  const kept: Field[] = []
  for (const it of fields) {
    const named = kept.filter(({ path }) => path === it.path)
    const twin = named.find(other => alike(other) === alike(it))
    if (twin) twin.of = twin.of === it.of ? it.of : undefined
    else kept.push(named.length ? moved(it, it.place, `${it.place}-${named.length + 1}`) : it)
  }
  return kept
}

/** All that is said of a field, wherever it stands. */
const alike = (field: Field) =>
  JSON.stringify(field, (key, value) => (key === 'place' || key === 'of' ? undefined : value))

const moved = (field: Field, from: string, to: string): Field => ({
  ...field,
  place: to + field.place.slice(from.length),
  fields: field.fields.map(it => moved(it, from, to)),
})

const alternativesIn = (schema: TSchema): TSchema[] =>
  schema.anyOf ? (schema.anyOf as TSchema[]).flatMap(alternativesIn) : [schema]

/** A code that may come as 3 and as "3" is one code. */
function codesIn(schema: TSchema): Code[] {
  const all = alternativesIn(schema.items ?? schema).filter(it => it.const !== undefined && it.title !== undefined)
  const field: Evidence = schema['x-evidence'] ?? 'table'
  return all
    .filter((it, index) => all.findIndex(other => String(other.const) === String(it.const)) === index)
    .filter(it => it !== schema)
    .map(it => ({
      value: it.const === '' ? '""' : String(it.const),
      title: it.title ?? '',
      description: it.description ?? '',
      evidence: it['x-evidence'] ?? field,
    }))
}

/** In words of JSON Schema: `string`, `integer | null`, `object[]`. */
export function typeOf(schema: TSchema): string {
  if (schema.$ref !== undefined) return 'object'
  if (schema.anyOf) return [...new Set((schema.anyOf as TSchema[]).map(typeOf))].join(' | ')
  if (schema.type === 'array') return arrayOf(typeOf(schema.items ?? {}))
  if (schema.contentSchema) return `string (JSON ${typeOf(schema.contentSchema)})`
  return schema.type ?? (schema.const === undefined ? 'any' : typeof schema.const)
}

const arrayOf = (type: string) => (type.includes(' ') ? `(${type})[]` : `${type}[]`)

const notations: Record<string, string> = { digits: '0-9' }

function limitsOf(schema: TSchema): string[] {
  const { minLength, maxLength, minimum, maximum, pattern, const: constant, default: preset } = schema
  const format = schema['x-format'] as string | undefined
  return [
    constant !== undefined && `= ${JSON.stringify(constant)}`,
    format !== undefined && (notations[format] ?? format),
    minLength !== undefined && minLength === maxLength && `length = ${minLength}`,
    minLength !== undefined && minLength !== maxLength && `length ≥ ${minLength}`,
    maxLength !== undefined && minLength !== maxLength && `length ≤ ${maxLength}`,
    minimum !== undefined && `≥ ${minimum}`,
    maximum !== undefined && `≤ ${maximum}`,
    pattern !== undefined && `/${pattern}/`,
    preset !== undefined && `default ${JSON.stringify(preset)}`,
  ].filter(it => it !== false)
}
