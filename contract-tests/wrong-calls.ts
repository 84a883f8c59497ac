/** Every way to get a call wrong that its contract knows: a field left out, a field of another type. Nothing is written by hand. */
import type { TSchema } from '@sinclair/typebox'
import type { Operation } from '../schemas/define.ts'
import { violations } from '../src/wire/check.ts'
import { convertQuery } from '../src/wire/query.ts'

interface Parts {
  query: Record<string, unknown>
  body: unknown
}

export interface WrongCall extends Parts {
  /** `name is missing`. */
  what: string
  part: 'query' | 'body'
  /** The field that is wrong; empty when it is the whole body. */
  field: string
}

/** What the contract refuses of all that one change makes of a sound call. A credential that is missing is no violation. */
export function wrongCalls({ query, body }: Operation, sound: Parts, credentials: string[]): WrongCall[] {
  const badQuery = (it: unknown) => violations(query, convertQuery(query, it as Record<string, string>)).length > 0
  const badBody = (it: unknown) => violations(body, it).length > 0
  return [
    ...changes(query, sound.query, ['none'], badQuery)
      .filter(({ field, how }) => how !== MISSING || !credentials.includes(field))
      .map(it => ({ ...sound, ...named('query', it), query: it.value as Parts['query'] })),
    ...changes(body, sound.body, [true, 12_345, {}], badBody).map(it => ({
      ...sound,
      ...named('body', it),
      body: it.value,
    })),
  ]
}

interface Change {
  field: string
  how: string
  value: unknown
}

const MISSING = 'is missing'
const OTHER = 'is of another type'

/** Each field left out, and with the first of the other values that is refused; a list as a whole. */
function changes(schema: TSchema | undefined, sound: unknown, others: unknown[], bad: (value: unknown) => boolean) {
  if (!schema) return []
  if (Array.isArray(sound)) return others.map(value => ({ field: '', how: OTHER, value })).filter(it => bad(it.value))
  return fieldsOf(schema).flatMap((field): Change[] => {
    const { [field]: _, ...without } = sound as Record<string, unknown>
    const other = others.map(it => ({ ...without, [field]: it })).filter(bad)
    return [
      ...(bad(without) ? [{ field, how: MISSING, value: without }] : []),
      ...other.slice(0, 1).map(value => ({ field, how: OTHER, value })),
    ]
  })
}

const named = <P extends WrongCall['part']>(part: P, { field, how }: Change) => ({
  part,
  field,
  what: `${field} ${how}`,
})

/** Names on the first level, of all alternatives. */
const fieldsOf = (schema: TSchema): string[] => [
  ...new Set([
    ...Object.keys(schema.properties ?? {}),
    ...((schema.anyOf ?? []) as TSchema[]).flatMap(it => fieldsOf(it)),
  ]),
]
