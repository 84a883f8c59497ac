/** What only the mock of Sobot does: its token and signature, the fields it puts up with or refuses, the paths that are only printed. */
import { createHash } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import type { World } from '../mocks/world/world.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contracts } from '../schemas/contracts.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { fillPath } from '../src/wire/query.ts'
import { type DocumentedCall, documentedCalls } from './documented-calls.ts'
import { documentedWorld } from './documented-world.ts'
import { refusal } from './refusal.ts'

const worlds = createWorlds({ now: () => 1_700_000_000_000 })
const world = worlds.first
const documented = documentedWorld(world)
const strict = worlds.create({ strict: true })
documentedWorld(strict)
const { token = '', appid = '', app_key = '' } = world.credentials(sobot)
const app = mockServer([sobot, okayapi], worlds)
afterAll(() => app.close())

const operations = contracts(sobot, 'operation')
const last = ({ journal }: World) => journal.entries().at(-1)

/** A request of that world. */
type Asked = (world: World) => InjectOptions
const tokenOf = (world: World) => world.credentials(sobot).token as string
const post =
  (name: string, payload: string, type = 'application/json'): Asked =>
  world => ({
    method: 'POST',
    url: `/sobot/api/scrm/5/${name}`,
    headers: { token: tokenOf(world), ...(type && { 'content-type': type }) },
    payload,
  })
const save = (payload: string, type?: string) => post('label_group/save', payload, type)
const label = (fields: object) => post('label/save', JSON.stringify({ groupid: GROUP, ...fields }))
const list =
  (query: string): Asked =>
  world => ({ url: `/sobot/api/scrm/5/label_group/list?${query}`, headers: { token: tokenOf(world) } })

const GROUP = '2feb30060c970e1ba00cba589055c51d'
const EMOJI = '😀'
const NAME = 'name: expected text of at most 30 characters'

describe.each([world, strict])('the world $id', world => {
  test.each<[what: string, asked: Asked, code: string, words: string]>([
    ['a group without a name', save('{}'), '510005', `${NAME}, got nothing`],
    ['a name that is null', save('{"name":null}'), '510005', `${NAME}, got null`],
    ['a name of blanks', save('{"name":"  "}'), '510005', '标签组名称不能为空'],
    ['__proto__ for a name', save('{"__proto__":{"name":"x"}}'), '510005', `${NAME}, got nothing`],
    ['no body', save(''), '510005', 'body: expected an object, got nothing'],
    ['a name of 31 characters', save(`{"name":"${'标'.repeat(31)}"}`), '510007', `${NAME}, got text "标`],
    ['a name of 31 emoji', save(`{"name":"${EMOJI.repeat(31)}"}`), '510007', `${NAME}, got text "${EMOJI}`],
    ['a label without a name', label({}), '510006', `${NAME}, got nothing`],
    ['a label of 31 characters', label({ name: 'x'.repeat(31) }), '510007', `${NAME}, got text "x`],
    [
      'a param_name of 31 characters',
      label({ name: 'x', param_name: 'x'.repeat(31) }),
      '510008',
      'param_name: expected text of at most 30 characters, got text "x',
    ],
    ['a label without a group', post('label/save', '{"name":"x"}'), '400004', 'groupid: expected text, got nothing'],
    ['another missing field', post('label_group/update', '{"name":"x"}'), '400004', 'id: expected text, got nothing'],
    ['an unknown code', save('{"name":"x","is_multiple_choice":2}'), '999999', 'expected 0 or 1, got a number 2'],
    ['a number that is none', list('page_no=x'), '999999', 'page_no: expected a whole number, got text "x"'],
    [
      'a parameter that comes twice',
      list('page_no=1&page_no=2'),
      '999999',
      'page_no: expected a whole number, got text "1, 2"',
    ],
  ])('refuses %s with its code and what was expected', async (_what, asked, code, words) => {
    expect(refusal(await app.inject(asked(world)))).toEqual([200, code, expect.stringContaining(words)])
  })

  test.each([
    ['XML', '<a/>', 'text/xml'],
    ['JSON patches', '[]', 'application/json-patch+json'],
    ['none', '{}', ''],
  ])('refuses a body whose type is %s', async (_what, payload, type) => {
    const words = expect.stringContaining(`Expected application/json, got ${type || 'none'}.`)
    expect(refusal(await app.inject(save(payload, type)(world)))).toEqual([415, '999999', words])
  })

  test.each(['标', EMOJI])('takes 30 characters: %s', async one => {
    const name = one.repeat(30)
    for (const asked of [save(JSON.stringify({ name })), label({ name })])
      expect((await app.inject(asked(world))).json()).toMatchObject({ ret_code: '000000' })
    const { items } = (await app.inject(list('')(world))).json()
    expect(items.at(-1).name).toBe(name)
  })
})

test.each<[what: string, asked: Asked, note: string, code: string, words: string]>([
  ['a number for text', save('{"name":5}'), 'body.name: a number for text', '999999', `${NAME}, got a number 5`],
  [
    'text for a number',
    save('{"name":"a","is_multiple_choice":"1"}'),
    'body.is_multiple_choice: text for a number',
    '999999',
    'is_multiple_choice: expected 0 or 1, got text "1"',
  ],
  [
    'null of a field that may be absent',
    save('{"name":"b","color_value":null}'),
    'body.color_value: null for nothing',
    '999999',
    'color_value: expected text, got null',
  ],
  [
    'an unknown field',
    save('{"name":"c","colour":"#ffffff"}'),
    'body.colour: not in the contract; did you mean color_value?',
    '999999',
    'body.colour: not in the contract; did you mean color_value?',
  ],
  [
    'an unknown parameter',
    list('page_number=1'),
    'query.page_number: not in the contract; did you mean page_no, page_size?',
    '999999',
    'query.page_number: not in the contract',
  ],
])('%s is put up with and noted, but refused by a strict world', async (_what, asked, note, code, words) => {
  expect((await app.inject(asked(world))).json()).toMatchObject({ ret_code: '000000' })
  expect(last(world)).toMatchObject({ validity: 'tolerated', deviations: [note] })
  expect(refusal(await app.inject(asked(strict)))).toEqual([200, code, expect.stringContaining(words)])
  expect(last(strict)).toMatchObject({ validity: 'refused', deviations: [] })
})

test('a tolerated number is kept as text', async () => {
  world.load(documented)
  await app.inject(save('{"name":5}')(world))
  const { items } = (await app.inject(list('')(world))).json()
  expect(items.at(-1).name).toBe('5')
})

/** The documented call of each operation, by another path or method; the id that such a path lacks stands in the query. */
const detours = operations.flatMap(({ id, contract }) => {
  const [call] = documentedCalls(sobot, contract, world) as [DocumentedCall]
  const { method, path, otherMethod, aliases = [] } = contract
  const paths = aliases.map(alias => {
    const short = path.startsWith(`${alias}/{`)
    const query = { ...call.http.query, ...(short && (call.input.params as Record<string, string>)) }
    return { id, call, method, path: fillPath(alias, call.input.params ?? {}), query, printed: !short }
  })
  const other = { id, call, method: otherMethod, path: call.path, query: call.http.query, printed: false }
  return [...paths, ...(otherMethod ? [other] : [])].map(it => ({
    ...it,
    stated: method,
    what: `${it.method} ${it.path}`,
  }))
})
type Detour = (typeof detours)[number]

const send = (world: World, method = 'GET', path: string, query: Record<string, string>, { http }: DocumentedCall) => {
  const headers = { ...http.headers, token: tokenOf(world) }
  return app.inject({ method: method as 'GET', url: `/sobot${path}`, query, headers, payload: Buffer.from(http.body) })
}
const byDetour = (world: World, { method, path, query, call }: Detour) => send(world, method, path, query, call)

describe('other paths and methods', () => {
  test('there are some', () => {
    expect(
      detours
        .filter(it => it.printed)
        .map(it => it.id)
        .sort(),
    ).toEqual(['customerAssign', 'customerLabelUpdate', 'customerLabels', 'labelList', 'labelRemove', 'labelUpdate'])
    expect(detours.filter(it => !it.printed)).toHaveLength(5)
  })

  test.each(detours)('$what answers like its operation; a path that is only printed is noted', async it => {
    world.load(documented)
    const usual = await send(world, it.stated, it.call.path, it.call.http.query, it.call)
    world.load(documented)
    const answer = await byDetour(world, it)
    expect([answer.statusCode, answer.body]).toEqual([200, usual.body])
    expect(answer.json().ret_code).toBe('000000')
    const note = `${it.path}: only an example of the document prints this path`
    expect(last(world)).toMatchObject({
      operation: it.id,
      validity: it.printed ? 'tolerated' : 'valid',
      deviations: it.printed ? [note] : [],
    })
  })

  test.each(detours)('$what: 404 in strict worlds and for strict paths, if it is only printed', async it => {
    const choosy = worlds.named('choosy') ?? worlds.create({ id: 'choosy' })
    choosy.switches.switch({ sobot: { printedPaths: 'strict' } })
    for (const [world, isStrict] of [
      [choosy, false],
      [strict, true],
    ] as const) {
      world.load({ ...documentedWorld(world), strict: isStrict })
      const answer = await byDetour(world, it)
      if (!it.printed) expect(answer.json()).toMatchObject({ ret_code: '000000' })
      else expect(refusal(answer)).toEqual([404, '999999', expect.stringContaining(`${it.method} ${it.path}`)])
    }
  })
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
  for (const { id, contract } of operations.filter(it => !it.contract.open)) {
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
