/** The courier of each address of a world: made when it is first needed, and anew when the address is served in another way. */
import type { Vendor } from '../../schemas/define.ts'
import { wireOf } from '../../src/wire/index.ts'
import type { Choose } from '../../src/wire/wire.ts'
import { type Attempt, createCourier } from '../deliver/courier.ts'
import type { Courier } from '../deliver/engine.ts'
import type { Sending } from '../deliver/sending.ts'
import type { Transport } from '../deliver/transport.ts'
import { sideOf } from '../sides.ts'
import type { Endpoint, Endpoints } from './endpoints.ts'
import type { World } from './world.ts'

type Owner = Pick<World, 'seed' | 'clock' | 'credentials' | 'switches'>

/** `told` hears of every attempt. Answers undefined for an address that is gone. */
export function createCouriers(
  world: Owner,
  endpoints: Endpoints,
  transport: Transport,
  vendors: readonly Vendor[],
  told: (attempt: Attempt, endpoint: Endpoint) => void,
) {
  const couriers = new Map<string, { endpoint: Endpoint; courier: Courier }>()

  function make(vendor: Vendor, endpoint: Endpoint): Courier | undefined {
    const { push: codec } = wireOf(vendor)
    if (!codec) return undefined
    const choose: Choose = name => world.switches.choice(vendor, name)
    return createCourier({
      endpoint,
      codec,
      secret: { ...world.credentials(vendor), ...endpoint.secret },
      choose,
      sending: kept(() => sideOf(vendor).sending?.(choose) ?? UNKNOWN, world.switches),
      customHeaders: () => !vendor.assumptions.customHeaders || choose('customHeaders') !== 'none',
      seed: world.seed,
      now: world.clock.now,
      transport,
      told: attempt => told(attempt, endpoint),
      gone(reason) {
        // An address that was registered anew meanwhile is not gone.
        if (endpoints.get(endpoint.id) === endpoint) endpoints.pause(endpoint.id, reason)
      },
    })
  }

  return (id: string): Courier | undefined => {
    const endpoint = endpoints.get(id)
    const known = couriers.get(id)
    if (known?.endpoint === endpoint) return known?.courier
    const vendor = vendors.find(it => it.id === endpoint?.vendor)
    const courier = endpoint && vendor && make(vendor, endpoint)
    if (courier) couriers.set(id, { endpoint, courier })
    else couriers.delete(id)
    return courier
  }
}

/** Of a vendor that does not say how it sends. */
const UNKNOWN: Sending = { delays: [], timeout: 5_000, accepts: { status: '2xx' } }

/** Worked out again only when a choice was made since. */
function kept<T>(work: () => T, switches: { readonly revision: number }): () => T {
  let known: { revision: number; value: T } | undefined
  return () => {
    if (known?.revision !== switches.revision) known = { revision: switches.revision, value: work() }
    return known.value
  }
}
