/** What only the mock of OkayAPI does: PhalApi's checks in their order and words, its bodies and methods, its signed replies. HTTP 200 throughout. */
import { createHash } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import type { World } from '../mocks/world/world.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { wireOf } from '../src/wire/index.ts'
import { refusal } from './refusal.ts'

const worlds = createWorlds({ now: () => 1_700_000_000_000 })
const world = worlds.first
const strict = worlds.create({ strict: true })
const { app_key = '', app_secrect = '' } = world.credentials(okayapi)
const app = mockServer([sobot, okayapi], worlds)
afterAll(() => app.close())

const keyOf = (world: World) => `app_key=${world.credentials(okayapi).app_key}`
const last = ({ journal }: World) => journal.entries().at(-1)

const SERVICE = '/okayapi/api/SVIP/Swxiryan0788_MyApi'
const read = (query: string, name = 'AGetAndyVarDatas') => ({ url: `${SERVICE}/${name}?${query}` })
const save = (payload: string, type = 'application/json', of = world): InjectOptions => ({
  method: 'POST',
  url: `${SERVICE}/ASaveAndyVardDtas?${keyOf(of)}`,
  headers: { ...(type && { 'content-type': type }) },
  payload,
})
const sign = md5(`${app_key}1${app_secrect}`).toUpperCase()
const KEY = keyOf(world)
const UNKNOWN = `app_key=${'A'.repeat(32)}`
const DEAD = `uuid=${'u'.repeat(32)}&token=${'t'.repeat(64)}`

test.each<[what: string, request: InjectOptions, ret: number, words: string]>([
  ['a missing parameter', read(KEY), 400, '缺少必要参数user_id'],
  [
    'a page of 10,001 rows',
    read(`${KEY}&perpage=10001`, 'AAndyUseRecordStatistics'),
    400,
    'perpage应该小于等于10000, 但现在perpage = 10001',
  ],
  ['page 0', read(`${KEY}&page=0`, 'AAndyUseRecordStatistics'), 400, 'page应该大于或等于1, 但现在page = 0'],
  ['an unknown code', save('{"operate_type":3}'), 400, '参数operate_type应该为：1/2，但现在operate_type = 3'],
  ['no app_key', read('user_id=1'), 400, '缺少必要参数app_key'],
  ['a short app_key', read('user_id=1&app_key=abc'), 400, 'app_key.len应该大于或等于32, 但现在app_key.len = 3'],
  ['a long app_key', read(`user_id=1&${KEY}x`), 400, 'app_key.len应该小于等于32, 但现在app_key.len = 33'],
  ['a short uuid', read(`user_id=1&${KEY}&uuid=u`), 400, 'uuid.len应该大于或等于32, 但现在uuid.len = 1'],
  ['a session that is over', read(`user_id=1&${KEY}&${DEAD}`), 401, '登录会话已过期，请重新登录'],
])('refuses %s in the words of a live server', async (_what, request, ret, words) => {
  expect(refusal(await app.inject(request))).toEqual([200, ret, `客户端非法请求：${words}`])
})

test.each<[what: string, request: InjectOptions, ret: number, words: RegExp]>([
  [
    'an unknown service',
    read('', 'Nothing'),
    404,
    /^客户端非法请求：接口服务SVIP\.Swxiryan0788_MyApi\.Nothing不存在: /,
  ],
  ['a wrong sign', read(`user_id=1&${KEY}&sign=${sign.replace(/..$/, '00')}`), 400, /^客户端非法请求：签名错误: /],
  ['a lower-case sign', read(`user_id=1&${KEY}&sign=${sign.toLowerCase()}`), 400, /^客户端非法请求：签名错误: /],
  ['an unknown app_key', read(`user_id=1&${UNKNOWN}`), 406, /^客户端非法请求：非法app_key: /],
  ['the service first', read(`${UNKNOWN}&sign=x&${DEAD}`, 'Nothing'), 404, /不存在: /],
  ['then the parameters', read(`${UNKNOWN}&sign=x&${DEAD}`), 400, /缺少必要参数user_id$/],
  ['then the application', read(`user_id=1&${UNKNOWN}&sign=x&${DEAD}`), 406, /非法app_key: /],
  ['then the signature', read(`user_id=1&${KEY}&sign=x&${DEAD}`), 400, /签名错误: /],
])('refuses %s', async (_what, request, ret, words) => {
  expect(refusal(await app.inject(request))).toEqual([200, ret, expect.stringMatching(words)])
})

test.each<[what: string, asked: (world: World) => InjectOptions, note: string, words: string]>([
  [
    'text for a number',
    it => read(`${keyOf(it)}&user_id=x`),
    'user_id: "x" was read as 0',
    'user_id非法输入，只能输入整数',
  ],
  ['text for an id', it => save('{"id":"x"}', undefined, it), 'id: "x" was read as 0', 'id非法输入，只能输入整数'],
  [
    'a number for text',
    it => save('{"user_name":5}', undefined, it),
    'user_name: 5 was read as the text "5"',
    'user_name非法输入，只能输入文本',
  ],
  [
    'null',
    it => save('{"user_name":null}', undefined, it),
    'user_name is null; it counts as missing',
    'user_name非法输入，不能为null',
  ],
  ['an unknown parameter', it => save('{"colour":"x"}', undefined, it), 'unknown parameter colour', '未知参数colour'],
  [
    '__proto__',
    it => save('{"__proto__":{"polluted":1}}', undefined, it),
    'unknown parameter __proto__',
    '未知参数__proto__',
  ],
  [
    'an unknown return_data',
    it => read(`${keyOf(it)}&user_id=1&return_data=9`),
    'return_data: "9" is not known, it was read as 0',
    '参数return_data应该为：0/1，但现在return_data = 9',
  ],
])('%s is put up with and noted, but refused by a strict world', async (_what, asked, note, words) => {
  expect((await app.inject(asked(world))).json()).toMatchObject({ ret: 200 })
  expect(last(world)).toMatchObject({ validity: 'tolerated', deviations: [note] })
  expect(refusal(await app.inject(asked(strict)))).toEqual([200, 400, `客户端非法请求：${words}`])
  expect({}).not.toHaveProperty('polluted')
})

test('the journal tells a call that breaks the rules from a sound one', async () => {
  await app.inject(read(KEY))
  await app.inject(read(`${keyOf(strict)}&user_id=x`))
  expect([last(world), last(strict)]).toMatchObject([{ validity: 'refused' }, { validity: 'refused' }])
})

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data; boundary=kefu7d31'
const part = (value: string) =>
  `--kefu7d31\r\ncontent-disposition: form-data; name="user_name"\r\n\r\n${value}\r\n--kefu7d31--\r\n`

/** The name that a saved row shows, as its user reads it. */
async function savedName(request: InjectOptions) {
  world.reset()
  expect((await app.inject(request)).json()).toMatchObject({ ret: 200, data: { id: '1', row_num: '1' } })
  const { validity, deviations } = last(world) ?? {}
  const { datas } = (await app.inject(read(`${KEY}&user_id=7`))).json().data
  return [datas[0]?.user_name, validity, deviations]
}
const withUser = (request: InjectOptions) => ({ ...request, url: `${request.url}&user_id=7` })

test.each<[what: string, payload: string, type: string, name: string, notes: string[]]>([
  ['JSON', '{"user_name":"何小满"}', 'application/json; charset=utf-8', '何小满', []],
  ['a form', `user_name=${encodeURIComponent('何小满')}`, FORM, '何小满', []],
  ['parts', part('何小满'), MULTIPART, '何小满', []],
  ['nothing', '', 'application/json', '', []],
  [
    'JSON without a type',
    '{"user_name":"何小满"}',
    '',
    '何小满',
    ['the body has no content type; it was read as JSON'],
  ],
  ['text without a type', 'hello', '', '', ['the body was ignored: its content type is missing']],
  ['XML', '<a/>', 'text/xml', '', ['the body was ignored: its content type is text/xml']],
  [
    'JSON patches',
    '[]',
    'application/json-patch+json',
    '',
    ['the body was ignored: its content type is application/json-patch+json'],
  ],
])('takes %s for a body, and notes what it ignores', async (_what, payload, type, name, notes) => {
  const found = await savedName(withUser(save(payload, type)))
  expect(found).toEqual([name, notes.length ? 'tolerated' : 'valid', notes])
})

test('the body wins over the query; a file among the parts is ignored', async () => {
  const file = '--kefu7d31\r\ncontent-disposition: form-data; name="f"; filename="f.txt"\r\n\r\nx\r\n'
  const request = withUser(save(file + part('body'), MULTIPART))
  const found = await savedName({ ...request, url: `${request.url}&user_name=query` })
  expect(found).toEqual(['body', 'tolerated', ['the file in f was ignored']])
})

test.each(['[]', '[{}]', '5', '"x"', 'null', 'true'])('refuses %s for a JSON body', async payload => {
  const words = expect.stringMatching(/^客户端非法请求：.*expected a JSON object/)
  expect(refusal(await app.inject(save(payload)))).toEqual([200, 400, words])
})

test('a strict world refuses a body that it would have to ignore', async () => {
  expect((await app.inject(save('<a/>', 'text/xml', strict))).json()).toMatchObject({ ret: 400 })
})

test('each operation answers by GET and by POST alike', async () => {
  world.reset()
  await app.inject({ ...save(''), method: 'GET', url: `${save('').url}&user_id=7&user_name=GET` } as InjectOptions)
  const query = `${KEY}&user_id=7`
  const [byGet, byPost] = [await app.inject(read(query)), await app.inject({ ...read(query), method: 'POST' })]
  expect(byGet.json().data.datas).toMatchObject([{ user_name: 'GET' }])
  expect(byPost.body).toBe(byGet.body)
})

test.each(['/okayapi/', '/okayapi//', '/okayapi/api.php'])(
  'the service may be named by a parameter at %s',
  async url => {
    for (const name of ['s', 'service']) {
      const query = `${name}=SVIP.Swxiryan0788_MyApi.AGetAndyVarDatas&${KEY}&user_id=1`
      expect((await app.inject({ url: `${url}?${query}` })).json()).toMatchObject({ ret: 200, data: { datas: [] } })
    }
  },
)

test.each([`&sign=${sign}`, ''])('signs its reply, whether the call was signed or not: %j', async signature => {
  const answer = await app.inject(read(`user_id=1&app_key=${app_key}${signature}`))
  const [, data, _t, _auth] = /"data":(.*),"msg":".*","_t":(\d+),"_auth":"(\w+)"\}$/.exec(answer.body) ?? []
  expect([_t, _auth]).toEqual(['1700000000', md5(`${data}1700000000${app_secrect}`)])
  const http = { query: {}, headers: {}, body: answer.rawPayload }
  expect(wireOf(okayapi).reply?.open(http, { app_key, app_secrect })).toEqual(answer.json())
  const forged = Buffer.from(answer.body.replace('"data":{', '"data":{"more":1,'))
  expect(() => wireOf(okayapi).reply?.open({ ...http, body: forged }, { app_key, app_secrect })).toThrow(/_auth/)
})

function md5(text: string) {
  return createHash('md5').update(text).digest('hex')
}
