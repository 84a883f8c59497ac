/** How a user's own tests look in Vitest: an integration that copies echat leads into Sobot, tried against the mock. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { assertMatchesContract, type Mock, startMock, type TestWorld } from '../mocks/testing.ts'
import '../mocks/testing/vitest.ts'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { echat, nodeReceiver, sobotClient } from '../src/index.ts'

/** The program under test: whoever begins a chat becomes a customer. */
function integration({ credentials, baseUrl, clock }: TestWorld): Server {
  const { appid, app_key: appKey } = credentials.sobot
  const sobot = sobotClient({ appid, appKey, baseUrl: baseUrl.sobot, now: clock.now })
  const hook = nodeReceiver(echat, {
    secret: credentials.echat,
    now: clock.now,
    on: {
      async chatStart({ visitorData }) {
        await sobot.customerSave({ body: { nick: String(visitorData.visitorName) } })
      },
    },
  })
  return createServer(hook)
}

let mock: Mock
let world: TestWorld
let program: Server
let to: string
beforeAll(async () => {
  mock = await startMock()
})
beforeEach(async () => {
  world = mock.world()
  program = integration(world)
  await new Promise<void>(resolve => program.listen(0, '127.0.0.1', resolve))
  to = `http://127.0.0.1:${(program.address() as AddressInfo).port}/`
  return () => program.close()
})
afterAll(() => mock.close())

test('whoever begins a chat becomes a customer', async () => {
  const pushed = await world.push('echat.chatStart', { to, set: { 'visitorData.visitorName': '李雷' } })
  expect(pushed.acknowledged).toBe(true)
  const call = await world.waitFor('sobot.customerSave', { where: { body: { nick: '李雷' } } })
  expect(call.body).toMatchContract('sobot.customerSave.body')
  expect(call.reply).toMatchContract('sobot.customerSave.reply')
})

test('a push that could not be carried out is not acknowledged, and comes again', async () => {
  world.fail('sobot.customerSave', '999999', { times: 1 })
  const pushed = world.push('echat.chatStart', { to, profile: 'fast' })
  expect(await pushed).toMatchObject({ acknowledged: true, attempts: 2 })
  world.expectCalls('sobot.customerSave', { times: 2 })
})

test('the matcher names path, expected and got', () => {
  expect(() => expect({ name: 1 }).toMatchContract('sobot.labelGroupSave.body')).toThrow(
    'sobot.labelGroupSave.body: name: expected text of at most 30 characters, got a number 1.',
  )
  expect(() => expect({ name: 'VIP' }).not.toMatchContract('sobot.labelGroupSave.body')).toThrow(/breaks the contract/)
  expect({}).not.toMatchContract('echat.chatStart')
})

test('other runners assert the same', () => {
  const value: unknown = { name: 'VIP' }
  assertMatchesContract('sobot.labelGroupSave.body', value)
  expect(value.name).toBe('VIP')
  expect(() => assertMatchesContract('echat.chatStart', {})).toThrow(/echat\.chatStart: .*expected .*, got nothing/)
  expect(() => assertMatchesContract('sobot.customerSave.repl' as 'echat.chatStart', {})).toThrow(/did you mean reply/)
  expect(() => assertMatchesContract('sobot.labelGroupList.body' as 'echat.chatStart', {})).toThrow(/no part "body"/)
})
