/** Publishes every schema that has an `$id` once, under components, and refers to it from where it stood. */

type Json = Record<string, unknown>

/** The document with references in place of the named schemas, and those schemas by name, in alphabetical order. */
export function hoist(document: Json) {
  const schemas: Record<string, unknown> = {}
  const walk = (value: unknown, named = true): unknown => {
    if (Array.isArray(value)) return value.map(it => walk(it))
    if (typeof value !== 'object' || value === null) return value
    const { $id, ...rest } = value as Json
    if (named && typeof $id === 'string') return refer($id, rest)
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [
        key,
        key === '$ref' ? pointer(String(child)) : isData(key) ? child : walk(child),
      ]),
    )
  }
  const refer = (id: string, schema: Json) => {
    const before = JSON.stringify(schemas[id])
    schemas[id] ??= {} // a schema that refers to itself finds its name taken
    const hoisted = walk(schema, false)
    if (before !== undefined && before !== JSON.stringify(hoisted)) throw new Error(`two schemas are called ${id}`)
    schemas[id] = hoisted
    return { $ref: pointer(id) }
  }
  const walked = walk(JSON.parse(JSON.stringify(document))) as Json
  return { document: walked, schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))) }
}

const pointer = (id: string) => (id.startsWith('#') ? id : `#/components/schemas/${id}`)

/** Values, not schemas: never looked into. */
const isData = (key: string) => key === 'examples' || key === 'example' || key === 'const'
