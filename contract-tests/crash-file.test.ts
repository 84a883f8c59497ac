/** Queues in files that cannot be written, read or trusted: said in words, nothing lost, and never a fresh empty one in their place. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listening, refusing, until } from './crash-listener.ts'
import { endAll } from './crash-processes.ts'
import { chatContent, plainly, retries, startSender } from './crash-sender.ts'

const folder = mkdtempSync(join(tmpdir(), 'kefu-file-'))
const queue = join(folder, 'queue.db')
const PUSHES = 500

/** So many pushes, of so many characters each. */
const pushes = (count: number, length: number, first = 0) =>
  Array.from({ length: count }, (_, at) => chatContent(`${first + at}`, `1_${first + at}`, '客'.repeat(length)))
const started = (file: string, before?: string[]) => startSender(file, before)
const unusable = /^kefu: The state file cannot be used\. .*\n$/

beforeAll(async () => {
  // Of five megabytes, more than SQLite holds in memory, and ended properly. An address that wants no calls holds all of it up.
  const gone = await listening({ status: 410, body: '' })
  const sender = started(queue)
  await sender.ask('/endpoints', plainly(gone.url))
  await sender.ask('/outbox', pushes(PUSHES, 3_000))
  await until(async () => (await sender.ask('/endpoints')).body[0].paused !== undefined)
  expect((await sender.kill('SIGTERM')).code).toBe(0)
  await gone.close()
})
afterAll(() => {
  endAll()
  rmSync(folder, { recursive: true })
})

/** A copy of the queue to be spoilt. */
function copy(name: string) {
  const file = join(folder, name)
  copyFileSync(queue, file)
  return file
}

/** Overwrites three pages. */
function overwrite(file: string, at: number) {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(3 * PAGE, 0xab), 0, 3 * PAGE, Math.floor(at / PAGE) * PAGE)
  closeSync(descriptor)
}
const PAGE = 4_096

describe('a damaged file is refused and left byte for byte as it is', () => {
  const size = () => statSync(queue).size
  const damages: Record<string, (file: string) => void> = {
    'cut in half': file => truncateSync(file, size() / 2),
    'cut within a page': file => truncateSync(file, size() / 2 + 100),
    'cut within its first page': file => truncateSync(file, 100),
  }
  // Wherever it is: in the tables of the worlds, in the rows of the queue, in the messages.
  for (let place = 0; place < 12; place++)
    damages[`overwritten after ${place} twelfths`] = file => overwrite(file, PAGE + (place / 12) * (size() - 4 * PAGE))

  test.each(Object.entries(damages))('%s', async (_what, damage) => {
    const file = copy('damaged.db')
    damage(file)
    const was = readFileSync(file)
    const { code, stderr } = await started(file).ended
    expect([code, stderr]).toEqual([1, expect.stringMatching(unusable)])
    expect(stderr).toMatch(/damaged\.db: .*(damaged|malformed)/)
    expect(readFileSync(file).equals(was)).toBe(true)
  })
})

test('damage that is found only while it runs ends the sender in words, and keeps it from starting again', async () => {
  const file = copy('later.db')
  const sender = started(file)
  await sender.ask('/assumptions', retries(1, 200))
  await sender.ready
  for (let at = 20 * PAGE; at < statSync(file).size - 3 * PAGE; at += 3 * PAGE) overwrite(file, at)
  // From here on the messages are read.
  await sender.ask('/endpoints/1/resume', {}).catch(() => undefined)
  const { code, stderr } = await sender.ended
  expect([code, stderr]).toEqual([1, expect.stringMatching(unusable)])
  expect((await started(file).ended).stderr).toMatch(/damaged|malformed/)
})

describe('a file that may not be written is refused, and left as it is', () => {
  /** Permissions do not bind root. */
  const nobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--clear-groups'] : []
  const places: [what: string, directory: number, file: number | undefined, said: RegExp][] = [
    ['a new one in a directory that is read-only', 0o555, undefined, /cannot be opened/],
    ['one in a directory that is read-only', 0o555, 0o666, /readonly/],
    ['one that is read-only', 0o777, 0o444, /readonly/],
  ]
  test.each(places)('%s', async (what, directory, permissions, said) => {
    chmodSync(folder, 0o755)
    const own = join(folder, what)
    mkdirSync(own)
    const file = join(own, 'queue.db')
    if (permissions !== undefined) {
      copyFileSync(queue, file)
      chmodSync(file, permissions)
    }
    chmodSync(own, directory)
    const { code, stderr } = await started(file, nobody).ended
    chmodSync(own, 0o755)
    expect([code, stderr]).toEqual([1, expect.stringMatching(unusable)])
    expect(stderr).toMatch(said)
    if (permissions !== undefined) expect(readFileSync(file).equals(readFileSync(queue))).toBe(true)
  })
})

test('a full disk: what cannot be kept is refused in words and nothing is sent any more; what was accepted is there once there is space', async () => {
  const receiver = await refusing()
  const file = join(folder, 'full.db')
  // No file of it grows beyond 400 KiB.
  const full = started(file, ['bash', '-c', 'ulimit -f 400; exec "$@"', 'bash'])
  await full.ask('/assumptions', retries(1, 200))
  await full.ask('/endpoints', plainly(receiver.url))
  let accepted: number[] = []
  let refused: { status: number; body: unknown } | undefined
  for (let first = 0; !refused && first < 1_000; first += 10) {
    const { status, body } = await full.ask('/outbox', pushes(10, 1_000, first))
    if (status === 202) accepted = [...accepted, ...body.numbers]
    else refused = { status, body }
  }
  expect(refused).toEqual({
    status: 500,
    body: {
      code: 'state-unusable',
      message: expect.stringMatching(/^The state file cannot be used\. .*full\.db: disk I\/O error\.$/),
      cure: expect.any(String),
    },
  })
  expect(accepted.length).toBeGreaterThan(20)
  expect((await full.ask('/outbox', pushes(1, 1))).body).toMatchObject({ code: 'state-unusable' })
  expect((await full.ask('/outbox/waiting')).body).toMatchObject({ code: 'state-unusable' })
  await sleep(300)
  const before = receiver.msgIds.length
  await sleep(1_500)
  expect(receiver.msgIds.length).toBe(before)
  await full.kill()

  receiver.answers = { status: 200, body: 'success' }
  receiver.msgIds.length = 0
  const after = started(file)
  await until(async () => (await after.ask('/outbox/waiting')).body.length === 0)
  expect(receiver.msgIds.sort()).toEqual(accepted.map(it => `${it - 1}`).sort())
  await Promise.all([receiver.close(), after.kill()])
})
