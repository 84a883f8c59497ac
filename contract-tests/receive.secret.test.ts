/** Sobot's signed headers, a secret of one's own for vendors that sign nothing, and one answer for whatever is wrong inside a ciphertext. */
import { createCipheriv } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'
import type { RawRequest } from '../src/receive/request.ts'
import { type ReceiverOptions, receiver } from '../src/receive.ts'
import { encrypt } from '../src/wire/envelope.ts'
import {
  asking,
  company,
  forgetful,
  NOW,
  now,
  pushed,
  secure,
  signedBySobot,
  subject,
  told,
} from './receive-requests.ts'

describe('Sobot: the headers that sign', () => {
  const NAMES = ['x-log-timestamp', 'x-log-randomcode', 'x-log-sign'] as const
  const unsigned = pushed(sobot, 'customerAdded')
  const signed = (timestamp = `${NOW}`, code = 'code', body = unsigned.body): RawRequest =>
    signedBySobot({ ...unsigned, body }, timestamp, code)
  const listening = (options: Partial<ReceiverOptions<typeof sobot, unknown>> = {}) => {
    const receive = receiver(sobot, { secret: company, now, inbox: forgetful, on: {}, ...options })
    return async (request: RawRequest) => told(await receive(request))
  }
  const OK = '200 {"code":0,"msg":"success"}'
  const withHeaders = (changed: RawRequest['headers']) => ({
    ...signed(),
    headers: { ...signed().headers, ...changed },
  })

  test('are taken, and asked for only where they are required', async () => {
    expect(await listening()(signed())).toBe(OK)
    expect(await listening({ signed: true })(signed())).toBe(OK)
    expect(await listening()(unsigned)).toBe(OK)
    expect(await listening({ signed: true })(unsigned)).toBe('401 signature-missing')
  })

  test.each(NAMES)('are refused without %s, with it empty, wrong, or twice, required or not', async name => {
    const value = `${signed().headers[name]}`
    for (const required of [false, true]) {
      const tell = listening({ signed: required })
      for (const gone of [undefined, '', []])
        expect(await tell(withHeaders({ [name]: gone as string[] }))).toBe('401 signature-missing')
      for (const wrong of [`${value}0`, value.slice(1), ` ${value}`, [value, value], [value, 'x']])
        expect(await tell(withHeaders({ [name]: wrong }))).toBe('401 signature-wrong')
    }
  })

  test.each(NAMES)('are refused with any bit of %s changed', async name => {
    const tell = listening({ window: false })
    const value = Buffer.from(`${signed().headers[name]}`)
    for (let bit = 0; bit < value.length * 8; bit++) {
      const changed = Buffer.from(value)
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7))
      expect(await tell(withHeaders({ [name]: changed.toString('latin1') }))).toBe('401 signature-wrong')
    }
  })

  test.each([
    [-301, '401 timestamp-wrong'],
    [-300, OK],
    [0, OK],
    [300, OK],
    [301, '401 timestamp-wrong'],
  ])('%i s off → %s', async (off, answer) => {
    expect(await listening()(signed(`${NOW + off * 1_000}`))).toBe(answer)
    expect(await listening()(signed(`${NOW / 1_000 + off}`))).toBe(answer)
  })

  test('sign nothing of the body, so they are taken once, also with digits moved from the time to the code', async () => {
    const other = pushed(sobot, 'customerUpdated').body
    const tell = listening({ window: false })
    expect(await tell(signed(`${NOW}`, '12'))).toBe(OK)
    expect(await tell(signed(`${NOW}`, '12'))).toBe(OK)
    expect(await tell(signed(`${NOW}`, '12', other))).toBe('401 signature-used')
    expect(await tell(signed(`${NOW}1`, '2', other))).toBe('401 signature-used')
    expect(await tell(signed(`${NOW}`.slice(0, -1), '012', other))).toBe('401 signature-used')
  })
})

describe.each([
  ['Yunduo', yunduo, 'conversation'],
  ['EasyLiao', easyliao, 'lead'],
  ['Sobot', sobot, 'customerAdded'],
  ['Echat', echat, 'chatSubject'],
] as const)('%s: a secret that was agreed on', (_name, vendor, id) => {
  const value = 'a-secret-of-24-characters'
  const listening = (shared: NonNullable<ReceiverOptions<typeof vendor>['shared']>) => {
    const receive = receiver(vendor, {
      secret: { ...secure, ...company, mode: 'plain' } as never,
      now,
      inbox: forgetful,
      on: {},
      shared,
    })
    return async (request: RawRequest) => (await receive(request)).body.replace(/:.*/s, '')
  }
  const sent = pushed(vendor, id)
  const wrong = [
    '',
    value.slice(1),
    value.slice(0, -1),
    `${value} `,
    `${value}x`,
    value.toUpperCase(),
    `${value}, ${value}`,
    '洽'.repeat(8),
    value.replace('a', 'b'),
  ]
  const REFUSED = 'shared-secret-wrong'

  test('in a header, of which the case does not matter', async () => {
    const tell = listening({ header: 'X-CRM-Push-Token', value })
    const withHeader = (token: string | string[] | undefined) =>
      tell({ ...sent, headers: { ...sent.headers, 'x-crm-push-token': token } })
    expect(await withHeader(value)).not.toBe(REFUSED)
    expect(await withHeader(undefined)).toBe(REFUSED)
    for (const it of [...wrong, [value, value]]) expect(await withHeader(it)).toBe(REFUSED)
    expect(await tell(sent)).toBe(REFUSED)
    expect(await tell(asking(sent, { 'x-crm-push-token': value, 'X-CRM-Push-Token': value }))).toBe(REFUSED)
  })

  test('in the address', async () => {
    const tell = listening({ query: 'key', value })
    expect(await tell(asking(sent, { key: value }))).not.toBe(REFUSED)
    for (const it of wrong) expect(await tell(asking(sent, { key: it }))).toBe(REFUSED)
    expect(await tell(sent)).toBe(REFUSED)
    expect(await tell({ ...sent, headers: { ...sent.headers, key: value } })).toBe(REFUSED)
    expect(await tell(asking(sent, { KEY: value }))).toBe(REFUSED)
  })

  test('is judged before the body is looked at', async () => {
    const tell = listening({ query: 'key', value })
    expect(await tell({ ...sent, body: Buffer.from('<<<') })).toBe(REFUSED)
  })
})

describe('Echat: one answer for whatever is wrong inside a ciphertext', () => {
  const sent = subject('1', 'memo', { secret: secure })
  const inside = (text: string) => encrypt(text, secure, Buffer.alloc(16, 7))
  const envelope = (sealed: string) => `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`
  const key = Buffer.from(`${secure.EncodingAESKey}=`, 'base64')
  const cipher = (bytes: Buffer, by = key) =>
    createCipheriv('aes-256-cbc', by, by.subarray(0, 16)).setAutoPadding(false).update(bytes).toString('base64')
  const sound = '<xml><appId>a</appId></xml>'
  const padded = (content: Buffer, padding: number) => Buffer.concat([content, Buffer.alloc(padding, padding)])
  const head = (length: number) => Buffer.concat([Buffer.alloc(16), Buffer.from([0, 0, length >> 8, length & 255])])

  const wrong: [what: string, sealed: string, cause: RegExp][] = [
    ['the key of another', cipher(Buffer.alloc(64, 32), Buffer.alloc(32, 6)), /padding|length/],
    ['a padding of 0', cipher(Buffer.alloc(32)), /padding/],
    ['a padding of 33', cipher(Buffer.alloc(64, 33)), /padding/],
    ['an uneven padding', cipher(Buffer.concat([Buffer.alloc(30), Buffer.from([3, 2])])), /padding/],
    ['a length beyond the end', cipher(padded(Buffer.concat([head(60_000), Buffer.alloc(5)]), 7)), /length/],
    ['the appId of another', encrypt(sound, { ...secure, appId: 'app1234568' }, Buffer.alloc(16)), /appId/],
    ['no appId', encrypt(sound, { ...secure, appId: '' }, Buffer.alloc(16)), /appId/],
    ['no base64', '!!!', /not base64/],
    ['half of it', inside(sound).slice(0, 40), /not a multiple/],
    [
      '16 bytes less',
      Buffer.from(inside(sound), 'base64').subarray(16).toString('base64'),
      /multiple|padding|length|appId/,
    ],
    ['nothing', '', /0 bytes/],
    [
      'no UTF-8',
      cipher(padded(Buffer.concat([head(3), Buffer.from([0xff, 0xfe, 0x41]), Buffer.from(secure.appId)]), 31)),
      /UTF-8/,
    ],
    ['an empty message', inside(''), /empty/],
    ['no XML', inside('{}'), /line 1, column/],
    ['XML that is cut off', inside(sound.slice(0, -3)), /line 1, column/],
    ['a DOCTYPE', inside(`<!DOCTYPE x>${sound}`), /DOCTYPE/],
  ]
  test.each(wrong)('%s; the cause is for the log alone', async (_what, sealed, cause) => {
    const told: string[] = []
    const receive = receiver(echat, {
      secret: secure,
      now,
      inbox: forgetful,
      on: {},
      onRefused: error => told.push(`${error.message} ${(error.cause as Error | undefined)?.message}`),
    })
    expect(await receive({ ...sent, body: Buffer.from(envelope(sealed)) })).toEqual({
      status: 400,
      contentType: 'text/plain; charset=utf-8',
      body: 'cipher-malformed: The encrypted message cannot be opened.',
    })
    expect(told).toEqual([expect.stringMatching(cause)])
  })
})
