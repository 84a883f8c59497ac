/** The receiver is killed again and again, and every message comes three times: no effect is double, and none is lost. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { lot } from '../mocks/world/random.ts'
import { fileInbox } from '../src/receive.ts'
import { endAll, fixedPort, launch } from './crash-processes.ts'
import { secure, subject } from './receive-requests.ts'
import { connected } from './receive-sender.ts'

const MESSAGES = 10_000
const COPIES = 3
const PARALLEL = 8
const KILLS = 10

const folder = mkdtempSync(join(tmpdir(), 'kefu-receive-'))
const file = join(folder, 'inbox.db')

afterAll(() => {
  endAll()
  rmSync(folder, { recursive: true })
})

/** The index of each delivery's message: the copies of one come near each other, some at the same time. */
const deliveries = Array.from({ length: MESSAGES * COPIES }, (_, index) => {
  const message = Math.floor(index / COPIES)
  return { message, place: message + lot(`crash/${index}`) * (index % 3 ? 40 : 4) }
})
  .sort((one, other) => one.place - other.place)
  .map(it => it.message)

/** Deliveries that were acknowledged when it is to die, in order. */
const plan = Array.from({ length: KILLS }, (_, kill) => ({
  after: Math.floor(((kill + 0.1 + 0.9 * lot(`kill/${kill}`)) / KILLS) * deliveries.length * 0.95),
  wait: lot(`kill/wait/${kill}`) * 15,
}))

test(`${MESSAGES} messages in ${COPIES} copies, ${PARALLEL} at a time, and ${KILLS} kill -9: each has its effect exactly once`, {
  timeout: 120_000,
}, async () => {
  const port = await fixedPort()
  const start = () =>
    launch('node', [inject('programs').receiveProcess, `${port}`, file, JSON.stringify(secure)], /listens/)
  let receiver = start()
  await receiver.ready
  let [next, acknowledged, broken] = [0, 0, 0]

  async function attempt(connection: ReturnType<typeof connected>, message: number): Promise<boolean> {
    const { url, headers, body } = subject(`${message}`, `memo ${message}`, { secret: secure, at: Date.now() })
    // One that was cut off by a kill is sent again, as the vendor would.
    const answer = await connection.ask({ url, headers, body })
    if (answer !== undefined) {
      expect(answer).toBe('200 success')
      return true
    }
    broken++
    await sleep(5)
    return false
  }
  async function sendAll() {
    const connection = connected(port)
    while (next < deliveries.length) {
      const message = deliveries[next++] as number
      while (!(await attempt(connection, message)));
      acknowledged++
    }
    connection.end()
  }
  async function killAll() {
    for (const { after, wait } of plan) {
      while (acknowledged < after) await sleep(1)
      await sleep(wait)
      expect(await receiver.kill()).toMatchObject({ code: null, stderr: '' })
      receiver = start()
      await receiver.ready
    }
  }
  await Promise.all([killAll(), ...Array.from({ length: PARALLEL }, sendAll)])
  expect(await receiver.kill()).toMatchObject({ code: null, stderr: '' })

  const inbox = fileInbox(file)
  const effects = inbox.all('SELECT msgId, memo, count(*) AS times FROM effects GROUP BY msgId, memo')
  inbox.close()
  expect(effects.filter(it => it.times !== 1)).toEqual([])
  expect(new Set(effects.map(it => `${it.msgId} ${it.memo}`))).toEqual(
    new Set(Array.from({ length: MESSAGES }, (_, message) => `${message} memo ${message}`)),
  )
  // The kills fell into work that was going on.
  expect([acknowledged, broken >= KILLS]).toEqual([deliveries.length, true])
})
