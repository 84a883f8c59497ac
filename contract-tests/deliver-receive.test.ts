/** Every push, example and variant travels from the vendor's side to ours over real HTTP, unchanged. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver, sealed } from '../mocks/deliver/deliver.ts'
import { createWorld } from '../mocks/world/world.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import * as vendors from '../schemas/index.ts'
import { type Handlers, receiverPlugin } from '../src/receive.ts'
import type { KefuError } from '../src/wire/errors.ts'
import { send } from '../src/wire/send.ts'
import { forgetful } from './forgetful.ts'

const world = createWorld({ now: () => 1_700_000_000_000 })
/** The receiver's clock stands where the sender's does. */
const standing = { now: () => 1_700_000_000_000, inbox: forgetful }
const deviations = { events: 'refuse', violations: 'refuse' } as const
const senders = (Object.values(vendors) as Vendor[]).filter(it => it.push)

/** Echat in both modes, the others as they are. */
const cases = senders.flatMap(vendor => {
  const secret = world.credentials(vendor)
  return 'mode' in secret
    ? ['plain', 'secure'].map(mode => ({ name: `${vendor.id} ${mode}`, vendor, secret: { ...secret, mode } }))
    : [{ name: vendor.id, vendor, secret }]
})

describe.each(cases)('$name', ({ vendor, secret }) => {
  const seen: { id: string; message: unknown }[] = []
  const refused: KefuError[] = []
  let app: FastifyInstance
  let to: string

  beforeAll(async () => {
    const pushes = contracts(vendor, 'push')
    const on = Object.fromEntries(
      pushes.map(({ id }) => [id, (message: unknown) => void seen.push({ id, message })]),
    ) as Handlers<Vendor>
    app = Fastify()
    const told = { onRefused: (error: KefuError) => void refused.push(error), deviations }
    await app.register(receiverPlugin(vendor, { path: '/hook', secret, on, ...told, ...standing }))
    to = `${await app.listen({ port: 0, host: '127.0.0.1' })}/hook?own=1`
  })
  afterAll(() => app.close())

  test.each(contracts(vendor, 'push'))('$id', async push => {
    for (const [name, message] of Object.entries({ ...push.contract.examples, ...push.contract.variants })) {
      seen.length = 0
      refused.length = 0
      const outcome = await deliver({ vendor, push, message, secret, moment: world.moment() }, to)
      expect({ name, outcome, refused: refused.map(it => it.message) }).toEqual({
        name,
        outcome: { acknowledged: true, status: 200 },
        refused: [],
      })
      expect(seen, name).toEqual([{ id: push.id, message }])
    }
  })

  test('a message that breaks its contract is not acknowledged', async () => {
    const [push] = contracts(vendor, 'push')
    if (!push) throw new Error('no push')
    const http = sealed({ vendor, push, message: { stray: '1' }, secret, moment: world.moment() })
    const answer = await send(http, { method: 'POST', url: to })
    expect(answer.status).toBe(422)
    expect(answer.body.toString()).toMatch(/^contract-(violated|unknown): /)
  })
})

describe('echat in secure mode', () => {
  const { echat } = vendors
  const secret = {
    token: 't',
    EncodingAESKey: Buffer.alloc(32, 5).toString('base64').slice(0, 43),
    appId: 'app',
    mode: 'secure' as const,
  }
  const push = contracts(echat, 'push').find(it => it.id === 'chatSubject')
  const lengths = Array.from({ length: 32 }, (_, length) => length)
  const seen: string[] = []
  let failing = false
  let app: FastifyInstance
  let to: string

  beforeAll(async () => {
    app = Fastify()
    await app.register(
      receiverPlugin(echat, {
        path: '/hook',
        secret,
        ...standing,
        on: {
          chatSubject(message) {
            if (failing) throw new Error('the database is away: password=hunter2')
            seen.push(String(message.chatSubjectMemo))
          },
        },
      }),
    )
    to = `${await app.listen({ port: 0, host: '127.0.0.1' })}/hook`
  })
  afterAll(() => app.close())

  const delivery = (memo: string, own = secret) => {
    if (!push) throw new Error('no chatSubject')
    const message = { ...Object.values(push.contract.examples)[0], chatSubjectMemo: memo }
    return { vendor: echat, push, message, secret: own, moment: world.moment() }
  }

  test.each(lengths)('all 32 padding lengths arrive: %i', async length => {
    const memo = 'x'.repeat(length)
    expect(await deliver(delivery(memo), to)).toEqual({ acknowledged: true, status: 200 })
    expect(seen.at(-1)).toBe(memo)
  })

  test('a forged signature is not acknowledged and reaches no handler', async () => {
    const before = seen.length
    expect(await deliver(delivery('forged', { ...secret, token: 'other' }), to)).toMatchObject({
      acknowledged: false,
      status: 401,
    })
    expect(seen.length).toBe(before)
  })

  test('a handler that fails is not acknowledged, and the answer keeps its reason to itself', async () => {
    failing = true
    const outcome = await deliver(delivery('x'), to)
    failing = false
    expect(outcome).toMatchObject({ acknowledged: false, status: 500 })
    expect(outcome.reason).toMatch(/handler-failed/)
    expect(outcome.reason).not.toMatch(/hunter2/)
  })

  test('the address check is answered with the echostr alone', async () => {
    const { query } = sealed(delivery('x'))
    const asked = { ...query, dataType: 'checkUrl', echostr: 'echo-1' }
    for (const method of ['GET', 'POST'] as const) {
      const answer = await send({ query: asked, headers: {}, body: Buffer.alloc(0) }, { method, url: to })
      expect([answer.status, answer.body.toString()]).toEqual([200, 'echo-1'])
    }
  })
})

describe('acknowledgement is read as the vendor reads it', () => {
  const answers: [vendor: string, status: number, body: string, acknowledged: boolean][] = [
    ['echat', 200, 'success', true],
    ['echat', 200, 'success\r\n', true],
    ['echat', 200, 'Success', false],
    ['echat', 200, '"success"', false],
    ['echat', 200, '<xml>success</xml>', false],
    ['echat', 201, 'success', false],
    ['echat', 204, '', false],
    ['echat', 302, 'success', false],
    ['yunduo', 200, '{"code":200}', true],
    ['yunduo', 200, '{"code":"200","msg":""}', true],
    ['yunduo', 200, '{"code":0}', false],
    ['yunduo', 200, 'success', false],
    ['yunduo', 201, '{"code":200}', false],
    ['easyliao', 201, '', true],
    ['easyliao', 204, 'anything', true],
    ['easyliao', 301, '', false],
    ['easyliao', 500, 'success', false],
    ['sobot', 200, 'ok', true],
    ['sobot', 200, '{"code":0}', true],
    ['sobot', 200, '{"code":3,"msg":"sign"}', false],
    ['sobot', 400, '{"code":0}', false],
  ]
  let server: Server
  let next: { status: number; body: string }
  let to: string

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume()
      response.writeHead(next.status, next.status === 302 ? { location: '/elsewhere' } : {}).end(next.body)
    })
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
    to = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(() => new Promise(closed => server.close(closed)))

  test.each(answers)('%s: %i %j → %s', async (id, status, body, acknowledged) => {
    const vendor = senders.find(it => it.id === id)
    const push = vendor && contracts(vendor, 'push')[0]
    if (!push) throw new Error(`no push of ${id}`)
    next = { status, body }
    const message = Object.values(push.contract.examples)[0]
    const outcome = await deliver(
      { vendor, push, message, secret: world.credentials(vendor), moment: world.moment() },
      to,
    )
    expect(outcome).toMatchObject({ acknowledged, status })
    if (!acknowledged) expect(outcome.reason).toMatch(/^Expected .+, got /)
  })

  test('a receiver that is not there is said to be so', async () => {
    const vendor = vendors.easyliao
    const push = contracts(vendor, 'push')[0]
    if (!push) throw new Error('no push')
    const message = Object.values(push.contract.examples)[0]
    const gone = deliver({ vendor, push, message, secret: {}, moment: world.moment() }, 'http://127.0.0.1:9/')
    await expect(gone).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('127.0.0.1:9') })
  })
})
