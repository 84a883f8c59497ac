/** Every way to get a call wrong that its contract knows: a field left out, of another type, beyond its limits. Nothing is written by hand. */
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

/** What the contract refuses of all that one change makes of a sound call. A proof that is missing is no violation: it is refused earlier. */
export function wrongCalls({ query, body }: Operation, sound: Parts, proving: string[]): WrongCall[] {
  const badQuery = (it: unknown) => violations(query, convertQuery(query, it as Record<string, string>)).length > 0
  const badBody = (it: unknown) => violations(body, it).length > 0
  return [
    ...changes(query, sound.query, [['none'], ['-1'], ['1000000']], badQuery)
      .filter(({ field, how }) => how !== MISSING || !proving.includes(field))
      .map(it => ({ ...sound, ...named('query', it), query: it.value as Parts['query'] })),
    ...changes(body, sound.body, [[true, 12_345, {}], ['x'.repeat(1000)]], badBody).map(it => ({
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

/** Each field left out, and with the first value of each kind that is refused; a list as a whole. */
function changes(schema: TSchema | undefined, sound: unknown, kinds: unknown[][], bad: (value: unknown) => boolean) {
  if (!schema) return []
  const whole = kinds.flat().filter(bad)
  if (Array.isArray(sound)) return whole.map(value => ({ field: '', how: `is ${shown(value)}`, value }))
  return fieldsOf(schema).flatMap((field): Change[] => {
    const { [field]: _, ...without } = sound as Record<string, unknown>
    const refused = kinds.flatMap(kind => kind.filter(it => bad({ ...without, [field]: it })).slice(0, 1))
    return [
      ...(bad(without) ? [{ field, how: MISSING, value: without }] : []),
      ...refused.map(it => ({ field, how: `is ${shown(it)}`, value: { ...without, [field]: it } })),
    ]
  })
}

const shown = (value: unknown) => JSON.stringify(value).slice(0, 20)

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
