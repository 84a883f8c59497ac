/** Every way to get a call wrong that its contract knows: a field left out, a field of another type. Nothing is written by hand. */
import type { TSchema } from '@sinclair/typebox'
import type { Operation } from '../schemas/define.ts'
import { violations } from '../src/wire/check.ts'
import { convertQuery } from '../src/wire/query.ts'

export interface WrongCall {
  /** `body name is missing`. */
  what: string
  part: 'query' | 'body'
  field: string
  query: Record<string, string>
  body: unknown
}

/** What the contract refuses of what could be made of a sound call, one field at a time. */
export function wrongCalls(
  { query, body }: Operation,
  sound: { query: Record<string, string>; body: unknown },
): WrongCall[] {
  const wrongQuery = fieldsOf(query).flatMap(field =>
    changed(sound.query, field, ['none'], it => violations(query, convertQuery(query, it)).length > 0).map(it => ({
      ...sound,
      query: it.value as Record<string, string>,
      ...named('query', field, it.how),
    })),
  )
  if (!isObject(sound.body)) return wrongQuery
  const wrongBody = fieldsOf(body).flatMap(field =>
    changed(sound.body as object, field, [true, 12_345, {}], it => violations(body, it).length > 0).map(it => ({
      ...sound,
      body: it.value,
      ...named('body', field, it.how),
    })),
  )
  return [...wrongQuery, ...wrongBody]
}

const named = <P extends WrongCall['part']>(part: P, field: string, how: string) => ({
  what: `${part} ${field} ${how}`,
  part,
  field,
})

/** Without the field, and with the first other value that is refused. */
function changed(
  whole: object,
  field: string,
  others: unknown[],
  refused: (value: Record<string, unknown>) => boolean,
) {
  const { [field]: _, ...without } = whole as Record<string, unknown>
  const other = others.map(value => ({ ...whole, [field]: value })).find(refused)
  return [
    ...(refused(without) ? [{ how: 'is missing', value: without }] : []),
    ...(other ? [{ how: 'is of another type', value: other }] : []),
  ]
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names on the first level, of all alternatives. */
const fieldsOf = (schema: TSchema | undefined): string[] => [
  ...new Set([
    ...Object.keys(schema?.properties ?? {}),
    ...((schema?.anyOf ?? []) as TSchema[]).flatMap(it => fieldsOf(it)),
  ]),
]
