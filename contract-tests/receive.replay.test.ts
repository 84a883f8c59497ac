/** A signature of Echat is used once, in the agreed mode, and what it does not cover is known. */
import { beforeEach, describe, expect, test } from 'vitest'
import { contractOf } from '../schemas/contracts.ts'
import { echat } from '../schemas/index.ts'
import { createUsedSignatures } from '../src/receive/proof.ts'
import type { RawRequest } from '../src/receive/request.ts'
import { type ReceiverOptions, receiver } from '../src/receive.ts'
import { asking, forgetful, NOW, now, plain, pushed, secure, signedFor, subject, told } from './receive-requests.ts'

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

describe('a signature is used once', () => {
  test('for one body: the same again is a repeat, acknowledged without a second call', async () => {
    const receive = receiver(echat, { secret: plain, now, on: { chatSubject: () => void calls.push('x') } })
    const sent = subject('1')
    for (let copy = 0; copy < 3; copy++) expect(told(await receive(sent))).toBe('200 success')
    expect(calls.length).toBe(1)
  })

  test.each([
    ['plain', plain],
    ['secure', secure],
  ] as const)('for another body it is refused, %s', async (_mode, secret) => {
    const tell = listening({ secret })
    const [sent, other] = [subject('1', 'one', { secret }), subject('2', 'two', { secret })]
    expect(await tell(sent)).toBe('200 success')
    expect(await tell({ ...sent, body: other.body })).toBe('401 signature-used')
    expect(await tell({ ...sent, body: Buffer.concat([sent.body, Buffer.from('\n')]) })).toBe('401 signature-used')
    expect(await tell(sent)).toBe('200 success')
    expect(calls.length).toBe(2)
  })

  test('with digits moved between timestamp and nonce, which the signature cannot tell, it is the same signature', async () => {
    const [timestamp, nonce] = [`${NOW}`, '99']
    const sent = signedFor(subject('1'), timestamp, nonce)
    const other = subject('2')
    // 17000000000009 + 9: the last digit of the joined text has changed its side, and the sum is the same.
    const moved: RawRequest = asking(sent, { timestamp: `${NOW}9`, nonce: '9' })
    for (const window of [300, false] as const) {
      const tell = listening({ window })
      expect(await tell(sent)).toBe('200 success')
      expect(await tell({ ...moved, body: other.body })).toBe(window ? '401 timestamp-wrong' : '401 signature-used')
    }
  })

  test('is used with one data type: another around the same body is refused', () => {
    const refuseUsed = createUsedSignatures()
    const used = (dataType: string) => () =>
      refuseUsed({ signature: 's', timestamp: '' }, { query: { dataType }, headers: {}, body: 'x' })
    used('chatSubject')()
    expect(used('chatSubject')).not.toThrow()
    expect(used('chatScore')).toThrow(/used before/)
  })

  test('is remembered while fifty thousand others come', async () => {
    const refuseUsed = createUsedSignatures()
    const used = (signature: string, body: string) => () =>
      refuseUsed({ signature, timestamp: '' }, { query: {}, headers: {}, body })
    used('first', 'a')()
    for (let index = 0; index < 49_999; index++) used(`${index}`, 'a')()
    expect(used('first', 'b')).toThrow(/used before/)
  })
})

describe('the agreed mode', () => {
  const modes = [
    [plain, secure],
    [secure, plain],
  ] as const
  test.each(modes)('$mode: the other one is refused, strict and tolerant', async (secret, other) => {
    for (const tolerant of [false, true])
      expect(await listening({ secret, tolerant })(subject('1', 'memo', { secret: other }))).toBe('400 mode-mismatch')
    expect(calls).toEqual([])
  })

  test('a plain message beside an envelope, in it, or around it is no way in', async () => {
    const [inner] = [subject('1').body.toString()]
    const sealed = subject('1', 'memo', { secret: secure })
    const envelope = sealed.body.toString()
    const content = inner.slice('<xml>'.length, -'</xml>'.length)
    const bodies = [
      inner.replace('<xml>', '<xml><Encrypt></Encrypt>'),
      inner.replace('<xml>', '<xml><Encrypt><x>1</x></Encrypt>'),
      envelope
        .replace('<Encrypt>', '<x><Encrypt>')
        .replace('</Encrypt>', '</Encrypt></x>')
        .replace('</xml>', `${content}</xml>`),
      inner.replace('</xml>', '<x><Encrypt>1</Encrypt></x></xml>'),
    ]
    for (const tolerant of [false, true])
      for (const body of bodies)
        expect(await listening({ secret: secure, tolerant })({ ...sealed, body: Buffer.from(body) })).toMatch(
          /^400 (mode-mismatch|cipher-malformed)$/,
        )
    expect(calls).toEqual([])
  })
})

describe('what the signature does not cover', () => {
  test('is the data type: under another name the contract of that name judges the message', async () => {
    const sent = subject('1')
    const score = asking(sent, { dataType: 'chatScore' })
    const answer = await listening({ deviations: { violations: 'refuse' } })(score)
    expect([answer, calls]).toEqual(['422 contract-violated', []])
  })

  test('so a message that two contracts allow is handed to the handler of the wrong one; TLS and an address of its own protect it', async () => {
    const example = contractOf(echat, 'push', 'chatScore')?.contract.examples.documented
    const both = { ...(example as object), chatSubject: 'a' }
    const sent = pushed(echat, 'chatScore', { message: both })
    expect(await listening()(asking(sent, { dataType: 'chatSubject' }))).toBe('200 success')
    expect(calls).toEqual(['chatSubject'])
  })
})
