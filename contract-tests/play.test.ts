/** Stories played to a real receiver by a world whose clock stands: order, pace, repeats, faults, and addresses that give up. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { conversationsOf } from '../mocks/deliver/conversation.ts'
import type { Event } from '../mocks/scenarios/define.ts'
import { type PlayOptions, play } from '../mocks/scenarios/play.ts'
import type { EndpointOptions } from '../mocks/world/endpoints.ts'
import type { World } from '../mocks/world/world.ts'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'
import { wireOf } from '../src/wire/index.ts'
import { type Arrival, type Reply, receiving, registered, START, standing, THANKS } from './delivery.ts'
import { tell } from './told.ts'

// biome-ignore lint/suspicious/noExplicitAny: messages of every kind are read by path
const opened = (vendor: Vendor, world: World, { query, headers, body }: Arrival): any =>
  wireOf(vendor).push?.open({ query, headers: headers as Record<string, string>, body }, world.credentials(vendor)).body

const told = (id: string, count: number) => Array.from({ length: count }, (_, index) => tell(id, 'play', index, START))
const idOf = (message: unknown): string => (message as { msgId: string }).msgId
const ids = (story: Event[]) => story.map(it => idOf(it.message))

/** Plays stories of Echat; what arrived, by story. */
async function played(
  stories: Event[][],
  options: Partial<PlayOptions>,
  endpoint: EndpointOptions = {},
  milliseconds = 0,
) {
  const world = standing()
  const arrived: string[] = []
  const receiver = await receiving(async arrival => {
    arrived.push(idOf(opened(echat, world, arrival)))
    if (milliseconds) await sleep(milliseconds)
    return THANKS.echat!
  })
  await registered(world, echat, receiver.url, endpoint)
  await play(world, stories, { atOnce: 8, seed: 'play', ...options })
  const own = stories.map(ids)
  return { world, arrived, peak: receiver.peak, each: own.map(story => arrived.filter(it => story.includes(it))) }
}

const robot = told('robot-to-person', 20)

test('the events of each story arrive in the order in which they are told', async () => {
  const { each, arrived } = await played(robot, {})
  expect(each).toEqual(robot.map(ids))
  expect(arrived.length).toBe(20 * 11)
})

test.each([1, 3])('%i stories are told at the same time, and a story one event after the other', async atOnce => {
  const { peak, arrived } = await played(robot, { atOnce }, { limit: 64 }, 3)
  expect(peak).toBe(atOnce)
  const storyOf = (id: string) => robot.findIndex(it => ids(it).includes(id))
  const open = arrived.map((_, at) => new Set(arrived.slice(0, at + 1).map(storyOf)).size)
  // The last story of those at the same time begins once one before it has ended.
  expect(open[10]).toBeLessThanOrEqual(atOnce)
})

test('in a burst, events that wait for nothing do not wait for answers', async () => {
  const stories = told('robot-to-person', 1)
  const different = stories[0]!.map((it, at) => ({
    ...it,
    message: tell('robot-to-person', 'other', at, START)[0]!.message,
    push: stories[0]![0]!.push,
  }))
  const { peak } = await played([different], { pace: 'burst' }, { limit: 64 }, 50)
  expect(peak).toBe(11)
  const { each } = await played(robot, { pace: 'burst' })
  // What concerns the visit and what concerns the talk are two conversations to the vendor.
  const talks = (story: Event[]) =>
    ids(story.filter(it => conversationsOf(echat, it.push, it.message)[0] === talkOf(story)))
  const talkOf = (story: Event[]) =>
    conversationsOf(echat, 'chatStart', story.find(it => it.push === 'chatStart')?.message)[0]
  expect(each.map((story, at) => story.filter(it => talks(robot[at]!).includes(it)))).toEqual(robot.map(talks))
  expect(each.map(it => it.toSorted())).toEqual(robot.map(it => ids(it).toSorted()))
})

test('at the pace that is told every event leaves at its own time, and none before the clock was moved', async () => {
  const world = standing()
  const receiver = await receiving(() => THANKS.echat!)
  await registered(world, echat, receiver.url)
  const [story] = told('robot-to-person', 1) as [Event[]]
  const playing = play(world, [story], { atOnce: 1, seed: 'play', pace: 'told' })
  const last = story.at(-1)!.at
  expect(last).toBeGreaterThan(600_000)
  for (const at of new Set(story.map(it => it.at))) {
    if (at > 0) await world.moveTo(START + at - 1)
    expect(receiver.arrivals.length).toBe(story.filter(it => it.at < at).length)
    await world.moveTo(START + at)
  }
  await playing
  expect(world.outbox.sent().map(it => it.at - START)).toEqual(story.map(it => it.at))
})

test('shuffled, every event arrives and the order is another: the same for one seed, not for two', async () => {
  const shuffled = async (seed: string) => (await played(robot, { shuffled: true, seed })).each
  const [one, same, other] = [await shuffled('a'), await shuffled('a'), await shuffled('b')]
  expect(one).toEqual(same)
  expect(one).not.toEqual(other)
  for (const [index, story] of robot.entries()) {
    expect(one[index]).not.toEqual(ids(story))
    expect(one[index]!.toSorted()).toEqual(ids(story).toSorted())
  }
})

test('a share of the events is sent twice, with the same id', async () => {
  const { arrived } = await played(robot, { twice: 0.25 })
  const times = countsOf(arrived)
  expect(times.length).toBe(220)
  expect(new Set(times)).toEqual(new Set([1, 2]))
  const share = times.filter(it => it === 2).length / times.length
  expect(share).toBeGreaterThan(0.15)
  expect(share).toBeLessThan(0.35)
  const every = await played(robot.slice(0, 2), { twice: 1 })
  expect(every.each).toEqual(robot.slice(0, 2).map(story => ids(story).flatMap(it => [it, it])))
})

test.each(['acknowledged', 'burst'] as const)(
  'playing (%s) ends when the address is gone, and what was not delivered waits',
  async pace => {
    const world = standing()
    const receiver = await receiving(({ count }) => (count > 15 ? { status: 410 } : THANKS.echat!))
    await registered(world, echat, receiver.url)
    await play(world, robot, { atOnce: 4, seed: 'play', pace })
    expect(world.outbox.size).toBe(220 - 15)
    expect(world.outbox.endpoints.all()).toMatchObject([{ paused: expect.stringContaining('410') }])
  },
)

test.each<[why: string, first: Reply, already: number]>([
  ['acknowledged', THANKS.yunduo!, 1],
  ['given up', { status: 500 }, -1],
])('the push at the end of a card tells whether the one before it was %s', async (_why, first, already) => {
  const world = standing()
  const receiver = await receiving(({ count }) => (count === 1 ? first : THANKS.yunduo!))
  await registered(world, yunduo, receiver.url, { profile: 'once' })
  await play(world, told('card-and-end', 1), { atOnce: 1, seed: 'play' })
  const flags = receiver.arrivals.map(it =>
    opened(yunduo, world, it).pushInfoCrmDTO.conversationList.map((of: Record<string, number>) => [
      of.finishPushFlag,
      of.alreadyPush,
    ]),
  )
  expect(flags).toEqual([[[0, 0]], [[1, already]]])
})

test('a story that crosses vendors reaches each of them at its own address, one after the other', async () => {
  const world = standing()
  const order: string[] = []
  const vendors: [Vendor, Reply][] = [
    [echat, THANKS.echat!],
    [easyliao, THANKS.easyliao!],
    [sobot, THANKS.sobot!],
  ]
  for (const [vendor, thanks] of vendors) {
    const receiver = await receiving(arrival => {
      // What is meant for another vendor does not open.
      order.push(opened(vendor, world, arrival) && vendor.id)
      return thanks
    })
    await registered(world, vendor, receiver.url)
  }
  const [story] = told('visitor-to-customer', 1) as [Event[]]
  await play(world, [story], { atOnce: 1, seed: 'play' })
  expect(order).toEqual(story.map(it => it.vendor.id))
})

test('with three attempts in ten broken off in the middle, they are repeated and every event arrives once, in order', async () => {
  const world = standing()
  const arrived: string[] = []
  const receiver = await receiving(arrival => {
    arrived.push(idOf(opened(echat, world, arrival)))
    return THANKS.echat!
  })
  await registered(world, echat, receiver.url, { faults: 0.3, profile: 'patient' })
  let over = false
  const playing = play(world, robot, { atOnce: 8, seed: 'play' }).then(() => {
    over = true
  })
  while (!over) await world.advance(60_000)
  await playing
  expect(robot.map(story => arrived.filter(it => ids(story).includes(it)))).toEqual(robot.map(ids))
  const broken = world.outbox.sent().filter(it => !it.acknowledged)
  expect(broken.length).toBeGreaterThan(50)
  expect(broken.length).toBeLessThan(140)
  expect(new Set(broken.map(it => it.reason))).toEqual(
    new Set(['The connection was broken off while the message was sent, as asked for.']),
  )
})

function countsOf(words: string[]) {
  const counts = new Map<string, number>()
  for (const it of words) counts.set(it, (counts.get(it) ?? 0) + 1)
  return [...counts.values()]
}
