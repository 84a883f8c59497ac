/** A sender at work for a long time with a receiver that fails now and then: all arrives, and it needs no more at the end than early on. SOAK_SECONDS says how long. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { until } from './crash-listener.ts'
import { endAll } from './crash-processes.ts'
import { chatContent, plainly, retries, startSender } from './crash-sender.ts'
import { faultyReceiver } from './soak-receiver.ts'

const SECONDS = Number(process.env.SOAK_SECONDS ?? 120)
const RATE = 50
/** Sent first and at once: they fill what a world remembers of its attempts, which are a thousand, and have the code compiled. */
const WARMING = 3_000
const MEBIBYTE = 2 ** 20

const folder = mkdtempSync(join(tmpdir(), 'kefu-soak-'))
afterAll(() => {
  endAll()
  rmSync(folder, { recursive: true })
})

const pushOf = (at: number) => chatContent(`m${at}`, `1_${at % 100}`, `访客>第${at}句\\n${'您好'.repeat(100)}`)

/** Bytes of memory and open descriptors of a process. */
function needs(pid: number) {
  const [, kibibytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return { memory: Number(kibibytes) * 1_024, descriptors: readdirSync(`/proc/${pid}/fd`).length }
}
type Needs = ReturnType<typeof needs>

/** The median of a quarter of the run. */
function medianOf(samples: Needs[], quarter: number, what: keyof Needs): number {
  const length = Math.floor(samples.length / 4)
  const values = samples.slice((quarter - 1) * length, quarter * length).map(it => it[what])
  return values.sort((one, other) => one - other)[values.length >> 1] as number
}

test(`${SECONDS} seconds at ${RATE} pushes a second with faults in a tenth of the answers: all arrive, memory and descriptors stay flat`, {
  timeout: (SECONDS + 60) * 1_000,
}, async () => {
  const receiver = await faultyReceiver('soak')
  const sender = startSender(join(folder, 'state.db'))
  await sender.ask('/assumptions', { echat: { ...retries(1, 100).echat, timeout: '1' } })
  await sender.ask('/endpoints', plainly(receiver.url))
  const empty = async () => (await sender.ask('/outbox/waiting')).body.length === 0
  const enqueue = async (first: number, count: number) => {
    const group = Array.from({ length: count }, (_, at) => pushOf(first + at))
    expect((await sender.ask('/outbox', group)).status).toBe(202)
  }
  for (let at = 0; at < WARMING; at += 100) await enqueue(at, 100)
  await until(() => receiver.acknowledged.size > WARMING * 0.9, 30)

  const samples: Needs[] = []
  const since = Date.now()
  for (let at = 0; at < SECONDS * RATE; at++) {
    await enqueue(WARMING + at, 1)
    if (at % RATE === 0) samples.push(needs(sender.pid))
    await sleep(Math.max(0, since + ((at + 1) * 1_000) / RATE - Date.now()))
  }
  await until(empty, 30)
  expect((await sender.ask('/dead-letters')).body).toEqual([])
  expect(receiver.acknowledged.size).toBe(WARMING + SECONDS * RATE)
  for (const kind of ['error', 'wrongWord', 'reset', 'silence']) expect(receiver.counts[kind]).toBeGreaterThan(0)

  const early = medianOf(samples, 2, 'memory')
  const [late, open] = [medianOf(samples, 4, 'memory'), medianOf(samples, 2, 'descriptors')]
  expect(late).toBeLessThanOrEqual(early + Math.max(early / 10, 10 * MEBIBYTE))
  expect(medianOf(samples, 4, 'descriptors')).toBeLessThanOrEqual(open + 5)
  expect(await sender.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' })
  await receiver.close()
})
