/** Recorded pushes sent again: signed anew or byte for byte, at every pace, from where it stopped, and what cannot be sent. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as wecom from '@wecom/crypto'
import { describe, expect, test } from 'vitest'
import { positionIn, type ReplayOptions } from '../mocks/replay/replay.ts'
import { openState } from '../mocks/world/state.ts'
import type { World } from '../mocks/world/world.ts'
import type { Vendor } from '../schemas/define.ts'
import { echat, yunduo } from '../schemas/index.ts'
import { KefuError } from '../src/wire/errors.ts'
import { wireOf } from '../src/wire/index.ts'
import { type Arrival, messageFor, type Reply, receiving, registered, START, THANKS, worldsFor } from './delivery.ts'
import { folder, other, recording, replayed, secret, sent, words } from './replaying.ts'

test('signed anew, a recorded push has another timestamp, nonce and cipher, a signature that holds, and says the same', async () => {
  const lines = (await sent(3)) as { query: Record<string, string>; body: string }[]
  const receiver = await receiving(() => THANKS.echat!)
  const world = other()
  await world.advance(1)
  await replayed(world, receiver.url, recording(lines))
  expect(receiver.arrivals.length).toBe(3)
  for (const [index, arrival] of receiver.arrivals.entries()) {
    const { query, body } = arrival
    const before = lines[index]!
    for (const it of ['timestamp', 'nonce', 'signature']) expect(query[it]).not.toBe(before.query[it])
    expect(query.dataType).toBe('chatContent')
    expect(body).not.toBe(before.body)
    expect(wecom.getSignature(secret.token, query.timestamp!, query.nonce!, '')).toBe(query.signature)
    const [now, then] = [body, before.body].map(it => /\[CDATA\[(.*?)\]\]/.exec(it)?.[1] ?? '')
    expect(wecom.decrypt(secret.EncodingAESKey, now!).message).toBe(wecom.decrypt(secret.EncodingAESKey, then!).message)
  }
})

test('byte for byte, query, body and headers are those of the recording, and nothing of its connection', async () => {
  const [line] = (await sent(1)) as { headers: object; query: object; body: string }[]
  const file = recording([
    {
      ...line,
      headers: { ...line!.headers, 'X-Trace': '7', Host: 'elsewhere', 'Content-Length': '3', Connection: 'close' },
    },
  ])
  const receiver = await receiving(() => THANKS.echat!)
  await replayed(other(), receiver.url, file, { keepBytes: true })
  const [{ query, body, headers }] = receiver.arrivals as [Arrival]
  expect({ query, body }).toEqual({ query: line!.query, body: line!.body })
  expect(headers).toMatchObject({ ...line!.headers, 'x-trace': '7', host: `127.0.0.1:${receiver.port}` })
  expect(Number(headers['content-length'])).toBe(Buffer.byteLength(body))
})

describe('the pace', () => {
  const times = (world: World) => world.outbox.sent().map(it => it.at - START)

  test.each<[pace: ReplayOptions['pace'], wanted: number[]]>([
    ['recorded', [0, 1_000, 2_000, 3_000, 4_000]],
    [50, [0, 20, 40, 60, 80]],
    ['acknowledged', [0, 0, 0, 0, 0]],
  ])('%s is kept by the clock of the world', async (pace, wanted) => {
    const file = recording(await sent(5))
    const receiver = await receiving(() => THANKS.echat!)
    const world = other()
    let over = false
    const going = replayed(world, receiver.url, file, { pace }).finally(() => {
      over = true
    })
    // What waits for the clock waits until it moves.
    for (let rounds = 0; !over && rounds < 50; rounds++) {
      await sleep(5)
      if (!over) await world.moveTo(world.clock.next() ?? world.clock.now())
    }
    await going
    expect(times(world)).toEqual(wanted)
  })

  test('is kept from the first time that is told; lines without one go at once', async () => {
    const lines = (await sent(4)) as { time?: number }[]
    delete lines[0]!.time
    delete lines[2]!.time
    const world = other()
    const receiver = await receiving(() => THANKS.echat!)
    const going = replayed(world, receiver.url, recording(lines), { pace: 'recorded' })
    await expect.poll(() => receiver.arrivals.length).toBe(3)
    await world.advance(1_999)
    expect(receiver.arrivals.length).toBe(3)
    await world.advance(1)
    await going
    expect(times(world)).toEqual([0, 0, 0, 2_000])
  })
})

test('300 lines of one conversation arrive in their order, one after the other; two conversations at the same time', async () => {
  const [lines, two] = [await sent(300, () => 'one'), await sent(40, index => `c-${index % 2}`)]
  const run = async (given: readonly unknown[]) => {
    const receiver = await receiving(async () => {
      await sleep(1)
      return THANKS.echat!
    })
    await replayed(other(), receiver.url, recording(given))
    return { peak: receiver.peak, order: receiver.arrivals.map(it => Number(words(it))) }
  }
  expect(await run(lines)).toEqual({ peak: 1, order: Array.from({ length: 300 }, (_, at) => at) })
  const { peak, order } = await run(two)
  expect(peak).toBe(2)
  for (const rest of [0, 1])
    expect(order.filter(it => it % 2 === rest)).toEqual(Array.from({ length: 20 }, (_, at) => 2 * at + rest))
})

test('stopped in the middle, it goes on from its state file: every push arrives, none twice but those under way', async () => {
  const file = recording(await sent(400, index => `c-${index % 50}`))
  const state = join(folder, 'state')
  const arrived: number[] = []
  const receiver = await receiving(async arrival => {
    arrived.push(Number(words(arrival)))
    await sleep(1)
    return THANKS.echat!
  })
  const open = () => worldsFor({ now: Date.now, state: openState(state, Date.now) })
  const first = open()
  first.run()
  const interrupted = replayed(first.first, receiver.url, file).catch(() => undefined)
  await expect.poll(() => arrived.length, { timeout: 30_000 }).toBeGreaterThan(150)
  first.end()
  await Promise.race([interrupted, sleep(100)])
  const before = arrived.length
  expect(before).toBeLessThan(350)
  const second = open()
  const from = positionIn(second.first, file)
  expect(from?.line).toBeGreaterThan(before - 10)
  second.run()
  expect(await replayed(second.first, receiver.url, file)).toMatchObject({ whole: true, faults: [] })
  expect(new Set(arrived).size).toBe(400)
  // Four under way, and those whose end was not written yet.
  expect(arrived.length).toBeLessThan(400 + 16)
  const firsts = [...new Set(arrived)]
  for (let at = 0; at < 50; at++) {
    const own = firsts.filter(it => it % 50 === at)
    expect(own).toEqual(own.toSorted((one, two) => one - two))
  }
  // It came to the end, so that it begins anew.
  expect(positionIn(second.first, file)).toBeUndefined()
  await replayed(second.first, receiver.url, file)
  expect(arrived.length).toBeGreaterThanOrEqual(800)
})

test('where the address is gone, the rest of a long file is not read, and the position is kept', async () => {
  const [line] = await sent(1)
  const file = recording(Array.from({ length: 2_000 }, () => line))
  const receiver = await receiving(({ count }): Reply => (count > 100 ? { status: 410 } : THANKS.echat!))
  const world = other()
  expect(await replayed(world, receiver.url, file)).toMatchObject({ whole: false })
  expect(world.outbox.size).toBeLessThanOrEqual(256)
  expect(positionIn(world, file)?.line).toBe(100 + world.outbox.size + 1)
})

test('a line that cannot be sent is told with its number, before anything is sent and while the others are', async () => {
  const [one, two, three] = (await sent(3)) as { query: object; headers: object; body: string }[]
  const strange = { ...secret, EncodingAESKey: Buffer.alloc(32, 3).toString('base64').slice(0, 43) }
  const text = wireOf(echat).push!
  const message = { query: { dataType: 'chatContent' }, body: messageFor(echat, 'chatContent').message }
  const foreign = text.seal(
    message,
    { ...strange, mode: 'secure' },
    { now: START, random: size => Buffer.alloc(size, 1) },
  )
  const lines = [one, '{"body":', { ...two, vendor: 'yunduo' }, '', foreign, { ...two, query: { a: '\ud800' } }, three]
  const endpointOf: (endpoint: never) => ReplayOptions['endpointOf'] = endpoint => recorded => {
    if (recorded.vendor === yunduo.id) throw new KefuError('name-unknown', { detail: 'No address takes yunduo.' })
    return { vendor: echat as Vendor, endpoint, secret }
  }
  const world = other()
  const receiver = await receiving(() => THANKS.echat!)
  const id = await registered(world, echat, receiver.url, { secret })
  const own = { endpointOf: endpointOf(world.outbox.endpoints.get(id) as never) }
  const { faults, found, whole } = await replayed(world, receiver.url, recording(lines), own)
  expect(whole).toBe(true)
  expect(faults).toEqual(found)
  expect(faults).toEqual([
    [2, expect.stringContaining('breaks at column 9')],
    [3, expect.stringContaining('No address takes yunduo.')],
    [5, expect.stringContaining('cannot be opened')],
    [6, 'query["a"]: expected Unicode text, got half a surrogate pair.'],
  ])
  expect(receiver.arrivals.map(it => words(it))).toEqual(['0', '2'])
})

test('byte for byte, what the secret does not open is sent all the same; a header that HTTP cannot carry is a fault', async () => {
  const [one, two] = (await sent(2)) as { headers: object; body: string }[]
  const receiver = await receiving(() => THANKS.echat!)
  const file = recording([
    { ...one, body: '<xml><Encrypt>AAAA</Encrypt></xml>' },
    { ...two, headers: { 'x-name': '客' } },
  ])
  const { faults } = await replayed(other(), receiver.url, file, { keepBytes: true })
  expect(receiver.arrivals.map(it => it.body)).toEqual(['<xml><Encrypt>AAAA</Encrypt></xml>'])
  expect(faults).toEqual([[2, expect.stringMatching(/expected a header of HTTP, got "x-name: 客"/)]])
})
