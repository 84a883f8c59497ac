/** The token of Sobot's client: fetched once, shared, renewed in time and after a refusal, never twice at once. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sobot } from '../schemas/index.ts'
import { client } from '../src/index.ts'
import { asked, type Calling, calling, failed, inject } from './calling.ts'

let mock: Calling
beforeEach(async () => {
  mock = await calling()
})
afterEach(() => mock.close())

const choose = (choices: Record<string, string>) => mock.world.switches.switch({ sobot: choices })
const tokensAsked = () => asked(mock.world, 'getToken')
const many = <T>(count: number, call: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => call(at)))

describe('a token', () => {
  test.each(['text', 'number'])('is fetched once for 50 first calls at once; its life is a %s', async kind => {
    choose({ expiresIn: kind })
    const api = mock.sobot()
    const replies = await many(50, () => api.labelGroupList({ query: { page_no: 1 } }))
    expect(replies.every(it => it.ret_code === '000000')).toBe(true)
    expect(tokensAsked()).toBe(1)
  })

  test('is not fetched for an input that breaks the contract', async () => {
    const error = await failed(mock.sobot().labelGroupSave({ body: {} as { name: string } }))
    expect(error).toMatchObject({ code: 'contract-violated', attempts: 0 })
    expect(tokensAsked()).toBe(0)
  })

  test('is used until five minutes before its end, and renewed then, once for all', async () => {
    const api = mock.sobot()
    await api.sourceList({})
    mock.world.clock.advance(86_400_000 - 300_001)
    await many(20, () => api.sourceList({}))
    expect(tokensAsked()).toBe(1)
    mock.world.clock.advance(1)
    await many(20, () => api.sourceList({}))
    expect(tokensAsked()).toBe(2)
    expect(mock.world.journal.entries().every(it => it.code === '000000')).toBe(true)
  })

  test('of a short life is renewed at its half', async () => {
    choose({ tokenLifetime: '60' })
    const api = mock.sobot()
    for (const seconds of [0, 29, 1, 29, 1]) {
      mock.world.clock.advance(seconds * 1000)
      await api.sourceList({})
    }
    expect(tokensAsked()).toBe(3)
  })

  test('that cannot be renewed yet is used until its end', async () => {
    const api = mock.sobot()
    await api.sourceList({})
    mock.world.clock.advance(86_400_000 - 100_000)
    inject(mock.world, { operation: 'getToken', status: 503 })
    await api.sourceList({})
    mock.world.clock.advance(100_000)
    expect(await failed(api.sourceList({}))).toMatchObject({ code: 'status-unexpected', attempts: 3 })
  })

  test.each(['200', '401'])('that ends before its time is renewed once for all calls (HTTP %s)', async status => {
    choose({ errorStatus: status })
    const api = mock.sobot()
    await api.sourceList({})
    inject(mock.world, { operation: 'sourceList', expired: true, times: 1 })
    await many(30, () => api.sourceList({}))
    expect(tokensAsked()).toBe(2)
  })

  test('that another one ends is renewed, and the calls come through', async () => {
    choose({ oldTokens: 'singleToken' })
    const [ours, theirs] = [mock.sobot(), mock.sobot()]
    for (let round = 0; round < 3; round++) {
      await many(10, () => ours.sourceList({}))
      await many(10, () => theirs.sourceList({}))
    }
    expect(tokensAsked()).toBe(6)
  })

  test('that is refused twice is an error', async () => {
    inject(mock.world, { operation: 'customerSave', expired: true })
    const error = await failed(mock.sobot().customerSave({ body: { nick: 'x' } }))
    expect(error).toMatchObject({ code: '900002', attempts: 2, retryable: true })
    expect([tokensAsked(), asked(mock.world, 'customerSave')]).toEqual([2, 2])
  })

  test('that was given is used until it is refused', async () => {
    const { appid = '', app_key = '', token = '' } = mock.world.credentials(sobot)
    const baseUrl = `${mock.origin}/sobot`
    const api = client(sobot, { baseUrl, credentials: { appid, app_key, token } })
    await api.sourceList({})
    expect(tokensAsked()).toBe(0)
    mock.world.clock.advance(86_400_000)
    await api.sourceList({})
    expect(tokensAsked()).toBe(1)
  })

  test('that cannot be had is an error of getToken for everybody, and asked for again by the next call', async () => {
    const api = mock.sobot({ appKey: 'wrong' })
    const errors = await many(5, () => failed(api.sourceList({})))
    for (const error of errors) expect(error).toMatchObject({ code: '900003', operation: 'getToken', attempts: 1 })
    expect(tokensAsked()).toBe(1)
    await failed(api.sourceList({}))
    expect(tokensAsked()).toBe(2)
  })

  test('is fetched for the others when the call that asked first is cancelled', async () => {
    inject(mock.world, { operation: 'getToken', latency: 100 })
    const api = mock.sobot()
    const first = failed(api.sourceList({}, { signal: AbortSignal.timeout(20) }))
    const second = api.sourceList({})
    expect(await first).toMatchObject({ code: 'call-cancelled', attempts: 0 })
    expect((await second).ret_code).toBe('000000')
    expect(tokensAsked()).toBe(1)
  })
})

test('never two tokens are under way at once, whatever happens', async () => {
  let [underWay, most] = [0, 0]
  const api = mock.sobot({
    attempts: 8,
    transport: async ({ url, method, headers, body, signal }) => {
      const login = url.includes('get_token')
      if (login) most = Math.max(most, ++underWay)
      try {
        const answer = await fetch(url, { method, headers, signal, ...(body !== undefined && { body }) })
        return { status: answer.status, headers: {}, body: Buffer.from(await answer.arrayBuffer()) }
      } finally {
        if (login) underWay--
      }
    },
  })
  choose({ oldTokens: 'singleToken', tokenLifetime: '10' })
  inject(mock.world, { share: 0.2, status: 503 }, { operation: 'getToken', latency: { minimum: 0, maximum: 5 } })
  for (let round = 0; round < 10; round++) {
    await many(20, () => api.sourceList({}))
    mock.world.clock.advance(7_000)
  }
  expect(most).toBe(1)
  expect(tokensAsked()).toBeGreaterThanOrEqual(10)
})
