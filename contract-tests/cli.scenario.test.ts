/** `kefu scenario`, really spawned: the list, whole stories at their vendors' addresses, the same for the same seed, and what was typed wrong. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scenarios } from '../mocks/scenarios/index.ts'
import { given, kefu, NOBODY } from './kefu.ts'
import { type Hearing, hearing } from './receiver.ts'

let receiver: Hearing
beforeAll(async () => {
  receiver = await hearing()
})
afterAll(() => receiver.end())

/** Echat's secrets for messages that are not sealed. */
const plain = given({ token: 'a-token', EncodingAESKey: 'k'.repeat(43), appId: 'app1234567', mode: 'plain' })
/** Eight attempts without a pause. */
const AGAIN = ['--assume', 'echat.retries=0,0,0,0,0,0,0']
const START = ['--start', '2026-01-01T08:00:00+08:00']

describe.concurrent('scenario', () => {
  test('without a name lists all that can be played, with their vendors', async () => {
    const { code, stdout, stderr } = await kefu('scenario')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const rows = stdout.trim().split('\n')
    expect(rows.map(it => it.split(/ {2,}/, 2))).toEqual(scenarios.map(it => [it.id, it.vendors.join(', ')]))
    for (const row of rows) expect(row).toMatch(/ {2}\S*\p{Script=Han}.*\. .+\.$/u)
  })

  test('that crosses vendors reaches each at its own address, and a line tells of each push', async () => {
    const to = {
      echat: receiver.url('/echat'),
      easyliao: receiver.answering('/easyliao', () => ({ status: 204 })),
      sobot: receiver.answering('/sobot', () => ({ body: '{"code":0}' })),
    }
    const addresses = Object.entries(to).flatMap(([vendor, url]) => ['--to', `${vendor}=${url}`])
    const { code, stdout, stderr } = await kefu('scenario', 'visitor-to-customer', ...addresses)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const lines = [...stdout.matchAll(/^(\d+) (\w+) (\w+): acknowledged, status 20[04], \d+ ms\.$/gm)]
    expect(lines.map(([, number]) => Number(number))).toEqual(Array.from({ length: 17 }, (_, at) => at + 1))
    for (const vendor of ['echat', 'easyliao', 'sobot'])
      expect(receiver.at(`/${vendor}`).length).toBe(lines.filter(it => it[2] === vendor).length)
    expect(receiver.at('/easyliao').length).toBe(1)
    expect(stdout).toMatch(/\n\nattempts +17\nacknowledged +17\n/)
  })

  const played = async (path: string, seed: string) => {
    const options = ['--count', '3', '--at-once', '1', '--seed', seed, ...START, ...plain]
    const { code, stdout } = await kefu('scenario', 'robot-to-person', '--to', receiver.url(path), ...options)
    expect({ code, lines: stdout.match(/: acknowledged/g)?.length }).toEqual({ code: 0, lines: 33 })
    return receiver.at(path).map(it => it.body)
  }
  test('with the same seed and start sends the same bodies, with another seed others', async () => {
    const [one, same, other] = await Promise.all([played('/a1', 'a'), played('/a2', 'a'), played('/b', 'b')])
    expect(one).toEqual(same)
    expect(one[0]).toMatch(/^<xml>.*2026-01-01 08:00:00/s)
    expect(new Set([...one, ...other]).size).toBe(66)
  })

  test('with events sent twice, shuffled and broken off, ends with all of them acknowledged', async () => {
    const unruly = ['--count', '20', '--twice', '0.5', '--shuffle', '--pace', 'burst', '--faults', '0.2', ...AGAIN]
    const { code, stdout } = await kefu('scenario', 'browse-only', '--to', receiver.url('/unruly'), ...unruly, ...plain)
    expect(code).toBe(0)
    const bodies = receiver.at('/unruly').map(it => it.body)
    expect(new Set(bodies).size).toBe(80)
    expect(bodies.length).toBeGreaterThan(100)
    expect(stdout).toMatch(new RegExp(`\\nacknowledged +${bodies.length}\\n`))
    expect(stdout).toMatch(
      /\nrefusals:\n +\d+ {2}The connection was broken off while the message was sent, as asked for\.\n$/,
    )
  })
})

describe.concurrent('what was typed wrong: exit 2, one sentence, and nothing is sent', () => {
  const never = () => receiver.url('/never')
  test.for<[what: string, args: () => string[], said: RegExp]>([
    [
      'a name',
      () => ['robot-to-persn', '--to', never()],
      /no scenario called "robot-to-persn"; did you mean robot-to-person/,
    ],
    [
      'no address at all',
      () => ['lead'],
      /easyliao pushes in this scenario: give --to <url>, or --to easyliao=<url>\./,
    ],
    [
      'no address for one of the vendors',
      () => ['visitor-to-customer', '--to', `echat=${never()}`, '--to', `sobot=${never()}`],
      /easyliao pushes in this scenario/,
    ],
    ['an address', () => ['lead', '--to', 'easyliao=nowhere'], /--to is an http or https URL, got "easyliao=nowhere"/],
    ['a share', () => ['lead', '--to', NOBODY, '--twice', 'x'], /--twice is a share from 0 to 1, got "x"\./],
    [
      'a start',
      () => ['lead', '--to', NOBODY, '--start', '5'],
      /--start is a date with its zone, as 2026.*, got "5"\./,
    ],
  ])('%s', async ([_what, args, said]) => {
    const { code, stdout, stderr } = await kefu('scenario', ...args())
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/^kefu: .+\n$/) })
    expect(stderr).toMatch(said)
    expect(receiver.at('/never')).toEqual([])
  })
})
