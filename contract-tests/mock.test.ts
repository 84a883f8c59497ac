/** The mock answers every documented call and refuses everything else in the vendor's own envelope, saying what was expected. */
import type { AddressInfo } from 'node:net'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { echat, okayapi, sobot } from '../schemas/index.ts'
import { violations } from '../src/wire/check.ts'
import { type DocumentedCall, documentedCalls } from './documented-calls.ts'
import { documentedWorld } from './documented-world.ts'
import { rawExchange } from './raw-exchange.ts'
import { refusal } from './refusal.ts'

const worlds = createWorlds({ now: () => 1_700_000_000_000 })
const world = worlds.first
const documented = documentedWorld(world)
const { token = '' } = world.credentials(sobot)
const { app_key = '' } = world.credentials(okayapi)
const app = mockServer([sobot, okayapi, echat], worlds)
beforeAll(() => app.listen({ port: 0, host: '127.0.0.1' }))
afterAll(() => app.close())

const MiB = 1 << 20
const SERVICE = '/api/SVIP/Swxiryan0788_MyApi'

/** How to reach each vendor with sound credentials: one operation that takes a body, one that reads. */
const ways = {
  sobot: { post: '/api/scrm/5/label_group/save', get: '/api/scrm/5/label_group/list', query: '', headers: { token } },
  okayapi: {
    post: `${SERVICE}/ASaveAndyVardDtas`,
    get: `${SERVICE}/ANrkhCaseDetail`,
    query: `?app_key=${app_key}`,
    headers: {},
  },
}

/** The first answer of a world in which everything exists that the documented calls name. */
function answered(vendor: Vendor, method: 'GET' | 'POST', { path, http }: DocumentedCall) {
  const { query, headers, body } = http
  world.load(documented)
  return app.inject({ method, url: `/${vendor.id}${path}`, query, headers, payload: Buffer.from(body) })
}

describe.each([sobot, okayapi] as Vendor[])('$id', vendor => {
  const operations = contracts(vendor, 'operation')
  test.each(operations)('$id answers every documented call, as its contract says', async ({ id, contract }) => {
    for (const call of documentedCalls(vendor, contract, world)) {
      const answer = await answered(vendor, contract.method, call)
      const { code = '' } = vendor.failure ?? {}
      expect([answer.statusCode, answer.json()[code]], call.name).toEqual([200, call.reply[code]])
      expect(violations(contract.reply, answer.json()), call.name).toEqual([])
      // Of OkayAPI the seed decides which rows a query finds.
      if (vendor === sobot && call.reply.items) expect(answer.json().items, call.name).not.toEqual([])
      expect(world.journal.entries().at(-1), call.name).toMatchObject({ operation: id, validity: 'valid' })
    }
  })

  const exact = ['stageList', 'sourceList', 'labelList', 'customerLabels', 'AGetAndyVarDatas', 'AJdyyReportData']
  test.each(operations.filter(it => exact.includes(it.id)))('$id answers its example to the letter', async it => {
    const [call] = documentedCalls(vendor, it.contract, world)
    const answer = await answered(vendor, it.contract.method, call as DocumentedCall)
    const signed = vendor.id === 'okayapi' && { _t: 1_700_000_000, _auth: expect.stringMatching(/^[0-9a-f]{32}$/) }
    expect(answer.json()).toEqual({ ...call?.reply, ...signed })
  })
})

describe.each(Object.entries(ways))('%s refuses', (id, { post, get, query, headers }) => {
  const at = (path: string) => `/${id}${path}${query}`
  const body = (payload: string | Buffer, type = 'application/json'): InjectOptions => ({
    method: 'POST',
    url: at(post),
    headers: { ...headers, ...(type && { 'content-type': type }) },
    payload,
  })
  const [outside, nameless] = id === 'sobot' ? ['999999', '510005'] : [400, 400]
  const status = (sobots: number) => (id === 'sobot' ? sobots : 200)

  const cases: [what: string, request: InjectOptions, status: number, code: unknown, words: RegExp][] = [
    [
      'an unknown route',
      { url: at(`${get}x`), headers },
      404,
      id === 'sobot' ? outside : 404,
      new RegExp(`mean ${get}`),
    ],
    [
      'a path of 5,000 characters',
      { url: at(`/${'x'.repeat(5000)}`) },
      404,
      id === 'sobot' ? outside : 404,
      /x{199}…: known are \/api/,
    ],
    [
      'another method',
      { method: 'DELETE', url: at(post), headers },
      405,
      outside,
      new RegExp(`Expected POST ${post}, got DELETE`),
    ],
    ['a malformed URL', { url: at('/%zz') }, 400, outside, /holds a % that encodes nothing/],
    ['JSON that breaks off', body('{"a":\n{"b" 1}}'), 200, outside, /line 2, column 6.*colon expected/],
    ['text that is no JSON', body('hello'), 200, outside, /line 1, column 1.*at "hello"/],
    ['JSON nested too deeply', body('['.repeat(300_000)), 200, outside, /nested too deeply/],
    ['bytes that are not UTF-8', body(Buffer.from([0x22, 0xff, 0x22])), 200, outside, /not UTF-8/],
    ['a type that is no type', body('{}', ';;'), 415, outside, /Expected application\/json/],
    ['more than 1 MiB', body(`"${'x'.repeat(MiB)}"`), 413, outside, /too large/],
    ['null', body('null'), 200, nameless, /body: expected an? .*object, got null/],
    ['a list', body('[{}]'), 200, outside, /body: expected an? .*object, got a list/],
    ['a text', body('"name"'), 200, outside, /body: expected an? .*object, got text/],
  ]
  test.each(cases)('%s', async (_what, request, sobots, code, words) => {
    const refused = refusal(await app.inject(request))
    expect(refused).toEqual([status(sobots), code, expect.stringMatching(words)])
    expect(refused[2].length).toBeLessThan(800)
  })

  test('but takes a body of exactly 1 MiB', async () => {
    const start = '{"name":"x","more":"'
    const answer = await app.inject(body(`${start}${'x'.repeat(MiB - start.length - 2)}"}`))
    expect(answer.json()).toMatchObject(id === 'sobot' ? { ret_code: '000000' } : { ret: 200 })
  })
})

describe('elsewhere', () => {
  test.each([
    ['/sobt/api/get_token', /No vendor is mounted at \/sobt: did you mean sobot\?/],
    ['/', /known are .*sobot.*/],
    ['/echat/api', /echat only pushes to you .* `kefu push echat`/],
  ])('%s is refused with what there is', async (url, message) => {
    const answer = await app.inject({ url })
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toEqual({
      code: 'route-unknown',
      message: expect.stringMatching(message),
      cure: expect.any(String),
    })
  })

  const head = (start: string, ...lines: string[]) =>
    [start, 'Host: x', 'Connection: close', ...lines, '', ''].join('\r\n')
  const post = (...lines: string[]) =>
    head(`POST /sobot${ways.sobot.post} HTTP/1.1`, `token: ${token}`, 'Content-Type: application/json', ...lines)
  test.each<[what: string, bytes: string | Buffer, status: number, code: string, words: RegExp]>([
    ['no HTTP', 'hello\r\n\r\n', 400, 'request-malformed', /Invalid method/],
    ['an unknown method', head('BREW /sobot/ HTTP/1.1'), 400, 'request-malformed', /Invalid method/],
    [
      'raw bytes in the path',
      Buffer.from(head('GET /sobot/\xff HTTP/1.1'), 'latin1'),
      400,
      'request-malformed',
      /url path/,
    ],
    [
      'an address of 20,000 characters',
      head(`GET /sobot/${'x'.repeat(20_000)} HTTP/1.1`),
      431,
      'request-malformed',
      /overflow/,
    ],
    ['a chunk without a size', `${post('Transfer-Encoding: chunked')}zz\r\n`, 400, 'request-malformed', /chunk size/],
    ['a body that breaks off', `${post('Content-Length: 30')}{"name"`, 400, 'request-malformed', /cannot be read/],
    ['a malformed path', head('GET /sobot/%zz HTTP/1.1'), 400, '999999', /holds a %/],
    [
      'a body that is not UTF-8',
      Buffer.from(`${post('Content-Length: 3')}"\xff"`, 'latin1'),
      200,
      '999999',
      /not UTF-8/,
    ],
    [
      'chunks of more than 1 MiB',
      `${post('Transfer-Encoding: chunked')}100001\r\n${'x'.repeat(MiB + 1)}\r\n0\r\n\r\n`,
      413,
      '999999',
      /too large/,
    ],
  ])('raw bytes, %s: refused and told why', async (_what, bytes, status, code, words) => {
    const answer = await rawExchange((app.server.address() as AddressInfo).port, bytes)
    const body = JSON.parse(answer.body)
    expect([answer.status, body.code ?? body.ret_code]).toEqual([status, code])
    expect(body.message ?? body.ret_msg).toMatch(words)
    expect(body).not.toHaveProperty('statusCode')
  })
})
