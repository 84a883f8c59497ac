/** `kefu explain` as it is typed: a capture on standard input, the mistake in words, an exit code. */
import { expect, test } from 'vitest'
import {
  CREATED,
  echatSealed,
  keys,
  md5,
  okayapiReply,
  parts,
  RANDOM,
  rightOnes,
  sealed,
  sha1,
  TIME,
} from './explain-cases.ts'
import { given, kefuReading } from './kefu.ts'

const { appid, app_key } = keys.sobot
const { app_secrect, app_key: publicKey } = keys.okayapi
const address = (query: Record<string, string>) => `/hooks/echat?${new URLSearchParams(query)}`

test('a right push as raw HTTP: exit 0', async () => {
  const { http } = echatSealed(sealed())
  const raw = `POST ${address(http.query)} HTTP/1.1\r\nhost: a.example\r\ncontent-type: text/xml\r\n\r\n${http.body}`
  const { code, stdout, stderr } = await kefuReading(raw, 'explain', 'echat', ...given(keys.echat))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^echat signature: right\n[\s\S]*\nechat envelope: right\n/)
})

test('a mistake in words: exit 1, and no secret', async () => {
  const query = {
    timestamp: TIME,
    nonce: '9f3b',
    signature: sha1([...parts, 'chatEnd'].sort().join('')),
    dataType: 'chatEnd',
  }
  const capture = JSON.stringify({ query, headers: {}, body: '<xml/>' })
  const { mode: _mode, ...secret } = keys.echat
  const { code, stdout } = await kefuReading(capture, 'explain', 'echat', ...given({ ...secret, mode: 'plain' }))
  expect(code).toBe(1)
  expect(stdout).toContain('mistake   A parameter was signed that the signature does not cover: dataType')
  expect(stdout).toMatch(/ {2}where {5}the parameter signature of the address\n/)
  expect(stdout).toMatch(/ {2}differs {3}from digit \d+ on: expected …[0-9a-f]{1,9}…, got …[0-9a-f]{1,9}…\n/)
  expect(stdout).toMatch(/ {2}do {8}Join only what the rule names\.\n/)
  expect(stdout).toMatch(/ {2}compared {2}token: 18 characters, sha256 [0-9a-f]{8}…\n/)
  for (const it of Object.values(secret)) expect(stdout).not.toContain(it)
})

test('a key of 44 characters is explained, not refused', async () => {
  const { http } = echatSealed(sealed(RANDOM))
  const secret = { ...keys.echat, EncodingAESKey: `${keys.echat.EncodingAESKey}=` }
  const { code, stdout } = await kefuReading(JSON.stringify(http), 'explain', 'echat', ...given(secret))
  expect(code).toBe(1)
  expect(stdout).toContain('EncodingAESKey has 44 characters, the last of them "=", not 43. (key-length)')
})

test('the bare query of a call, with the two credentials that matter', async () => {
  const query = (sign: string) => `${new URLSearchParams({ appid, create_time: CREATED, sign })}\n`
  const asked = (sign: string) =>
    kefuReading(query(sign), 'explain', 'sobot', '--as', 'token', ...given({ appid, app_key }))
  expect((await asked(md5(appid + CREATED + app_key))).code).toBe(0)
  const { code, stdout } = await asked(md5(app_key + CREATED + appid))
  expect(code).toBe(1)
  expect(stdout).toContain('(credentials-swapped)')
  expect(await asked(md5('something else'))).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^sobot token: unexplained/),
  })
})

test('the bare body of an answer', async () => {
  const { http } = okayapiReply(md5('{"a":"b/c"}1700000000'), '{"a":"b/c"}')
  const { code, stdout } = await kefuReading(
    `${http.body}\n`,
    'explain',
    'okayapi',
    ...given({ app_key: publicKey, app_secrect }),
  )
  expect(code).toBe(1)
  expect(stdout).toMatch(/^okayapi _auth: mistaken\n[\s\S]*\(secret-missing\)/)
})

test('an old message is told with --window', async () => {
  const capture = JSON.stringify(rightOnes['echat signature']?.http)
  const asked = (...more: string[]) =>
    kefuReading(capture, 'explain', 'echat', ...given({ token: keys.echat.token }), ...more)
  expect((await asked()).code).toBe(0)
  expect(await asked('--window', '300')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('behind the clock here'),
  })
})

test.each([
  [['yunduo'], 'kefu: yunduo signs nothing; there are schemes of echat, okayapi, sobot.\n', 2],
  [['echat', '--as', 'auth'], 'kefu: --as is one of push for echat, got auth.\n', 2],
  [['okayapi', '--window', 'x'], 'kefu: --window is a whole number from 1, got "x".\n', 2],
  [['okayapi', '--secret', 'secret=x'], 'kefu: okayapi has no credential secret; ', 2],
  [['okayapi'], 'kefu: The request carries no complete signature. Nothing in the capture is signed or encrypted', 1],
])('kefu explain %j', async (args, said, code) => {
  const found = await kefuReading('{}', 'explain', ...args)
  expect(found).toMatchObject({ code, stdout: '' })
  expect(found.stderr.slice(0, said.length)).toBe(said)
})
