/** What a queue in a file keeps through kill -9: what was accepted, when it is tried again, what was given up and what is paused. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type { QueuedPush } from '../mocks/deliver/queue.ts'
import { lot } from '../mocks/world/random.ts'
import { listening, refusing, until } from './crash-listener.ts'
import { endAll, fixedPort } from './crash-processes.ts'
import { chatContent, plainly, retries, startSender } from './crash-sender.ts'
import { kefu } from './kefu.ts'

const folder = mkdtempSync(join(tmpdir(), 'kefu-queue-'))
afterAll(() => {
  endAll()
  rmSync(folder, { recursive: true })
})

const started = (file: string) => startSender(join(folder, file))
const push = (msgId: string) => chatContent(msgId, `1_${msgId}`, '您好')

test('twenty times kill -9 right after a 202: every push of it is there and arrives', {
  timeout: 120_000,
}, async () => {
  const port = await fixedPort()
  const accepted: number[] = []
  const sent: string[] = []
  for (let round = 0; round < 20; round++) {
    const sender = started('accepted.db')
    if (round === 0) {
      await sender.ask('/assumptions', retries(1, 200))
      await sender.ask('/endpoints', plainly(`http://127.0.0.1:${port}/`))
    }
    const group = Array.from({ length: 1 + Math.floor(lot(`group/${round}`) * 100) }, (_, at) => `${round}-${at}`)
    const { status, body } = await sender.ask('/outbox', group.map(push))
    await sender.kill()
    expect(status).toBe(202)
    accepted.push(...body.numbers)
    sent.push(...group)
  }
  const sender = started('accepted.db')
  const { body: waiting } = await sender.ask('/outbox/waiting')
  expect(waiting.map((it: QueuedPush) => it.number)).toEqual(accepted)
  expect(new Set(accepted).size).toBe(sent.length)
  const receiver = await listening(undefined, port)
  await until(async () => (await sender.ask('/outbox/waiting')).body.length === 0)
  expect(receiver.msgIds.sort()).toEqual(sent.sort())
  await Promise.all([receiver.close(), sender.kill()])
})

test('a push that failed twice is tried by its schedule after kill -9, not anew', async () => {
  const receiver = await refusing()
  const before = started('schedule.db')
  await before.ask('/assumptions', { echat: { retries: '1,3600,1' } })
  await before.ask('/endpoints', plainly(receiver.url))
  await before.ask('/outbox', push('a'))
  const failed = async () => (await before.ask('/outbox/waiting')).body[0].attempts
  await until(async () => (await failed()) === 2)
  const { body: waited } = await before.ask('/outbox/waiting')
  await before.kill()

  const after = started('schedule.db')
  expect((await after.ask('/outbox/waiting')).body).toEqual(waited)
  await sleep(500)
  expect(receiver.msgIds).toEqual(['a', 'a'])
  receiver.answers = { status: 200, body: 'success' }
  await after.ask('/clock', { advance: '50m' })
  expect((await after.ask('/outbox/waiting')).body).toEqual(waited)
  await after.ask('/clock', { advance: '10m' })
  expect((await after.ask('/outbox/waiting')).body).toEqual([])
  const [{ attempt, acknowledged, at }] = (await after.ask('/outbox')).body
  expect({ attempt, acknowledged }).toEqual({ attempt: 3, acknowledged: true })
  expect(at).toBeGreaterThanOrEqual(waited[0].due)
  await Promise.all([receiver.close(), after.kill()])
})

test('dead letters, paused addresses and what was sent again survive kill -9', async () => {
  const [failing, gone] = [await refusing(), await listening({ status: 410, body: '' })]
  const before = started('letters.db')
  await before.ask('/assumptions', { echat: { retries: 'none' } })
  for (const { url } of [failing, gone]) await before.ask('/endpoints', plainly(url))
  await before.ask('/outbox', [
    { ...push('dead'), endpoint: '1' },
    { ...push('held'), endpoint: '2' },
  ])
  const places = ['/dead-letters', '/endpoints', '/outbox/waiting']
  const kept = async (sender: typeof before) => Promise.all(places.map(async it => (await sender.ask(it)).body))
  await until(async () => {
    const [letters, endpoints] = await kept(before)
    return letters.length === 1 && endpoints[1].paused !== undefined
  })
  const was = await kept(before)
  expect(was[0]).toMatchObject([{ status: 500, answer: 'no', reason: expect.stringMatching('Expected status 200') }])
  expect(was[2]).toMatchObject([{ endpoint: '2', attempts: 0 }])
  await before.kill()

  const between = started('letters.db')
  expect(await kept(between)).toEqual(was)
  await sleep(300)
  expect(gone.msgIds).toEqual(['held'])
  await between.ask('/assumptions', retries(3_600, 1))
  expect((await between.ask('/dead-letters/redrive', {})).body).toEqual({ numbers: [1] })
  gone.answers = failing.answers
  await between.ask('/endpoints/2/resume', {})
  await between.kill()

  const after = started('letters.db')
  const [letters, endpoints, waiting] = await kept(after)
  expect(letters).toEqual([])
  expect(endpoints[1]).not.toHaveProperty('paused')
  expect(waiting.map((it: QueuedPush) => it.number)).toEqual([1, 2])
  failing.answers = gone.answers = { status: 200, body: 'success' }
  await after.ask('/clock', { advance: '1h' })
  expect((await kept(after))[2]).toEqual([])
  expect([failing.msgIds.at(-1), gone.msgIds.at(-1)]).toEqual(['dead', 'held'])
  await Promise.all([failing.close(), gone.close(), after.kill()])
})

test('a reset empties the queue, in the file as well', async () => {
  const receiver = await refusing()
  const before = started('reset.db')
  await before.ask('/assumptions', { echat: { retries: 'none' } })
  await before.ask('/endpoints', plainly(receiver.url))
  await before.ask('/outbox', push('dead'))
  await until(async () => (await before.ask('/dead-letters')).body.length === 1)
  await before.ask('/assumptions', retries(3_600, 1))
  await before.ask('/outbox', ['a', 'b', 'c'].map(push))
  expect((await before.ask('/reset', {})).status).toBe(200)
  await before.kill()

  const after = started('reset.db')
  expect((await after.ask('/outbox/waiting')).body).toEqual([])
  expect((await after.ask('/dead-letters')).body).toEqual([])
  expect((await after.kill('SIGTERM')).code).toBe(0)
  const database = new (createRequire(import.meta.url)('libsql'))(join(folder, 'reset.db'))
  const rows = database.prepare('SELECT (SELECT count(*) FROM pushes) + (SELECT count(*) FROM contents) AS count').get()
  database.close()
  expect(rows.count).toBe(0)
  await receiver.close()
})

test('a second sender says which process has the file open, and ends; the first goes on', async () => {
  const first = started('held.db')
  await first.ready
  const { code, stderr } = await started('held.db').ended
  const who = process.platform === 'linux' ? `process ${first.pid}` : 'another process'
  expect(code).toBe(1)
  expect(stderr).toMatch(/^kefu: The state file cannot be used\. .*\n$/)
  expect(stderr).toContain(`held.db: ${who} has it open.`)
  await first.ask('/endpoints', plainly('http://127.0.0.1:9/'))
  expect((await first.ask('/outbox', push('a'))).status).toBe(202)
  await first.kill()
})

test('a start that is refused, for its port or its seed, sends nothing of what waits', async () => {
  const receiver = await refusing()
  const before = started('refused.db')
  await before.ask('/endpoints', plainly(receiver.url))
  await before.ask('/assumptions', retries(1, 200))
  const msgIds = Array.from({ length: 50 }, (_, at) => `${at}`)
  await before.ask('/outbox', msgIds.map(push))
  await before.kill()
  await sleep(1_100)
  receiver.answers = { status: 200, body: 'success' }
  receiver.msgIds.length = 0
  const start = (...options: string[]) => kefu('mock', 'echat', '--state', join(folder, 'refused.db'), ...options)
  expect((await start('--port', `${receiver.port}`)).stderr).toMatch(/^kefu: port \d+ is taken/)
  expect((await start('--port', '0', '--seed', 'other')).stderr).toMatch(/made with the seed "kefu", not "other"/)
  expect(receiver.msgIds).toEqual([])
  const after = started('refused.db')
  await until(() => receiver.msgIds.length === msgIds.length)
  expect(receiver.msgIds.sort()).toEqual(msgIds.sort())
  await Promise.all([receiver.close(), after.kill()])
})
