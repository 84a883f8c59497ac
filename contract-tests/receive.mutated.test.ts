/** Hundreds of thousands of requests that were tampered with: no exception escapes, and nothing is accepted that nobody sent. */
import { expect, test } from 'vitest'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'
import type { RawRequest } from '../src/receive/request.ts'
import { receiver } from '../src/receive.ts'
import { encrypt } from '../src/wire/envelope.ts'
import {
  company,
  forgetful,
  NOW,
  now,
  plain,
  pushed,
  secure,
  signedBySobot,
  signedFor,
  subject,
} from './receive-requests.ts'

/** Quick, and the same each time: a linear congruential generator. */
function dice(seed: number) {
  let state = seed
  return (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * limit)
  }
}
const below = dice(5)

type Mutate = (bytes: Buffer, other: Buffer) => Buffer
const mutations: Mutate[] = [
  bytes => {
    const changed = Buffer.from(bytes)
    const at = below(changed.length)
    changed[at] = (changed[at] as number) ^ (1 << below(8))
    return changed
  },
  bytes => bytes.subarray(0, below(bytes.length)),
  bytes => {
    const at = below(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(8))])
  },
  bytes => {
    const at = below(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([below(256)]), bytes.subarray(at)])
  },
  (bytes, other) => {
    const at = below(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(at)])
  },
  bytes => {
    const [from, to, length] = [below(bytes.length), below(bytes.length), 1 + below(16)]
    const changed = Buffer.from(bytes)
    bytes.copy(changed, to, from, from + length)
    return changed
  },
]
const mutated = (bytes: Buffer, other: Buffer) => (mutations[below(mutations.length)] as Mutate)(bytes, other)

/** Query, body or both; the query as text that no longer need be well-formed. */
function tampered(request: RawRequest, other: RawRequest): RawRequest {
  const where = below(3)
  return {
    ...request,
    url: where ? mutated(Buffer.from(request.url), Buffer.from(other.url)).toString('latin1') : request.url,
    body: where < 2 ? mutated(Buffer.from(request.body), Buffer.from(other.body)) : request.body,
  }
}

/** Where nothing is signed, or everything anew, whoever sends can say what the contract allows; elsewhere only what was sent. */
const cases: {
  name: string
  count: number
  vendor: Vendor
  id: string
  secret: object
  resign?: (it: RawRequest, round: number) => RawRequest
  open?: true
}[] = [
  { name: 'Echat in plain', count: 45_000, vendor: echat, id: 'chatSubject', secret: plain },
  { name: 'Echat encrypted', count: 45_000, vendor: echat, id: 'chatSubject', secret: secure },
  { name: 'Sobot signed', count: 40_000, vendor: sobot, id: 'customerMerged', secret: company },
  {
    name: 'Echat in plain, signed anew',
    count: 20_000,
    vendor: echat,
    id: 'chatSubject',
    secret: plain,
    resign: (it, round) => signedFor(it, `${NOW}`, `r${round}`),
    open: true,
  },
  { name: 'Sobot, unsigned', count: 10_000, vendor: sobot, id: 'customerMerged', secret: company, open: true },
  { name: 'Yunduo', count: 10_000, vendor: yunduo, id: 'leaveMessage', secret: {}, open: true },
  { name: 'EasyLiao', count: 30_000, vendor: easyliao, id: 'lead', secret: {}, open: true },
]

const accepted = (status: number) => status >= 200 && status < 300

test.each(cases)(
  '$count tampered requests of $name: no exception escapes, and no handler gets what nobody could send',
  async ({ count, vendor, id, secret, resign, open }) => {
    const signed = vendor === sobot && !open
    const seen = new Map<string, number>()
    const failed: string[] = []
    const receive = receiver(vendor, {
      secret: secret as never,
      now,
      inbox: forgetful,
      deviations: { events: 'refuse', violations: 'refuse' },
      on: {
        [id]: (message: unknown) =>
          void seen.set(JSON.stringify(message), (seen.get(JSON.stringify(message)) ?? 0) + 1),
      } as never,
      onRefused: ({ code, cause }) => code === 'handler-failed' && failed.push(`${(cause as Error).stack}`),
      signed,
    })
    const [one, two] = ['1', '2'].map(seed => {
      const request = pushed(vendor, id, { secret, seed, ...(vendor === echat && { set: { msgId: seed } }) })
      return signed ? signedBySobot(request, undefined, seed) : request
    }) as [RawRequest, RawRequest]
    const sound = new Set<string>()
    for (const it of [one, two]) expect(accepted((await receive(it)).status)).toBe(true)
    for (const it of seen.keys()) sound.add(it)
    seen.clear()

    const statuses = new Map<number, number>()
    for (let round = 0; round < count; round++) {
      const request = tampered(one, two)
      const { status } = await receive(resign?.(request, round) ?? request)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(failed).toEqual([])
    expect([...statuses.keys()].filter(it => it >= 500)).toEqual([])
    expect(statuses.get(200) ?? 0).toBeLessThan(count)
    // A body that was changed under a signature finds it used: what comes through is the very message that was sent.
    if (!open) expect([...seen.keys()].filter(it => !sound.has(it))).toEqual([])
  },
)

test('100,000 tampered ciphertexts, each signed well: one answer, none accepted', async () => {
  const answers = new Map<string, number>()
  const messages: unknown[] = []
  const receive = receiver(echat, {
    secret: secure,
    now,
    inbox: forgetful,
    deviations: { violations: 'refuse' },
    on: { chatSubject: message => void messages.push(message) },
  })
  const text = subject('1').body.toString()
  const [one, two] = [1, 2].map(seed => Buffer.from(encrypt(text, secure, Buffer.alloc(16, seed)), 'base64')) as [
    Buffer,
    Buffer,
  ]
  const envelope = (sealed: Buffer) => Buffer.from(`<xml><Encrypt>${sealed.toString('base64')}</Encrypt></xml>`)
  const request = subject('1', 'memo', { secret: secure })
  const signed = (nonce: number, sealed: Buffer) => ({
    ...signedFor(request, `${NOW}`, `n${nonce}`),
    body: envelope(sealed),
  })
  for (const it of [one, two]) expect((await receive(signed(it[0] as number, it))).status).toBe(200)
  messages.length = 0
  for (let round = 0; round < 100_000; round++) {
    const changed = mutated(one, two)
    if (changed.equals(one) || changed.equals(two)) continue
    const { status, body } = await receive(signed(1_000 + round, changed))
    answers.set(`${status} ${body}`, (answers.get(`${status} ${body}`) ?? 0) + 1)
  }
  expect(messages).toEqual([])
  expect([...answers.keys()]).toEqual(['400 cipher-malformed: The encrypted message cannot be opened.'])
})
