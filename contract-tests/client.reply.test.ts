/** What comes back: signatures of replies, business failures, gateways, redirects, sizes, both transports, and messages that betray nothing. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { okayapi as vendor } from '../schemas/index.ts'
import { okayapi as wire } from '../src/wire/okayapi.ts'
import { type Calling, calling, failed, inject, secrets } from './calling.ts'

let mock: Calling
let front: ReturnType<typeof createServer>
let listener: RequestListener
const at = () => `http://127.0.0.1:${(front.address() as AddressInfo).port}`
beforeAll(async () => {
  mock = await calling()
  front = createServer((request, response) => listener(request, response))
  await new Promise<void>(done => front.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  front.closeAllConnections()
  front.close()
  return mock.close()
})
beforeEach(() => {
  mock.world.reset()
  mock.world.switches.load({})
})

/** Stands in front of the mock and changes what it answers. */
const tampering = (change: (body: string) => string) => {
  listener = async ({ url = '', headers }, response) => {
    const { token } = headers
    const answer = await fetch(mock.origin + url, { headers: typeof token === 'string' ? { token } : {} })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(change(await answer.text()))
  }
}
/** Answers every request with this. */
const answering = (status: number, headers: Record<string, string>, body: string) => {
  listener = (_request, response) => response.writeHead(status, headers).end(body)
}
const list = { query: { perpage: 3 } }

describe.each(['undici', 'fetch'] as const)('with %s', transport => {
  const okay = (more = {}) => mock.okayapi({ baseUrl: `${at()}/okayapi`, transport, attempts: 3, ...more })
  const zhichi = (more = {}) => mock.sobot({ baseUrl: `${at()}/sobot`, transport, ...more })

  test('a reply of OkayAPI that nobody touched', async () => {
    tampering(body => body)
    const { data, _auth } = await okay().ALieBiaoAndyReportPromts(list)
    expect([data.lie_biao.length, _auth]).toEqual([3, expect.stringMatching(/^[0-9a-f]{32}$/)])
    mock.world.switches.switch({ okayapi: { reverseSignature: 'phpEscaping' } })
    expect((await okay().ALieBiaoAndyReportPromts(list)).data).toEqual(data)
  })

  test.each<[what: string, code: string, change: (body: string) => string]>([
    ['a digit changed', 'signature-wrong', it => it.replace('"zong_shu":', '"zong_shu":1')],
    ['the time changed', 'signature-wrong', it => it.replace('"_t":1', '"_t":2')],
    ['another signature', 'signature-wrong', it => it.replace(/"_auth":"\w+"/, `"_auth":"${'0'.repeat(32)}"`)],
    ['the signature taken off', 'signature-missing', it => it.replace(/,"_auth":"\w+"/, '')],
    [
      'data that comes twice',
      'signature-wrong',
      it => it.replace('"msg":', '"data":{"lie_biao":[],"zong_shu":0},"msg":'),
    ],
  ])('a reply with %s is refused, and not asked for again', async (_what, code, change) => {
    tampering(change)
    expect(await failed(okay().ALieBiaoAndyReportPromts(list))).toMatchObject({ code, attempts: 1 })
  })

  test('a reply without a signature is taken where the client was told so', async () => {
    mock.world.switches.switch({ okayapi: { reverseSignature: 'off' } })
    tampering(body => body)
    expect(await failed(okay().ALieBiaoAndyReportPromts(list))).toMatchObject({ code: 'signature-missing' })
    expect((await okay({ unsignedReplies: true }).ALieBiaoAndyReportPromts(list)).data.lie_biao).toHaveLength(3)
  })

  test('a business failure inside a success is a failure, whatever the operation promises', async () => {
    const moment = { now: 1_700_000_000_000, random: () => new Uint8Array() }
    const { appKey: app_key, appSecrect: app_secrect } = secrets(mock.world)
    const replying = (data: object) => {
      const { body } = wire.reply!.seal({ ret: 200, data, msg: 'v2' }, { app_key, app_secrect }, moment)
      answering(200, {}, String(body))
    }
    replying({ err_code: 2, err_msg: '余额不足' })
    const error = await failed(okay().ABuildExcel({}))
    expect(error).toMatchObject({ vendor: vendor.id, code: 2, said: '余额不足', retryable: false, attempts: 1 })
    expect(await failed(okay().ALieBiaoAndyReportPromts(list))).toMatchObject({ code: 2 })
    replying({ err_code: 0, err_msg: '' })
    expect((await okay().ABuildExcel({})).ret).toBe(200)
  })

  test('a code that no catalogue holds', async () => {
    answering(200, {}, '{"ret":503,"data":{},"msg":"busy"}')
    const error = await failed(okay().AGetAndyVarDatas({ query: { user_id: 1 } }))
    expect(error).toMatchObject({ code: 503, retryable: true, attempts: 3 })
    answering(200, {}, '{"ret":418,"data":{},"msg":"?"}')
    expect(await failed(okay().ABuildExcel({}))).toMatchObject({ code: 418, retryable: false, attempts: 1 })
  })

  test.each<[what: string, status: number, headers: Record<string, string>, body: string, code: string, tried: number]>(
    [
      ['a page of a gateway', 502, { 'content-type': 'text/html' }, '<html>', 'status-unexpected', 3],
      [
        'success by a status that is none',
        500,
        {},
        '{"ret_code":"000000","ret_msg":"x","items":[]}',
        'status-unexpected',
        3,
      ],
      ['a redirect', 302, { location: 'http://127.0.0.1:9/' }, '', 'status-unexpected', 1],
      ['nothing', 200, {}, '', 'body-empty', 1],
      ['no JSON', 200, {}, '{"item":{"token":"SECRET"', 'body-malformed', 1],
      ['null', 200, {}, 'null', 'contract-violated', 1],
      ['a reply off the contract', 200, {}, '{"ret_code":"000000","ret_msg":"x"}', 'contract-violated', 1],
      ['more than is wanted', 200, {}, ' '.repeat(5_000), 'answer-too-large', 1],
    ],
  )('%s', async (_what, status, headers, body, code, attempts) => {
    answering(status, headers, body)
    const error = await failed(zhichi({ limit: 4_000 }).getToken({}))
    expect(error).toMatchObject({ code, attempts })
    expect(error.message).not.toContain('SECRET')
  })
})

describe('no message holds a secret or a value of a customer', () => {
  const PHONE = 16000000102
  const everything = (error: unknown): string =>
    error instanceof Error
      ? [error.message, JSON.stringify(error), error.stack, everything(error.cause)].join('\n')
      : String(error)

  test.each<[what: string, call: () => Promise<unknown>]>([
    ['a value of the input', () => mock.sobot().customerSave({ body: { nick: 'x', tel: PHONE as unknown as string } })],
    [
      'a value of the reply',
      () => {
        tampering(body => body.replace('"items":[]', `"items":[{"id":"1","name":${PHONE}}]`))
        return mock.sobot({ baseUrl: `${at()}/sobot` }).labelGroupList({})
      },
    ],
    [
      'a reply that breaks off',
      () => {
        tampering(body => (body.includes('items') ? `{"items":[{"tel":"${PHONE}` : body))
        return mock.sobot({ baseUrl: `${at()}/sobot` }).labelGroupList({})
      },
    ],
    ['a key that is wrong', () => mock.sobot({ appKey: `S${PHONE}` }).sourceList({})],
    ['an address with a password', () => mock.sobot({ baseUrl: `http://u:p${PHONE}@127.0.0.1:9/` }).sourceList({})],
    [
      'a query',
      () =>
        mock
          .okayapi({ baseUrl: 'http://127.0.0.1:9/', appSecrect: `S${PHONE}` })
          .AGetAndyVarDatas({ query: { user_id: PHONE } }),
    ],
  ])('%s', async (_what, call) => {
    const error = await failed(call())
    expect(everything(error)).not.toContain(String(PHONE))
    const { appKey } = secrets(mock.world)
    expect(everything(error)).not.toContain(appKey)
  })
})

test.each(['.', '..', ''])('an id that would lead to another operation is refused: %j', async id => {
  const error = await failed(mock.sobot().customerDetail({ params: { id } }))
  expect(error).toMatchObject({ code: 'contract-violated', attempts: 0 })
})

test.each(['soboten.com', 'ftp://x.example.com', 'https://x.example.com/?a=1', ''])(
  'an address that is none: %j',
  baseUrl => {
    expect(() => mock.sobot({ baseUrl })).toThrow('baseUrl: expected an address')
  },
)

test('both transports ask for the same', async () => {
  const seen: string[] = []
  listener = async (request, response) => {
    const { token, 'content-type': type, 'accept-encoding': encoding } = request.headers
    let body = ''
    for await (const chunk of request) body += chunk
    seen.push(JSON.stringify([request.method, request.url, type, encoding, token !== undefined, body]))
    response.end('{"ret_code":"900004","ret_msg":"x"}')
  }
  for (const transport of ['undici', 'fetch'] as const) {
    const random = () => 0
    await failed(mock.sobot({ baseUrl: at(), transport, random }).getToken({}))
    await failed(mock.okayapi({ baseUrl: at(), transport }).AReceiveMsg({ body: { text: '{}' } as never }))
  }
  expect(seen.slice(2)).toEqual(seen.slice(0, 2))
  expect(seen).toHaveLength(4)
  inject(mock.world)
})
