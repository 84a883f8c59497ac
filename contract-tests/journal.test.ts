/** The journal: what was asked and answered, what deviated, filtered, paged, masked and bounded; the same for the same seed. */
import { describe, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds, type WorldsOptions } from '../mocks/world/worlds.ts'
import { okayapi, sobot } from '../schemas/index.ts'

const CRM = '/sobot/api/scrm/5'
const PHONE = '16000000123'

function server(options: Partial<WorldsOptions> = {}, control = {}) {
  const worlds = createWorlds({ now: () => 1_700_000_000_000, ...options })
  const app = mockServer([sobot, okayapi], worlds, control)
  const { token = '' } = worlds.first.credentials(sobot)
  const { app_key = '', app_secrect = '' } = worlds.first.credentials(okayapi)
  const save = (body: object | string) =>
    app.inject({
      method: 'POST',
      url: `${CRM}/user/save`,
      headers: { token, 'content-type': 'application/json' },
      payload: body,
    })
  const journal = async (query = '') => (await app.inject({ url: `/_kefu/journal${query}` })).json()
  return { app, worlds, token, app_key, app_secrect, save, journal }
}

describe('an entry says', () => {
  test('what came and what was answered, by the clock of the world', async () => {
    const { app, save, journal } = server()
    await save({ nick: '张三' })
    const { entries } = await journal()
    expect(entries).toEqual([
      {
        number: 1,
        at: 1_700_000_000_000,
        answeredAt: 1_700_000_000_000,
        world: 'default',
        vendor: 'sobot',
        operation: 'customerSave',
        validity: 'valid',
        deviations: [],
        code: '000000',
        request: {
          method: 'POST',
          path: '/api/scrm/5/user/save',
          query: {},
          headers: { 'content-type': 'application/json', token: '••••' },
          body: '{"nick":"张三"}',
        },
        answer: { status: 200, body: expect.stringMatching(/^\{"ret_code":"000000"/) },
      },
    ])
    await app.close()
  })

  test('what deviated and was put up with, and what was refused', async () => {
    const { app, token, save, journal } = server()
    await save({ nick: 5, nickname: 'x' })
    await save({ nick: null })
    await save('{"nick":')
    await app.inject({ method: 'POST', url: `${CRM}/user/list_by_page`, headers: { token } })
    await app.inject({ url: `${CRM}/lable/list`, headers: { token } })
    await app.inject({ url: `${CRM}/label/list`, headers: { token: 'x' } })
    await app.inject({ url: `${CRM}/label/lists`, headers: { token } })
    const { entries } = await journal()
    expect(entries.every((it: { at: number }) => it.at === 1_700_000_000_000)).toBe(true)
    const told = entries.map((it: Record<string, unknown>) => [it.validity, it.deviations, it.code, it.problem])
    expect(told).toEqual([
      [
        'tolerated',
        ['body.nick: a number for text', expect.stringMatching(/^body\.nickname: not in .* nick/)],
        '000000',
        undefined,
      ],
      ['tolerated', ['body.nick: null for nothing'], '400004', undefined],
      ['refused', [], '999999', 'body-malformed'],
      ['valid', [], '000000', undefined],
      ['tolerated', [expect.stringMatching(/only an example of the document prints this path/)], '000000', undefined],
      ['refused', [], '900002', 'credential-expired'],
      ['refused', [], '999999', 'route-unknown'],
    ])
    await app.close()
  })
})

test('is filtered and paged', async () => {
  const { app, save, journal, token } = server()
  for (let at = 0; at < 5; at++) await save({ nick: `n${at}` })
  await app.inject({ url: `${CRM}/label/list`, headers: { token } })
  await save({})
  const numbers = async (query: string) => {
    const { entries, next } = await journal(query)
    return [entries.map((it: { number: number }) => it.number), next]
  }
  expect(await numbers('?limit=3')).toEqual([[1, 2, 3], 3])
  expect(await numbers('?limit=3&after=3')).toEqual([[4, 5, 6], 6])
  expect(await numbers('?limit=3&after=6')).toEqual([[7], undefined])
  expect(await numbers('?operation=labelList')).toEqual([[6], undefined])
  expect(await numbers('?code=400004')).toEqual([[7], undefined])
  expect(await numbers('?validity=refused')).toEqual([[], undefined])
  expect(await numbers('?vendor=okayapi')).toEqual([[], undefined])
  expect(await numbers('?since=1700000000001')).toEqual([[], undefined])
  await app.inject({ method: 'DELETE', url: '/_kefu/journal' })
  expect(await numbers('')).toEqual([[], undefined])
  await app.close()
})

test.each([
  ['?limit=0', /query\.limit: expected a whole number of at least 1/],
  ['?validity=odd', /query\.validity: expected "valid" or "tolerated" or "refused"/],
  ['?wold=x', /query\.wold/],
  ['?world=x', /no world "x"/],
])('refuses %s', async (query, said) => {
  const { app, journal } = server()
  expect((await journal(query)).message).toMatch(said)
  await app.close()
})

describe('secrets and telephone numbers', () => {
  async function told(control: object) {
    const { app, save, app_key, app_secrect, token, journal } = server({}, control)
    await save({ nick: 'x', tel: PHONE, remark: `回电 ${PHONE}。` })
    await app.inject({ url: `/okayapi/api/SVIP/Swxiryan0788_MyApi/AGetAndyVarDatas?user_id=1&app_key=${app_key}` })
    await app.inject({ url: `${CRM}/user/list_by_page`, headers: { token } })
    const text = JSON.stringify(await journal())
    await app.close()
    return [token, app_key, app_secrect, PHONE].map(it => text.includes(it))
  }
  test('are masked', async () => {
    expect(await told({})).toEqual([false, false, false, false])
  })
  test('are shown when that was asked for', async () => {
    expect(await told({ unmasked: true })).toEqual([true, true, false, true])
  })
})

test('is bounded by entries and by bytes, and counts what had to go', async () => {
  const few = server({ journal: { entries: 3, bytes: 1 << 20 } })
  for (let at = 0; at < 10; at++) await few.save({ nick: `n${at}` })
  const { entries, dropped } = await few.journal()
  expect([entries.map((it: { number: number }) => it.number), dropped]).toEqual([[8, 9, 10], 7])
  const small = server({ journal: { entries: 1000, bytes: 40_000 } })
  for (let at = 0; at < 10; at++) await small.save({ nick: `n${at}`, remark: 'x'.repeat(9_000) })
  expect((await small.journal()).entries.length).toBe(4)
  await Promise.all([few.app.close(), small.app.close()])
})

test('the same seed and requests give the same bytes: answers, journal and snapshot', async () => {
  async function story() {
    const { app, worlds, save, token, journal } = server({ seed: 'twice' })
    worlds.first.faults.add([{ share: 0.3, code: '999999', vendor: 'sobot' }])
    const answers: string[] = []
    for (let at = 0; at < 40; at++) answers.push((await save({ nick: `n${at}`, tel: `1600000${1000 + at}` })).body)
    answers.push((await app.inject({ url: `${CRM}/user/list_by_page`, headers: { token } })).body)
    const told = JSON.stringify([answers, await journal(), worlds.first.snapshot()])
    await app.close()
    return told
  }
  const first = await story()
  expect(first).toContain('"code":"999999"')
  expect(await story()).toBe(first)
})
