/** 2.1 Tokens: each call issues a new one; the others live on until their own end, unless the world chose otherwise. */
import { sobot as vendor } from '../../schemas/index.ts'
import { success } from '../../schemas/sobot/common.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { type Behaviour, fail } from '../behaviour.ts'
import type { World } from '../world/world.ts'

/** Token → milliseconds since 1970 at which it ends. */
export const tokens = (world: World) => world.store.table<number>('sobot.tokens')

const lifetime = (world: World) => Number(world.switches.choice(vendor, 'tokenLifetime'))

/** The token among the credentials counts as issued when the world began. */
export function issueFirst(world: World) {
  tokens(world).put(world.credentials(vendor).token as string, world.clock.now() + lifetime(world) * 1000)
}

/** Throws credential-expired for a token that this world never issued, or whose time is over. */
export function verifyToken(world: World, token: string) {
  const end = tokens(world).get(token)
  if (end === undefined || end <= world.clock.now()) throw new KefuError('credential-expired')
}

export const token: Behaviour<typeof vendor> = {
  getToken({ query }, world) {
    refuseStale(query.create_time, world)
    const all = tokens(world)
    const single = world.switches.choice(vendor, 'oldTokens') === 'singleToken'
    for (const [issued, end] of [...all.entries()]) if (single || end <= world.clock.now()) all.delete(issued)
    const made = world.mark + world.newId('sobot.token').slice(world.mark.length)
    all.put(made, world.clock.now() + lifetime(world) * 1000)
    const asNumber = world.switches.choice(vendor, 'expiresIn') === 'number'
    return { ...success, item: { token: made, expires_in: asNumber ? lifetime(world) : String(lifetime(world)) } }
  },
}

/** create_time is seconds in digits; whether it may lie away from now is an assumption. */
function refuseStale(time: string, world: World) {
  if (!/^\d+$/.test(time)) fail(vendor, '900003')
  const window = world.switches.choice(vendor, 'createTimeWindow')
  if (window !== 'none' && Math.abs(world.clock.now() / 1000 - Number(time)) > Number(window)) fail(vendor, '900003')
}
