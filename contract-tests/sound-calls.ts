/** The documented calls of an operation as a prepared world accepts them: with its credentials, and with ids of its own. */
import { createHash } from 'node:crypto'
import type { World } from '../mocks/world/world.ts'
import type { Contract } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { type Known, kindNamedBy } from './known-values.ts'
import { credentialHeaders, type Plain } from './witness.ts'

export interface SoundCall {
  /** Name of the example or variant. */
  name: string
  call: Plain
}

type Example = Partial<Record<'query' | 'params' | 'body', unknown>>

/** The first is the documented one. */
export function soundCalls(
  vendor: Vendor,
  { id, contract }: Contract<'operation'>,
  known: Known,
  world: World,
): SoundCall[] {
  const { appid, token = '', app_key = '' } = world.credentials(vendor)
  const own = (part: 'query' | 'params' | 'body', example: Example) =>
    replaced(example[part], field => known[kindNamedBy(id, part, field) ?? '']?.[0], known)
  const headers = Object.fromEntries(credentialHeaders(vendor, contract).map(name => [name, token]))
  const examples: Record<string, Example> = { ...contract.examples, ...contract.variants }
  return Object.entries(examples).map(([name, example]) => {
    const { sign: _, create_time, ...query } = asText(own('query', example))
    const proof = create_time && { appid: `${appid}`, create_time, sign: md5(`${appid}${create_time}${app_key}`) }
    return {
      name,
      call: {
        headers,
        query: { ...query, ...proof },
        params: asText(own('params', example)),
        body: own('body', example),
      },
    }
  })
}

/** Values of fields that name something become values that name something here. */
function replaced(value: unknown, ownOf: (field: string) => string | undefined, known: Known, field = ''): unknown {
  if (field === 'ex_field_str') return JSON.stringify([{ fieldid: known.fields?.[0], field_value: 'A-1024' }])
  if (Array.isArray(value)) return value.map(it => replaced(it, ownOf, known, field))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, replaced(it, ownOf, known, name)]))
  const own = value === undefined ? undefined : ownOf(field)
  if (own === undefined) return value
  return typeof value === 'number' ? Number(own) : own
}

const asText = (values: unknown = {}) =>
  Object.fromEntries(Object.entries(values as object).map(([name, value]) => [name, String(value)])) as Record<
    string,
    string
  >

const md5 = (text: string) => createHash('md5').update(text).digest('hex')
