/** The mock's own door: a push looked at, a push sent to this machine, and what it does not do. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import * as vendors from '../schemas/index.ts'
import { receiverPlugin } from '../src/receive.ts'
import { wireOf } from '../src/wire/index.ts'
import { forgetful } from './forgetful.ts'

const { echat } = vendors
const all = Object.values(vendors) as Vendor[]
const worlds = createWorlds({ now: () => 1_700_000_000_000 })
const world = worlds.first
const door = mockServer(all, worlds)
const pushes = all.flatMap(vendor => contracts(vendor, 'push').map(push => ({ vendor, push, id: push.id })))

const seen: { chatData: { chatRecordId: string } }[] = []
let receiver: FastifyInstance
let to: string

beforeEach(() => {
  seen.length = 0
})
beforeAll(async () => {
  receiver = Fastify()
  const secret = world.credentials(echat) as never
  await receiver.register(
    receiverPlugin(echat, {
      path: '/hook',
      secret,
      inbox: forgetful,
      now: world.clock.now,
      on: { chatStart: message => void seen.push(message) },
    }),
  )
  receiver.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  receiver.post('/deaf', async () => 'ok')
  to = await receiver.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => Promise.all([receiver.close(), door.close()]))

const deliver = (body: unknown, push = 'echat/chatStart') =>
  door.inject({ method: 'POST', url: `/_kefu/pushes/${push}`, payload: body as object })

test('names every push of every vendor that sends any', async () => {
  const answer = await door.inject({ url: '/_kefu/pushes' })
  const named = Object.entries(answer.json()).flatMap(([id, names]) => (names as string[]).map(name => `${id}/${name}`))
  expect(named.sort()).toEqual(pushes.map(({ vendor, id }) => `${vendor.id}/${id}`).sort())
  expect(named).toHaveLength(26)
})

test.each(pushes)('$vendor.id $id can be looked at, sealed as it would be sent', async ({ vendor, push }) => {
  const answer = await door.inject({ url: `/_kefu/pushes/${vendor.id}/${push.id}` })
  expect(answer.statusCode).toBe(200)
  const { query, headers, body } = answer.json()
  const plain = wireOf(vendor).push?.open({ query, headers, body: Buffer.from(body) }, world.credentials(vendor))
  expect(plain?.body).toEqual(Object.values(push.contract.examples)[0])
})

test('a push is delivered with the fields that were set, and acknowledged', async () => {
  const answer = await deliver({ to: `${to}/hook`, set: { 'chatData.chatRecordId': '1_99' } })
  expect([answer.statusCode, answer.json()]).toEqual([200, { acknowledged: true, status: 200 }])
  expect(seen.map(it => it.chatData.chatRecordId)).toEqual(['1_99'])
})

test('another example is delivered by its name', async () => {
  const [push] = contracts(echat, 'push').filter(it => it.id === 'chatStart')
  const [example = ''] = Object.keys(push?.contract.variants ?? {})
  const answer = await deliver({ to: `${to}/hook`, example })
  expect(answer.json()).toEqual({ acknowledged: true, status: 200 })
  expect(seen).toEqual([push?.contract.variants?.[example]])
})

test('a receiver that does not acknowledge is quoted', async () => {
  const answer = await deliver({ to: `${to}/deaf` })
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    { acknowledged: false, status: 200, reason: 'Expected the body success, got "ok".' },
  ])
})

const loopback = 'http://127.0.0.1:9/'
test.each<[what: string, push: string, body: unknown, status: number, code: string, words: RegExp]>([
  ['an unknown vendor', 'echt/chatStart', { to: loopback }, 422, 'name-unknown', /"echt" .*did you mean echat\?/],
  ['a vendor without pushes', 'okayapi/x', { to: loopback }, 422, 'name-unknown', /"okayapi" sends pushes/],
  ['an unknown push', 'echat/chatStrt', { to: loopback }, 422, 'name-unknown', /"chatStrt" .*did you mean chatStart/],
  [
    'an unknown example',
    'echat/chatStart',
    { to: loopback, example: 'documentd' },
    422,
    'name-unknown',
    /mean documented/,
  ],
  [
    'an unknown field',
    'echat/chatStart',
    { to: loopback, set: { 'chatDta.x': '1' } },
    422,
    'name-unknown',
    /mean chatData/,
  ],
  [
    'an example that is no text',
    'echat/chatStart',
    { to: loopback, example: 5 },
    422,
    'contract-violated',
    /example: expected text, got a number 5/,
  ],
  [
    'a set that is no object',
    'echat/chatStart',
    { to: loopback, set: null },
    422,
    'contract-violated',
    /set: expected an object, got null/,
  ],
  ['no address', 'echat/chatStart', {}, 422, 'contract-violated', /to: expected text, got nothing/],
  [
    'an address that is none',
    'echat/chatStart',
    { to: '//127.0.0.1/' },
    422,
    'contract-violated',
    /Expected an http or https URL, got "\/\/127\.0\.0\.1\/"/,
  ],
  ['a list', 'echat/chatStart', [], 422, 'contract-violated', /body: expected an object, got a list/],
  [
    'a receiver that is not there',
    'echat/chatStart',
    { to: loopback },
    502,
    'unreachable',
    /127\.0\.0\.1:9, got none: nobody listens there \(ECONNREFUSED\)/,
  ],
])('refuses %s', async (_what, push, body, status, code, words) => {
  const answer = await deliver(body, push)
  expect([answer.statusCode, answer.json()]).toEqual([
    status,
    { code, message: expect.stringMatching(words), cure: expect.any(String) },
  ])
})

test.each([
  'http://example.com/',
  'http://10.0.0.1/',
  'http://0.0.0.0/',
  'http://127.0.0.1@example.com/',
  'http://127.0.0.1.example.com/',
  'http://localhost.example.com/',
  'http://[::ffff:10.0.0.1]/',
  'http://user:secret@127.0.0.1/',
])('calls nobody but this machine: %s', async address => {
  const answer = await deliver({ to: address })
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'address-refused'])
  expect(answer.body).not.toContain('secret')
})

test.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'javascript:0', '127.0.0.1:9', ''])(
  'speaks nothing but HTTP: %j',
  async address => {
    const answer = await deliver({ to: address })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'contract-violated'])
    expect(answer.json().message).toContain(`Expected an http or https URL, got ${JSON.stringify(address)}.`)
  },
)

test.each<[what: string, type: string, payload: string, status: number, code: string]>([
  ['JSON that breaks off', 'application/json', '{"to":', 400, 'body-malformed'],
  ['__proto__', 'application/json', '{"to":"http://127.0.0.1:9/","__proto__":{}}', 400, 'body-malformed'],
  ['XML', 'text/xml', '<to/>', 415, 'content-type-wrong'],
  ['more than 1 MiB', 'application/json', `"${'x'.repeat(1 << 20)}"`, 413, 'body-too-large'],
])('refuses %s in words of the kit', async (_what, type, payload, status, code) => {
  const headers = { 'content-type': type }
  const answer = await door.inject({ method: 'POST', url: '/_kefu/pushes/echat/chatStart', headers, payload })
  expect([answer.statusCode, answer.json()]).toEqual([
    status,
    { code, message: expect.any(String), cure: expect.any(String) },
  ])
})
