/** The addresses that a world's pushes go to, and how each is served. */
import { validateHeaderName, validateHeaderValue } from 'node:http'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { allowed } from '../deliver/address.ts'
import type { Profile } from '../deliver/profile.ts'
import type { Transport } from '../deliver/transport.ts'
import { sideOf } from '../sides.ts'
import { nextNumber } from './store.ts'
import type { World } from './world.ts'

export interface EndpointOptions {
  /** Sent with every push, as real receivers demand them. */
  headers?: Record<string, string>
  query?: Record<string, string>
  /** When a push is sent again; as the vendor does by default. */
  profile?: Profile
  /** Attempts at the same time; 4 by default. */
  limit?: number
  /** Credentials that differ from those of the world. */
  secret?: Record<string, string>
  /** EasyLiao: documented name of a field → the name that it is sent under. */
  fieldNames?: Record<string, string>
  /** This share of the attempts is broken off in the middle. */
  faults?: number
}

export interface Endpoint extends EndpointOptions {
  id: string
  vendor: string
  url: string
  /** Why nothing is sent there for the time being. */
  paused?: string
}

export interface Endpoints {
  all(): Endpoint[]
  of(vendor: Vendor): Endpoint[]
  get(id: string): Endpoint | undefined
  /**
   * With `check: false` the vendor's own check is left out. An address that is known already is served as it is said now, and no longer paused.
   * Throws address-refused, contract-violated, name-unknown and endpoint-unverified.
   */
  register(vendor: Vendor, url: string, options?: EndpointOptions & { check?: boolean }): Promise<Endpoint>
  pause(id: string, reason: string): void
  resume(id: string): boolean
  remove(id: string): boolean
}

type Owner = Pick<World, 'store' | 'moment' | 'credentials' | 'switches'>

/** `changed` is told when what waits for an address may have become free to go. */
export function createEndpoints(world: Owner, transport: Transport, changed: () => void): Endpoints {
  const table = world.store.table<Endpoint>('kefu.endpoints')
  const counters = world.store.table<number>('counters')
  /** Never used twice: pushes may still wait for an address that was taken away. */
  function newId() {
    const number = Math.max(Number(nextNumber(table)), (counters.get('kefu.endpoints') ?? 0) + 1)
    counters.put('kefu.endpoints', number)
    return String(number)
  }
  const endpoints: Endpoints = {
    all: () => [...table.values()],
    of: vendor => endpoints.all().filter(it => it.vendor === vendor.id),
    get: id => table.get(id),
    async register(vendor, address, { check = true, ...options } = {}) {
      if (!vendor.push) throw new KefuError('contract-unknown', { detail: `${vendor.id} sends no pushes.` })
      const { href } = allowed(address, transport.hosts)
      const side = sideOf(vendor)
      if (options.fieldNames) side.rename?.({}, options.fieldNames)
      refuseHeaders(options.headers)
      if (check && side.verify) {
        const secret = { ...world.credentials(vendor), ...options.secret }
        const choose = (name: string) => world.switches.choice(vendor, name)
        await side.verify({ url: href, ...options, secret, choose, moment: world.moment(), transport })
      }
      const known = endpoints.of(vendor).find(it => it.url === href)
      const endpoint = { id: known?.id ?? newId(), vendor: vendor.id, url: href, ...options }
      table.put(endpoint.id, endpoint)
      changed()
      return endpoint
    },
    pause(id, paused) {
      const endpoint = table.get(id)
      if (endpoint) table.put(id, { ...endpoint, paused })
    },
    resume(id) {
      const { paused, ...endpoint } = table.get(id) ?? {}
      if (paused === undefined) return false
      table.put(id, endpoint as Endpoint)
      changed()
      return true
    },
    remove(id) {
      if (table.get(id) === undefined) return false
      table.delete(id)
      changed()
      return true
    },
  }
  return endpoints
}

/** Those of the connection are not for anybody to set. */
const CONNECTION = ['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'upgrade', 'expect']

/** Throws contract-violated for what HTTP cannot carry. */
function refuseHeaders(headers: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(headers)) {
    try {
      validateHeaderName(name)
      validateHeaderValue(name, value)
    } catch (error) {
      throw new KefuError('contract-violated', { detail: `headers.${name}: ${(error as Error).message}.` })
    }
    if (CONNECTION.includes(name.toLowerCase()))
      throw new KefuError('contract-violated', { detail: `headers.${name}: the connection sets it.` })
  }
}
