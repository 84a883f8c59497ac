/** The same contract through every adapter, in real servers: each push arrives at its handler and is acknowledged as its vendor wants; nothing else is. */
import { createConnection } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { request as ask, Client } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { refusal } from '../mocks/deliver/acknowledgement.ts'
import { seededRandom } from '../mocks/world/random.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'
import type { KefuError } from '../src/wire/errors.ts'
import { wireOf } from '../src/wire/index.ts'
import { matchQuery } from '../src/wire/recognise.ts'
import { asking, company, forgetful, NOW, now, plain, raw, secure, subject } from './receive-requests.ts'
import { expressBehindJson, type Serving, servers } from './receive-servers.ts'

/** Each vendor as it may send: what it signs with, and the form that it chooses. */
const ways: [name: string, Vendor, secret: object, choices: Record<string, string>, options?: object][] = [
  ['Echat, plain', echat, plain, {}],
  ['Echat, encrypted', echat, secure, {}],
  ['Echat without a content type', echat, plain, { contentType: 'none' }],
  ['Yunduo', yunduo, {}, {}],
  ...['json', 'array', 'dataString', 'form'].map((bodyForm): (typeof ways)[number] => [
    `EasyLiao, ${bodyForm}`,
    easyliao,
    {},
    { bodyForm },
  ]),
  ['Sobot', sobot, company, {}],
  ['Sobot, signed', sobot, company, { pushSignature: 'on' }, { signed: true }],
]

const chosen = (vendor: Vendor, choices: Record<string, string>) => (name: string) =>
  choices[name] ?? vendor.assumptions[name]?.default ?? ''

describe.each(Object.entries(servers))('%s', (_server, serve) => {
  describe.each(ways)('%s', (_way, vendor, secret, choices, options = {}) => {
    const pushes = contracts(vendor, 'push')
    const seen: { id: string; message: unknown }[] = []
    let server: Serving
    let client: Client
    beforeAll(async () => {
      const on = Object.fromEntries(pushes.map(({ id }) => [id, (message: unknown) => void seen.push({ id, message })]))
      server = await serve(vendor, { secret: secret as never, now, on: on as never, inbox: forgetful, ...options })
      client = new Client(new URL(server.url).origin)
    })
    afterAll(async () => {
      await client.close()
      await server.close()
    })

    test('every push, example and variant arrives at its handler and is acknowledged', async () => {
      const random = seededRandom('adapters')
      for (const { id, contract } of pushes)
        for (const [name, message] of Object.entries({ ...contract.examples, ...contract.variants })) {
          seen.length = 0
          const sealed = wireOf(vendor).push?.seal(
            { query: matchQuery(contract.match), body: message },
            secret,
            { now: NOW, random },
            chosen(vendor, choices),
          )
          if (!sealed) throw new Error('no push')
          const { url, headers, body } = raw(sealed)
          const answer = await client.request({
            method: 'POST',
            path: url.replace('/hook', '/hooks/of-mine'),
            headers,
            body,
          })
          const text = await answer.body.text()
          const accepts = vendor.push?.acknowledgement.accepts
          expect(accepts && [name, refusal(accepts, { status: answer.statusCode, body: Buffer.from(text) })]).toEqual([
            name,
            undefined,
          ])
          expect(`${answer.headers['content-type']}`).toMatch(vendor === echat ? /^text\/plain/ : /^application\/json/)
          expect(seen.map(it => it.id)).toEqual([id])
          if (choices.bodyForm !== 'form') expect(seen[0]?.message, name).toEqual(message)
          else
            expect(Object.keys(seen[0]?.message as object).sort(), name).toEqual(Object.keys(message as object).sort())
        }
    })
  })

  describe('what is not sound', () => {
    const refused: KefuError[] = []
    let handled = 0
    let act: () => unknown
    let server: Serving
    beforeEach(() => {
      refused.length = 0
      handled = 0
      act = () => undefined
    })
    beforeAll(async () => {
      const on = {
        chatSubject() {
          handled++
          return act()
        },
      }
      server = await serve(echat, {
        secret: plain as never,
        now,
        on: on as never,
        inbox: forgetful,
        onRefused: error => refused.push(error),
        limit: 50_000,
      })
    })
    afterAll(() => server.close())

    const sent = subject('1')
    const tell = async ({ url, headers, body }: typeof sent, method = 'POST') => {
      const address = server.url + url.slice('/hook'.length)
      const answer = await ask(address, {
        method: method as 'POST',
        headers: headers as Record<string, string>,
        body: method === 'GET' ? null : body,
      })
      return `${answer.statusCode} ${(await answer.body.text()).replace(/: .*/s, '')}`
    }
    const alive = async () => (await (await ask(`http://127.0.0.1:${server.port}/alive`)).body.text()) === 'alive'

    test('the address check is answered with the echostr alone, by GET and by POST, and only when its signature holds', async () => {
      const check = { ...asking(sent, { dataType: 'checkUrl', echostr: '<b>1 & "2"</b>' }), body: Buffer.alloc(0) }
      const address = server.url + check.url.slice('/hook'.length)
      for (const method of ['GET', 'POST'] as const) {
        const answer = await ask(address, { method })
        expect([
          answer.statusCode,
          `${answer.headers['content-type']}`.toLowerCase(),
          await answer.body.text(),
        ]).toEqual([200, 'text/plain; charset=utf-8', '<b>1 & "2"</b>'])
        expect(await tell(asking(check, { signature: 'wrong' }), method)).toBe('401 signature-wrong')
        expect(await tell(asking(check, { signature: undefined }), method)).toBe('401 signature-missing')
      }
      expect(handled).toBe(0)
    })

    test.each<[string, typeof sent, string]>([
      ['a wrong signature', asking(sent, { signature: '0'.repeat(40) }), '401 signature-wrong'],
      ['no signature', { ...sent, url: '/hook?dataType=chatSubject' }, '401 signature-missing'],
      ['no parameters at all', { ...sent, url: '/hook' }, '401 signature-missing'],
      ['a parameter that comes twice', { ...sent, url: `${sent.url}&nonce=1` }, '400 request-malformed'],
      ['an old timestamp', subject('1', 'memo', { at: NOW - 301_000 }), '401 timestamp-wrong'],
      ['an empty body', { ...subject('1'), body: Buffer.alloc(0) }, '400 body-empty'],
      ['a body that is no XML', { ...subject('1'), body: Buffer.from('{}') }, '400 body-malformed'],
      ['a body that is no UTF-8', { ...subject('1'), body: Buffer.from([0xff, 0xfe]) }, '400 body-not-utf8'],
    ])('%s is not acknowledged, and told of', async (_name, request, answer) => {
      expect(await tell(request)).toBe(answer)
      expect([handled, refused.map(it => it.code)]).toEqual([0, [answer.slice(4)]])
      expect(await tell(subject('1'))).toBe('200 success')
    })

    test('a handler that throws, or rejects, is not acknowledged', async () => {
      for (const fail of [
        () => {
          throw new Error('hunter2')
        },
        async () => {
          throw new Error('hunter2')
        },
      ]) {
        act = fail
        expect(await tell(subject('1'))).toBe('500 handler-failed')
      }
      act = () => undefined
      expect(await tell(subject('1'))).toBe('200 success')
      expect(refused.map(it => it.code)).toEqual(['handler-failed', 'handler-failed'])
    })

    test.each([
      ['of as much as is taken', 50_000, /^400 body-malformed/],
      ['of one byte more', 50_001, /^413 /],
      // Who is still sending when the answer comes may find the connection closed instead.
      ['of much more', 900_000, /^(413 |closed (UND_ERR_SOCKET|EPIPE|ECONNRESET)$)/],
    ])('a body %s: announced, and in chunks without a length', async (_name, size, wanted) => {
      const large = Buffer.alloc(size, 97)
      async function* chunks() {
        for (let at = 0; at < size; at += 10_000) yield large.subarray(at, at + 10_000)
      }
      for (const body of [large, chunks() as never]) {
        const address = server.url + subject('1').url.slice('/hook'.length)
        const outcome = await ask(address, { method: 'POST', headers: { 'content-type': 'text/xml' }, body })
          .then(async it => `${it.statusCode} ${await it.body.text()}`)
          .catch(error => `closed ${error.code}`)
        expect(outcome).toMatch(wanted)
      }
      expect(handled).toBe(0)
      expect(await tell(subject('1'))).toBe('200 success')
      expect(await alive()).toBe(true)
    })

    test('a sender that goes away in the middle harms nobody', async () => {
      const strays: unknown[] = []
      const stray = (reason: unknown) => strays.push(reason)
      process.on('unhandledRejection', stray)
      onTestFinished(() => void process.off('unhandledRejection', stray))
      for (const length of ['content-length: 100\r\n\r\nhalf', 'transfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n']) {
        const socket = createConnection(server.port, '127.0.0.1')
        const { pathname } = new URL(server.url)
        socket.write(
          `POST ${pathname}${sent.url.slice('/hook'.length)} HTTP/1.1\r\nhost: x\r\ncontent-type: text/xml\r\n${length}`,
        )
        await sleep(30)
        socket.destroy()
        await sleep(30)
      }
      expect(await tell(subject('1'))).toBe('200 success')
      expect([strays, handled, await alive()]).toEqual([[], 1, true])
    })
  })
})

describe('Express behind a body parser that leaves no bytes', () => {
  test.each([
    ['JSON', '{"a":1}', 'application/json', 'object'],
    ['text', 'abc', 'text/plain', 'string'],
  ])('%s: says so, on both sides', async (_name, body, type, kind) => {
    const refused: string[] = []
    const server = await expressBehindJson(yunduo, {
      secret: {} as never,
      on: {},
      onRefused: error => refused.push(error.message),
    })
    onTestFinished(() => server.close())
    const answer = await ask(server.url, { method: 'POST', headers: { 'content-type': type }, body })
    expect([answer.statusCode, await answer.body.text()]).toEqual([
      500,
      expect.stringMatching(/^body-parsed: The body was parsed before the receiver got it\./),
    ])
    expect(refused).toEqual([`The body was parsed before the receiver got it. Expected bytes, got ${kind}.`])
  })
})
