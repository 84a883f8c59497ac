/** Worlds: tenants of one server that do not see each other, each with its credentials, tokens, clock and choices. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { okayapi, sobot } from '../schemas/index.ts'

const START = 1_700_000_000_000
const DAY = 86_400_000

interface World {
  id: string
  credentials: { sobot: { appid: string; app_key: string; token: string }; okayapi: { app_key: string } }
}

/** One server; its worlds' clocks stand still at START. */
function server(seed = 'kefu') {
  const app = mockServer([sobot, okayapi], createWorlds({ seed, now: () => START }))
  const json = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
    const answer = await app.inject({ method, url: `/_kefu${url}`, ...(payload && { payload }) })
    return { status: answer.statusCode, body: answer.json() }
  }
  const create = async (options: object = {}): Promise<World> =>
    (await json('POST', '/worlds', { still: START, ...options })).body
  const list = (token: string | string[]) =>
    app
      .inject({ url: '/sobot/api/scrm/5/label_group/list', headers: { token } as never })
      .then(it => it.json().ret_code)
  const ask = async ({ credentials: { sobot: keys } }: World, time = START / 1000, headers = {}) => {
    const sign = createHash('md5').update(`${keys.appid}${time}${keys.app_key}`).digest('hex')
    const query = { appid: keys.appid, create_time: String(time), sign }
    return (await app.inject({ url: '/sobot/api/get_token', query, headers })).json()
  }
  const token = async (world: World): Promise<string> => (await ask(world)).item.token
  const clock = (world: World, move: object) => json('POST', `/worlds/${world.id}/clock`, move)
  const assume = (world: World, choices: object) => json('POST', `/worlds/${world.id}/assumptions`, choices)
  return { app, json, create, list, ask, token, clock, assume }
}

describe('tokens of Sobot', () => {
  test('each call issues a new one, twice in one second with one sign, and all of them are good', async () => {
    const { create, token, list } = server()
    const world = await create()
    const [first, second] = [await token(world), await token(world)]
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(second).not.toBe(first)
    expect([await list(first), await list(second), await list(world.credentials.sobot.token)]).toEqual([
      '000000',
      '000000',
      '000000',
    ])
  })

  test('a token ends 24 hours later by the clock of its world, and not a millisecond sooner', async () => {
    const { create, token, list, clock } = server()
    const world = await create()
    const own = await token(world)
    await clock(world, { advance: '23h' })
    await clock(world, { advance: String(DAY - 23 * 3_600_000 - 1) })
    expect(await list(own)).toBe('000000')
    await clock(world, { advance: '1ms' })
    expect([await list(own), await list(world.credentials.sobot.token)]).toEqual(['900002', '900002'])
    expect(await list(await token(world))).toBe('000000')
  })

  test('no token, an empty, an unknown, a doubled one', async () => {
    const { create, list, token } = server()
    const own = await token(await create())
    expect(await list('')).toBe('900001')
    expect(await list([own, own])).toBe('900001')
    expect(await list('f'.repeat(32))).toBe('900002')
    expect(await list(own.toUpperCase())).toBe('900002')
    expect(await list(`${own.slice(0, 31)}x`)).toBe('900002')
  })

  test('what is assumed can be switched', async () => {
    const { create, ask, assume, token, list, app } = server()
    const world = await create()
    const old = await token(world)
    await assume(world, {
      sobot: {
        oldTokens: 'singleToken',
        expiresIn: 'number',
        tokenLifetime: '60',
        createTimeWindow: '300',
        errorStatus: '401',
      },
    })
    const answer = await ask(world)
    expect(answer.item.expires_in).toBe(60)
    expect([await list(old), await list(answer.item.token)]).toEqual(['900002', '000000'])
    expect((await ask(world, START / 1000 + 300)).ret_code).toBe('000000')
    expect((await ask(world, START / 1000 + 301)).ret_code).toBe('900003')
    const gone = await app.inject({ url: '/sobot/api/scrm/5/label_group/list', headers: { token: old } })
    expect(gone.statusCode).toBe(401)
  })
})

describe('one server, many worlds', () => {
  test('each credential leads to its own world', async () => {
    const { create, list, token, clock, app } = server()
    const worlds = [await create(), await create(), await create({ id: 'named', seed: 'own seed' })]
    expect(new Set(worlds.map(it => it.credentials.sobot.appid)).size).toBe(3)
    const tokens = await Promise.all(worlds.map(token))
    await clock(worlds[1] as World, { advance: '2d' })
    expect(await Promise.all(tokens.map(list))).toEqual(['000000', '900002', '000000'])
    for (const { credentials } of worlds) {
      const url = `/okayapi/api/SVIP/Swxiryan0788_MyApi/ANrkhCaseDetail?app_key=${credentials.okayapi.app_key}`
      expect((await app.inject(url)).json().ret).toBe(200)
    }
  })

  test('the same seed and requests give the same bytes', async () => {
    const story = async () => {
      const { create, token, ask, clock, json } = server('one seed')
      const world = await create({ id: 'w' })
      return JSON.stringify([
        world,
        await token(world),
        await clock(world, { advance: '1h' }),
        await ask(world),
        await json('GET', '/worlds/w/snapshot'),
      ])
    }
    expect(await story()).toBe(await story())
  })

  test('a snapshot makes the same world again; reset begins anew; a removed world is gone', async () => {
    const { create, token, list, clock, json, assume } = server()
    const world = await create({ id: 'w' })
    const own = await token(world)
    await assume(world, { sobot: { tokenLifetime: '60' } })
    const saved = (await json('GET', '/worlds/w/snapshot')).body
    await clock(world, { advance: '2d' })
    expect(await list(own)).toBe('900002')
    expect((await json('PUT', '/worlds/w/snapshot', saved)).body).toEqual({ now: START, running: false })
    expect(await list(own)).toBe('000000')
    expect((await json('GET', '/worlds/w/assumptions')).body).toEqual({ sobot: { tokenLifetime: '60' } })
    await json('POST', '/worlds/w/reset')
    expect([await list(own), await list(world.credentials.sobot.token)]).toEqual(['900002', '000000'])
    expect((await json('DELETE', '/worlds/w')).body).toEqual({ removed: 'w' })
    expect([(await json('GET', '/worlds/w')).status, await list(world.credentials.sobot.token)]).toEqual([
      422,
      '900002',
    ])
  })
})

test('a world is strict from the start or from now on; its snapshot knows it', async () => {
  const { create, json, app } = server()
  const save = async ({ credentials: { sobot: keys } }: World, name: unknown) => {
    const request = { url: '/sobot/api/scrm/5/label_group/save', headers: { token: keys.token }, payload: { name } }
    return (await app.inject({ method: 'POST', ...request })).json().ret_code
  }
  const [lenient, strict] = [await create(), await create({ strict: true })]
  expect([await save(lenient, 1), await save(strict, 1)]).toEqual(['000000', '999999'])
  const saved = (await json('GET', `/worlds/${lenient.id}/snapshot`)).body
  const { body } = await json('POST', `/worlds/${lenient.id}`, { strict: true })
  expect([body.strict, await save(lenient, 2)]).toEqual([true, '999999'])
  await json('PUT', `/worlds/${lenient.id}/snapshot`, saved)
  expect([saved.strict, await save(lenient, 2), await save(lenient, 1)]).toEqual([false, '000000', '510002'])
})

describe('what is refused, and changes nothing', () => {
  test.each<[what: string, method: 'POST' | 'PUT' | 'DELETE', url: string, payload: object | undefined, said: RegExp]>([
    ['a name that is taken', 'POST', '/worlds', { id: 'w' }, /There is a world called "w"/],
    ['a seed that is taken', 'POST', '/worlds', { seed: 'kefu' }, /Another world has the seed "kefu"/],
    ['an odd name', 'POST', '/worlds', { id: '../x' }, /body\.id: expected text matching/],
    ['an unknown world', 'POST', '/worlds/v/clock', { advance: '1h' }, /no world "v"; did you mean w/],
    ['an odd duration', 'POST', '/worlds/w/clock', { advance: 'a while' }, /expected 500ms, 30s, 15m, 24h or 3d/],
    ['a time that is no number', 'POST', '/worlds/w/clock', { set: 'now' }, /body\.set: expected a whole number/],
    ['an unknown vendor', 'POST', '/worlds/w/assumptions', { sobt: {} }, /no vendor sobt; did you mean sobot/],
    [
      'an unknown assumption',
      'POST',
      '/worlds/w/assumptions',
      { sobot: { oldToken: 'valid' } },
      /no assumption oldToken; did you mean oldTokens/,
    ],
    [
      'an unknown choice',
      'POST',
      '/worlds/w/assumptions',
      { sobot: { oldTokens: 'maybe' } },
      /it has valid, singleToken/,
    ],
    [
      'a number out of range',
      'POST',
      '/worlds/w/assumptions',
      { sobot: { tokenLifetime: '0' } },
      /whole number of seconds, at least 1/,
    ],
    [
      'one that the mock does not follow',
      'POST',
      '/worlds/w/assumptions',
      { okayapi: { secretName: 'either' } },
      /does not follow okayapi\.secretName yet/,
    ],
    ['the prototype', 'POST', '/worlds/w/assumptions', { sobot: { constructor: 'x' } }, /no assumption constructor/],
    ['half a snapshot', 'PUT', '/worlds/w/snapshot', { now: 0 }, /snapshot\.running: expected true or false/],
    [
      'a snapshot with an unknown choice',
      'PUT',
      '/worlds/w/snapshot',
      { now: 0, running: true, strict: false, choices: { sobot: { oldTokens: 'x' } }, contents: {} },
      /no choice "x"/,
    ],
    ['to remove the first world', 'DELETE', '/worlds/default', undefined, /first world stays/],
  ])('%s', async (_what, method, url, payload, said) => {
    const { create, json } = server()
    await create({ id: 'w' })
    const before = await json('GET', '/worlds/w/snapshot')
    const { status, body } = await json(method, url, payload)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(body.message).toMatch(said)
    expect(await json('GET', '/worlds/w/snapshot')).toEqual(before)
    expect((await json('GET', '/worlds')).body.map((it: World) => it.id)).toEqual(['default', 'w'])
  })
})
