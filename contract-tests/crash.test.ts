/** Sender and receiver are killed again and again: nothing is lost, nothing overtakes, and little comes twice. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { lot } from '../mocks/world/random.ts'
import { until } from './crash-listener.ts'
import { endAll, fixedPort, type Launched, launch } from './crash-processes.ts'
import { chatContent, type Sender, secret, startSender } from './crash-sender.ts'

const PUSHES = 20_000
const CONVERSATIONS = 400
const GROUP = 50
/** Pushes that wait at most, so that enqueueing goes on for as long as delivery does. */
const BACKLOG = 1_000
/** Attempts under way at the same time. */
const LIMIT = 4
const KILLS = { sender: 25, receiver: 10 }

const folder = mkdtempSync(join(tmpdir(), 'kefu-crash-'))
const arrivals = join(folder, 'arrivals')
const state = join(folder, 'state.db')
afterAll(() => {
  endAll()
  rmSync(folder, { recursive: true })
})

const msgIdOf = (index: number) => String(10_000_000 + index)
const conversationOf = (index: number) => `1_${1_000 + (index % CONVERSATIONS)}`
const sequenceOf = (index: number) => String(Math.floor(index / CONVERSATIONS)).padStart(2, '0')
const pushOf = (index: number) => chatContent(msgIdOf(index), conversationOf(index), `访客>第${sequenceOf(index)}句`)
const lineOf = (index: number) => `${msgIdOf(index)} ${conversationOf(index)} ${sequenceOf(index)}`
const arrived = () => statSync(arrivals).size / `${lineOf(0)}\n`.length

/** Waits for so many arrivals; not for ever, since they may be lost. */
async function reached(count: number) {
  let [before, since] = [arrived(), Date.now()]
  while (before < count) {
    await sleep(10)
    const now = arrived()
    if (now !== before) [before, since] = [now, Date.now()]
    if (Date.now() - since > 20_000) throw new Error(`${before} of ${count} arrived, and no more.`)
  }
}

type Victim = keyof typeof KILLS

/** When who is killed: once so many have arrived, and a little later. Every fifth sender dies while it starts again, every other one while it is asked to take a group. */
const plan = (Object.entries(KILLS) as [Victim, number][])
  .flatMap(([victim, count]) =>
    Array.from({ length: count }, (_, kill) => {
      const starting = victim === 'sender' && kill % 5 === 4
      const place = starting ? kill - 1 : kill
      const after = Math.floor(((place + lot(`crash/${victim}/${place}`)) / count) * PUSHES * 0.9)
      const asked = victim === 'sender' && kill % 2 === 0
      return { victim, after, asked, wait: lot(`crash/wait/${victim}/${kill}`) * (starting ? 400 : asked ? 10 : 50) }
    }),
  )
  .sort((one, other) => one.after - other.after)

test(`${PUSHES} pushes, ${KILLS.sender} kill -9 of the sender and ${KILLS.receiver} of the receiver: every one arrives, in order, few of them twice`, {
  timeout: 180_000,
}, async () => {
  writeFileSync(arrivals, '')
  const port = await fixedPort()
  const receiver = () =>
    launch('node', [inject('programs').crashReceiver, `${port}`, arrivals, JSON.stringify(secret)], /listens/)
  const processes: { sender: Sender; receiver: Launched } = {
    sender: startSender(state),
    receiver: receiver(),
  }
  await processes.receiver.ready
  // Nothing is to die while the receiver is away, and nobody is to run out of time on a busy machine.
  const retries = Array(100).fill(1).join(',')
  await processes.sender.ask('/assumptions', { echat: { retries, timeout: '60' } })
  const endpoint = { vendor: 'echat', url: `http://127.0.0.1:${port}/`, check: false, limit: LIMIT, secret }
  expect((await processes.sender.ask('/endpoints', endpoint)).status).toBe(201)

  let [unsure, asking] = [0, false]
  async function enqueue() {
    for (let first = 0; first < PUSHES; first += GROUP) {
      await reached(first - BACKLOG)
      const group = Array.from({ length: GROUP }, (_, place) => pushOf(first + place))
      while (!(await taken(group))) await sleep(1)
    }
  }
  /** A group whose answer got lost is enqueued again, whether it had been taken or not. */
  async function taken(group: unknown[]) {
    const { sender } = processes
    // One that died while it started was not asked.
    if (!(await sender.ready.catch(() => undefined))) return false
    asking = true
    const answer = await sender.ask('/outbox', group).catch(() => undefined)
    asking = false
    if (answer) expect([answer.status, answer.body.numbers?.length]).toEqual([202, GROUP])
    else {
      unsure++
      await sender.ended
    }
    return answer !== undefined
  }
  async function killAll() {
    for (const { victim, after, asked, wait } of plan) {
      await reached(after)
      if (asked) await until(() => asking)
      await sleep(wait)
      expect(await processes[victim].kill()).toMatchObject({ code: null, stderr: '' })
      if (victim === 'sender') processes.sender = startSender(state)
      else processes.receiver = receiver()
    }
  }
  await Promise.all([enqueue(), killAll()])
  while ((await processes.sender.ask('/outbox/waiting')).body.length) await sleep(100)
  expect((await processes.sender.ask('/dead-letters')).body).toEqual([])
  expect(await processes.sender.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' })
  await processes.receiver.kill()

  const lines = readFileSync(arrivals, 'utf8').split('\n').slice(0, -1)
  const first = new Set(lines)
  const wanted = new Set(Array.from({ length: PUSHES }, (_, index) => lineOf(index)))
  expect([...first].filter(it => !wanted.has(it))).toEqual([])
  expect([...wanted].filter(it => !first.has(it))).toEqual([])
  expect(inversions(first)).toEqual([])
  // Those under way when the sender died, and those before them that were acknowledged but not yet written down; those under way when the receiver died, and whole groups whose answer got lost.
  const repeats = lines.length - first.size
  expect(repeats).toBeLessThanOrEqual(KILLS.sender * 2 * LIMIT + KILLS.receiver * LIMIT + unsure * GROUP)
  // The kills fell into work that was going on.
  expect(repeats).toBeGreaterThan(0)
  expect(unsure).toBeGreaterThan(0)
})

/** First arrivals that came before an earlier push of their conversation. */
function inversions(lines: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  return [...lines].filter(line => {
    const [, conversation = '', sequence] = line.split(' ')
    const count = counts.get(conversation) ?? 0
    counts.set(conversation, count + 1)
    return Number(sequence) !== count
  })
}
