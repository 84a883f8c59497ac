/** What only the mock of OkayAPI refuses and signs: HTTP 200 throughout, as its platform does. */
import { createHash } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { wireOf } from '../src/wire/index.ts'
import { refusal } from './refusal.ts'

const worlds = createWorlds({ now: () => 1_700_000_000_000 })
const world = worlds.first
const { app_key = '', app_secrect = '' } = world.credentials(okayapi)
const app = mockServer([sobot, okayapi], worlds)
afterAll(() => app.close())

const SERVICE = '/api/SVIP/Swxiryan0788_MyApi'
const read = (query: string, name = 'AGetAndyVarDatas') => ({ url: `/okayapi${SERVICE}/${name}?${query}` })
const save = (payload: string): InjectOptions => ({
  method: 'POST',
  url: `/okayapi${SERVICE}/ASaveAndyVardDtas?app_key=${app_key}`,
  headers: { 'content-type': 'application/json' },
  payload,
})
const sign = md5(`${app_key}1${app_secrect}`).toUpperCase()

test.each<[what: string, request: InjectOptions, ret: number, words: RegExp]>([
  ['a missing parameter', read(`app_key=${app_key}`), 400, /user_id: expected a whole number, got nothing/],
  [
    'a parameter that is no number',
    read(`app_key=${app_key}&user_id=x`),
    400,
    /user_id: expected a whole number, got text "x"/,
  ],
  [
    'a page of 10,001 rows',
    read(`app_key=${app_key}&perpage=10001`, 'AAndyUseRecordStatistics'),
    400,
    /perpage: expected .*at most 10000, got a number 10001/,
  ],
  ['a field of another type', save('{"id":"x"}'), 400, /id: expected a whole number, got text "x"/],
  [
    'an unknown service',
    read('', 'Nothing'),
    404,
    /^客户端非法请求：接口服务SVIP\.Swxiryan0788_MyApi\.Nothing不存在: /,
  ],
  [
    'a wrong sign',
    read(`app_key=${app_key}&user_id=1&sign=${sign.replace(/..$/, '00')}`),
    400,
    /^客户端非法请求：签名错误: /,
  ],
  [
    'a lower-case sign',
    read(`app_key=${app_key}&user_id=1&sign=${sign.toLowerCase()}`),
    400,
    /^客户端非法请求：签名错误: /,
  ],
  ['no app_key', read('user_id=1'), 400, /app_key: expected text of at least 32 characters, got nothing/],
  ['a short app_key', read('user_id=1&app_key=abc'), 400, /app_key: expected text of exactly 32 characters, got 3/],
  [
    'a long app_key',
    read(`user_id=1&app_key=${app_key}x`),
    400,
    /app_key: expected text of exactly 32 characters, got 33/,
  ],
  ['an unknown app_key', read(`user_id=1&app_key=${'A'.repeat(32)}`), 406, /^客户端非法请求：非法app_key: /],
])('refuses %s', async (_what, request, ret, words) => {
  expect(refusal(await app.inject(request))).toEqual([200, ret, expect.stringMatching(words)])
})

test.each([`&sign=${sign}`, ''])('signs its reply, whether the call was signed or not: %j', async signature => {
  const answer = await app.inject(read(`user_id=1&app_key=${app_key}${signature}`))
  const [, data, _t, _auth] = /"data":(.*),"msg":".*","_t":(\d+),"_auth":"(\w+)"\}$/.exec(answer.body) ?? []
  expect([_t, _auth]).toEqual(['1700000000', md5(`${data}1700000000${app_secrect}`)])
  const http = { query: {}, headers: {}, body: answer.rawPayload }
  expect(wireOf(okayapi).reply?.open(http, { app_key, app_secrect })).toEqual(answer.json())
  const forged = Buffer.from(answer.body.replace('"data":{', '"data":{"more":1,'))
  expect(() => wireOf(okayapi).reply?.open({ ...http, body: forged }, { app_key, app_secrect })).toThrow(/_auth/)
})

test('__proto__ for a field changes nothing', async () => {
  expect((await app.inject(save('{"__proto__":{"polluted":1}}'))).json()).toMatchObject({ ret: 200 })
  expect({}).not.toHaveProperty('polluted')
})

function md5(text: string) {
  return createHash('md5').update(text).digest('hex')
}
