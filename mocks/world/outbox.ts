/** What a world sends: events to the addresses that are registered with it, packed as the vendor packs them, and reports to an address that a request named. */
import { contractOf } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { allowed } from '../deliver/address.ts'
import { sideOf } from '../sides.ts'
import { createRing } from './ring.ts'
import { nextNumber } from './store.ts'
import type { Transport } from './transport.ts'
import type { World } from './world.ts'

/** An address that a vendor pushes to. */
export interface Endpoint {
  id: string
  vendor: string
  url: string
}

/** One message that was sent, or was to be sent. */
export interface Sent {
  number: number
  /** By the world's clock, in milliseconds since 1970. */
  at: number
  vendor: string
  /** Absent when it is no push but a report that a request asked for. */
  push?: string
  to: string
  body: string
  acknowledged: boolean
  /** 0 when there was no answer. */
  status: number
  reason?: string
}

export interface Outbox {
  /** Has the vendor tell every registered address of it. `entry` makes one event of that push, and is not called when nobody listens. */
  announce(vendor: Vendor, push: string, entry: () => unknown): void
  /** Posts JSON to an address that a request named, when that address is allowed; recorded either way. */
  post(vendor: Vendor, address: string, body: unknown): void
  /** Throws address-refused and contract-violated. */
  register(vendor: Vendor, url: string): Endpoint
  endpoints(): Endpoint[]
  unregister(id: string): boolean
  /** Oldest first. */
  sent(): Sent[]
  /** Settles once everything under way has ended. */
  idle(): Promise<void>
  /** Puts what waits onto the clock again, after a world was loaded. */
  resume(): void
  clear(): void
}

interface Batch {
  vendor: string
  push: string
  /** When it goes out, full or not. */
  at: number
  entries: readonly unknown[]
}

type Owner = Pick<World, 'store' | 'clock' | 'moment' | 'credentials' | 'switches'>

export function createOutbox(world: Owner, transport: Transport, vendors: readonly Vendor[]): Outbox {
  const endpoints = world.store.table<Endpoint>('kefu.endpoints')
  const batches = world.store.table<Batch>('kefu.batches')
  const ring = createRing<Sent>({ entries: 1_000, bytes: 16 << 20 })
  const underWay = new Set<Promise<void>>()
  /** Takes a batch off the clock again. */
  const planned = new Map<string, () => void>()
  let count = 0

  function record(sent: Omit<Sent, 'number' | 'at'>) {
    ring.push({ number: ++count, at: world.clock.now(), ...sent }, 200 + sent.body.length)
  }

  function start(work: Promise<void>) {
    underWay.add(work)
    work.finally(() => underWay.delete(work))
  }

  function flush(key: string) {
    const batch = batches.get(key)
    const vendor = vendors.find(it => it.id === batch?.vendor)
    if (!batch || !vendor) return
    batches.delete(key)
    planned.get(key)?.()
    planned.delete(key)
    const push = contractOf(vendor, 'push', batch.push)
    if (!push) return
    const message = sideOf(vendor).pack?.(batch.entries) ?? batch.entries[0]
    const headers = sideOf(vendor).pushHeaders?.(world) ?? {}
    for (const { url } of [...endpoints.values()].filter(it => it.vendor === vendor.id)) {
      const delivery = { vendor, push, message, secret: world.credentials(vendor), moment: world.moment() }
      start(
        transport.push(delivery, url, headers).then(it => record({ vendor: vendor.id, push: push.id, to: url, ...it })),
      )
    }
  }

  function schedule(key: string, { vendor, push, at }: Batch) {
    planned.set(key, world.clock.schedule({ at, what: `${vendor} ${push} is sent`, run: () => flush(key) }))
  }

  return {
    announce(vendor, push, entry) {
      if (endpoints.size === 0 || ![...endpoints.values()].some(it => it.vendor === vendor.id)) return
      const packing = sideOf(vendor).packing?.(world, push) ?? { group: push, size: 1, within: 0 }
      const key = `${vendor.id}/${packing.group}`
      const before = batches.get(key)
      const batch = before ?? { vendor: vendor.id, push, at: world.clock.now() + packing.within, entries: [] }
      const grown = { ...batch, entries: [...batch.entries, entry()] }
      batches.put(key, grown)
      if (grown.entries.length >= packing.size) flush(key)
      else if (!before) schedule(key, grown)
    },
    post(vendor, address, body) {
      const sent = { vendor: vendor.id, to: address, body: JSON.stringify(body) }
      try {
        start(transport.post(allowed(address, transport.hosts), sent.body).then(it => record({ ...sent, ...it })))
      } catch (error) {
        record({ ...sent, acknowledged: false, status: 0, reason: (error as KefuError).message })
      }
    },
    register(vendor, url) {
      if (!vendor.push) throw new KefuError('contract-unknown', { detail: `${vendor.id} sends no pushes.` })
      const endpoint = {
        id: nextNumber(endpoints),
        vendor: vendor.id,
        url: allowed(url, transport.hosts),
      }
      endpoints.put(endpoint.id, endpoint)
      return endpoint
    },
    endpoints: () => [...endpoints.values()],
    unregister: id => endpoints.delete(id),
    sent: () => ring.entries(),
    async idle() {
      while (underWay.size) await Promise.all(underWay)
    },
    resume() {
      for (const [key, batch] of batches.entries()) schedule(key, batch)
    },
    clear() {
      ring.clear()
      count = 0
    },
  }
}
