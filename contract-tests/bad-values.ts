/** Everything that can be wrong with the value of a field, whatever the field is. */
import type { TSchema } from '@sinclair/typebox'
import type { Operation } from '../schemas/define.ts'
import { changed, NOTHING, placesOf } from './broken-calls.ts'
import type { Plain } from './witness.ts'

export interface BadCall {
  /** `body.name = ""`. */
  what: string
  call: Plain
  /** Stands at the end of the query, as it is. */
  tail?: string
}

/** What a bad value may be made of. */
export interface Surroundings {
  /** Names that are taken in this world. */
  taken: readonly string[]
  /** The id that such a field has in another world; undefined when it is no id. */
  strange(part: string, field: string): string | undefined
}

const nested = (depth: number, inside: (inner: unknown) => unknown) => {
  let value: unknown = 'x'
  for (let at = 0; at < depth; at++) value = inside(value)
  return value
}

const UNKNOWN_ID = 'f'.repeat(32)

/** Text stands everywhere. */
const texts: Record<string, readonly string[]> = {
  empty: ['', ' '],
  'another type': ['text', '1.5', 'true', 'null', '{}', '[]', '0x1', ' 1', '１'],
  'too long': ['x'.repeat(31), '标'.repeat(51), '😀'.repeat(31), 'x'.repeat(501), '客'.repeat(400)],
  'out of range': ['0', '-1', '999999', '100000', '10001', '2147483648', '9007199254740993', '1e308', '-1e308'],
  'an unknown code': ['99', 'unknown'],
  'an unknown id': [UNKNOWN_ID, `${UNKNOWN_ID},${UNKNOWN_ID}`],
  'a name of the language': ['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  'no JSON': ['{', '[{]}', '[1,]', "{'a':1}", '{"a":1'],
  'other JSON': ['5', '"x"', '[null]', '[[[]]]', '[{"fieldid":{}}]', '{"content":{}}', '{"__proto__":{"polluted":1}}'],
  'odd characters': [
    'a\0b',
    '\0',
    '\ud800',
    '\udfffx',
    '\ufeff',
    '\u202e',
    '\r\n',
    '%',
    '%00',
    '../..',
    "'; --",
    '<a>',
  ],
}

/** Other types stand in a body alone. */
const values: Record<string, readonly unknown[]> = {
  null: [null],
  'another type': [true, false, 5, 1.5, {}, [], ['x'], [null], [[]], [5], { id: 5 }, [{ id: 5 }]],
  'out of range': [0, -1, 99, 2 ** 31, 2 ** 53, 1e308, -1e308],
  'very long': ['x'.repeat(100_000)],
  'a key of the language': [
    JSON.parse('{"__proto__":{"polluted":1}}'),
    { constructor: { prototype: { polluted: 1 } } },
  ],
  'nested 64 levels': [
    nested(64, inner => [inner]),
    nested(64, inner => ({ a: inner })),
    JSON.stringify(nested(64, inner => [inner])),
  ],
}

/** Every bad value at every place of a sound call; of a further call with the same query only in its body. */
export function badCalls(
  sound: Plain,
  contract: Operation,
  { taken, strange }: Surroundings,
  bodyAlone = false,
): BadCall[] {
  const places = placesOf(sound, contract).filter(([part]) => !bodyAlone || part === 'body')
  const replaced = places.flatMap(place => {
    const [part = '', ...path] = place
    const field = path.findLast(it => typeof it === 'string') ?? ''
    const other = strange(String(part), String(field))
    const all = [
      NOTHING,
      ...Object.values(texts).flat(),
      ...taken,
      ...(other ? [other] : []),
      ...(part === 'body' ? Object.values(values).flat() : []),
    ]
    return all
      .filter(it => part !== 'headers' || speakable(it))
      .map(value => ({ what: `${place.join('.')} = ${shown(value)}`, call: changed(sound, place, value) as Plain }))
  })
  return [...replaced, ...strangeKeys(sound), ...(bodyAlone ? [] : doubled(sound, contract.query))]
}

/** What a header can carry. */
const speakable = (value: unknown) => typeof value !== 'string' || /^[\x20-\x7e]*$/.test(value)

const shown = (value: unknown) => (value === NOTHING ? 'nothing' : JSON.stringify(value).slice(0, 60))

/** Keys that the contract does not have, in the query and in every object of the body. */
function strangeKeys(sound: Plain): BadCall[] {
  const objects = [['query'], ...objectsIn(sound.body, ['body'])]
  return objects.flatMap(at =>
    ['__proto__', 'constructor', 'prototype', 'unknown', '', 'a\0b'].map(key => ({
      what: `${at.join('.')} has a key ${JSON.stringify(key)}`,
      call: changed(sound, [...at, key], at[0] === 'query' ? 'x' : { polluted: 1 }) as Plain,
    })),
  )
}

function objectsIn(value: unknown, at: (string | number)[]): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([name, inner]) =>
    objectsIn(inner, [...at, Array.isArray(value) ? Number(name) : name]),
  )
  return Array.isArray(value) ? inside : [at, ...inside]
}

/** Parameters that come twice, and bytes that are no UTF-8. */
function doubled(sound: Plain, query: TSchema | undefined): BadCall[] {
  return Object.keys(query?.properties ?? {}).flatMap(name => {
    const { [name]: old = '2', ...others } = sound.query
    const alone = { ...sound, query: others }
    const value = encodeURIComponent(old)
    return [
      `${name}=${value}&${name}=${value}`,
      `${name}=${value}&${name}=x`,
      `${name}[]=${value}`,
      `${name}=%ff%fe`,
      `${name}=%`,
      name,
    ].map(tail => ({
      what: `?${tail}`,
      call: alone,
      tail,
    }))
  })
}
