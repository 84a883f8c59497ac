/** The mock inside a test: pushes and conversations that a world sends, and what becomes of them. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { echat, nodeReceiver, receiver as receiverOf } from '../src/index.ts'
import { receiving, THANKS } from './delivery.ts'
import { forgetful } from './forgetful.ts'
import { mocking } from './testing-fetch.ts'

const thankful = () => receiving(() => THANKS.echat ?? {})

test('a push that is acknowledged says so', async () => {
  const { first } = await mocking()
  const { url, arrivals } = await thankful()
  const pushed = await first.push('echat.chatStart', { to: url, set: { 'chatData.chatRecordId': '1_99' } })
  expect(pushed).toEqual({ number: 1, acknowledged: true, status: 200, attempts: 1 })
  expect(arrivals).toHaveLength(1)
})

test('a receiver of the kit opens it with the credentials of the world', async () => {
  const mock = await mocking()
  const world = mock.world()
  const heard: unknown[] = []
  const opened = receiverOf(echat, {
    secret: world.credentials.echat,
    now: world.clock.now,
    inbox: forgetful,
    on: { chatStart: message => void heard.push(message.chatData?.chatRecordId) },
  })
  const { url, arrivals } = await thankful()
  await world.push('echat.chatStart', { to: url, set: { 'chatData.chatRecordId': '1_99' } })
  const [{ query, headers, body } = { query: {}, headers: {}, body: '' }] = arrivals
  await opened({ query, headers: headers as Record<string, string>, body })
  expect(heard).toEqual(['1_99'])
})

test('a push that is refused is tried once, and leaves a dead letter with the reason', async () => {
  const { first } = await mocking()
  const { url, arrivals } = await receiving(() => ({ status: 500 }))
  const pushed = await first.push('echat.chatStart', { to: url })
  expect(pushed).toMatchObject({ acknowledged: false, status: 500, attempts: 1, deadLetter: { push: 'chatStart' } })
  expect(pushed.reason).toMatch(/500/)
  expect(arrivals).toHaveLength(1)
})

test('with another profile the clock of the world decides when it is tried again', async () => {
  const { first } = await mocking()
  const { url } = await receiving(({ count }) => (count < 3 ? { status: 500 } : { body: 'success' }))
  const pushed = first.push('echat.chatStart', { to: url, profile: 'fast' })
  await first.clock.advance('1s')
  expect(await pushed).toMatchObject({ acknowledged: true, attempts: 3 })
})

test('a receiver that is gone ends the push, too', async () => {
  const { first } = await mocking()
  const { url } = await receiving(() => ({ status: 410 }))
  const pushed = await first.push('echat.chatStart', { to: url, profile: 'patient' })
  expect(pushed).toMatchObject({ acknowledged: false, status: 410 })
  expect(pushed.reason).toMatch(/410/)
})

test('a push that still waits when its world is restored ends with it', async () => {
  const { first } = await mocking()
  const { url } = await receiving(() => ({ status: 500 }))
  const before = first.snapshot()
  const pushed = first.push('echat.chatStart', { to: url, profile: 'patient' })
  await first.clock.advance('1s')
  first.restore(before)
  expect(await pushed).toMatchObject({ acknowledged: false, status: 500, reason: expect.stringMatching(/restored/) })
})

test('the address is lent for the push alone: what the vendor announces later does not go there', async () => {
  const { first } = await mocking()
  const { url, arrivals } = await receiving(() => THANKS.sobot ?? {})
  await first.push('sobot.customerAdded', { to: url })
  await first.seed({ 'sobot.customerSave': [{ body: { nick: 'Li' } }] })
  await first.clock.advance('1m')
  expect(arrivals).toHaveLength(1)
})

test('pushes at the same time to one address are told apart', async () => {
  const { first } = await mocking()
  const { url } = await receiving(({ count }) => (count % 2 ? { body: 'success' } : { status: 500 }))
  const all = await Promise.all(Array.from({ length: 20 }, () => first.push('echat.chatStart', { to: url })))
  expect(all.filter(it => it.acknowledged)).toHaveLength(10)
  expect(new Set(all.map(it => it.number)).size).toBe(20)
})

test('what cannot be sent is refused', async () => {
  const { first } = await mocking()
  const to = 'http://127.0.0.1:9/'
  await expect(first.push('echat.chatStrt' as 'echat.chatStart', { to })).rejects.toThrow(
    /did you mean echat\.chatStart/,
  )
  await expect(first.push('echat.chatStart', { to, set: { 'chatDta.x': 1 } })).rejects.toThrow(/did you mean chatData/)
  await expect(first.push('echat.chatStart', { to, example: 'documentd' })).rejects.toThrow(/did you mean documented/)
  await expect(first.push('echat.chatStart', { to, message: {} as never, example: 'x' })).rejects.toThrow(/got both/)
  await expect(first.push('echat.chatStart', { to: 'http://192.0.2.1/' })).rejects.toThrow(/192\.0\.2\.1/)
})

test('a scenario settles with a summary once its pushes have ended', async () => {
  const { first } = await mocking()
  const { url, arrivals } = await thankful()
  const played = await first.scenario('browse-only', { to: { echat: url }, count: 3 })
  expect(played).toEqual({ pushes: 12, acknowledged: 12, failed: 0, attempts: 12, reasons: {} })
  expect(arrivals).toHaveLength(12)
})

test('a scenario at the pace of its story goes by the clock of the world', async () => {
  const { first } = await mocking()
  const { url, arrivals } = await receiving(() => ({ status: 503 }))
  const played = first.scenario('browse-only', { to: url, pace: 'told' })
  await first.clock.advance('1s')
  expect(arrivals).toHaveLength(1)
  await first.clock.advance('1h')
  expect(await played).toMatchObject({ pushes: 4, failed: 4 })
  expect(Object.values((await played).reasons)).toEqual([4])
})

test('three days on one step of the clock: every event of a story leaves and arrives at its own time', async () => {
  const { first: world } = await mocking()
  const receive = nodeReceiver(echat, { secret: world.credentials.echat, now: world.clock.now, on: {} })
  const server = createServer(receive)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const played = world.scenario('queue-and-transfer', { to: `http://127.0.0.1:${port}/`, pace: 'told', count: 3 })
  await world.clock.advance('3d')
  const { pushes, acknowledged, reasons } = await played
  expect({ acknowledged, reasons }).toEqual({ acknowledged: pushes, reasons: {} })
})

test('a scenario says what it lacks', async () => {
  const { first } = await mocking()
  await expect(first.scenario('browse', { to: 'http://127.0.0.1:9/' })).rejects.toThrow(/did you mean browse-only/)
  await expect(first.scenario('browse-only', { to: {} })).rejects.toThrow(/to\.echat: expected an address/)
})
