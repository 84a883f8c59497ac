/** Walks a schema: every field with its path, through lists, alternatives and JSON inside text. */
import type { TSchema } from '@sinclair/typebox'

export interface Field {
  /** Dotted, `[]` for a list: `items[].label_set[].id`. */
  path: string
  field: TSchema
}

/** A reference (a tree that contains itself) ends the walk. `resolve` follows references by name. */
export function allFields(
  schema: TSchema | undefined,
  path = '',
  resolve: (ref: string) => TSchema | undefined = () => undefined,
): Field[] {
  if (!schema) return []
  const deeper = (inner: TSchema, at: string) => allFields(inner, at, resolve)
  const target = typeof schema.$ref === 'string' && path.split('.').length < DEEPEST ? resolve(schema.$ref) : undefined
  const own = Object.entries((schema.properties ?? {}) as Record<string, TSchema>).flatMap(([name, field]) => {
    const at = path ? `${path}.${name}` : name
    return [{ path: at, field: field.$ref ? (resolve(field.$ref) ?? field) : field }, ...deeper(field, at)]
  })
  return [
    ...(target ? deeper(target, path) : []),
    ...own,
    ...((schema.anyOf ?? []) as TSchema[]).flatMap(it => deeper(it, path)),
    ...(schema.items ? deeper(schema.items, `${path}[]`) : []),
    ...(schema.contentSchema ? deeper(schema.contentSchema, path) : []),
  ]
}

const DEEPEST = 10
