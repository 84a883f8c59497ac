/** The walks through both documents pass through our clients, on both transports, also where the vendor is flaky. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contracts } from '../schemas/contracts.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import type { Okayapi } from '../scripts/walk/okayapi-caller.ts'
import { story } from '../scripts/walk/okayapi-story.ts'
import { walkSobot } from '../scripts/walk/sobot.ts'
import { okayapi as wire } from '../src/wire/okayapi.ts'
import { asked, type Calling, calling, inject, secrets } from './calling.ts'
import { gateway } from './client-gateway.ts'

let mock: Calling
beforeEach(async () => {
  mock = await calling()
})
afterEach(() => mock.close())

const walked = (names: Iterable<string>, vendor: typeof sobot | typeof okayapi) => {
  const seen = new Set(names)
  expect(contracts(vendor, 'operation').filter(it => !seen.has(it.id))).toEqual([])
}

/** The address of a file is the mock's, which the walk would refuse: it is left out, and the reply signed anew. */
function withoutFile(reply: unknown, app_key: string, app_secrect: string) {
  const { data } = reply as { data: { url?: string } }
  if (data.url === undefined) return JSON.stringify(reply)
  expect(new URL(data.url).origin).toBe(mock.origin)
  const rest = { ...(reply as object), data: { ...data, url: undefined } }
  const moment = { now: mock.world.clock.now(), random: () => new Uint8Array() }
  return String(wire.reply?.seal(rest, { app_key, app_secrect }, moment).body)
}

/** Nothing that could have been carried out is hurt, so that every step has to come through. Nobody waits for whole seconds. */
const harmless = [
  { share: 0.1, status: 429 },
  { share: 0.05, latency: 20 },
]
const sleep = async () => {}

test.each(['undici', 'fetch'] as const)('Sobot, by %s', async transport => {
  const front = await gateway(sobot, mock.sobot({ transport, sleep }))
  const { appid = '', app_key = '' } = mock.world.credentials(sobot)
  const control = `${mock.origin}/_kefu`
  const options = { baseUrl: front.origin, control, world: mock.world.id, appid, app_key, soundOnly: true }
  inject(mock.world, ...harmless)
  const steps = await walkSobot(options).finally(() => expect(front.failures).toEqual([]))
  walked(
    steps.map(it => it.operation),
    sobot,
  )
  // The walk asks for four tokens itself; ours were fetched at the first call, and a day later.
  expect(asked(mock.world, 'getToken')).toBeLessThanOrEqual(4 + 2 + 2)
  front.close()
})

test.each(['undici', 'fetch'] as const)('OkayAPI, by %s', async transport => {
  const { appKey: app_key, appSecrect: app_secrect } = secrets(mock.world)
  const front = await gateway(okayapi, mock.okayapi({ transport, sleep }), reply =>
    withoutFile(reply, app_key, app_secrect),
  )
  const control = `${mock.origin}/_kefu`
  const options = { baseUrl: front.origin, control, world: mock.world.id, app_key, app_secrect }
  const walk: Okayapi = { options, steps: [] }
  inject(mock.world, ...harmless)
  await story(walk, 'ab12cd34').finally(() => expect(front.failures).toEqual([]))
  walked(
    walk.steps.map(it => it.operation),
    okayapi,
  )
  front.close()
})
