/** When a push that was not acknowledged is sent again, on a clock that stands: schedules, Retry-After, pauses, fresh signatures, dead letters. */
import { describe, expect, test } from 'vitest'
import type { Profile } from '../mocks/deliver/profile.ts'
import type { World } from '../mocks/world/world.ts'
import { echat, sobot, yunduo } from '../schemas/index.ts'
import { wireOf } from '../src/wire/index.ts'
import { pushOf, type Reply, receiving, registered, START, spoken, standing, THANKS, vendors } from './delivery.ts'

const [SECOND, HOUR] = [1_000, 3_600_000]
const never: Reply = { status: 500, body: 'not today' }

/** Milliseconds from the start to each attempt. */
const times = (world: World, number = 1) =>
  world.outbox
    .sent()
    .filter(it => it.number === number)
    .map(it => it.at - START)

const schedules: [vendor: string, choices: Record<string, string>, times: number[]][] = [
  ['echat', {}, [0, 5, 20, 80]],
  ['yunduo', {}, [0, 5, 10, 15]],
  ['sobot', {}, [0, 1, 6]],
  ['easyliao', {}, [0]],
  ['echat', { retries: '1,2,3' }, [0, 1, 3, 6]],
  ['echat', { retries: '0,7' }, [0, 0, 7]],
  ['echat', { retries: 'none' }, [0]],
  ['yunduo', { retries: '0' }, [0]],
  ['yunduo', { retries: '2', retryInterval: '7' }, [0, 7, 14]],
  ['sobot', { pushRetries: '5' }, [0, 1, 6, 11, 16]],
  ['sobot', { pushRetries: '1' }, [0]],
  ['easyliao', { retries: '2' }, [0, 5, 10]],
  ['easyliao', { retries: '1', retryInterval: '30' }, [0, 30]],
]

test.each(schedules)('%s with %j tries at the seconds %j, and then gives up', async (id, choices, seconds) => {
  const receiver = await receiving(() => never)
  const world = standing()
  world.switches.switch({ [id]: choices })
  await registered(world, vendors[id]!, receiver.url)
  world.outbox.enqueue(pushOf(vendors[id]!))
  await world.outbox.idle()
  expect(receiver.arrivals.length).toBe(seconds.filter(it => it === 0).length)
  await world.advance(HOUR)
  expect(times(world)).toEqual(seconds.map(it => it * SECOND))
  expect(receiver.arrivals.length).toBe(seconds.length)
  const last = seconds.at(-1)! * SECOND
  expect(world.outbox.deadLetters()).toMatchObject([{ attempts: seconds.length, at: START + last, status: 500 }])
  expect(world.outbox.size).toBe(0)
})

test('not a millisecond early, and not again once it is acknowledged', async () => {
  const receiver = await receiving(({ count }) => (count === 1 ? never : THANKS.echat!))
  const world = standing()
  await registered(world, echat, receiver.url)
  world.outbox.enqueue(pushOf(echat))
  await world.advance(5 * SECOND - 1)
  expect(receiver.arrivals.length).toBe(1)
  expect((await world.advance(1)).map(it => it.what)).toEqual(['echat chatContent 1 is sent again'])
  await world.advance(HOUR)
  expect(times(world)).toEqual([0, 5 * SECOND])
  expect([world.outbox.size, world.outbox.deadLetters()]).toEqual([0, []])
})

describe('the profile', () => {
  const delays = async (profile: Profile, seed = 'one') => {
    const receiver = await receiving(() => never)
    const world = standing({ seed })
    await registered(world, echat, receiver.url, { profile })
    world.outbox.enqueue(pushOf(echat, 'a'), pushOf(echat, 'b'))
    await world.advance(73 * HOUR)
    return [1, 2].map(number => times(world, number).map((it, at, all) => it - (all[at - 1] ?? 0)))
  }
  const H = HOUR
  const patient = [0, 10_000, 60_000, 300_000, 900_000, H, 2 * H, 4 * H, 8 * H, 12 * H, 20 * H, 22 * H]

  test.each([
    ['fast', [0, 50, 150, 600], 0.2],
    ['patient', patient, 0.05],
    ['vendor', [0, 5_000, 15_000, 60_000], 0],
    ['once', [0], 0],
  ] as const)('%s waits as long as it says, and a little longer', async (profile, least, jitter) => {
    for (const found of await delays(profile)) {
      expect(found.length).toBe(least.length)
      for (const [at, delay] of found.entries()) {
        expect(delay).toBeGreaterThanOrEqual(least[at]!)
        expect(delay).toBeLessThanOrEqual(Math.ceil(least[at]! * (1 + jitter)))
      }
    }
  })
  test('patient ends before its third day does, but for its jitter', () => {
    const whole = patient.reduce((sum, it) => sum + it)
    expect(whole).toBeGreaterThan(69 * HOUR)
    expect(whole * 1.05).toBeLessThan(73 * HOUR)
  })
  test('has its jitter from the seed, and another one for each push', async () => {
    const [first, again, other] = [await delays('patient'), await delays('patient'), await delays('patient', 'two')]
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
    expect(first[0]).not.toEqual(first[1])
  })
})

describe('Retry-After', () => {
  const date = (seconds: number) => new Date(Date.UTC(2030, 0, 1) + seconds * SECOND).toUTCString()
  const dated = { date: date(0), 'retry-after': date(90) }
  test.each<[string, number, Record<string, string>, number]>([
    ['in seconds is kept to', 429, { 'retry-after': '40' }, 40],
    ['is kept to with 503', 503, { 'retry-after': '41' }, 41],
    ["as a date is read by the receiver's own clock", 429, dated, 90],
    ['of more than an hour is an hour', 503, { 'retry-after': '86400' }, 3_600],
    ['of less than the schedule hastens nothing', 429, { 'retry-after': '2' }, 5],
    ['in the past hastens nothing', 429, { date: date(0), 'retry-after': date(-60) }, 5],
    ['that is neither counts for nothing', 429, { 'retry-after': 'soon' }, 5],
    ['with another status counts for nothing', 500, { 'retry-after': '40' }, 5],
    ['with an acknowledged status of another kind counts for nothing', 200, { 'retry-after': '40' }, 5],
  ])('%s', async (_, status, headers, second) => {
    const receiver = await receiving(({ count }) => (count === 1 ? { status, headers } : THANKS.echat!))
    const world = standing()
    await registered(world, echat, receiver.url)
    world.outbox.enqueue(pushOf(echat))
    await world.advance(2 * HOUR)
    expect(times(world)).toEqual([0, second * SECOND])
  })
})

test('410 pauses the address: nothing is sent and nothing is lost until it is resumed, then all goes in order', async () => {
  let gone = true
  const receiver = await receiving(() => (gone ? { status: 410, body: 'gone' } : THANKS.echat!))
  const world = standing()
  const id = await registered(world, echat, receiver.url, { limit: 1 })
  const words = Array.from({ length: 6 }, (_, at) => `word-${at}`)
  world.outbox.enqueue(...words.map((it, at) => spoken(`c-${at % 2}`, it)))
  await world.advance(73 * HOUR)
  expect(receiver.arrivals.length).toBe(1)
  expect(world.outbox.endpoints.get(id)?.paused).toMatch(/^Expected status 200, got 410 \(gone\)/)
  world.outbox.enqueue(spoken('c-0', 'word-6'))
  await world.outbox.drained()
  expect([world.outbox.size, world.outbox.deadLetters()]).toEqual([7, []])
  gone = false
  expect(world.outbox.resume(id)).toBe(true)
  await world.outbox.idle()
  const opened = receiver.arrivals.slice(1).map(({ query, body }) => {
    const { body: message } = wireOf(echat).push!.open({ query, headers: {}, body }, world.credentials(echat) as never)
    return (message as { chatData: { chatContent: string } }).chatData.chatContent
  })
  expect(opened).toEqual([...words, 'word-6'])
  expect([world.outbox.size, world.outbox.deadLetters()]).toEqual([0, []])
  expect(world.outbox.resume(id)).toBe(false)
})

describe('each further attempt of a secure message', () => {
  const attempts = async (choice: string, then: (world: World) => unknown = () => undefined) => {
    const receiver = await receiving(() => never)
    const world = standing()
    world.switches.switch({ echat: { retrySignature: choice } })
    await registered(world, echat, receiver.url)
    world.outbox.enqueue(spoken('c-1', '您好'))
    await world.advance(HOUR)
    await then(world)
    await world.outbox.idle()
    return { receiver, secret: world.credentials(echat) as never }
  }
  test('has a timestamp, nonce, signature and ciphertext of its own around the same message', async () => {
    // A dead letter that is sent again is a further attempt as well.
    const { receiver, secret } = await attempts('fresh', world => world.outbox.redrive())
    expect(receiver.arrivals.length).toBe(5)
    for (const part of ['timestamp', 'nonce', 'signature'])
      expect(new Set(receiver.arrivals.map(it => it.query[part])).size, part).toBe(5)
    expect(new Set(receiver.arrivals.map(it => it.body)).size).toBe(5)
    const opened = receiver.arrivals.map(({ query, body }) =>
      wireOf(echat).push!.open({ query, headers: {}, body }, secret),
    )
    for (const it of opened) expect(it).toEqual(opened[0])
    expect(opened[0]?.body).toMatchObject({ msgId: '39116641', tm: '1563864914001', chatData: { chatContent: '您好' } })
  })
  test('is the first one byte for byte, where the vendor signs once', async () => {
    const { receiver } = await attempts('same')
    const same = receiver.arrivals.map(({ query, body }) => JSON.stringify({ query, body }))
    expect(same).toEqual(Array.from({ length: 4 }, () => same[0]))
  })
})

describe('a dead letter', () => {
  const page = `<h1>遗憾</h1>${'.'.repeat(10 << 10)}`
  const buried = async () => {
    const state = { reply: { status: 502, body: page } as Reply }
    const receiver = await receiving(() => state.reply)
    const world = standing()
    world.switches.switch({ yunduo: { retries: '1' } })
    await registered(world, yunduo, receiver.url)
    world.outbox.enqueue(...['a', 'b', 'c'].map(it => pushOf(yunduo, it)))
    await world.advance(HOUR)
    return { world, receiver, state }
  }

  test('holds its reason, the last status and the first 4 KiB of the last answer', async () => {
    const { world } = await buried()
    const letters = world.outbox.deadLetters()
    expect(letters.map(it => it.number)).toEqual([1, 2, 3])
    for (const it of letters) {
      expect(it).toMatchObject({ vendor: 'yunduo', push: 'conversation', attempts: 2, status: 502 })
      expect(it.reason).toMatch(/^Expected status 200, got 502 with "<h1>遗憾/)
      expect(Buffer.byteLength(it.answer)).toBe(4 << 10)
      expect(page.startsWith(it.answer)).toBe(true)
    }
  })
  test('can be sent again alone, or all together, with all attempts before it', async () => {
    const { world, receiver, state } = await buried()
    state.reply = THANKS.yunduo!
    expect(world.outbox.redrive([2])).toEqual([2])
    await world.outbox.idle()
    expect(world.outbox.deadLetters().map(it => it.number)).toEqual([1, 3])
    state.reply = never
    expect(world.outbox.redrive()).toEqual([1, 3])
    await world.advance(HOUR)
    expect(world.outbox.deadLetters().map(({ number, attempts }) => [number, attempts])).toEqual([
      [1, 2],
      [3, 2],
    ])
    expect(receiver.arrivals.length).toBe(3 * 2 + 1 + 2 * 2)
  })
  test('that is not there is not sent again, nor is any other of the list', async () => {
    const { world } = await buried()
    expect(() => world.outbox.redrive([1, 9])).toThrow(/There is no dead letter 9; there are 3/)
    expect(() => world.outbox.redrive([9])).toThrow(expect.objectContaining({ code: 'name-unknown' }))
    expect(world.outbox.deadLetters().length).toBe(3)
  })
})

test('a choice that was made while a push waits holds for its next attempt', async () => {
  const receiver = await receiving(() => never)
  const world = standing()
  await registered(world, sobot, receiver.url)
  world.outbox.enqueue(pushOf(sobot))
  await world.advance(SECOND)
  world.switches.switch({ sobot: { pushRetries: '5' } })
  await world.advance(HOUR)
  expect(times(world)).toEqual([0, 1, 6, 11, 16].map(it => it * SECOND))
})
