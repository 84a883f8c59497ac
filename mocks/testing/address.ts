/** Lends an address to a world for as long as something is sent there, so that nothing else comes to it by and by. */
import type { Vendor } from '../../schemas/define.ts'
import { memo } from '../memo.ts'
import type { EndpointOptions } from '../world/endpoints.ts'
import type { World } from '../world/world.ts'

export interface Lent {
  /** Of the endpoint. */
  id: string
  giveBack(): void
}

export type Addressing = Pick<EndpointOptions, 'headers' | 'query' | 'profile' | 'secret'>

/** Throws address-refused and contract-violated. */
export async function lend(
  world: World,
  vendor: Vendor,
  to: string,
  { profile = 'once', ...options }: Addressing,
): Promise<Lent> {
  // A fragment is never sent: it keeps apart what goes to one address with different options, and what is registered there already.
  const own = `${to.split('#')[0]}#lent-${++lent(world).count}`
  const { endpoints } = world.outbox
  const { id } = await endpoints.register(vendor, own, { ...options, profile, check: false })
  return { id, giveBack: () => void endpoints.remove(id) }
}

const lent = memo((_world: World) => ({ count: 0 }))
