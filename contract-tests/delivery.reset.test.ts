/** A world that begins anew, is removed or is loaded while its pushes are on their way: what was before has no part in what comes after. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { yunduo } from '../schemas/index.ts'
import { pushOf, receiving, registered, START, standing, THANKS, worldsFor } from './delivery.ts'

/** Answers the first request late and in its own way, all others with thanks. */
const lateAt = (milliseconds: number, status: number) =>
  receiving(async ({ count }) => {
    if (count > 1) return THANKS.yunduo!
    await sleep(milliseconds)
    return { status }
  })

test.each([500, 410])('an answer %i that comes after a reset is nobody’s any more', async status => {
  const receiver = await lateAt(150, status)
  const world = standing()
  await registered(world, yunduo, receiver.url)
  world.outbox.enqueue(pushOf(yunduo, 'before'))
  while (receiver.arrivals.length === 0) await sleep(10)
  world.reset()
  await world.outbox.idle()
  expect([world.outbox.size, world.outbox.endpoints.all()]).toEqual([0, []])
  await registered(world, yunduo, receiver.url)
  await sleep(250)
  expect(world.outbox.sent()).toEqual([])
  expect(world.outbox.endpoints.all()).toEqual([{ id: '1', vendor: 'yunduo', url: receiver.url }])
  expect(world.outbox.enqueue(pushOf(yunduo, 'after'))).toEqual([1])
  await world.advance(60_000)
  expect(receiver.arrivals.map(it => JSON.parse(it.body).cardId)).toEqual(['before', 'after'])
})

test('what waits for its next attempt is forgotten with the world, and its places are free again', async () => {
  const receiver = await lateAt(100, 500)
  const worlds = worldsFor({ most: 1 })
  const [gone, other] = [worlds.create({ id: 'gone', still: START }), worlds.create({ id: 'other', still: START })]
  for (const it of [gone, other]) await registered(it, yunduo, receiver.url)
  gone.outbox.enqueue(pushOf(yunduo, 'gone'))
  other.outbox.enqueue(pushOf(yunduo, 'other'))
  expect(worlds.remove('gone')).toBe(true)
  await other.outbox.idle()
  await gone.advance(60_000)
  expect(receiver.arrivals.map(it => JSON.parse(it.body).cardId)).toEqual(['gone', 'other'])
  expect([gone.outbox.size, other.outbox.size]).toEqual([0, 0])
})
