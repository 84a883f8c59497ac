/** The mock inside a test: worlds that are seeded, moved in time, made to fail, restored and held. */
import { expect, onTestFinished, test } from 'vitest'
import { startMock } from '../mocks/testing.ts'
import { okayapiClient, sobotClient } from '../src/index.ts'
import { groupsOf, mocking, post, refusal, START } from './testing-fetch.ts'

test('a mock answers at the address that it names, and no more once it is closed', async () => {
  const mock = await startMock()
  expect((await post(mock.first, 'labelGroupSave', { name: 'VIP' })).ret_code).toBe('000000')
  await mock.close()
  await expect(post(mock.first, 'labelGroupSave', { name: 'VIP' })).rejects.toThrow('fetch failed')
})

test('it ends with the block that disposes of it', async () => {
  const mock = await startMock()
  await mock[Symbol.asyncDispose]()
  await expect(fetch(mock.url)).rejects.toThrow('fetch failed')
})

test('many at once have a port each, and the same seed gives the same credentials', async () => {
  const [one, two, other] = await Promise.all([mocking(), mocking(), mocking({ seed: 'other' })])
  expect(new Set([one.url, two.url, other.url]).size).toBe(3)
  expect(one.world().credentials).toEqual(two.world().credentials)
  expect(one.first.credentials).not.toEqual(other.first.credentials)
})

test('two worlds of one mock see nothing of each other', async () => {
  const mock = await mocking()
  const [one, two] = [mock.world(), mock.world()]
  await post(one, 'labelGroupSave', { name: 'VIP' })
  expect([await groupsOf(one), await groupsOf(two)]).toEqual([['VIP'], []])
  expect(one.expectCalls('sobot.labelGroupSave', { times: 1 })).toHaveLength(1)
  two.expectCalls('sobot.labelGroupSave', { times: 0 })
})

test('only the vendors that are named are mounted', async () => {
  const mock = await mocking({ vendors: ['sobot'] })
  expect(await groupsOf(mock.first)).toEqual([])
  expect((await fetch(`${mock.url}/okayapi/`)).status).toBe(404)
  expect((await refusal(() => startMock({ vendors: ['sobt' as 'sobot'] }))).message).toMatch(/did you mean sobot/)
})

test('the clients of the kit live in a world', async () => {
  const { first } = await mocking()
  const { appid, app_key: appKey } = first.credentials.sobot
  const { app_key, app_secrect: appSecrect } = first.credentials.okayapi
  const now = first.clock.now
  await sobotClient({ appid, appKey, baseUrl: first.baseUrl.sobot, now }).labelGroupSave({ body: { name: 'VIP' } })
  await okayapiClient({ appKey: app_key, appSecrect, baseUrl: first.baseUrl.okayapi, now }).ANrkhCaseDetail({
    query: { kh_name: '云' },
  })
  first.expectCalls('sobot.labelGroupSave', { times: 1, where: { body: { name: 'VIP' } } })
  first.expectCalls('okayapi.ANrkhCaseDetail', { times: 1, where: { query: { kh_name: '云' } } })
})

test('the clock stands until it is moved, and what ends with time ends', async () => {
  const { first } = await mocking()
  expect(first.clock.now()).toBe(START)
  await first.clock.advance('25h')
  expect((await post(first, 'labelGroupSave', { name: 'VIP' })).ret_code).toBe('900002')
  await first.clock.set(new Date(START))
  expect((await post(first, 'labelGroupSave', { name: 'VIP' })).ret_code).toBe('000000')
  await first.clock.advance(1_000)
  expect(first.clock.now()).toBe(START + 1_000)
  expect((await refusal(() => first.clock.advance('soon'))).message).toMatch(/24h or 3d, got "soon"/)
})

test('an operation fails with a code of its catalogue, so often as it is told', async () => {
  const { first } = await mocking()
  first.fail('sobot.customerSave', '999999', { times: 1 })
  expect((await post(first, 'customerSave', { nick: 'Li' })).ret_code).toBe('999999')
  expect((await post(first, 'customerSave', { nick: 'Li' })).ret_code).toBe('000000')
})

test('or in another way, until it is taken back', async () => {
  const { first } = await mocking()
  const stop = first.fail('sobot.labelGroupSave', { reset: 'before' })
  await expect(post(first, 'labelGroupSave', { name: 'a' })).rejects.toThrow('fetch failed')
  stop()
  expect((await post(first, 'labelGroupSave', { name: 'a' })).ret_code).toBe('000000')
})

test('a seed is made of real calls, in order, whose replies are answered', async () => {
  const { first } = await mocking()
  const { 'sobot.labelGroupSave': groups } = await first.seed({
    'sobot.labelGroupSave': [{ body: { name: 'VIP' } }, { body: { name: 'New' } }],
  })
  const groupid = groups[0]?.item ?? ''
  const made = await first.seed({
    'sobot.labelSave': [{ body: { name: 'gold', groupid } }],
    'sobot.labelList': [{ query: { groupid } }],
  })
  expect(made['sobot.labelList'][0]?.items.map(it => it.name)).toEqual(['gold'])
  expect((await groupsOf(first)).sort()).toEqual(['New', 'VIP'])
})

test('a seed is neither in the journal nor struck by faults, and renews a token that has ended', async () => {
  const { first } = await mocking()
  first.fail('sobot.labelGroupSave', '999999')
  await first.clock.advance('25h')
  await first.seed({ 'sobot.labelGroupSave': [{ body: { name: 'VIP' } }], 'okayapi.ANrkhCaseDetail': [{}] })
  first.expectCalls('sobot.labelGroupSave', { times: 0 })
})

test('a seed that the vendor refuses says which call, with its code and words', async () => {
  const { first } = await mocking()
  const twice = { 'sobot.labelGroupSave': [{ body: { name: 'VIP' } }, { body: { name: 'VIP' } }] }
  const error = await refusal(() => first.seed(twice))
  expect(error.code).toBe('seed-refused')
  expect(error.message).toMatch(/sobot\.labelGroupSave, call 2: sobot answers 510002 /)
})

test('a seed with a slip of the pen is refused also where the world puts up with it', async () => {
  const { first } = await mocking()
  const slip = { 'sobot.labelGroupSave': [{ body: { name: 'VIP', colour: '#fff' } }] }
  expect((await refusal(() => first.seed(slip))).message).toMatch(/body\.colour: not in the contract/)
  expect((await refusal(() => first.seed({ 'sobot.labelGroupSav': [] } as never))).message).toMatch(
    /did you mean sobot\.labelGroupSave/,
  )
  expect((await post(first, 'labelGroupSave', { name: 'VIP', colour: '#fff' })).ret_code).toBe('000000')
})

test('a snapshot is restored with what the world remembered and an empty journal', async () => {
  const { first } = await mocking()
  await first.seed({ 'sobot.labelGroupSave': [{ body: { name: 'VIP' } }] })
  const before = first.snapshot()
  await post(first, 'labelGroupSave', { name: 'New' })
  first.restore(before)
  expect(await groupsOf(first)).toEqual(['VIP'])
  first.expectCalls('sobot.labelGroupSave', { times: 0 })
})

test('a world is held by one at a time, by the time of the mock', async () => {
  let now = START
  const mock = await startMock({ now: () => now })
  onTestFinished(mock.close)
  const { first } = mock
  expect(first.hold('run 1', 60)).toEqual({ by: 'run 1', until: START + 60_000 })
  const error = await refusal(() => first.hold('run 2', 60))
  expect([error.status, error.code]).toEqual([409, 'world-held'])
  expect(error.message).toMatch(/default is held by "run 1" until 2023-11-14T22:14:20\.000Z/)
  now += 30_000
  expect(first.hold('run 1', 60).until).toBe(START + 90_000)
  now += 60_000
  expect(first.hold('run 2', 60).by).toBe('run 2')
  first.release('run 2')
  expect(first.hold('run 1', 1).by).toBe('run 1')
})

test('a world that is removed is known no more', async () => {
  const mock = await mocking()
  const world = mock.world()
  expect([world.remove(), world.remove(), mock.first.remove()]).toEqual([true, false, false])
  expect((await post(world, 'labelGroupSave', { name: 'VIP' })).ret_code).toBe('900002')
})
