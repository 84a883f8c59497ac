/** What the options of a client promise under each fault profile of the mock, kept over 100 calls each. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Settings } from '../src/index.ts'
import { asked, type Calling, calling, failed, injectProfile } from './calling.ts'

let mock: Calling
beforeEach(async () => {
  mock = await calling()
})
afterEach(() => mock.close())

const CALLS = Array.from({ length: 100 }, (_, at) => at)

/** How the calls ended: `ok`, or code and attempts of the error. */
const ended = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    error => `${error.code} after ${error.attempts}`,
  )

interface Promised {
  profile: string
  promise: string
  settings: Partial<Settings>
  /** All at once, rather than one after the other. */
  together?: true
  /** How each of them ends. */
  ends: RegExp
}

/** What waits is the clock of the world: no test waits for a vendor's whole seconds. */
const byWorldClock: Settings['sleep'] = async milliseconds => void mock.world.clock.advance(milliseconds)

const reading: Promised[] = [
  {
    profile: 'flaky',
    promise: 'with enough attempts every call comes through: what is slow, cut off or refused is asked for again',
    settings: { attempts: 8, timeout: 200 },
    ends: /^ok$/,
  },
  {
    profile: 'flaky',
    promise: 'with a single attempt it ends with the reason',
    settings: { attempts: 1, timeout: 200 },
    ends: /^(ok|status-unexpected after 1|unreachable after 1)$/,
  },
  {
    profile: 'slow',
    promise: 'a call may take as long as its timeout allows',
    settings: { attempts: 1, timeout: 5_000 },
    together: true,
    ends: /^ok$/,
  },
  {
    profile: 'slow',
    promise: 'it takes no longer than its deadline',
    settings: { deadline: 300 },
    together: true,
    ends: /^deadline-passed after 1$/,
  },
  {
    profile: 'rate-limited',
    promise: 'as long as the vendor asks is waited, and every call comes through',
    settings: { sleep: byWorldClock },
    ends: /^ok$/,
  },
  {
    profile: 'rate-limited',
    promise: 'a wait longer than the longest is not begun',
    settings: { sleep: byWorldClock, backoff: { most: 900 } },
    ends: /^(ok|status-unexpected after 1)$/,
  },
  { profile: 'down', promise: 'it gives up after its attempts', settings: {}, ends: /^status-unexpected after 3$/ },
]

test.each(reading)('$profile, reading: $promise', async ({ profile, settings, together, ends }) => {
  const api = mock.sobot(settings)
  await api.getToken({})
  await api.sourceList({})
  injectProfile(mock.world, profile, 'sobot')
  const call = () => ended(api.sourceList({}))
  const seen: string[] = []
  if (together) seen.push(...(await Promise.all(CALLS.map(call))))
  else for (const _ of CALLS) seen.push(await call())
  for (const it of seen) expect(it).toMatch(ends)
  if (settings.attempts === 1 && profile === 'flaky') expect(seen.filter(it => it !== 'ok').length).toBeGreaterThan(5)
})

test.each([
  ['flaky', 'a customer is saved once, or perhaps once where the call failed', false],
  ['rate-limited', 'every customer is saved once, for a call that was turned away was not carried out', true],
])('%s, writing: %s', async (profile, _promise, all) => {
  const api = mock.sobot({ sleep: byWorldClock, timeout: 200 })
  await api.sourceList({})
  injectProfile(mock.world, profile, 'sobot')
  const ends: string[] = []
  for (const at of CALLS) ends.push(await ended(api.customerSave({ body: { nick: `no. ${at}` } })))
  mock.world.faults.clear()
  const saved = new Map<string, number>()
  for await (const { nick = '' } of api.each.customerListByPage()) saved.set(nick, (saved.get(nick) ?? 0) + 1)
  for (const at of CALLS) {
    const times = saved.get(`no. ${at}`) ?? 0
    if (ends[at] === 'ok') expect(times).toBe(1)
    else expect([ends[at], times]).toEqual([expect.stringMatching(/ after 1$/), expect.toSatisfy(it => it <= 1)])
  }
  expect(ends.every(it => it === 'ok')).toBe(all)
})

test('OkayAPI, flaky: every reading call comes through, and its signature is right', async () => {
  const api = mock.okayapi({ attempts: 8, timeout: 200 })
  injectProfile(mock.world, 'flaky', 'okayapi')
  for (const _ of CALLS) expect((await api.AGetAndyVarDatas({ query: { user_id: 404 } })).data.datas).toEqual([])
  expect(asked(mock.world, 'AGetAndyVarDatas')).toBeGreaterThan(110)
})

test('a vendor that is not there at all: the call is made again, also when it saves', async () => {
  const api = mock.okayapi({ baseUrl: 'http://127.0.0.1:9' })
  expect(await failed(api.ABuildExcel({}))).toMatchObject({ code: 'unreachable', attempts: 3 })
  expect((await failed(api.ABuildExcel({}))).message).toMatch(/127\.0\.0\.1:9: ECONNREFUSED\. Tried 3 times\.$/)
})
