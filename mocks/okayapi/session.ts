/** Sessions of an application's members: uuid and token, checked when both are given, and one that every world has from the start. */
import { okayapi as vendor } from '../../schemas/index.ts'
import { fail } from '../behaviour.ts'
import type { World } from '../world/world.ts'

/** uuid → token. */
const sessions = (world: World) => world.store.table<string>('okayapi.sessions')

/** The member among the credentials is logged in when the world begins: none of the operations does it. */
export function openSession(world: World) {
  const { uuid = '', token = '' } = world.credentials(vendor)
  sessions(world).put(uuid, token)
}

/** Fails with 401 when both are given and name no session, or when one is alone and the world wants pairs. */
export function checkSession({ uuid, token }: { uuid?: unknown; token?: unknown }, world: World) {
  if (!uuid && !token) return
  const pair = Boolean(uuid && token)
  const strict = world.switches.choice(vendor, 'session') === 'strictPair'
  if (pair ? sessions(world).get(String(uuid)) !== token : strict) fail(vendor, 401)
}

/** Ends the session that these parameters name. */
export function closeSession({ uuid }: { uuid?: unknown }, world: World) {
  sessions(world).delete(String(uuid))
}
