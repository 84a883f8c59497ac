/** `kefu push`, really spawned: many pushes, retries, what is printed, a state file, and what was typed wrong. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as wecom from '@wecom/crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld } from '../mocks/world/world.ts'
import { echat } from '../schemas/index.ts'
import { kefu } from './kefu.ts'
import { begun, type Came, type Hearing, hearing } from './receiver.ts'

const folder = mkdtempSync(join(tmpdir(), 'kefu-push-'))
let receiver: Hearing
beforeAll(async () => {
  receiver = await hearing()
})
afterAll(async () => {
  await receiver.end()
  rmSync(folder, { recursive: true })
})

const { EncodingAESKey = '' } = createWorld({ now: Date.now }).credentials(echat)
const plainOf = ({ body }: Came) => wecom.decrypt(EncodingAESKey, /CDATA\[(.*?)\]\]/.exec(body)?.[1] ?? '').message
const chatOf = (came: Came) => /<chatRecordId><!\[CDATA\[(.*?)\]\]/.exec(plainOf(came))?.[1]
const sent = (to: string, ...args: string[]) => kefu('push', 'echat', 'chatContent', '--to', to, ...args)
const counts = /^attempts +(\d+)\nacknowledged +(\d+)\nnot acknowledged +(\d+)\ndead letters +(\d+)\n/m

describe.concurrent('pushes', () => {
  test('--count 300 sends 300 messages of their own, and only the summary is printed', async () => {
    const { code, stdout, stderr } = await sent(receiver.url('/count'), '--count', '300')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(counts.exec(stdout)?.slice(1)).toEqual(['300', '300', '0', '0'])
    expect(stdout.trim().split('\n')).toHaveLength(7)
    expect(stdout).toMatch(/\nlatency p50 +[\d.]+ ms\nlatency p95 +[\d.]+ ms\nlatency p99 +[\d.]+ ms\n$/)
    expect(new Set(receiver.at('/count').map(chatOf)).size).toBe(300)
    expect(new Set(receiver.at('/count').map(it => /<msgId>.*?<\/msgId>/.exec(plainOf(it))?.[0])).size).toBe(300)
  })

  test('--profile fast tries again, tells when, and ends with exit code 0 once all is acknowledged', async () => {
    const to = receiver.answering('/fast', count => (count < 3 ? { status: 503, body: 'busy' } : {}))
    const { code, stdout, stderr } = await sent(to, '--profile', 'fast')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [first, second, third] = stdout.split('\n')
    const refused = 'echat chatContent: not acknowledged, status 503'
    expect(first).toMatch(
      new RegExp(`^${refused}\\. Expected status 200, got 503 with "busy"\\. Again in 0\\.0[56]\\d* s\\.$`),
    )
    expect(second).toMatch(new RegExp(`^${refused}, attempt 2\\. .* Again in 0\\.1[5-8]\\d* s\\.$`))
    expect(third).toBe('echat chatContent: acknowledged, status 200, attempt 3.')
    expect(stdout).toContain('\nrefusals:\n  2  Expected status 200, got 503 with "busy".\n')
  })

  test('--json tells every attempt in a line, and then the summary; what was given up ends with exit code 1', async () => {
    const to = receiver.answering('/json', count => (count === 2 ? { body: 'Success' } : {}))
    const { code, stdout, stderr } = await sent(to, '--count', '3', '--limit', '1', '--json')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const lines = stdout
      .trim()
      .split('\n')
      .map(it => JSON.parse(it))
    const reason = 'Expected the body success, got "Success": its case matters.'
    const push = {
      vendor: 'echat',
      push: 'chatContent',
      attempt: 1,
      status: 200,
      time: expect.any(Number),
      milliseconds: expect.any(Number),
    }
    expect(lines).toEqual([
      { ...push, number: 1, acknowledged: true },
      { ...push, number: 2, acknowledged: false, reason },
      { ...push, number: 3, acknowledged: true },
      {
        summary: expect.objectContaining({
          attempts: 3,
          acknowledged: 2,
          deadLetters: 1,
          refusals: [{ reason, count: 1 }],
        }),
        left: 0,
      },
    ])
  })

  test('headers, parameters and names of fields are those that were typed', async () => {
    const to = receiver.url('/named?own=1')
    const named = ['--header', 'X-Token=a=b', '--param', 'key=客 服', '--field', 'mobile=手机']
    const { code } = await kefu('push', 'easyliao', 'lead', '--to', to, ...named)
    expect(code).toBe(0)
    const [{ query, headers, body }] = receiver.at('/named') as [Came]
    expect({ query, token: headers['x-token'] }).toEqual({ query: { own: '1', key: '客 服' }, token: 'a=b' })
    expect(Object.keys(JSON.parse(body))).toContain('手机')
    expect(Object.keys(JSON.parse(body))).not.toContain('mobile')
  })

  test('an address that is gone is not called again: exit code 1, and how many were not delivered', async () => {
    const to = receiver.answering('/gone', () => ({ status: 410 }))
    const { code, stderr } = await sent(to, '--count', '20', '--profile', 'vendor', '--limit', '1')
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `kefu: 20 pushes were not delivered, since ${to} does not want to be called any more: Expected status 200, got 410 (gone). Nothing keeps them; give --state to go on later.\n`,
    })
    expect(receiver.at('/gone').length).toBe(1)
  })

  test('with --state, what could not be delivered waits when it is interrupted, and the next run delivers it', async () => {
    const before = await hearing()
    await before.end()
    const state = join(folder, 'state')
    const command = [
      'push',
      'echat',
      'chatContent',
      '--to',
      before.url('/back'),
      '--profile',
      'vendor',
      '--assume',
      'echat.retries=3,3,3,3,3,3',
      '--state',
      state,
    ]
    const first = begun(...command, '--count', '5')
    await expect.poll(() => first.output.stdout.split('Again in').length, { timeout: 15_000 }).toBe(6)
    expect(await first.kill('SIGINT')).toMatchObject({
      code: 130,
      stderr: `kefu: 5 pushes were not delivered yet when it was interrupted. They wait in ${state}; the same command sends them before its own.\n`,
    })
    const after = await hearing(before.port)
    const { code, stdout } = await kefu(...command)
    await after.end()
    expect({ code, counts: counts.exec(stdout)?.slice(1) }).toEqual({ code: 0, counts: ['6', '6', '0', '0'] })
    expect(new Set(after.at('/back').map(chatOf)).size).toBe(5)
    expect(after.at('/back').length).toBe(6)
  })

  test('--redrive sends the dead letters of the state file once more', async () => {
    const to = receiver.answering('/dead', count => ({ status: count === 1 ? 500 : 200 }))
    const state = join(folder, 'dead')
    const first = await sent(to, '--state', state)
    expect(first).toMatchObject({
      code: 1,
      stderr: `kefu: A dead letter is kept in ${state}; --redrive sends them once more.\n`,
    })
    expect(await sent(to, '--state', state, '--redrive')).toMatchObject({ code: 0, stderr: '' })
    expect(receiver.at('/dead').map(chatOf)).toHaveLength(3)
  })
})

describe.concurrent('what was typed wrong: exit 2, one sentence, and nothing is sent', () => {
  test.for<[what: string, args: string[], said: RegExp]>([
    ['a profile', ['--profile', 'slow'], /Allowed choices are once, vendor, fast, patient/],
    ['a limit', ['--limit', '0'], /--limit is a whole number from 1, got "0"\./],
    ['a count', ['--count', '0'], /--count is a whole number from 1, got "0"\./],
    ['a share', ['--faults', '2'], /--faults is a share from 0 to 1, got "2"\./],
    ['an assumption', ['--assume', 'echat.retrys=none'], /echat has no assumption retrys; did you mean retries/],
    [
      'a field of a vendor that has fixed names',
      ['--field', 'a=b'],
      /--field renames fields of easyliao, got pushes of echat/,
    ],
    ['a file to record to', ['--record', folder], /--record cannot be written: EISDIR/],
  ])('%s', async ([_what, args, said]) => {
    const { code, stdout, stderr } = await sent(receiver.url('/never'), ...args)
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/^kefu: .+\n$/) })
    expect(stderr).toMatch(said)
    expect(receiver.at('/never')).toEqual([])
  })
  test('a field that no lead has', async () => {
    const { code, stderr } = await kefu(
      'push',
      'easyliao',
      'lead',
      '--to',
      receiver.url('/never'),
      '--field',
      'mobil=x',
    )
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^kefu: .*no field "mobil"; did you mean mobile\b.*\n$/),
    })
    expect(receiver.at('/never')).toEqual([])
  })
})
