/** A server with one tenant, asked in process: both vendors with the tenant's credentials, and the mock's own door. */
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contractOf } from '../schemas/contracts.ts'
import type { Operation, Vendor } from '../schemas/define.ts'
import { okayapi, sobot } from '../schemas/index.ts'

/** Its clock stands here until it is moved. */
export const START = 1_700_000_000_000

export interface Ask {
  params?: Record<string, string>
  query?: Record<string, string | number>
  body?: unknown
  /** Besides the credential, or instead of it. */
  headers?: Record<string, string>
  /** Instead of the operation's own. */
  path?: string
}

/** The fields of an answer that tests look at. */
export interface Answer {
  status: number
  text: string
  /** The vendor's code. */
  code: string | number
  said: string
  item: unknown
  items: Record<string, unknown>[]
  data: Record<string, unknown>
}

export interface Tenant {
  keys(vendor: Vendor): Record<string, string>
  /** Calls an operation with the tenant's token or app_key. */
  call(vendor: Vendor, operation: string, ask?: Ask): Promise<Answer>
  /** The mock's own door; paths are those of the tenant's world. */
  door<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T>
  /** What its world was asked and answered, oldest first. */
  journal<E>(): Promise<E[]>
  close(): Promise<void>
}

export function tenant(vendors: readonly Vendor[] = [sobot, okayapi]): Tenant {
  const worlds = createWorlds({ now: () => START })
  const app = mockServer(vendors, worlds)
  const keys = (vendor: Vendor) => worlds.first.credentials(vendor)
  return {
    keys,
    async call(vendor, operation, ask = {}) {
      const { contract } = contractOf(vendor, 'operation', operation) ?? {}
      if (!contract) throw new Error(`${vendor.id} has no operation ${operation}`)
      const answer = await app.inject(request(vendor, contract, ask, keys(vendor)))
      return read(vendor, answer.statusCode, answer.body)
    },
    async door<T>(method: 'GET' | 'POST', path: string, payload?: object) {
      const answer = await app.inject({ method, url: `/_kefu/worlds/default${path}`, ...(payload && { payload }) })
      if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`)
      return answer.json() as T
    },
    journal: async () => (await app.inject({ url: '/_kefu/journal?limit=1000' })).json().entries,
    close: () => app.close(),
  }
}

function request(vendor: Vendor, contract: Operation, ask: Ask, { token = '', app_key = '' }: Record<string, string>) {
  const { params = {}, query = {}, body, headers = {} } = ask
  const path = ask.path ?? contract.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'x')
  const own: Record<string, string | number> = vendor === okayapi ? { app_key, ...query } : query
  return {
    method: contract.method,
    url: `/${vendor.id}${path}`,
    query: Object.fromEntries(Object.entries(own).map(([name, value]) => [name, String(value)])),
    headers: {
      ...(vendor === sobot && !contract.open && { token }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  }
}

function read({ failure }: Vendor, status: number, text: string): Answer {
  const body = JSON.parse(text) as Record<string, unknown>
  const { item, items, data } = body
  return {
    status,
    text,
    code: body[failure?.code ?? ''] as string,
    said: body[failure?.message ?? ''] as string,
    item,
    items: items as Answer['items'],
    data: data as Answer['data'],
  }
}
