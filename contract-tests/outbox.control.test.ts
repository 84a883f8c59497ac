/** The outbox over the mock's own door: what it refuses, and what it keeps to itself. */
import { afterAll, expect, test } from 'vitest'
import { echat } from '../schemas/index.ts'
import { receiving } from './delivery.ts'
import { tenant } from './tenant.ts'

const mock = tenant([echat])
afterAll(() => mock.close())

const register = (more: object) =>
  mock.door<Record<string, unknown>>('POST', '/endpoints', {
    vendor: 'echat',
    url: 'http://127.0.0.1:9/',
    check: false,
    ...more,
  })

test.each([
  [{ 'X-Token': 'one\r\nX-Other: two' }, /headers\.X-Token: Invalid character/],
  [{ 姓名: 'x' }, /headers\.姓名: .*must be a valid HTTP token/i],
  [{ 'Content-Length': '5' }, /headers\.Content-Length: the connection sets it/],
  [{ connection: 'close' }, /headers\.connection: the connection sets it/],
])('the headers %j are refused when an address is registered', async (headers, words) => {
  await expect(register({ headers })).rejects.toThrow(words)
})

test('what a receiver demands is told by name only, and hidden in what was sent', async () => {
  const receiver = await receiving(() => ({ status: 500, body: 'who is receiver-token-77 and query-token-88?' }))
  const secret = { ...mock.keys(echat), token: 'endpoint-token-99' }
  const demanded = { headers: { 'X-Token': 'receiver-token-77' }, query: { key: 'query-token-88' }, secret }
  const described = await register({ url: receiver.url, ...demanded })
  expect(described).toMatchObject({ headers: ['X-Token'], query: ['key'], secret: Object.keys(secret) })
  await mock.door('POST', '/outbox', { vendor: 'echat', push: 'chatSubject' })
  await mock.door('POST', '/clock', { advance: '5m' })
  const told = JSON.stringify([
    await mock.door('GET', '/outbox'),
    await mock.door('GET', '/dead-letters'),
    await mock.door('GET', '/endpoints'),
  ])
  expect(told).toContain('Expected status 200, got 500')
  for (const it of ['receiver-token-77', 'query-token-88', 'endpoint-token-99']) expect(told).not.toContain(it)
})

test('a message and an example at once are refused', async () => {
  const both = { vendor: 'echat', push: 'chatSubject', message: {}, example: 'documented' }
  await expect(mock.door('POST', '/outbox', both)).rejects.toThrow(/a message, or an example with set; got both/)
})
