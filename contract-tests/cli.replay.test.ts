/** `kefu replay`, really spawned: what was recorded comes again, broken files are told line by line, and it goes on after a crash. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kefu } from './kefu.ts'
import { begun, type Came, type Hearing, hearing } from './receiver.ts'

const folder = mkdtempSync(join(tmpdir(), 'kefu-replay-'))
let receiver: Hearing
beforeAll(async () => {
  receiver = await hearing()
})
afterAll(async () => {
  await receiver.end()
  rmSync(folder, { recursive: true })
})

const thanks = () => ({ body: '{"code":200}' })
/** A line with a conversation of Yunduo; its body says which it is. */
const line = (index: number, card = `card-${index % 20}`) =>
  JSON.stringify({ time: 1_700_000_000_000 + index, body: JSON.stringify({ cardId: card, index }) })
const lines = (count: number) => Array.from({ length: count }, (_, index) => line(index))
const indexes = (came: Came[]): number[] => came.map(it => JSON.parse(it.body).index)
function written(name: string, content: string) {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const replay = (file: string, to: string, ...args: string[]) =>
  kefu('replay', file, '--vendor', 'yunduo', '--to', to, '--pace', 'acknowledged', ...args)

describe.concurrent('replay', () => {
  test('sends what --record wrote: signed anew, or byte for byte', async () => {
    const file = join(folder, 'recorded.jsonl')
    const story = ['scenario', 'browse-only', '--count', '3', '--at-once', '1', '--to', receiver.url('/first')]
    expect((await kefu(...story, '--record', file)).code).toBe(0)
    const recorded = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(it => JSON.parse(it))
    const first = receiver.at('/first')
    expect(recorded.map(it => [it.vendor, it.query, it.body])).toEqual(first.map(it => ['echat', it.query, it.body]))
    const again = (path: string, ...args: string[]) =>
      kefu('replay', file, '--vendor', 'echat', '--to', receiver.url(path), '--rate', '1000', ...args)
    const [anew, kept] = await Promise.all([again('/anew'), again('/kept', '--keep-bytes')])
    expect([anew.code, anew.stderr, kept.code, kept.stderr]).toEqual([0, '', 0, ''])
    const request = (it: Came) => JSON.stringify([it.query, it.headers['content-type'], it.body])
    expect(receiver.at('/kept').map(request).sort()).toEqual(first.map(request).sort())
    expect(receiver.at('/anew').length).toBe(12)
    expect(receiver.at('/anew').filter(it => first.some(of => of.query.signature === it.query.signature))).toEqual([])
    const over = await kefu('replay', file, '--vendor', 'echat', '--to', receiver.url('/over'), '--record', file)
    expect(over).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/--record would write over .* name another/),
    })
    expect(readFileSync(file, 'utf8').trim().split('\n').length).toBe(12)
  })

  test('takes a file with a byte order mark and CRLF', async () => {
    const file = written('windows.jsonl', `\uFEFF${lines(30).join('\r\n')}\r\n`)
    const { code, stdout, stderr } = await replay(file, receiver.answering('/windows', thanks))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^\nattempts +30\nacknowledged +30\n/)
    expect(indexes(receiver.at('/windows')).sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at))
  })

  describe('of a file with line 5,000 broken, line 4,000 of another vendor and half a last line', () => {
    const broken = lines(5_010)
    broken[3_999] = '{"vendor":"echat","body":"<xml></xml>"}'
    broken[4_999] = '{"body":"{}" "x"}'
    const content = `${broken.join('\n')}\n${line(0).slice(0, 30)}`
    const told = (file: string) => [
      `${file}:4000: No contract matches. The line is of echat, the address takes pushes of yunduo.`,
      `${file}:5000: Expected JSON, which breaks at column 14: comma expected at "\\"x\\"}".`,
      expect.stringMatching(
        /broken-?\w*\.jsonl:5011: Expected JSON, .* The file seems cut off: its last line does not end with a line feed\.$/,
      ),
    ]

    test('nothing is sent, and every line is told with its number', async () => {
      const file = written('broken.jsonl', content)
      const { code, stdout, stderr } = await replay(file, receiver.answering('/refused', thanks))
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr.trim().split('\n')).toEqual([
        ...told(file),
        'kefu: 3 lines cannot be sent; nothing is sent; --broken skip sends the others.',
      ])
      expect(receiver.at('/refused')).toEqual([])
    })
    test('with --broken skip the others are sent', async () => {
      const file = written('broken-skip.jsonl', content)
      const { code, stdout, stderr } = await replay(file, receiver.answering('/skipped', thanks), '--broken', 'skip')
      expect(code).toBe(1)
      expect(stdout).toMatch(/\nacknowledged +5008\n/)
      expect(stderr.trim().split('\n')).toEqual([...told(file), 'kefu: 3 lines cannot be sent; they were left out.'])
      expect(new Set(indexes(receiver.at('/skipped'))).size).toBe(5_008)
    })
  })

  test.for<[what: string, name: () => string, said: string]>([
    ['is not there', () => join(folder, 'nowhere'), 'there is no such file; correct the path.'],
    ['is a directory', () => folder, 'expected a regular file with a JSON object a line, got a directory.'],
    [
      'is a pipe',
      () => {
        execFileSync('mkfifo', [join(folder, 'pipe')])
        return join(folder, 'pipe')
      },
      'expected a regular file with a JSON object a line, got a pipe.',
    ],
  ])('of what %s: exit 2 and one sentence', async ([_what, name, said]) => {
    const file = name()
    const stderr = `kefu: The recording ${JSON.stringify(file)} cannot be read: ${said}\n`
    expect(await replay(file, receiver.url('/never'))).toEqual({ code: 2, stdout: '', stderr })
    expect(receiver.at('/never')).toEqual([])
  })
})

test('killed in the middle, it goes on with its state file: all arrive, in order, few of them twice', async () => {
  const file = written('killed.jsonl', `${lines(600).join('\n')}\n`)
  const state = join(folder, 'state')
  const to = receiver.answering('/killed', () => ({ ...thanks(), after: 5 }))
  const first = begun('replay', file, '--vendor', 'yunduo', '--to', to, '--pace', 'acknowledged', '--state', state)
  await expect.poll(() => receiver.at('/killed').length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(150)
  expect((await first.kill('SIGKILL')).code).toBeNull()
  const before = receiver.at('/killed').length
  expect(before).toBeLessThan(600)
  const { code, stderr } = await replay(file, to, '--state', state)
  expect(code).toBe(0)
  expect(stderr).toMatch(/^kefu: goes on at line \d+; \d+ pushes before it still wait\.\n$/)
  const arrived = indexes(receiver.at('/killed'))
  const firsts = [...new Set(arrived)]
  expect(firsts.length).toBe(600)
  // Four were under way; of some others the end was not written yet.
  expect(arrived.length - firsts.length).toBeLessThanOrEqual(20)
  for (let card = 0; card < 20; card++) {
    const own = firsts.filter(it => it % 20 === card)
    expect(own).toEqual(own.toSorted((a, b) => a - b))
  }
})

test('a recording of 200 MB keeps the memory of its process below 200 MiB', async () => {
  const file = written('large.jsonl', '')
  const talk = '客服您好，请问'.repeat(780)
  const count = 12_000
  for (let at = 0; at < count; at += 1_000) {
    const some = Array.from({ length: 1_000 }, (_, index) =>
      JSON.stringify({ body: JSON.stringify({ cardId: `c${at + index}`, talk }) }),
    )
    appendFileSync(file, `${some.join('\n')}\n`)
  }
  const large = await hearing()
  let bytes = 0
  large.answering('/', () => {
    // What came is not kept: this process has memory of its own to think of.
    for (const it of large.at('/').splice(0)) bytes += it.body.length
    return thanks()
  })
  const run = begun('replay', file, '--vendor', 'yunduo', '--to', large.url('/'), '--pace', 'acknowledged')
  let highest = 0
  let over = false
  run.ended.then(() => {
    over = true
  })
  while (!over) {
    try {
      const [, kibibytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${run.pid}/status`, 'utf8')) ?? []
      highest = Math.max(highest, Number(kibibytes) / 1_024)
    } catch {
      // It has just ended.
    }
    await sleep(50)
  }
  const { code, stdout } = await run.ended
  await large.end()
  expect({ code, acknowledged: /\nacknowledged +(\d+)/.exec(stdout)?.[1] }).toEqual({
    code: 0,
    acknowledged: String(count),
  })
  expect(bytes).toBeGreaterThan(count * 5_000)
  expect(highest).toBeGreaterThan(50)
  expect(highest).toBeLessThan(200)
})
