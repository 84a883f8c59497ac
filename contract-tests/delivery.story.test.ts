/** Three days of pushes to a receiver that often fails, in one step of a clock that stands: in seconds, and twice the same to the byte. */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { World } from '../mocks/world/world.ts'
import { echat } from '../schemas/index.ts'
import { wireOf } from '../src/wire/index.ts'
import {
  type Arrival,
  pushOf,
  type Reply,
  receiving,
  registered,
  START,
  standing,
  THANKS,
  vendors,
} from './delivery.ts'

const HOUR = 3_600_000
const PUSHES = 30

/** What came, whatever was made anew around it. */
function contentOf({ headers, query, body }: Arrival, world: World): [vendor: string, content: string] {
  if (!headers['content-type']?.includes('xml')) return [JSON.parse(body).sys_code ? 'sobot' : 'yunduo', body]
  const secret = world.credentials(echat) as never
  return ['echat', JSON.stringify(wireOf(echat).push?.open({ query, headers: {}, body }, secret).body)]
}

/** A number from 0 to 1 of a text. */
const share = (text: string) => createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32

const failures: Reply[] = [
  { status: 500, body: 'later' },
  'reset',
  { body: 'thanks' },
  { status: 503, headers: { 'retry-after': '7200' } },
]

/** How a receiver answers the attempt of that number at a message: one message in fifteen never arrives, the others fail six times in ten. */
function reply(vendor: string, content: string, attempt: number): Reply {
  if (share(`doomed ${content}`) < 1 / 15 || share(`${content} ${attempt}`) < 0.6)
    return failures[Math.floor(share(`how ${content} ${attempt}`) * failures.length)]!
  return THANKS[vendor]!
}

async function story(port = 0) {
  const tried = new Map<string, number>()
  const world = standing({}, 'story')
  const receiver = await receiving(async arrival => {
    const [vendor, content] = contentOf(arrival, world)
    tried.set(content, (tried.get(content) ?? 0) + 1)
    // Which of those at the same time is answered first is left to chance.
    await sleep(Math.random() * 8)
    return reply(vendor, content, tried.get(content)!)
  }, port)
  const senders = ['echat', 'yunduo', 'sobot'].map(it => vendors[it]!)
  for (const it of senders) await registered(world, it, receiver.url, { profile: 'patient' })
  for (let at = 0; at < PUSHES; at++) world.outbox.enqueue(pushOf(senders[at % 3]!, `conversation-${at % 7}-${at}`))
  const since = performance.now()
  await world.advance(73 * HOUR)
  const took = performance.now() - since
  await receiver.end()
  const snapshot = world.snapshot()
  // Cards stand there in the order in which their pushes ended, and that of the same time ended by chance.
  snapshot.contents['yunduo.pushed']?.sort()
  return {
    took,
    port: receiver.port,
    arrived: receiver.arrivals.length,
    sent: world.outbox.sent(),
    letters: world.outbox.deadLetters(),
    left: world.outbox.size,
    snapshot,
  }
}

test('thirty pushes live through three days within five seconds, and each ends acknowledged or as a dead letter', async () => {
  const first = await story()
  expect(first.took).toBeLessThan(5_000)
  expect(first.left).toBe(0)
  expect(first.arrived).toBe(first.sent.length)
  const acknowledged = first.sent.filter(it => it.acknowledged).map(it => it.number)
  const given = first.letters.map(it => it.number)
  expect([...acknowledged, ...given].sort((one, other) => one - other)).toEqual(
    Array.from({ length: PUSHES }, (_, at) => at + 1),
  )
  expect(given.length).toBeGreaterThan(0)
  expect(acknowledged.length).toBeGreaterThan(PUSHES / 2)
  for (const it of first.letters) expect(it.attempts).toBe(12)
  expect(Math.max(...first.sent.map(it => it.at))).toBeGreaterThan(START + 69 * HOUR)

  // The same port, for the journal names it.
  const second = await story(first.port)
  expect(JSON.stringify(second.sent)).toBe(JSON.stringify(first.sent))
  expect(JSON.stringify(second.letters)).toBe(JSON.stringify(first.letters))
  expect(JSON.stringify(second.snapshot)).toBe(JSON.stringify(first.snapshot))
})
