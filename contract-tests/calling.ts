/** A mock on a port of its own, and clients of both vendors that live in one of its worlds. */
import { mockServer } from '../mocks/server.ts'
import type { FaultRule } from '../mocks/world/fault-rules.ts'
import { profiles } from '../mocks/world/fault-rules.ts'
import { lot } from '../mocks/world/random.ts'
import type { World } from '../mocks/world/world.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { okayapiClient, type Settings, sobotClient } from '../src/index.ts'

export const START = 1_700_000_000_000

/** Its clock stands, unless it is to run with real time. */
export async function calling({ running = false } = {}) {
  const worlds = createWorlds({ now: Date.now })
  const app = mockServer([sobot, okayapi], worlds)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const world = running ? worlds.first : worlds.create({ id: 'called', still: START })
  const now = () => world.clock.now()
  return {
    world,
    origin,
    close() {
      // A client that was cancelled may hold a connection on which it never asked anything.
      app.server.closeAllConnections()
      return app.close()
    },
    sobot: (settings: Partial<Settings & { appid: string; appKey: string }> = {}) =>
      sobotClient({ baseUrl: `${origin}/sobot`, now, ...quick(), ...keys(world), ...settings }),
    okayapi: (settings: Partial<Settings & { appKey: string; appSecrect: string }> = {}) =>
      okayapiClient({ baseUrl: `${origin}/okayapi`, now, ...quick(), ...secrets(world), ...settings }),
  }
}
export type Calling = Awaited<ReturnType<typeof calling>>

const keys = (world: World) => {
  const { appid = '', app_key: appKey = '' } = world.credentials(sobot)
  return { appid, appKey }
}

export const secrets = (world: World) => {
  const { app_key: appKey = '', app_secrect: appSecrect = '' } = world.credentials(okayapi)
  return { appKey, appSecrect }
}

/** Short waits, the same in each run. */
export function quick(): Pick<Settings, 'backoff' | 'random'> {
  let drawn = 0
  return { backoff: { first: 4, most: 2_000 }, random: () => lot(`calling/${drawn++}`) }
}

/** From now on these rules strike, and no others. */
export function inject({ faults }: World, ...rules: FaultRule[]) {
  faults.clear()
  return faults.add(rules)
}

/** A named profile, for one vendor. */
export const injectProfile = (world: World, name: string, vendor: string) =>
  inject(world, ...profiles[name]!.map(rule => ({ ...rule, vendor })))

/** How often an operation was asked for. */
export const asked = ({ journal }: World, operation: string) =>
  journal.entries().filter(it => it.operation === operation).length

/** What a call failed with. */
export const failed = (call: Promise<unknown>): Promise<Error & { code?: unknown; attempts?: number }> =>
  call.then(
    () => Promise.reject(new Error('the call succeeded')),
    error => error,
  )
