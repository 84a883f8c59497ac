/** Recordings: every line is a request or a fault that says why not, and the size of the file costs no memory. */
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type RecordedLine, RecordingError, readRecording } from '../mocks/replay/recording.ts'
import { finished } from './processes.ts'

const folder = fs.mkdtempSync(join(tmpdir(), 'kefu-recording-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const file = join(folder, 'recording.jsonl')
const recording = (content: string | Uint8Array) => {
  fs.writeFileSync(file, content)
  return file
}

async function read(...asked: Parameters<typeof readRecording>) {
  const all: RecordedLine[] = []
  for await (const it of readRecording(...asked)) all.push(it)
  return all
}
const bodies = (lines: RecordedLine[]) => lines.map(it => ('recorded' in it ? it.recorded.body : it.fault))
const faultOf = async (content: string | Uint8Array) => {
  const [only, ...others] = await read(recording(content))
  expect(others).toEqual([])
  return only && 'fault' in only ? only.fault : 'no fault'
}
const sound = (body: string) => JSON.stringify({ body })

describe('a sound line', () => {
  const headers = { 'Content-Type': 'application/json', 'x-trace': '7' }
  const full = {
    time: 1700000000000,
    vendor: 'echat',
    push: 'chatStart',
    headers,
    query: { a: '1' },
    body: '{"客": 1}',
  }

  test('holds the request as it was recorded, its headers in lower case', async () => {
    const text = `${JSON.stringify(full)}\n`
    const recorded = { ...full, headers: { 'content-type': 'application/json', 'x-trace': '7' } }
    expect(await read(recording(text))).toEqual([{ line: 1, next: Buffer.byteLength(text), recorded }])
  })

  test('needs a body and nothing else', async () => {
    const [only] = await read(recording(sound('')))
    expect(only).toEqual({ line: 1, next: 11, recorded: { headers: {}, query: {}, body: '' } })
    expect(only && 'recorded' in only && Object.keys(only.recorded)).toEqual(['headers', 'query', 'body'])
  })

  test('may have members that nobody knows', async () => {
    expect(bodies(await read(recording('{"body":"a","status":200,"time2":{}}')))).toEqual(['a'])
  })

  test.each([
    ['2026-01-01T08:00:00.000+08:00', Date.UTC(2026, 0, 1)],
    ['2026-01-01T08:00:00.123456+0800', Date.UTC(2026, 0, 1) + 123],
    ['2026-01-01T00:00Z', Date.UTC(2026, 0, 1)],
  ])('may have the date %s', async (time, milliseconds) => {
    expect(await read(recording(JSON.stringify({ time, body: '' })))).toMatchObject([
      { recorded: { time: milliseconds } },
    ])
  })
})

describe('a file', () => {
  test('may begin with a byte order mark, end its lines with CRLF, and have blank lines, which count', async () => {
    const lines = await read(recording(`\uFEFF${sound('a')}\r\n\r\n \t\n${sound('客')}\r\n\n${sound('c')}\n\n`))
    expect(lines.map(it => it.line)).toEqual([1, 4, 6])
    expect(bodies(lines)).toEqual(['a', '客', 'c'])
  })

  test('may be empty', async () => {
    expect(await read(recording(''))).toEqual([])
  })

  test('can be read on from behind any line', async () => {
    recording(`\uFEFF${sound('a')}\r\n\n{"body":\n${sound('客服')}\n\n${sound('c')}`)
    const all = await read(file)
    expect(all.map(it => it.line)).toEqual([1, 3, 4, 6])
    for (const [index, { next, line }] of all.entries()) {
      expect(await read(file, { from: next, line: line + 1 })).toEqual(all.slice(index + 1))
    }
  })

  test('is cut into the same lines wherever its pieces end', async () => {
    // About 3 MiB, so that pieces of 1 MiB end inside of lines and of characters.
    const wanted = Array.from({ length: 400 }, (_, index) => `${index}${'客服a'.repeat((index * 37) % 2_300)}`)
    expect(bodies(await read(recording(wanted.map(sound).join('\n'))))).toEqual(wanted)
  })
})

describe('a fault', () => {
  test('of broken JSON in line 5,000 has its line, column and what was found, and the next line is read', async () => {
    const lines = Array.from({ length: 5_001 }, (_, index) => sound(String(index)))
    lines[4_999] = '{"body":"a" "x"}'
    const [broken, after] = (await read(recording(`${lines.join('\n')}\n`))).slice(4_999)
    const fault = String.raw`Expected JSON, which breaks at column 13: comma expected at "\"x\"}".`
    expect(broken).toMatchObject({ line: 5_000, fault })
    expect(after).toMatchObject({ line: 5_001, recorded: { body: '5000' } })
  })

  test('of a last line that was cut off anywhere says that the file seems cut off', async () => {
    const [first, last] = [`${sound('a')}\n`, Buffer.from(sound('b客c'))]
    for (let kept = 1; kept < last.length; kept++) {
      const lines = await read(recording(Buffer.concat([Buffer.from(first), last.subarray(0, kept)])))
      expect(lines).toMatchObject([{ recorded: { body: 'a' } }, { line: 2, fault: expect.stringContaining('cut off') }])
    }
    expect(bodies(await read(recording(first + last)))).toEqual(['a', 'b客c'])
  })

  test('of a broken last line that has its end does not say so', async () => {
    expect(await faultOf('{"body":\n')).toBe('Expected JSON, which breaks at column 9: value expected at "".')
  })

  test.each([
    ['[1]', 'the line: expected an object, got a list.'],
    ['"a"', 'the line: expected an object, got text "a".'],
    ['{}', 'body: expected text, got nothing.'],
    ['{"body":5}', 'body: expected text, got a number 5.'],
    [
      '{"body":{"a":1}}',
      'body: expected text, got an object. Give the body as text, byte for byte as it was sent, not as the JSON that it holds.',
    ],
    ['{"body":"","time":true}', 'time: expected a number or text, got true or false true.'],
    [
      '{"body":"","time":"2026-01-01T08:00:00"}',
      'time: expected milliseconds or a date like 2026-01-01T08:00:00.000+08:00, with its zone, got "2026-01-01T08:00:00".',
    ],
    ['{"body":"","vendor":1,"push":2}', 'vendor: expected text, got a number 1; push: expected text, got a number 2.'],
    ['{"body":"","headers":{"a":["b"]}}', 'headers.a: expected text, got a list.'],
    ['{"body":"","query":null}', 'query: expected an object, got null.'],
  ])('of %s names the field', async (text, fault) => {
    expect(await faultOf(text)).toBe(fault)
  })

  test.each([
    ['GBK', [0xb0, 0xa1], '0xb0'],
    ['a lone surrogate', [0xed, 0xa0, 0x80], '0xed'],
    ['half a character', [0xe5, 0xae], '0xe5'],
    ['a byte from the middle of a character', [0x80], '0x80'],
  ])('of %s tells which byte is not UTF-8, and the next line is read', async (_, bad, shown) => {
    const before = Buffer.from(`${sound('a')}\n{"body":"客\uFFFD`)
    const lines = await read(recording(Buffer.concat([before, Buffer.from(bad), Buffer.from(`"}\n${sound('c')}\n`)])))
    const fault = `Expected UTF-8, got ${shown} at byte ${before.length} of the file (byte 16 of the line).`
    expect(bodies(lines)).toEqual(['a', fault, 'c'])
  })

  test('of a line longer than 2 MiB says how long it is; one of exactly 2 MiB is read', async () => {
    const longest = 'a'.repeat((2 << 20) - sound('').length)
    const lines = await read(recording(`${sound(longest)}\n${sound(`${longest}b`)}\n${sound('c')}\n`))
    const [first, ...others] = bodies(lines)
    expect(first === longest).toBe(true)
    expect(others).toEqual(['Expected a line of at most 2097152 bytes (2 MiB), got 2097153; it is skipped.', 'c'])
    expect(lines.map(it => it.line)).toEqual([1, 2, 3])
  })
})

describe('what is no readable regular file is refused in a sentence:', () => {
  const refused = async (...asked: Parameters<typeof readRecording>) => {
    const error = await read(...asked).catch(it => it)
    expect(error).toBeInstanceOf(RecordingError)
    return error.message
  }
  const sentence = (path: string, why: string) => `The recording ${JSON.stringify(path)} cannot be read: ${why}`
  const missing = 'there is no such file; correct the path.'
  const kind = (got: string) => `expected a regular file with a JSON object a line, got ${got}.`

  test.each([
    ['a directory', folder],
    ['a device', '/dev/zero'],
  ])('%s', async (what, path) => {
    expect(await refused(path)).toBe(sentence(path, kind(what)))
  })

  test('a pipe, at once and without waiting for a writer', { timeout: 5_000 }, async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    expect(await refused(pipe)).toBe(sentence(pipe, kind('a pipe')))
  })

  test('a path where nothing is', async () => {
    const nowhere = join(folder, 'nowhere')
    expect(await refused(nowhere)).toBe(sentence(nowhere, missing))
    const inside = join(recording(''), 'inside')
    expect(await refused(inside)).toBe(sentence(inside, missing))
  })

  test('a file that this user may not read', async () => {
    const secret = join(folder, 'secret')
    fs.writeFileSync(secret, sound('a'), { mode: 0 })
    // Permissions do not bind root, who becomes somebody else here.
    const root = process.getuid?.() === 0
    fs.chmodSync(folder, 0o755)
    if (root) process.seteuid?.('nobody')
    const said = await refused(secret).finally(() => root && process.seteuid?.(0))
    expect(said).toBe(sentence(secret, 'this user may not read it; grant the permission, or run as its owner.'))
  })

  test('a file that is shorter than where it was read last', async () => {
    const short = recording(sound('a'))
    expect(await read(short, { from: 12 })).toEqual([])
    expect(await refused(short, { from: 13 })).toBe(
      sentence(
        short,
        'it has 12 bytes and is to be read from byte 13 on, so it is not the file that it was; begin at its start.',
      ),
    )
  })
})

describe('memory stays below 200 MiB', () => {
  /** Reads a file in a process with a small heap. */
  async function counted(path: string) {
    const source = `
      import { readRecording } from './mocks/replay/recording.ts'
      const count = { recorded: 0, faults: 0 }
      for await (const it of readRecording(${JSON.stringify(path)})) 'fault' in it ? count.faults++ : count.recorded++
      console.log(JSON.stringify({ ...count, mebibytes: process.resourceUsage().maxRSS / 1024 }))`
    const limits = ['--max-old-space-size=64', '--import', 'tsx', '--input-type=module']
    const { code, stdout, stderr } = await finished('node', [...limits, '--eval', source])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return JSON.parse(stdout)
  }

  test('with 200 MB of lines', async () => {
    const large = join(folder, 'large.jsonl')
    const thousand = `${sound('客服访客'.repeat(1_333))}\n`.repeat(1_000)
    const times = Math.ceil(200e6 / Buffer.byteLength(thousand))
    for (let written = 0; written < times; written++) fs.appendFileSync(large, thousand)
    const { mebibytes, ...counts } = await counted(large)
    expect(counts).toEqual({ recorded: times * 1_000, faults: 0 })
    expect(mebibytes).toBeLessThan(200)
  })

  test('with one line of 300 MB', async () => {
    const long = join(folder, 'long.jsonl')
    fs.writeFileSync(long, `${sound('a')}\n`)
    fs.truncateSync(long, 300e6)
    fs.appendFileSync(long, `\n${sound('b')}\n`)
    const { mebibytes, ...counts } = await counted(long)
    expect(counts).toEqual({ recorded: 2, faults: 1 })
    expect(mebibytes).toBeLessThan(200)
  })
})
