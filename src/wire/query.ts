/** Query and path parameters: always text on the wire, numbers where the contract says so. */
import type { TObject, TSchema } from '@sinclair/typebox'

/** Digits become numbers for the fields that the schema types as such; everything else stays as it came. */
export function convertQuery(schema: TObject | undefined, query: Record<string, string>): Record<string, unknown> {
  const numeric = schema && numericFields(schema)
  if (!numeric?.length) return query
  const converted: Record<string, unknown> = { ...query }
  for (const name of numeric) {
    const value = query[name]
    if (value !== undefined && /^-?\d{1,15}$/.test(value)) converted[name] = Number(value)
  }
  return converted
}

/** `/label/{id}` with its parameters filled in. */
export const fillPath = (path: string, params: Record<string, unknown>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))

const known = new WeakMap<TObject, string[]>()

function numericFields(schema: TObject): string[] {
  let fields = known.get(schema)
  if (!fields) {
    fields = Object.keys(schema.properties).filter(name => isNumeric(schema.properties[name] as TSchema))
    known.set(schema, fields)
  }
  return fields
}

const isNumeric = (schema: TSchema): boolean =>
  schema.type === 'integer' || schema.type === 'number' || (schema.anyOf?.length > 0 && schema.anyOf.every(isNumeric))
