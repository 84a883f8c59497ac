/** Our own clients come out of an audit clean, after they were led through both documents by clients that know nothing of it. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { okayapi, sobot } from '../schemas/index.ts'
import type { Okayapi } from '../scripts/walk/okayapi-caller.ts'
import { story } from '../scripts/walk/okayapi-story.ts'
import { walkSobot } from '../scripts/walk/sobot.ts'
import { okayapi as wire } from '../src/wire/okayapi.ts'
import { type Calling, calling, inject, secrets } from './calling.ts'
import { gateway } from './client-gateway.ts'
import { auditWorld, checksOf } from './conformance/audit/audit.ts'

let mock: Calling
beforeEach(async () => {
  mock = await calling({ running: true })
  // Nothing that could have been carried out is hurt; attempts are made again with the pauses of everyday.
  inject(mock.world, { share: 0.05, status: 429 }, { share: 0.05, latency: 20 })
})
afterEach(() => mock.close())

/** What stands in `retry-after` is a whole second, which nobody has here; the rest is as it comes. */
const settings = { backoff: { first: 200, most: 10_000 }, random: Math.random }

function expectClean(vendor: typeof sobot | typeof okayapi) {
  const report = auditWorld(vendor, mock.world, { lead: mock.world.clock.now() - Date.now() })
  expect(report.results.flatMap(it => it.failures)).toEqual([])
  const judged = report.results.filter(it => it.outcome === 'passed').map(it => it.id)
  const calls = checksOf(vendor).filter(it => it.of === 'calls')
  expect(judged).toEqual(calls.map(it => `${vendor.id}.audit.${it.id}`))
  expect(report.coverage?.find(it => it.what === 'operations')?.missing).toEqual([])
}

test('Sobot', async () => {
  const front = await gateway(sobot, mock.sobot(settings))
  const { appid = '', app_key = '' } = mock.world.credentials(sobot)
  const options = { baseUrl: front.origin, control: `${mock.origin}/_kefu`, world: mock.world.id, appid, app_key }
  await walkSobot({ ...options, soundOnly: true }).finally(() => expect(front.failures).toEqual([]))
  expectClean(sobot)
  front.close()
})

test('OkayAPI', async () => {
  const { appKey: app_key, appSecrect: app_secrect } = secrets(mock.world)
  const front = await gateway(okayapi, mock.okayapi(settings), reply => withoutFile(reply, app_key, app_secrect))
  const options = { baseUrl: front.origin, control: `${mock.origin}/_kefu`, world: mock.world.id, app_key, app_secrect }
  const walk: Okayapi = { options, steps: [] }
  await story(walk, 'ab12cd34').finally(() => expect(front.failures).toEqual([]))
  expectClean(okayapi)
  front.close()
})

/** The address of a file is the mock's, which the walk would refuse: it is left out, and the reply signed anew. */
function withoutFile(reply: unknown, app_key: string, app_secrect: string) {
  const { data } = reply as { data: { url?: string } }
  if (data.url === undefined) return JSON.stringify(reply)
  const rest = { ...(reply as object), data: { ...data, url: undefined } }
  const moment = { now: mock.world.clock.now(), random: () => new Uint8Array() }
  return String(wire.reply?.seal(rest, { app_key, app_secrect }, moment).body)
}
