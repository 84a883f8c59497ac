/** What a test in any language needs of the mock's own door: seed, wait, expect and hold, over real HTTP. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startMock } from '../mocks/testing.ts'
import { groupsOf, mocking, post, START } from './testing-fetch.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape are read by path
type Answered = { status: number; body: any }

async function ask(url: string, method: string, path: string, body?: unknown): Promise<Answered> {
  const json = body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(`${url}/_kefu/worlds/default${path}`, { method, ...json })
  return { status: answer.status, body: await answer.json() }
}

async function door() {
  const mock = await mocking()
  return { first: mock.first, send: (path: string, body?: unknown) => ask(mock.url, 'POST', path, body) }
}

test('a seed answers the replies of its calls', async () => {
  const { first, send } = await door()
  const { status, body } = await send('/seed', { 'sobot.labelGroupSave': [{ body: { name: 'VIP' } }] })
  expect([status, body]).toEqual([
    200,
    { 'sobot.labelGroupSave': [{ ret_code: '000000', ret_msg: expect.any(String), item: expect.any(String) }] },
  ])
  expect(await groupsOf(first)).toEqual(['VIP'])
})

test('a wait is answered with the masked call as soon as it comes', async () => {
  const { first, send } = await door()
  const waited = send('/wait', { operation: 'sobot.customerSave', where: { body: { nick: 'Li' } } })
  await sleep(50)
  await post(first, 'customerSave', { nick: 'Li', tel: '16000000101' })
  const { status, body } = await waited
  expect(status).toBe(200)
  expect(body).toMatchObject({
    number: 1,
    operation: 'sobot.customerSave',
    body: { nick: 'Li', tel: '160••••0101' },
    code: '000000',
    validity: 'valid',
  })
})

test('a wait whose time is over is refused in the words of the library', async () => {
  const { first, send } = await door()
  await post(first, 'customerSave', { nick: 'Wang' })
  const where = { body: { nick: 'Li' } }
  const { status, body } = await send('/wait', { operation: 'sobot.customerSave', where, timeout: 10 })
  expect([status, body.code]).toEqual([422, 'expectation-failed'])
  const own = await first.waitFor('sobot.customerSave', { where, timeout: 10 }).catch(error => error.message)
  expect(body.message).toBe(own)
})

test('a wait does not keep the mock from closing', async () => {
  const mock = await startMock()
  const waited = ask(mock.url, 'POST', '/wait', { operation: 'sobot.customerSave', timeout: 50_000 }).catch(() => 'cut')
  await sleep(50)
  await mock.close()
  expect(await waited).toBe('cut')
})

test('an expectation answers how many calls there are', async () => {
  const { first, send } = await door()
  await post(first, 'labelGroupSave', { name: 'a' })
  await post(first, 'labelGroupSave', { name: 'b' })
  const operation = 'sobot.labelGroupSave'
  expect((await send('/expect', { operation })).body).toEqual({ calls: 2 })
  expect((await send('/expect', { operation, after: 1, times: 1 })).body).toEqual({ calls: 1 })
  const { status, body } = await send('/expect', { operation, times: 1, where: { body: { name: 'c' } } })
  expect([status, body.code]).toEqual([422, 'expectation-failed'])
  expect(body.message).toMatch(/Nearest: call 2: body\.name: expected "c", got "b"/)
})

test.each<[path: string, body: unknown, code: string, words: RegExp]>([
  ['/expect', { operation: 'sobot.customerSav' }, 'name-unknown', /did you mean sobot\.customerSave/],
  ['/wait', { operation: 'sbot.customerSave' }, 'name-unknown', /did you mean sobot\.customerSave/],
  ['/seed', { 'sobot.nothing': [] }, 'name-unknown', /no operation "sobot\.nothing"/],
  [
    '/expect',
    { operation: 'sobot.customerSave', where: { body: { nck: 1 } } },
    'contract-violated',
    /body\.nck: not in/,
  ],
  ['/expect', { operation: 'sobot.customerSave', times: -1 }, 'contract-violated', /times/],
  ['/expect', { operation: 'sobot.customerSave', whre: {} }, 'contract-violated', /whre/],
  ['/wait', { operation: 'sobot.customerSave', timeout: 60_000 }, 'contract-violated', /timeout/],
  ['/seed', { 'sobot.customerSave': {} }, 'contract-violated', /a list/],
  ['/seed', { 'sobot.labelGroupSave': [{ body: {} }] }, 'seed-refused', /call 1: sobot answers 510005/],
  ['/hold', { by: '', seconds: 1 }, 'contract-violated', /by/],
])('POST %s %j is refused', async (path, body, code, words) => {
  const { send } = await door()
  const { status, body: said } = await send(path, body)
  expect([status, said.code, said.message]).toEqual([422, code, expect.stringMatching(words)])
})

test('a world that is held is refused to others until it is released', async () => {
  const mock = await startMock({ now: () => START })
  onTestFinished(mock.close)
  const hold = (by: string, method = 'POST') =>
    ask(mock.url, method, '/hold', method === 'POST' ? { by, seconds: 60 } : { by })
  expect((await hold('run 1')).body).toEqual({ by: 'run 1', until: START + 60_000 })
  expect((await hold('run 1')).status).toBe(200)
  const refused = await hold('run 2')
  expect([refused.status, refused.body.code]).toEqual([409, 'world-held'])
  expect(refused.body.message).toMatch(/"run 1" until 2023-11-14T22:14:20\.000Z/)
  expect((await hold('run 2', 'DELETE')).status).toBe(409)
  expect(() => mock.first.hold('run 3', 1)).toThrow(/held by "run 1"/)
  const released = await ask(mock.url, 'DELETE', '/hold?by=run%201')
  expect([released.status, released.body]).toEqual([200, { released: 'run 1' }])
  expect((await hold('run 2')).status).toBe(200)
})
