/** The mock answers what is documented and refuses everything else in the vendor's own envelope, saying what was expected. */
import type { AddressInfo } from 'node:net'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contracts } from '../schemas/contracts.ts'
import { echat, okayapi, sobot } from '../schemas/index.ts'
import { documentedCalls } from './documented-calls.ts'
import { rawExchange } from './raw-exchange.ts'
import { refusal } from './refusal.ts'

const worlds = createWorlds({ now: () => 1_700_000_000_000 })
const world = worlds.first
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

describe.each([sobot, okayapi])('$id', vendor => {
  // What behaves is judged by the tests of the worlds.
  const documented = contracts(vendor, 'operation').filter(({ id }) => id !== 'getToken')
  test.each(documented)('$id answers its documented example', async ({ contract }) => {
    const calls = documentedCalls(vendor, contract, world)
    const reply = calls[0]?.reply
    const signed = vendor === okayapi && { _t: 1_700_000_000, _auth: expect.stringMatching(/^[0-9a-f]{32}$/) }
    for (const { name, path, http } of calls) {
      const { query, headers, body: payload } = http
      const url = `/${vendor.id}${path}`
      const answer = await app.inject({ method: contract.method, url, query, headers, payload: Buffer.from(payload) })
      expect([answer.statusCode, answer.json()], name).toEqual([200, { ...reply, ...signed }])
    }
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
  const [outside, inside] = id === 'sobot' ? ['999999', '400004'] : [400, 400]
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
    ['XML', body('<a/>', 'text/xml'), 415, outside, /Expected application\/json, got text\/xml/],
    ['JSON patches', body('[]', 'application/json-patch+json'), 415, outside, /got application\/json-patch\+json/],
    ['a body without a type', body('{}', ''), 415, outside, /Expected application\/json, got none/],
    ['a type that is no type', body('{}', ';;'), 415, outside, /Expected application\/json/],
    ['more than 1 MiB', body(`"${'x'.repeat(MiB)}"`), 413, outside, /too large/],
    ['no body', body(''), 200, inside, /body: .*expected an object, got nothing/],
    ['null', body('null'), 200, inside, /body: .*expected an object, got null/],
    ['a list', body('[{}]'), 200, inside, /body: .*expected an object, got a list/],
    ['a text', body('"name"'), 200, inside, /body: .*expected an object, got text "name"/],
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
