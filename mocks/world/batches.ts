/** Events that a vendor packs together before it sends them: so many, or those of so long a time. */
import type { Vendor } from '../../schemas/define.ts'
import { sideOf } from '../sides.ts'
import type { World } from './world.ts'

interface Batch {
  vendor: string
  push: string
  /** When it goes out, full or not. */
  at: number
  entries: readonly unknown[]
}

export interface Batches {
  add(vendor: Vendor, push: string, entry: unknown): void
  /** Puts what waits onto the clock again, after a world was loaded. */
  resume(): void
  clear(): void
}

/** `send` takes the message of a full batch. */
export function createBatches(
  world: Pick<World, 'store' | 'clock' | 'switches'>,
  vendors: readonly Vendor[],
  send: (vendor: Vendor, push: string, message: unknown) => void,
): Batches {
  const batches = world.store.table<Batch>('kefu.batches')
  /** Takes a batch off the clock again. */
  const planned = new Map<string, () => void>()

  function flush(key: string) {
    const batch = batches.get(key)
    const vendor = vendors.find(it => it.id === batch?.vendor)
    if (!batch || !vendor) return
    batches.delete(key)
    planned.get(key)?.()
    planned.delete(key)
    send(vendor, batch.push, sideOf(vendor).pack?.(batch.entries) ?? batch.entries[0])
  }

  function schedule(key: string, { vendor, push, at }: Batch) {
    planned.set(key, world.clock.schedule({ at, what: `${vendor} ${push} is sent`, run: () => flush(key) }))
  }

  return {
    add(vendor, push, entry) {
      const packing = sideOf(vendor).packing?.(world, push)
      if (!packing) return send(vendor, push, entry)
      const key = `${vendor.id}/${packing.group}`
      const before = batches.get(key)
      const batch = before ?? { vendor: vendor.id, push, at: world.clock.now() + packing.within, entries: [] }
      const grown = { ...batch, entries: [...batch.entries, entry] }
      batches.put(key, grown)
      if (grown.entries.length >= packing.size) flush(key)
      else if (!before) schedule(key, grown)
    },
    resume() {
      planned.clear()
      for (const [key, batch] of batches.entries()) schedule(key, batch)
    },
    clear: planned.clear.bind(planned),
  }
}
