/** Order: within a conversation nothing overtakes, other conversations do not wait for it, and no more go at the same time than may. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { lot } from '../mocks/world/random.ts'
import { echat, sobot } from '../schemas/index.ts'
import {
  messageFor,
  type Receiver,
  type Reply,
  receiving,
  registered,
  START,
  spoken,
  standing,
  THANKS,
  worldsFor,
} from './delivery.ts'

const PLAIN = { secret: { mode: 'plain' } }
const thanks = THANKS.echat!

/** What a transcript of `spoken` says. */
const wordsOf = (body: string) => /<chatContent>(?:<!\[CDATA\[)?([^\]<]*)/.exec(body)?.[1] ?? ''

describe('two hundred conversations of fifty events', () => {
  const [CONVERSATIONS, EVENTS] = [200, 50]
  const failures: Reply[] = [{ status: 500, body: 'later' }, 'reset', { body: 'Success' }]
  /** Every second conversation meets faults: two attempts of five fail, which is one of five of all. */
  const meetsFaults = (conversation: string) => Number(conversation.slice(1)) % 2 === 1

  async function story(share: number) {
    const tried = new Map<string, number>()
    const receiver = await receiving(({ body }) => {
      const words = wordsOf(body)
      const attempt = (tried.get(words) ?? 0) + 1
      tried.set(words, attempt)
      const [conversation = ''] = words.split(' ')
      const drawn = lot(`${words} ${attempt}`)
      // The third attempt succeeds, so that all are acknowledged.
      if (!meetsFaults(conversation) || attempt === 3 || drawn >= share) return thanks
      return failures[attempt % failures.length]!
    })
    const worlds = worldsFor({ now: Date.now })
    worlds.run()
    const { outbox } = worlds.first
    await registered(worlds.first, echat, receiver.url, { ...PLAIN, profile: 'fast' })
    const began = new Map<number, number>()
    const ended = new Map<number, number>()
    let attempts = 0
    outbox.watch({
      attempted({ push, attempt, milliseconds }) {
        attempts++
        if (attempt === 1) began.set(push.number, performance.now() - milliseconds)
      },
      settled: ({ number }, { acknowledged }) => void (acknowledged && ended.set(number, performance.now())),
    })
    const events = Array.from({ length: CONVERSATIONS * EVENTS }, (_, at) => ({
      conversation: `c${at % CONVERSATIONS}`,
      event: Math.floor(at / CONVERSATIONS),
    }))
    const since = performance.now()
    const numbers = outbox.enqueue(...events.map(it => spoken(it.conversation, `${it.conversation} ${it.event}`)))
    await outbox.drained()
    await receiver.end()
    /** How long each could have been sent before it was, where no fault was met. */
    const waits = numbers.flatMap((number, at) => {
      const before = ended.get(numbers[at - CONVERSATIONS] ?? 0) ?? since
      return meetsFaults(events[at]!.conversation) ? [] : [began.get(number)! - before]
    })
    return { tried, attempts, ended, numbers, waits, letters: outbox.deadLetters() }
  }

  /** Places where one event of a conversation comes before an earlier one. */
  function inversions(words: readonly string[]) {
    const next = new Map<string, number>()
    return words.filter(it => {
      const [conversation = '', event] = it.split(' ')
      const expected = next.get(conversation) ?? 0
      next.set(conversation, expected + 1)
      return Number(event) !== expected
    })
  }
  const p95 = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(values.length * 0.95)]!

  test('arrive and are acknowledged in order although every fifth attempt fails, and the others hardly wait longer', async () => {
    // At the same time, so that whatever else the machine does slows both.
    const [sound, faulty] = await Promise.all([story(0), story(0.4)])
    for (const it of [sound, faulty]) {
      expect(it.letters).toEqual([])
      expect(it.ended.size).toBe(CONVERSATIONS * EVENTS)
      // The keys stand in the order of first arrivals.
      expect(it.tried.size).toBe(CONVERSATIONS * EVENTS)
      expect(inversions([...it.tried.keys()])).toEqual([])
      const acknowledged = [...it.ended.keys()].map(number => it.numbers.indexOf(number))
      const words = acknowledged.map(at => `c${at % CONVERSATIONS} ${Math.floor(at / CONVERSATIONS)}`)
      expect(inversions(words)).toEqual([])
    }
    const failed = faulty.attempts - CONVERSATIONS * EVENTS
    expect(failed / faulty.attempts).toBeGreaterThan(0.18)
    expect(faulty.waits.length).toBe((CONVERSATIONS * EVENTS) / 2)
    expect(p95(faulty.waits)).toBeLessThan(p95(sound.waits) + 100)
  })
})

describe('a message that fails', () => {
  /** What arrives at once, and what after the five seconds until it is sent again. */
  async function arrivals(ordering: string) {
    const receiver = await receiving(({ count }) => (count === 1 ? { status: 500 } : thanks))
    const world = standing()
    world.switches.switch({ echat: { ordering } })
    await registered(world, echat, receiver.url, { ...PLAIN, limit: 1 })
    world.outbox.enqueue(...['a 1', 'a 2', 'b 1', 'a 3', 'b 2'].map(it => spoken(it.slice(0, 1), it)))
    await world.outbox.idle()
    const before = receiver.arrivals.length
    await world.advance(5_000)
    const words = receiver.arrivals.map(it => wordsOf(it.body))
    return [words.slice(0, before), words.slice(before)]
  }
  test('holds up the later ones of its conversation; the others go on', async () => {
    expect(await arrivals('perConversation')).toEqual([
      ['a 1', 'b 1', 'b 2'],
      ['a 1', 'a 2', 'a 3'],
    ])
  })
  test('is overtaken, where the vendor does not wait', async () => {
    expect(await arrivals('overtaking')).toEqual([['a 1', 'b 1', 'a 2', 'b 2', 'a 3'], ['a 1']])
  })
  test('holds up every later one, where the vendor waits for it', async () => {
    expect(await arrivals('blocking')).toEqual([['a 1'], ['a 1', 'a 2', 'b 1', 'a 3', 'b 2']])
  })
  test('holds up nothing any more once it is given up', async () => {
    const receiver = await receiving(({ body }) => (wordsOf(body) === 'a 1' ? { status: 500 } : thanks))
    const world = standing()
    world.switches.switch({ echat: { retries: '5' } })
    await registered(world, echat, receiver.url, PLAIN)
    world.outbox.enqueue(spoken('a', 'a 1'), spoken('a', 'a 2'))
    await world.advance(5_000)
    expect(receiver.arrivals.map(it => wordsOf(it.body))).toEqual(['a 1', 'a 1', 'a 2'])
  })
})

test('a batch of Sobot waits for every earlier one that has a customer with it in common', async () => {
  const batch = (...ids: string[]) => {
    const { message, ...rest } = messageFor(sobot, 'customerAdded')
    const [entry] = (message as { content: object[] }).content
    return { ...rest, message: { ...(message as object), content: ids.map(userid => ({ ...entry, userid })) } }
  }
  const receiver = await receiving(({ count }) => (count === 1 ? { status: 500 } : THANKS.sobot!))
  const world = standing()
  await registered(world, sobot, receiver.url, { limit: 1 })
  world.outbox.enqueue(batch('1', '2'), batch('2', '3'), batch('3'), batch('4'), batch('5', '1'), batch('4', '4'))
  await world.outbox.idle()
  const ids = () =>
    receiver.arrivals.map(it =>
      JSON.parse(it.body)
        .content.map((of: { userid: string }) => of.userid)
        .join(),
    )
  expect(ids()).toEqual(['1,2', '4', '4,4'])
  await world.advance(1_000)
  expect(ids().slice(3)).toEqual(['1,2', '2,3', '5,1', '3'])
  expect(receiver.arrivals.length).toBe(7)
  expect(world.outbox.size).toBe(0)
})

describe('at the same time', () => {
  const slow = () =>
    receiving(async () => {
      await sleep(20)
      return thanks
    })
  const many = Array.from({ length: 40 }, (_, at) => spoken(`c-${at}`, 'x'))
  const arrived = (receiver: Receiver) => receiver.arrivals.length

  test.each([
    ['four', {}, 4],
    ['as many as the address was registered for', { limit: 7 }, 7],
    ['one', { limit: 1 }, 1],
  ])('%s are sent to one address', async (_, options, most) => {
    const receiver = await slow()
    const world = standing()
    await registered(world, echat, receiver.url, { ...PLAIN, ...options })
    world.outbox.enqueue(...many)
    await world.outbox.idle()
    expect([arrived(receiver), receiver.peak]).toEqual([40, most])
  })

  test('no more than `most` are sent in all, over several addresses and worlds, and each gets its turn', async () => {
    const receiver = await slow()
    const worlds = worldsFor({ most: 6 })
    const both = ['one', 'two'].map(id => worlds.create({ id, still: START }))
    for (const world of both) {
      for (const at of [1, 2, 3]) await registered(world, echat, `${receiver.url}?at=${world.id}${at}`, PLAIN)
      world.outbox.enqueue(...many.slice(0, 12))
    }
    await Promise.all(both.map(it => it.outbox.idle()))
    expect([arrived(receiver), receiver.peak]).toEqual([72, 6])
    const firsts = receiver.arrivals.slice(0, 36).map(it => it.query.at)
    expect(new Set(firsts)).toEqual(new Set(['one1', 'one2', 'one3', 'two1', 'two2', 'two3']))
  })

  test('a world that is removed while it waits for a place takes it from nobody', async () => {
    const receiver = await slow()
    const worlds = worldsFor({ most: 1 })
    const three = ['one', 'two', 'three'].map(id => worlds.create({ id, still: START }))
    for (const world of three) {
      await registered(world, echat, `${receiver.url}?at=${world.id}`, PLAIN)
      world.outbox.enqueue(spoken('c', 'x'))
    }
    worlds.remove('two')
    const last = three[2]!.outbox.idle().then(() => 'sent')
    expect(await Promise.race([last, sleep(2_000).then(() => 'stuck')])).toBe('sent')
    expect(receiver.arrivals.map(it => it.query.at)).toEqual(['one', 'three'])
  })
})
