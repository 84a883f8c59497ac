/** Fifty worlds on one server, used by fifty workers at once: none sees anything of another. */
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { jsonOf } from './json.ts'

const START = 1_700_000_000_000
const DAY = 86_400_000
const WORKERS = 50
const ROUNDS = 12
const CRM = '/sobot/api/scrm/5'
const SERVICE = '/okayapi/api/SVIP/Swxiryan0788_MyApi'

const worlds = createWorlds({ now: () => START })
const app = mockServer([sobot, okayapi], worlds)
let origin = ''
beforeAll(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})
afterAll(() => app.close())

interface Told {
  id: string
  credentials: { sobot: { token: string }; okayapi: { app_key: string } }
}

async function ask(path: string, { body, token = '' }: { body?: object; token?: string } = {}) {
  const headers = { token, ...(body && { 'content-type': 'application/json' }) }
  const options = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  return jsonOf(fetch(origin + path, { headers, ...options }))
}

/** Writes, reads back, moves its clock, has a fault injected: all of it under its own name. */
async function work(name: string) {
  const world: Told = await ask('/_kefu/worlds', { body: { id: name, still: START } })
  const { token } = world.credentials.sobot
  const { app_key } = world.credentials.okayapi
  const seen: unknown[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await ask(`${CRM}/user/save`, { token, body: { nick: `${name} ${round}` } })
    await ask(`${CRM}/label_group/save`, { token, body: { name: `${name} ${round}` } })
    await ask(`${SERVICE}/ASaveAndyVardDtas?app_key=${app_key}`, {
      body: { user_id: '1', user_name: `${name} ${round}` },
    })
    const { items } = await ask(`${CRM}/user/list_by_page?page_size=1000`, { token })
    seen.push(items.map((it: { nick: string }) => it.nick))
  }
  await ask(`/_kefu/worlds/${name}/faults`, { body: { vendor: 'sobot', code: '999999', times: 1 } })
  const struck = await ask(`${CRM}/user/list_by_page`, { token })
  const groups = await ask(`${CRM}/label_group/list`, { token })
  const plans = await ask(`${SERVICE}/AGetAndyVarDatas?app_key=${app_key}&user_id=1`)
  const { now } = await ask(`/_kefu/worlds/${name}/clock`, { body: { advance: '24h' } })
  const expired = await ask(`${CRM}/user/list_by_page`, { token })
  return { name, seen, struck, groups, plans, now, expired }
}

test('no cross-talk in state, faults, clocks and journals', { timeout: 60_000 }, async () => {
  const names = Array.from({ length: WORKERS }, (_, at) => `worker-${at}`)
  const stories = await Promise.all(names.map(work))
  for (const { name, seen, struck, groups, plans, now, expired } of stories) {
    const own = Array.from({ length: ROUNDS }, (_, round) => `${name} ${round}`)
    expect(seen).toEqual(own.map((_, round) => own.slice(0, round + 1)))
    expect(struck.ret_code).toBe('999999')
    expect(groups.items.map((it: { name: string }) => it.name)).toEqual(own)
    expect(plans.data.datas.map((it: { user_name: string }) => it.user_name)).toEqual(own)
    expect([now, expired.ret_code]).toEqual([START + DAY, '900002'])
  }
  const { now } = await ask('/_kefu/worlds/default/clock')
  expect(now).toBe(START)
})

test('each journal holds the requests of its own world, all of them and in order', async () => {
  for (let at = 0; at < WORKERS; at++) {
    const { entries } = await ask(`/_kefu/journal?world=worker-${at}&limit=1000`)
    const bodies = entries.filter((it: { operation: string }) => it.operation === 'customerSave')
    const names = bodies.map((it: { request: { body: string } }) => JSON.parse(it.request.body).nick)
    expect(names).toEqual(Array.from({ length: ROUNDS }, (_, round) => `worker-${at} ${round}`))
    expect(entries.map((it: { number: number }) => it.number)).toEqual(
      entries.map((_: unknown, index: number) => index + 1),
    )
    expect(entries).toHaveLength(ROUNDS * 4 + 4)
  }
  expect((await ask('/_kefu/journal')).entries).toEqual([])
})
