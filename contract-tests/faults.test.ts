/** Injected faults, over real connections: codes, statuses, latency, resets, cut and slow bodies, expiry, limits, profiles. */
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import type { FaultRule } from '../mocks/world/fault-rules.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { jsonOf } from './json.ts'
import { rawExchange } from './raw-exchange.ts'

const START = 1_700_000_000_000
const SAVE = '/sobot/api/scrm/5/user/save'
const LIST = '/sobot/api/scrm/5/user/list_by_page'

const worlds = createWorlds({ now: () => START })
const app = mockServer([sobot, okayapi], worlds)
const world = worlds.first
const { token = '' } = world.credentials(sobot)
const { app_key = '' } = world.credentials(okayapi)
let origin = ''
beforeAll(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})
afterAll(() => app.close())
beforeEach(() => world.reset())

const inject = (body: unknown) =>
  fetch(`${origin}/_kefu/worlds/default/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const get = (path = LIST) => fetch(origin + path, { headers: { token } })
const save = (nick: string) =>
  fetch(origin + SAVE, {
    method: 'POST',
    headers: { token, 'content-type': 'application/json' },
    body: JSON.stringify({ nick }),
  })
const code = async (answer: Response) => (await jsonOf(answer)).ret_code
const total = async () => (await jsonOf(get())).total_count
const words = () => world.journal.entries().map(it => it.fault)

test('a code of the catalogue, for the next call of an operation and no other', async () => {
  expect((await inject({ operation: 'customerSave', code: '510002', times: 1 })).status).toBe(201)
  expect(await code(await get())).toBe('000000')
  expect(await code(await save('x'))).toBe('510002')
  expect(await code(await save('x'))).toBe('000000')
  expect(words()).toEqual([undefined, 'code 510002', undefined])
})

test('a code of OkayAPI leaves Sobot alone', async () => {
  await inject({ code: 407 })
  const answer = await get(`/okayapi/api/SVIP/Swxiryan0788_MyApi/ANrkhCaseDetail?app_key=${app_key}`)
  expect(await answer.json()).toEqual({ ret: 407, data: {}, msg: '客户端非法请求：app_key已过期' })
  expect(await code(await get())).toBe('000000')
})

test('an HTTP status, as something in front of the vendor answers it', async () => {
  await inject({ status: 502, times: 1 })
  const answer = await get()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html'])
  expect(await answer.text()).toContain('502 Bad Gateway')
})

test('latency, fixed and spread', async () => {
  await inject([{ latency: 120, times: 1 }, { latency: { minimum: 50, maximum: 60 } }])
  const took = async () => {
    const since = performance.now()
    await get()
    return performance.now() - since
  }
  expect(await took()).toBeGreaterThan(118)
  expect(await took()).toBeGreaterThan(48)
  expect(words()[0]).toBe('latency 120')
  expect(words()[1]).toMatch(/^latency (5\d|60)$/)
})

describe('a reset connection', () => {
  test('before the call was carried out: nothing is saved', async () => {
    await inject({ operation: 'customerSave', reset: 'before', times: 1 })
    await expect(save('x')).rejects.toThrow('fetch failed')
    expect(await total()).toBe(0)
  })
  test('after it: saved, and nobody was told', async () => {
    await inject({ operation: 'customerSave', reset: 'after', times: 1 })
    await expect(save('x')).rejects.toThrow('fetch failed')
    expect(await total()).toBe(1)
  })
})

test('a body that is cut off, while its length was announced in full', async () => {
  await inject({ truncated: 0.5, times: 1 })
  const request = [`GET ${LIST} HTTP/1.1`, 'Host: x', `token: ${token}`, 'Connection: close', '', '']
  const { status, body } = await rawExchange(Number(new URL(origin).port), request.join('\r\n'))
  expect(status).toBe(200)
  expect(() => JSON.parse(body)).toThrow()
  await inject({ truncated: 0.5, times: 1 })
  await expect(get().then(it => it.text())).rejects.toThrow()
})

test('a body that trickles', async () => {
  await inject({ bytesPerSecond: 400, times: 1 })
  const since = performance.now()
  expect(await code(await get())).toBe('000000')
  expect(performance.now() - since).toBeGreaterThan(200)
})

test('a token that ends before its time, and stays ended', async () => {
  await inject({ vendor: 'sobot', expired: true, times: 1 })
  expect([await code(await get()), await code(await get())]).toEqual(['900002', '900002'])
})

test('a limit in a span of the world’s clock', async () => {
  await inject({ limit: { calls: 2, per: 1_000 }, status: 429 })
  const statuses = async () => [(await get()).status, (await get()).status, (await get()).status]
  expect(await statuses()).toEqual([200, 200, 429])
  world.clock.advance(1_001)
  expect(await statuses()).toEqual([200, 200, 429])
})

test('a share of the calls, the same ones for the same seed', async () => {
  const draws = async () => {
    world.reset()
    await inject({ share: 0.3, status: 500 })
    const statuses: number[] = []
    for (let at = 0; at < 100; at++) statuses.push((await get()).status)
    return statuses
  }
  const first = await draws()
  const struck = first.filter(it => it === 500).length
  expect(struck).toBeGreaterThan(15)
  expect(struck).toBeLessThan(45)
  expect(await draws()).toEqual(first)
})

test.each(['flaky', 'slow', 'rate-limited', 'down'])('the profile %s', async profile => {
  const rules: { rule: FaultRule }[] = await jsonOf(inject({ profile, vendor: 'sobot' }))
  expect(rules.length).toBeGreaterThan(0)
  expect(rules.every(it => it.rule.vendor === 'sobot')).toBe(true)
  if (profile === 'down') expect((await get()).status).toBe(503)
})

test('are listed with what they did, and taken back one by one or all at once', async () => {
  await inject([{ status: 500 }, { operation: 'customerSave', status: 501 }])
  await get()
  const listed = await jsonOf(fetch(`${origin}/_kefu/worlds/default/faults`))
  expect(listed.map((it: { id: string; struck: number }) => [it.id, it.struck])).toEqual([
    ['1', 1],
    ['2', 0],
  ])
  await fetch(`${origin}/_kefu/worlds/default/faults/1`, { method: 'DELETE' })
  expect([(await get()).status, (await save('x')).status]).toEqual([200, 501])
  await fetch(`${origin}/_kefu/worlds/default/faults`, { method: 'DELETE' })
  expect((await save('x')).status).toBe(200)
})

test.each<[what: string, body: unknown, said: RegExp]>([
  ['a code that no catalogue holds', { code: '51000' }, /no error code "51000"; did you mean 510001/],
  ['a code of another vendor', { vendor: 'sobot', code: 407 }, /no error code "407"/],
  [
    'an unknown operation',
    { operation: 'customerSav', status: 500 },
    /no operation "customerSav"; did you mean customerSave/,
  ],
  ['an unknown vendor', { vendor: 'sobt', status: 500 }, /"sobt" answers calls; did you mean sobot/],
  ['an unknown profile', { profile: 'flakey' }, /no profile "flakey"; did you mean flaky/],
  ['an unknown field', { statuss: 500 }, /body\.statuss/],
  ['a share above one', { share: 2, status: 500 }, /body\.share: expected a number of at most 1/],
  ['nothing', null, /body/],
  ['no rule at all', [], /body/],
])('refuses %s', async (_what, body, said) => {
  const answer = await inject(body)
  expect([answer.status, (await jsonOf(answer)).message]).toEqual([422, expect.stringMatching(said)])
  expect(world.faults.all()).toEqual([])
})
