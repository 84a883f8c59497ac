/** Fifty worlds of one mock at the same time, twenty tests in each: each sees its own calls and pushes and no others. */
import { expect, test } from 'vitest'
import type { TestWorld } from '../mocks/testing.ts'
import { type Receiver, receiving, THANKS } from './delivery.ts'
import { groupsOf, mocking, post } from './testing-fetch.ts'

const [WORLDS, TESTS] = [50, 20]

async function told(world: TestWorld, { url }: Receiver, index: number) {
  const name = `${world.id} test ${index}`
  const [seeded, called, waited, pushed] = await Promise.all([
    world.seed({ 'sobot.labelGroupSave': [{ body: { name: `seed of ${name}` } }] }),
    post(world, 'labelGroupSave', { name }),
    world.waitFor('sobot.labelGroupSave', { where: { body: { name } }, timeout: 20_000 }),
    world.push('echat.chatStart', { to: `${url}?${world.id}`, set: { 'chatData.chatRecordId': name } }),
  ])
  expect(seeded['sobot.labelGroupSave'][0]?.item).not.toBe(called.item)
  expect(waited.reply.item).toBe(called.item)
  expect(pushed.acknowledged).toBe(true)
  world.expectCalls('sobot.labelGroupSave', { times: 1, where: { body: { name } } })
}

/** As a worker has it: its tests one after the other, beside all the other workers. */
async function suite(world: TestWorld, receiver: Receiver) {
  for (let index = 0; index < TESTS; index++) await told(world, receiver, index)
}

test('a thousand stories in fifty worlds do not hear each other', { timeout: 60_000 }, async () => {
  const mock = await mocking()
  const receiver = await receiving(() => THANKS.echat ?? {})
  const worlds = Array.from({ length: WORLDS }, () => mock.world())
  await Promise.all(worlds.map(it => suite(it, receiver)))
  for (const world of worlds) {
    world.expectCalls('sobot.labelGroupSave', { times: TESTS })
    const groups = await groupsOf(world)
    expect(groups).toHaveLength(2 * TESTS)
    expect(groups.filter(it => !new RegExp(`(^|seed of )${world.id} test \\d+$`).test(it))).toEqual([])
    const arrived = receiver.arrivals.filter(it => Object.hasOwn(it.query, world.id))
    expect(arrived).toHaveLength(TESTS)
  }
})
