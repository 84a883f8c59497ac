/** Calls drawn from the contracts themselves: every value that a schema allows, ids of the world among them, and texts that break things. */
import { createHash } from 'node:crypto'
import type { TObject, TSchema } from '@sinclair/typebox'
import fc from 'fast-check'
import type { Contract } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { signature } from '../src/wire/okayapi.ts'
import { type Known, kindNamedBy } from './known-values.ts'
import { credentialHeaders, type Plain } from './witness.ts'

const odd = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1',
    'null',
    '{}',
    '[]',
    '[{}]',
    '"',
    '\\',
    '%',
    '%zz',
    '../..',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...['客户', '标'.repeat(30), '标'.repeat(50), '😀', '😀'.repeat(30), '𠮷'.repeat(50), '👨‍👩‍👧'],
  ...['a\0b', '\0', '\ud800', 'x\udfffy', '\ufeff', '\u202e', 'x'.repeat(5_000), '客'.repeat(2_000)],
]

/** Texts that exist under the name of a field. */
type Draw = (field: string) => readonly string[]

export function validCalls(vendor: Vendor, { id, contract }: Contract<'operation'>, known: Known, secret: string) {
  const draw =
    (part: string): Draw =>
    field =>
      known[kindNamedBy(id, part, field) ?? ''] ?? []
  const inside = (part: 'query' | 'params'): fc.Arbitrary<Record<string, string>> =>
    contract[part] ? valuesOf(contract[part], draw(part)).map(asText) : fc.constant({})
  const parts = fc.record({
    query: inside('query'),
    params: inside('params').filter(it => Object.values(it).every(Boolean)),
    body: contract.body ? valuesOf(contract.body, draw('body')) : fc.constant(undefined),
  })
  const header = credentialHeaders(vendor, contract)[0]
  const token = fc.oneof(
    { weight: 19, arbitrary: fc.constantFrom(...(known.tokens ?? [])) },
    fc.constant('f'.repeat(32)),
  )
  return fc
    .tuple(parts, token, fc.integer({ min: 0, max: 9 }))
    .map(
      ([call, token, proof]): Plain =>
        proven(
          { ...call, headers: header ? { [header]: token } : {} },
          contract.open ?? vendor.id === 'okayapi',
          secret,
          proof,
        ),
    )
}

const asText = (values: unknown) =>
  Object.fromEntries(Object.entries(values as object).map(([name, value]) => [name, String(value)]))

/** Most calls are signed as they should be, some are not, and OkayAPI takes those without a signature. */
function proven(call: Plain, signs: boolean, secret: string, proof: number): Plain {
  if (!signs || proof === 0) return call
  const { sign: _, ...query } = call.query
  if (query.appid !== undefined)
    return { ...call, query: { ...query, sign: md5(`${query.appid}${query.create_time}${secret}`) } }
  if (proof > 3) return { ...call, query }
  return { ...call, query: { ...query, sign: signature({ ...query, ...(call.body as object) }, secret) } }
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/** Values that keep to a schema. `field` is the name that they stand under. */
export function valuesOf(schema: TSchema, draw: Draw, field = ''): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.anyOf) return oneOf(schema.anyOf, draw, field)
  if (schema.contentSchema) return valuesOf(schema.contentSchema, draw).map(it => JSON.stringify(it))
  if (schema.type === 'array') return fc.array(valuesOf(schema.items, draw, field), { maxLength: 4 })
  if (schema.type === 'object') return objectsOf(schema as TObject, draw)
  if (schema.type === 'integer') return integers(schema, draw(field))
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'string') return texts(schema, draw(field))
  throw new Error(`no values are known for ${JSON.stringify(schema)}`)
}

/** Codes with a meaning come more often than those that a vendor might add. */
function oneOf(branches: TSchema[], draw: Draw, field: string) {
  const codes = branches.flatMap(it => (it.const === undefined ? [] : [it.const as string | number]))
  const open = branches.filter(it => it.const === undefined)
  return fc.oneof(
    ...(codes.length ? [{ weight: 4 * (open.length || 1), arbitrary: fc.constantFrom(...codes) }] : []),
    ...open.map(it => ({ weight: 1, arbitrary: valuesOf(it, draw, field) })),
  )
}

function objectsOf({ properties, required = [] }: TObject, draw: Draw) {
  const fields = Object.entries(properties as Record<string, TSchema>).map(([name, schema]) => {
    const values = valuesOf(schema, draw, name)
    const wanted = required.includes(name) ? values : fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, values)
    return [name, wanted] as const
  })
  return fc
    .record(Object.fromEntries(fields), { noNullPrototype: true })
    .map(it => Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)))
}

/** Fifteen digits at most: that many every reader of a query takes for a number. */
const LARGEST = 1e15 - 1

function integers({ minimum = -LARGEST, maximum = LARGEST }: TSchema, known: readonly string[]) {
  const usual = fc.integer({ min: Math.max(minimum, 1), max: Math.min(maximum, 20) })
  const edges = fc.constantFrom(...[0, -1, 2 ** 31, minimum, maximum].filter(it => it >= minimum && it <= maximum))
  const any = fc.maxSafeInteger().map(it => Math.max(minimum, Math.min(maximum, it % (maximum + 1))))
  const drawn = known.length ? [{ weight: 6, arbitrary: fc.constantFrom(...known.map(Number)) }] : []
  return fc.oneof(
    ...drawn,
    { weight: 6, arbitrary: usual },
    { weight: 1, arbitrary: any },
    { weight: 1, arbitrary: edges },
  )
}

function texts({ minLength = 0, maxLength, 'x-format': format }: TSchema, known: readonly string[]) {
  const fitting = odd.filter(it => [...it].length >= minLength && [...it].length <= (maxLength ?? Infinity))
  const longest = maxLength ? ['😀', '标', '\0'].map(it => it.repeat(maxLength)) : []
  const any = fc.string({ unit: 'binary', minLength, maxLength: maxLength ?? 80 })
  const usual =
    format === 'digits'
      ? fc.nat().map(String)
      : fc.constantFrom('新客户', 'name', '16000000103').filter(it => it.length >= minLength)
  return fc.oneof(
    ...(known.length ? [{ weight: 24, arbitrary: fc.constantFrom(...known) }] : []),
    ...(minLength === 0 ? [{ weight: 4, arbitrary: usual }] : []),
    ...(longest.length ? [{ weight: 1, arbitrary: fc.constantFrom(...longest) }] : []),
    ...(fitting.length ? [{ weight: 1, arbitrary: fc.constantFrom(...fitting) }] : []),
    { weight: 1, arbitrary: any },
  )
}
