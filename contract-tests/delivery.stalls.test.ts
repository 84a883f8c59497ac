/** Receivers that stall, break off, talk nonsense or are not there: each attempt is cut in time and says what happened, and nobody else waits. */
import { readdirSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Attempt } from '../mocks/deliver/courier.ts'
import type { World } from '../mocks/world/world.ts'
import { echat, yunduo } from '../schemas/index.ts'
import { listening, pushOf, receiving, registered, spoken, standing, THANKS } from './delivery.ts'

/** The shortest that a world can be set to wait. */
const DEADLINE = 1_000
/** An attempt may end that much after its deadline. */
const GRACE = 500
const HOUR = 3_600_000

function impatient(): World {
  const world = standing()
  world.switches.switch({ echat: { timeout: '1', retries: 'none' } })
  return world
}

/** A bare server; `begin` gets each connection, once it has said something. */
const bare = async (begin: (socket: Socket) => void) =>
  `http://127.0.0.1:${await listening(createServer(socket => void socket.once('data', () => begin(socket))))}/`

const HEADERS = 'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n'

function endlessly(socket: Socket, text: string, every: number) {
  const timer = setInterval(() => socket.write(text), every)
  socket.on('close', () => clearInterval(timer))
}

/** Writes as fast as the other side reads; tells how much went. */
function flood(socket: Socket, told: (bytes: number) => void) {
  const chunk = Buffer.alloc(64 << 10, 'x')
  const pour = () => {
    while (!socket.destroyed && socket.write(chunk));
    told(socket.bytesWritten)
  }
  socket.on('drain', pour)
  pour()
}

async function neverAccepting() {
  const server = createServer({ pauseOnConnect: true })
  return `http://127.0.0.1:${await listening(server)}/`
}

async function refusing() {
  const server = createServer()
  const port = await listening(server)
  await new Promise(resolve => server.close(resolve))
  return `http://127.0.0.1:${port}/`
}

const within = /^Expected a whole answer within 1000 ms, got none\.$/

interface Stall {
  to: () => Promise<string>
  reason: RegExp
  /** It is told at once, without waiting for the deadline. */
  quick?: true
  status?: number
}

const stalls: Record<string, Stall> = {
  'accepts and never answers': { to: () => bare(() => undefined), reason: within },
  'takes a connection and never reads': { to: neverAccepting, reason: within },
  'sends half of its headers': { to: () => bare(it => it.write(HEADERS)), reason: within },
  'sends headers and never a body': {
    to: () => bare(it => it.write(`${HEADERS}content-length: 7\r\n\r\n`)),
    reason: within,
    status: 200,
  },
  'dribbles a byte every tenth of a second': {
    to: () =>
      bare(socket => {
        socket.write(`${HEADERS}content-length: 1000\r\n\r\n`)
        endlessly(socket, 's', 100)
      }),
    reason: /^Expected a whole answer within 1000 ms, got \d+ bytes of one\.$/,
    status: 200,
  },
  'answers in chunks without end, slowly': {
    to: () =>
      bare(socket => {
        socket.write(`${HEADERS}transfer-encoding: chunked\r\n\r\n`)
        endlessly(socket, '7\r\nsuccess\r\n', 50)
      }),
    reason: /^Expected a whole answer within 1000 ms, got \d+ bytes of one\.$/,
    status: 200,
  },
  'answers without end, as fast as it can': {
    to: () =>
      bare(socket => {
        socket.write(`${HEADERS}\r\nsuccess`)
        flood(socket, () => undefined)
      }),
    reason: /^Expected the body success, got "successx{193}…"\.$/,
    status: 200,
    quick: true,
  },
  'sends hints without end and never an answer': {
    to: () => bare(socket => endlessly(socket, 'HTTP/1.1 102 Processing\r\n\r\n', 50)),
    reason: within,
  },
  'sends garbage': {
    to: () => bare(it => it.end('\x00\x01 SSH-2.0-nothing here\r\n\r\n')),
    reason: /^Expected an answer from http:\S+, got none: it is no HTTP \(.+\)\.$/,
    quick: true,
  },
  'resets before its headers': {
    to: () => bare(it => it.resetAndDestroy()),
    reason: /got none: the connection was reset \(ECONNRESET\)\.$/,
    quick: true,
  },
  'resets after its headers': {
    to: () =>
      bare(socket =>
        socket.write(`${HEADERS}content-length: 20\r\n\r\nsuccess`, () =>
          setTimeout(() => socket.resetAndDestroy(), 50),
        ),
      ),
    reason: /^Expected a whole answer, got 7 bytes of one with status 200: the connection was reset \(ECONNRESET\)\.$/,
    status: 200,
    quick: true,
  },
  'closes at once': {
    to: async () => `http://127.0.0.1:${await listening(createServer(it => void it.end()))}/`,
    reason: /got none: the other side closed the connection\.$/,
    quick: true,
  },
  'refuses connections': { to: refusing, reason: /got none: nobody listens there \(ECONNREFUSED\)\.$/, quick: true },
}

test.each(Object.entries(stalls))('an address that %s', async (_, { to, reason, quick, status = 0 }) => {
  const healthy = await receiving(() => THANKS.yunduo!)
  const world = impatient()
  const attempts: Attempt[] = []
  const ended = new Map<string, number>()
  await registered(world, echat, await to())
  await registered(world, yunduo, healthy.url)
  const since = performance.now()
  world.outbox.watch({
    attempted: it => void attempts.push(it),
    settled: ({ vendor }) => void ended.set(vendor, performance.now() - since),
  })
  world.outbox.enqueue(pushOf(echat), pushOf(yunduo))
  await world.outbox.idle()
  const [stalled] = attempts.filter(it => it.push.vendor === 'echat')
  expect(stalled?.outcome).toMatchObject({ acknowledged: false, status, reason: expect.stringMatching(reason) })
  if (quick) expect(stalled?.milliseconds).toBeLessThan(DEADLINE)
  else expect(stalled?.milliseconds).toBeGreaterThanOrEqual(DEADLINE - 5)
  expect(ended.get('echat')).toBeLessThan(DEADLINE + GRACE)
  expect(ended.get('yunduo')).toBeLessThan(quick ? DEADLINE : DEADLINE - 200)
  expect(world.outbox.deadLetters()).toMatchObject([{ vendor: 'echat', status, reason: expect.stringMatching(reason) }])
})

test('an answer without end is not read on: the connection ends after 64 KiB and what the system buffers', async () => {
  let [poured, closed] = [0, false]
  const to = await bare(socket => {
    socket.on('close', () => (closed = true)).write(`${HEADERS}\r\nsuccess`)
    flood(socket, bytes => (poured = bytes))
  })
  const world = impatient()
  await registered(world, echat, to)
  world.outbox.enqueue(pushOf(echat))
  await world.outbox.idle()
  await sleep(500)
  expect(closed).toBe(true)
  expect(poured).toBeGreaterThan(64 << 10)
  expect(poured).toBeLessThan(32 << 20)
})

test('an address that is down for an hour gets everything in order when it is back', async () => {
  const before = await receiving(() => THANKS.echat!)
  const world = impatient()
  await registered(world, echat, before.url, { profile: 'patient' })
  await before.end()
  world.outbox.enqueue(...['一', '二', '三'].map(it => spoken('c-1', it)))
  await world.advance(HOUR)
  expect(world.outbox.size).toBe(3)
  const seen: string[] = []
  world.outbox.watch({ settled: ({ number }, { acknowledged }) => void seen.push(`${number} ${acknowledged}`) })
  const back = await receiving(() => THANKS.echat!, before.port)
  await world.advance(HOUR)
  expect(seen).toEqual(['1 true', '2 true', '3 true'])
  expect(back.arrivals.length).toBe(3)
  const reasons = world.outbox.sent().flatMap(it => it.reason ?? [])
  expect(reasons.length).toBe(5)
  for (const it of reasons) expect(it).toMatch(/nobody listens there|closed the connection/)
})

test('an address with a share of faults has that share of its attempts broken off in the middle, by the seed', async () => {
  const story = async (seed: string) => {
    const receiver = await receiving(() => THANKS.yunduo!)
    const world = standing({ seed })
    await registered(world, yunduo, receiver.url, { faults: 0.3 })
    world.outbox.enqueue(...Array.from({ length: 60 }, (_, at) => pushOf(yunduo, `c-${at}`)))
    await world.advance(60_000)
    const cut = world.outbox.sent().filter(it => !it.acknowledged)
    for (const it of cut) expect(it.reason).toMatch(/^The connection was broken off/)
    expect(receiver.arrivals.length).toBe(world.outbox.sent().length - cut.length)
    return cut.map(it => `${it.number} ${it.attempt}`)
  }
  const first = await story('one')
  expect(first.length).toBeGreaterThan(10)
  expect(first.length).toBeLessThan(50)
  expect(await story('one')).toEqual(first)
  expect(await story('two')).not.toEqual(first)
})

test('two hundred stalled attempts leave no connection behind', async () => {
  const descriptors = () => readdirSync('/proc/self/fd').length
  const to = await bare(() => undefined)
  const world = impatient()
  await registered(world, echat, to, { limit: 64 })
  const before = descriptors()
  for (let round = 0; round < 5; round++) {
    world.outbox.enqueue(...Array.from({ length: 40 }, (_, at) => spoken(`${round}-${at}`, 'x')))
    await world.outbox.idle()
  }
  expect(world.outbox.deadLetters().length).toBe(200)
  // What undici opens anew after an attempt was cut is closed after four seconds without use.
  for (let waited = 0; waited < 80 && descriptors() > before + 4; waited++) await sleep(100)
  expect(descriptors()).toBeLessThan(before + 5)
})
