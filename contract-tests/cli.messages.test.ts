/** The `kefu` command, really spawned: push, call and open. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealed } from '../mocks/deliver/deliver.ts'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { contractOf } from '../schemas/contracts.ts'
import { echat, okayapi, sobot, yunduo } from '../schemas/index.ts'
import { receiverPlugin } from '../src/receive.ts'
import { forgetful } from './forgetful.ts'
import { given, kefu, kefuReading, main } from './kefu.ts'
import { finished } from './processes.ts'

const worlds = createWorlds({ now: Date.now })
const world = worlds.first
const secret = world.credentials(echat)
const stderr = ''
const oneLine = expect.stringMatching(/^kefu: .+\n$/)

const seen: { chatData: { chatRecordId: string } }[] = []
let headers: unknown
const receiver = Fastify()
const mock: FastifyInstance = mockServer([sobot, okayapi, echat], worlds)
let hook: string
let base: string

beforeAll(async () => {
  const on = { chatStart: (message: (typeof seen)[number]) => void seen.push(message) }
  await receiver.register(receiverPlugin(echat, { path: '/hook', secret: secret as never, inbox: forgetful, on }))
  receiver.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  receiver.post('/deaf', async request => {
    headers = request.headers
    return 'ok'
  })
  hook = await receiver.listen({ port: 0, host: '127.0.0.1' })
  base = await mock.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => Promise.all([receiver.close(), mock.close()]))

describe.concurrent('push', () => {
  const chatStart = (path: string) => ['push', 'echat', 'chatStart', '--to', `${hook}${path}`]

  test('says that the push was acknowledged, and the fields that were set arrive', async () => {
    const stdout = 'echat chatStart: acknowledged, status 200.\n'
    expect(await kefu(...chatStart('/hook'), '--set', 'chatData.chatRecordId=1_99')).toEqual({
      code: 0,
      stdout,
      stderr,
    })
    expect(seen.map(it => it.chatData.chatRecordId)).toContain('1_99')
  })
  test('says why a push was not acknowledged, with exit code 1; headers that were added arrive', async () => {
    const stdout = 'echat chatStart: not acknowledged, status 200. Expected the body success, got "ok".\n'
    expect(await kefu(...chatStart('/deaf'), '--header', 'X-CRM-PUSH-TOKEN=t 1')).toEqual({ code: 1, stdout, stderr })
    expect(headers).toMatchObject({ 'x-crm-push-token': 't 1', 'content-type': 'text/xml; charset=utf-8' })
  })
  test('takes credentials from the environment; another token is refused', async () => {
    const pairs = Object.entries({ ...secret, token: 'another' }).map(([name, value]) => [
      `KEFU_ECHAT_${name.toUpperCase()}`,
      value,
    ])
    const answer = await finished('node', [...main, ...chatStart('/hook')], { env: Object.fromEntries(pairs) })
    expect(answer).toEqual({
      code: 1,
      stdout: expect.stringMatching(/not acknowledged, status 401\. .*signature-wrong/),
      stderr,
    })
  })
  test('does not send what breaks the contract', async () => {
    const answer = await kefu(...chatStart('/hook'), '--set', 'chatData=5')
    expect(answer).toEqual({ code: 1, stdout: '', stderr: oneLine })
    expect(answer.stderr).toMatch(/chatData: expected an object, got a number 5/)
  })
})

describe.concurrent('call', () => {
  const call = (vendor: string, ...args: string[]) => kefu('call', vendor, ...args, '--to', `${base}/${vendor}`)
  const { token: _, ...keys } = world.credentials(sobot)
  const reply = contractOf(sobot, 'operation', 'sourceList')?.contract.examples.documented?.reply

  test.for([
    ['with the credentials that the mock printed', []],
    ['with a token of its own, got by logging in', given(keys)],
  ] as const)('prints the reply as JSON, %s', async ([_how, args]) => {
    const { code, stdout, stderr } = await call('sobot', 'sourceList', ...args)
    expect({ code, stderr, reply: JSON.parse(stdout) }).toEqual({ code: 0, stderr: '', reply })
  })
  test('sends a body from a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kefu-cli-'))
    writeFileSync(join(folder, 'body.json'), '{"name":"x"}')
    const { code, stdout } = await call('sobot', 'labelGroupSave', '--body', `@${join(folder, 'body.json')}`)
    rmSync(folder, { recursive: true })
    expect({ code, reply: JSON.parse(stdout) }).toMatchObject({ code: 0, reply: { ret_code: '000000' } })
  })

  const okay = world.credentials(okayapi)
  const read = ['okayapi', 'AGetAndyVarDatas', '--query', 'user_id=1'] as const
  test.for<[what: string, args: readonly [string, ...string[]], said: RegExp]>([
    ['a wrong body', ['sobot', 'labelGroupSave', '--body', '{"name":5}'], /name: expected text .*, got a number 5/],
    ['a path parameter left out', ['sobot', 'customerDetail'], /params\.id: expected text, got nothing/],
    [
      'another app_key',
      ['sobot', 'labelGroupList', ...given({ ...keys, app_key: 'x' })],
      /sobot getToken answered 900003 signature错误/,
    ],
    ['another secret', [...read, ...given({ ...okay, app_secrect: 'x' })], /AGetAndyVarDatas answered 400 .*签名错误/],
    [
      'an unknown app_key',
      [...read, ...given({ ...okay, app_key: 'A'.repeat(32) })],
      /AGetAndyVarDatas answered 406 .*非法app_key/,
    ],
  ])('is refused with exit code 1: %s', async ([_what, [vendor, ...args], said]) => {
    const answer = await call(vendor, ...args)
    expect(answer).toEqual({ code: 1, stdout: '', stderr: oneLine })
    expect(answer.stderr).toMatch(said)
  })
})

describe.concurrent('open', () => {
  const capture = (file: string) => readFileSync(`contract-tests/captures/echat/${file}`)
  const push = contractOf(echat, 'push', 'chatStart')
  if (!push) throw new Error('no chatStart')
  const message = push.contract.examples.documented
  const http = sealed({ vendor: echat, push, message, secret, moment: world.moment() })
  const raw = (end: string, query = new URLSearchParams(http.query).toString()) =>
    [`POST /hook?${query} HTTP/1.1`, 'Host: crm.example.com', 'Content-Type: text/xml', '', http.body].join(end)
  const sound = 'kefu: echat chatStart, keeps to the contract.\n'

  test('a sound body: exit 0, its fields, and that no signature was checked', async () => {
    const answer = await kefuReading(capture('companyStatus.xml'), 'open', 'echat', '--as', 'companyStatus')
    expect(answer.code).toBe(0)
    expect(JSON.parse(answer.stdout)).toMatchObject({ companyStatus: expect.stringMatching(/^\d$/) })
    expect(answer.stderr).toMatch(
      /holds no signature; it is not checked\.\n.*companyStatus, keeps to the contract\.\n$/,
    )
  })
  test('a broken body: exit 1, line, column and the erratum', async () => {
    const { code, stdout, stderr } = await kefuReading(
      capture('skillStatus.xml'),
      'open',
      'echat',
      '--as',
      'skillStatus',
    )
    const captures: { file: string; errata: string[] }[] = JSON.parse(capture('index.json').toString())
    const errata = captures.find(it => it.file === 'skillStatus.xml')?.errata.join('|')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(new RegExp(`line 6, column 44, .*erratum (${errata})\\b`))
  })
  test.for([
    ['carriage returns', '\r\n'],
    ['line feeds alone', '\n'],
  ] as const)('a whole request with %s: exit 0, its signature checked', async ([_ends, end]) => {
    const { code, stdout, stderr } = await kefuReading(raw(end), 'open', 'echat')
    expect({ code, stderr, body: JSON.parse(stdout) }).toEqual({ code: 0, stderr: sound, body: message })
  })
  test('a whole request with a forged signature: exit 1', async () => {
    const forged = raw('\r\n', 'dataType=chatStart&timestamp=1&nonce=2&signature=3')
    const answer = await kefuReading(forged, 'open', 'echat')
    expect(answer).toEqual({ code: 1, stdout: '', stderr: oneLine })
    expect(answer.stderr).toMatch(/signature does not match/)
  })
  test('what /_kefu printed', async () => {
    const printed = await (await fetch(`${base}/_kefu/pushes/echat/chatStart`)).text()
    const { code, stdout, stderr } = await kefuReading(printed, 'open', 'echat')
    expect({ code, stderr, body: JSON.parse(stdout) }).toEqual({ code: 0, stderr: sound, body: message })
  })
  test('a message of yunduo is recognised by its fields', async () => {
    const [body] = Object.values(contractOf(yunduo, 'push', 'conversation')?.contract.examples ?? {})
    const { code, stdout, stderr } = await kefuReading(JSON.stringify(body), 'open', 'yunduo')
    const stated = 'kefu: yunduo conversation, keeps to the contract.\n'
    expect({ code, stderr, body: JSON.parse(stdout) }).toEqual({ code: 0, stderr: stated, body })
  })
  test.for<[what: string, input: string | Buffer, code: number, said: RegExp]>([
    ['nothing', '', 1, /body is empty/],
    ['what is not UTF-8', Buffer.from([0xff, 0xfe]), 1, /not UTF-8/],
    ['an odd request line', 'POST //: HTTP/1.1\r\n\r\n{}', 1, /No push of yunduo looks like this; name it with --as/],
  ])('%s: told in one line', async ([_what, input, code, said]) => {
    const answer = await kefuReading(input, 'open', 'yunduo')
    expect(answer).toMatchObject({ code, stderr: oneLine })
    expect(answer.stderr).toMatch(said)
  })
})
