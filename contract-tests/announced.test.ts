/** What the mock of Sobot and OkayAPI sends by itself: CRM pushes in batches, reports to a webhook; and only where it may. */
import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contractOf } from '../schemas/contracts.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { violations } from '../src/wire/check.ts'

interface Message {
  headers: IncomingHttpHeaders
  body: { sys_code: string; type: string; content: Record<string, unknown>[] }
}

const received: Message[] = []
let answer = '{"code":0}'
const receiver = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  received.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) })
  response.end(answer)
})
let url = ''
beforeAll(async () => {
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
})
afterAll(() => receiver.close())

const worlds = createWorlds({ now: () => 1_700_000_000_000 })
const app = mockServer([sobot, okayapi], worlds)
const world = worlds.first
const { token = '', companyid = '', app_key: key = '' } = world.credentials(sobot)
const { app_key = '' } = world.credentials(okayapi)

const post = async (path: string, payload: object, headers = {}) =>
  (await app.inject({ method: 'POST', url: path, payload, headers })).json()
const control = (path: string, payload: object) => post(`/_kefu/worlds/default${path}`, payload)
const save = async (body: object) => (await post('/sobot/api/scrm/5/user/save', body, { token })).item as string
const advance = (step: string) => control('/clock', { advance: step })

beforeEach(async () => {
  world.reset()
  world.clock.set(1_700_000_000_000)
  received.length = 0
  answer = '{"code":0}'
  await control('/endpoints', { vendor: 'sobot', url })
})
afterEach(() => world.switches.load({}))

const names = ({ body }: Message) => body.content.map(it => it.user_nick)
/** What the contract finds wrong with it. */
const faults = (push: string, { body }: Message) => violations(contractOf(sobot, 'push', push)?.contract.message, body)

describe('a CRM push', () => {
  test('goes out a second after the first event, with what happened in it', async () => {
    await save({ nick: '一' })
    await save({ nick: '二' })
    expect((await advance('999ms')).passed).toEqual([])
    expect((await advance('1ms')).passed).toEqual([{ at: 1_700_000_001_000, what: 'sobot customerAdded is sent' }])
    expect(received.map(names)).toEqual([['一', '二']])
    expect(faults('customerAdded', received[0] as Message)).toEqual([])
    const [entry] = (received[0] as Message).body.content
    expect(entry).toMatchObject({ msg_type: '0', update_type: '', companyid, create_datetime: '1700000000' })
  })

  test('goes out at once when twenty events are there', async () => {
    for (let at = 0; at < 41; at++) await save({ nick: `${at}` })
    await world.outbox.idle()
    expect(received.map(it => it.body.content.length)).toEqual([20, 20])
    expect((await advance('1s')).passed).toHaveLength(1)
    expect(received.map(it => it.body.content.length)).toEqual([20, 20, 1])
  })

  test('of a change has its own message, with text; of a merger too, with numbers', async () => {
    const [kept, gone] = [await save({ nick: '留' }), await save({ nick: '去' })]
    await advance('1s')
    await post(`/sobot/api/scrm/5/user/update/${kept}`, { nick: '改' }, { token })
    expect(await control('/acts/sobot/mergeCustomers', { userid: kept, merged_userid: gone })).toEqual({
      userid: kept,
      merged_userid: gone,
    })
    await advance('1s')
    const [, changed, merged] = received as [Message, Message, Message]
    expect([faults('customerUpdated', changed), faults('customerMerged', merged)]).toEqual([[], []])
    expect(changed.body.content).toMatchObject([{ msg_type: '0', update_type: '1', user_nick: '改', userid: kept }])
    expect(merged.body.content).toMatchObject([
      { msg_type: 1, userid: kept, merged_userid: gone, datetime: 1700000001 },
    ])
  })

  test('is signed when the company switched that on', async () => {
    world.switches.switch({ sobot: { pushSignature: 'on' } })
    await save({ nick: 'x' })
    await advance('1s')
    const { headers } = received[0] as Message
    const text = `${companyid}${headers['x-log-timestamp']}${headers['x-log-randomcode']}${key}`
    expect(headers['x-log-sign']).toBe(createHash('md5').update(text).digest('hex'))
  })

  test('is told of in the outbox: acknowledged or why not', async () => {
    await save({ nick: 'x' })
    await advance('1s')
    answer = '{"code":5}'
    await save({ nick: 'y' })
    await advance('1s')
    const sent = (await app.inject({ url: '/_kefu/worlds/default/outbox' })).json()
    expect(sent).toMatchObject([
      { number: 1, vendor: 'sobot', push: 'customerAdded', to: url, acknowledged: true, status: 200 },
      { number: 2, acknowledged: false, reason: expect.stringContaining('code') },
    ])
  })

  test('is not sent where nobody is registered, nor after an endpoint was removed', async () => {
    await app.inject({ method: 'DELETE', url: '/_kefu/worlds/default/endpoints/1' })
    await save({ nick: 'x' })
    await advance('1h')
    expect(received).toEqual([])
  })
})

test.each([
  ['http://192.0.2.1/hook', 'address-refused'],
  ['http://user:secret@127.0.0.1/', 'address-refused'],
  ['file:///etc/passwd', 'contract-violated'],
  ['nowhere', 'contract-violated'],
])('an endpoint is not registered at %s', async (address, code) => {
  expect(await control('/endpoints', { vendor: 'sobot', url: address })).toMatchObject({ code })
  expect(world.outbox.endpoints.all()).toHaveLength(1)
})

test.each([
  [{ userid: 'x', merged_userid: 'y' }, 'name-unknown'],
  [{ userid: 'x' }, 'contract-violated'],
])('a merger of %j is refused', async (body, code) => {
  expect(await control('/acts/sobot/mergeCustomers', body)).toMatchObject({ code })
})

describe('the report of AJdyyReportData', () => {
  const report = (webhook: string) =>
    post(`/okayapi/api/SVIP/Swxiryan0788_MyApi/AJdyyReportData?app_key=${app_key}`, { input_type: '1', webhook })
  test('is posted to its webhook', async () => {
    expect(await report(url)).toMatchObject({ ret: 200, data: {} })
    await world.outbox.idle()
    expect(received.map(it => it.body)).toMatchObject([{ input_type: '1', plan_count: 0 }])
    expect(world.outbox.sent()).toMatchObject([{ vendor: 'okayapi', to: url, acknowledged: true, status: 200 }])
  })
  test.each(['http://192.0.2.1/', 'gopher://127.0.0.1/', 'x'])(
    'is not posted to %s, which is recorded',
    async address => {
      expect(await report(address)).toMatchObject({ ret: 200 })
      expect(world.outbox.sent()).toMatchObject([
        { to: address, acknowledged: false, status: 0, reason: expect.any(String) },
      ])
      expect(received).toEqual([])
    },
  )
})
