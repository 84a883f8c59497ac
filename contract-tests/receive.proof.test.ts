/** Who sent a push of Echat is judged from the raw request: each part of the signature, and its time. */
import { beforeEach, describe, expect, test } from 'vitest'
import { echat } from '../schemas/index.ts'
import type { RawRequest } from '../src/receive/request.ts'
import { type ReceiverOptions, receiver } from '../src/receive.ts'
import { asking, forgetful, NOW, now, parameter, plain, secure, signedFor, subject, told } from './receive-requests.ts'

let calls: string[] = []
beforeEach(() => {
  calls = []
})
type Options = Partial<ReceiverOptions<typeof echat, unknown>>
function listening(options: Options = {}) {
  const on = { chatSubject: () => void calls.push('chatSubject'), chatScore: () => void calls.push('chatScore') }
  const receive = receiver(echat, { secret: plain, now, inbox: forgetful, on, ...options })
  return async (request: RawRequest) => told(await receive(request))
}

const NAMES = ['signature', 'timestamp', 'nonce'] as const

describe('Echat: the signature', () => {
  const sent = subject('1', 'memo', { seed: 'proof' })

  test.each(NAMES)('fails with any bit of %s changed', async name => {
    const tell = listening({ window: false })
    const value = Buffer.from(parameter(sent, name))
    const answers = new Set<string>()
    for (let bit = 0; bit < value.length * 8; bit++) {
      const changed = Buffer.from(value)
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7))
      answers.add(await tell(asking(sent, { [name]: changed.toString('latin1') })))
    }
    expect([...answers]).toEqual(['401 signature-wrong'])
    expect(await tell(sent)).toBe('200 success')
    expect(calls).toEqual(['chatSubject'])
  })

  test.each(NAMES)('fails with %s cut anywhere, at either end, or made longer', async name => {
    const tell = listening({ window: false })
    const value = parameter(sent, name)
    for (let length = 1; length < value.length; length++) {
      expect(await tell(asking(sent, { [name]: value.slice(0, length) }))).toBe('401 signature-wrong')
      expect(await tell(asking(sent, { [name]: value.slice(length) }))).toBe('401 signature-wrong')
    }
    for (const more of [`${value} `, ` ${value}`, `${value}\n`, `${value}\0`, `${value}${value}`])
      expect(await tell(asking(sent, { [name]: more }))).toBe('401 signature-wrong')
    expect(calls).toEqual([])
  })

  const parts = NAMES.flatMap(name => {
    const value = parameter(sent, name)
    const without = asking(sent, { [name]: undefined })
    const rows: [what: string, RawRequest, answer: string][] = [
      [`${name} is missing`, without, '401 signature-missing'],
      [`${name} is empty`, asking(sent, { [name]: '' }), '401 signature-missing'],
      [`${name} has no value`, { ...without, url: `${without.url}&${name}` }, '401 signature-missing'],
      [`${name} comes twice`, { ...sent, url: `${sent.url}&${name}=${value}` }, '400 request-malformed'],
      [
        `${name} comes twice, percent-encoded`,
        { ...sent, url: `${sent.url}&%${name.charCodeAt(0).toString(16)}${name.slice(1)}=x` },
        '400 request-malformed',
      ],
      [
        `${name} is shaped like an array`,
        { ...without, url: `${without.url}&${name}[]=${value}` },
        '401 signature-missing',
      ],
      [
        `${name} is shaped like an array of one`,
        { ...without, url: `${without.url}&${name}[0]=${value}` },
        '401 signature-missing',
      ],
      [`${name} is in another case`, asking(without, { [name.toUpperCase()]: value }), '401 signature-missing'],
    ]
    return rows
  })
  test.each(parts)('when %s the request is refused', async (_what, request, answer) => {
    expect(await listening()(request)).toBe(answer)
    expect(calls).toEqual([])
  })

  test('in capitals is refused, so that a signature has one form', async () => {
    expect(await listening()(asking(sent, { signature: parameter(sent, 'signature').toUpperCase() }))).toBe(
      '401 signature-wrong',
    )
  })

  test('of another token is refused, with and without encryption', async () => {
    for (const secret of [plain, secure])
      expect(await listening({ secret })(subject('1', 'memo', { secret: { ...secret, token: 'other' } }))).toBe(
        '401 signature-wrong',
      )
  })
})

describe('Echat: the timestamp', () => {
  const stamped = (timestamp: string) => signedFor(subject('1'), timestamp)
  const seconds = (off: number) => String(NOW / 1_000 + off)
  const milliseconds = (off: number) => String(NOW + off)
  const STALE = '401 timestamp-wrong'
  const rows: [timestamp: string, answer: string][] = [
    ...[-301, -300, -299, 0, 299, 300, 301].flatMap((off): [string, string][] => {
      const answer = Math.abs(off) > 300 ? STALE : '200 success'
      return [
        [seconds(off), answer],
        [milliseconds(off * 1_000), answer],
      ]
    }),
    [milliseconds(300_001), STALE],
    [milliseconds(-300_001), STALE],
    ...[
      '17000000000000000000',
      '-1700000000000',
      '+1700000000000',
      '1.7e12',
      '1700000000000.0',
      '0x18bcfe56800',
      'now',
      ' 1700000000000',
      '1700000000000 ',
      '1700000000000\n',
      '１７０００００００００００',
      '0',
      '1',
      '01700000000000',
      'NaN',
    ].map((it): [string, string] => [it, it === '01700000000000' ? '200 success' : STALE]),
  ]
  test.each(rows)('%j → %s', async (timestamp, answer) => {
    expect(await listening()(stamped(timestamp))).toBe(answer)
    expect(calls.length).toBe(answer === '200 success' ? 1 : 0)
  })

  test('may be anything at all without a window, and the window may be chosen', async () => {
    expect(await listening({ window: false })(stamped('now'))).toBe('200 success')
    expect(await listening({ window: 10 })(stamped(seconds(10)))).toBe('200 success')
    expect(await listening({ window: 10 })(stamped(seconds(11)))).toBe(STALE)
    expect(await listening({ window: 0 })(stamped(seconds(0)))).toBe('200 success')
  })
})
