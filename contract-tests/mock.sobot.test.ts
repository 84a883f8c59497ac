/** What only the mock of Sobot refuses: its token, its signature, its fields. */
import { createHash } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contracts } from '../schemas/contracts.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { refusal } from './refusal.ts'

const worlds = createWorlds({ now: () => 1_700_000_000_000 })
const world = worlds.first
const { token = '', appid = '', app_key = '' } = world.credentials(sobot)
const app = mockServer([sobot, okayapi], worlds)
afterAll(() => app.close())

const save = (payload: string): InjectOptions => ({
  method: 'POST',
  url: '/sobot/api/scrm/5/label_group/save',
  headers: { token, 'content-type': 'application/json' },
  payload,
})
const list = (query: string): InjectOptions => ({
  url: `/sobot/api/scrm/5/label_group/list?${query}`,
  headers: { token },
})

test.each<[what: string, request: InjectOptions, words: string]>([
  ['a missing field', save('{}'), 'name: expected text of at most 30 characters, got nothing'],
  ['a field of another type', save('{"name":5}'), 'name: expected text of at most 30 characters, got a number 5'],
  ['a field that is null', save('{"name":null}'), 'name: expected text of at most 30 characters, got null'],
  [
    '31 characters',
    save(`{"name":"${'标'.repeat(31)}"}`),
    'name: expected text of at most 30 characters, got text "标',
  ],
  [
    'an unknown code',
    save('{"name":"x","is_multiple_choice":2}'),
    'is_multiple_choice: expected 0 or 1, got a number 2',
  ],
  [
    '__proto__ for a field',
    save('{"__proto__":{"name":"x"}}'),
    'name: expected text of at most 30 characters, got nothing',
  ],
  ['a number that is none', list('page_no=x'), 'page_no: expected a whole number, got text "x"'],
  ['a parameter that comes twice', list('page_no=1&page_no=2'), 'page_no: expected a whole number, got text "1, 2"'],
])('refuses %s with 400004, its path and what was expected', async (_what, request, words) => {
  expect(refusal(await app.inject(request))).toEqual([200, '400004', expect.stringContaining(words)])
})

test('takes 30 characters', async () => {
  expect((await app.inject(save(`{"name":"${'标'.repeat(30)}"}`))).json()).toMatchObject({ ret_code: '000000' })
})

test('refuses a part of the path that is too long', async () => {
  const url = `/sobot/api/scrm/5/user/detail/${'x'.repeat(600)}`
  expect(refusal(await app.inject({ url, headers: { token } }))).toEqual([
    400,
    '999999',
    expect.stringMatching(/too long/),
  ])
})

test.each([{}, { token: '' }])('wants the header token in every operation but getToken: %j', async headers => {
  for (const { id, contract } of contracts(sobot, 'operation').filter(it => !it.contract.open)) {
    const answer = await app.inject({ method: contract.method, url: `/sobot${contract.path}`, headers })
    expect([answer.statusCode, answer.json()], id).toEqual([200, { ret_code: '900001', ret_msg: 'token为空' }])
  }
})

const sign = md5(`${appid}1700000000${app_key}`)
const wrong = { ret_code: '900003', ret_msg: 'signature错误' }
const unknown = { ret_code: '900004', ret_msg: '没有找到公司的api配置信息!' }
test.each([
  ['the right sign', { appid, create_time: '1700000000', sign }, { ret_code: '000000', item: { expires_in: '86400' } }],
  ['a wrong sign', { appid, create_time: '1700000000', sign: md5('') }, wrong],
  ['an upper-case sign', { appid, create_time: '1700000000', sign: sign.toUpperCase() }, wrong],
  ['no sign', { appid, create_time: '1700000000' }, wrong],
  ['no create_time', { appid, sign }, wrong],
  ['an unknown appid', { appid: 'x', create_time: '1700000000', sign: md5(`x1700000000${app_key}`) }, unknown],
  ['no appid', { create_time: '1700000000', sign }, unknown],
])('getToken with %s', async (_what, query, body) => {
  const answer = await app.inject({ url: '/sobot/api/get_token', query: query as Record<string, string> })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject(body)
})

function md5(text: string) {
  return createHash('md5').update(text).digest('hex')
}
