/** The calls of a vendor's examples and variants, as the tenant of a world would send them. */
import type { World } from '../mocks/world/world.ts'
import type { Operation, Vendor } from '../schemas/define.ts'
import type { RawInput } from '../src/call.ts'
import { wireOf } from '../src/wire/index.ts'
import { fillPath } from '../src/wire/query.ts'
import type { Http } from '../src/wire/wire.ts'

export interface DocumentedCall {
  /** Name of the example or variant. */
  name: string
  /** Without credentials and signature: the document's are not the world's. */
  input: RawInput
  /** The same, sealed with the credentials of the world. */
  http: Http
  /** The path with its parameters, without the query. */
  path: string
  reply: Record<string, unknown>
}

/** The first is the documented one. */
export function documentedCalls(vendor: Vendor, contract: Operation, world: World): DocumentedCall[] {
  const credentials = world.credentials(vendor)
  const all: Record<string, RawInput & Pick<DocumentedCall, 'reply'>> = { ...contract.examples, ...contract.variants }
  return Object.entries(all).map(([name, { reply, ...example }]) => {
    const own = Object.entries(example.query ?? {}).filter(([key]) => !(key in credentials) && key !== 'sign')
    const query = Object.fromEntries(own.map(([key, value]) => [key, String(value)]))
    const http = wireOf(vendor).call?.seal(
      { query, body: example.body, open: contract.open },
      credentials,
      world.moment(),
    )
    if (!http) throw new Error(`${vendor.id} answers no calls`)
    return { name, input: { ...example, query }, http, path: fillPath(contract.path, example.params ?? {}), reply }
  })
}
