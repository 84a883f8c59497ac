/** Which answers count as received, and the sentence that says why another one does not: by each vendor's own rule, through the outbox. */
import { expect, test } from 'vitest'
import { pushOf, type Reply, receiving, registered, standing, vendors } from './delivery.ts'

interface Case {
  reply: Reply
  choices?: Record<string, string>
  /** The sentence; undefined when it counts as received. */
  reason?: RegExp | string
}

/** A body that is promised longer than it is. */
const cutShort =
  (body: string): Reply =>
  response => {
    response.writeHead(200, { 'content-length': String(body.length + 10) })
    response.write(body, () => response.destroy())
  }
const late =
  (body: string): Reply =>
  response =>
    void setTimeout(() => response.end(body), 1_300)
const answer = (status: number, body?: string): Reply => ({ status, ...(body !== undefined && { body }) })
const redirect = (status: number): Reply => ({ status, headers: { location: '/elsewhere' }, body: 'success' })

const status = (wanted: string, got: string) => `Expected status ${wanted}, got ${got}.`
const success = (got: string) => `Expected the body success, got ${got}.`
const code = (wanted: number, got: string) => `Expected JSON with code ${wanted}, got ${JSON.stringify(got)}.`

const cases: Record<string, Record<string, Case>> = {
  echat: {
    success: { reply: answer(200, 'success') },
    'success and a line break': { reply: answer(200, 'success\r\n') },
    'success and blanks': { reply: answer(200, 'success  ') },
    'a capital letter': { reply: answer(200, 'Success'), reason: success('"Success": its case matters') },
    'a text in quotes': {
      reply: answer(200, '"success"'),
      reason: success(String.raw`"\"success\"": it stands in quotes, as JSON`),
    },
    'a blank before it': { reply: answer(200, ' success'), reason: success('" success": nothing may stand before it') },
    'a page of XML': {
      reply: answer(200, '<xml>success</xml>'),
      reason: success('"<xml>success</xml>": that is markup'),
    },
    'more than the word': { reply: answer(200, 'success!'), reason: success('"success!"') },
    'an empty body': { reply: answer(200, ''), reason: success('an empty body') },
    'no content': { reply: answer(204), reason: status('200', '204 (no content) with an empty body') },
    created: { reply: answer(201, 'success'), reason: status('200', '201 with "success"') },
    'a redirect': {
      reply: redirect(302),
      reason: status('200', '302 (a redirect, which is not followed) with "success"'),
    },
    'a failure that says success': { reply: answer(500, 'success'), reason: status('200', '500 with "success"') },
    'a body cut short': {
      reply: cutShort('success'),
      reason: /^Expected a whole answer, got 7 bytes of one with status 200: /,
    },
    'success after the deadline': {
      reply: late('success'),
      choices: { timeout: '1' },
      reason: 'Expected a whole answer within 1000 ms, got none.',
    },
    '70 KiB that begin with success': {
      reply: answer(200, 'success'.padEnd(70 << 10, '.')),
      reason: success(`"success${'.'.repeat(193)}…"`),
    },
    'a long page': { reply: answer(200, 'x'.repeat(5_000)), reason: success(`"${'x'.repeat(200)}…"`) },
    'Success, leniently': { reply: answer(202, 'ok: Success!'), choices: { acknowledgement: 'lenient' } },
    'another word, leniently': {
      reply: answer(200, 'done'),
      choices: { acknowledgement: 'lenient' },
      reason: success('"done"'),
    },
  },
  yunduo: {
    'code 200': { reply: answer(200, '{"code":200}') },
    'code 200 as text': { reply: answer(200, '{"code":"200","msg":""}') },
    'code 0': { reply: answer(200, '{"code":0}'), reason: code(200, '{"code":0}') },
    'no code': { reply: answer(200, '{"msg":"success"}'), reason: code(200, '{"msg":"success"}') },
    'a list': { reply: answer(200, '[200]'), reason: code(200, '[200]') },
    null: { reply: answer(200, 'null'), reason: code(200, 'null') },
    'no JSON': { reply: answer(200, 'success'), reason: code(200, 'success') },
    created: { reply: answer(201, '{"code":200}'), reason: /^Expected status 200, got 201 with "/ },
    'half of the JSON': { reply: cutShort('{"code":200'), reason: /^Expected a whole answer, got 11 bytes/ },
    'code without msg, where msg counts': {
      reply: answer(200, '{"code":200}'),
      choices: { acknowledgement: 'codeAndMessage' },
      reason: 'Expected JSON with msg success, got "{\\"code\\":200}".',
    },
    'code and msg, where msg counts': {
      reply: answer(200, '{"code":200,"msg":"success"}'),
      choices: { acknowledgement: 'codeAndMessage' },
    },
  },
  sobot: {
    'code 0': { reply: answer(200, '{"code":0}') },
    'code 0 as text, created': { reply: answer(201, '{"code":"0"}') },
    'no JSON': { reply: answer(200, 'ok') },
    'JSON without code': { reply: answer(200, '{"ok":false}') },
    'no content': { reply: answer(204) },
    'code 3': { reply: answer(200, '{"code":3}'), reason: code(0, '{"code":3}') },
    'code null': { reply: answer(200, '{"code":null}'), reason: code(0, '{"code":null}') },
    refused: { reply: answer(400, '{"code":0}'), reason: /^Expected status 2xx, got 400 with "/ },
    'code 3, where the status alone counts': {
      reply: answer(200, '{"code":3}'),
      choices: { pushAcknowledgement: 'statusOnly' },
    },
    'code 0 after the deadline': {
      reply: late('{"code":0}'),
      choices: { pushTimeout: '1' },
      reason: 'Expected a whole answer within 1000 ms, got none.',
    },
  },
  easyliao: {
    ok: { reply: answer(200, 'whatever') },
    created: { reply: answer(201, '{"success":false}') },
    'no content': { reply: answer(204) },
    moved: { reply: redirect(301), reason: status('2xx', '301 (a redirect, which is not followed) with "success"') },
    'not found': { reply: answer(404), reason: status('2xx', '404 with an empty body') },
    'a body cut short': { reply: cutShort('{}'), reason: /^Expected a whole answer, got 2 bytes/ },
    'created, where 200 counts': {
      reply: answer(201),
      choices: { acknowledgement: '200' },
      reason: status('200', '201 with an empty body'),
    },
    'ok, where 200 counts': { reply: answer(200), choices: { acknowledgement: '200' } },
  },
}

const rows = Object.entries(cases).flatMap(([id, answers]) =>
  Object.entries(answers).map(([name, it]) => ({ title: `${id}: ${name}`, id, ...it })),
)

test.each(rows)('$title', async ({ id, reply, choices = {}, reason }) => {
  const vendor = vendors[id]!
  const receiver = await receiving(({ path }) => (path === '/hook' ? reply : { body: 'success' }))
  const world = standing()
  world.switches.switch({ [id]: choices })
  await registered(world, vendor, receiver.url)
  const [number] = world.outbox.enqueue(pushOf(vendor))
  await world.outbox.idle()
  expect(receiver.arrivals.map(it => it.path)).toEqual(['/hook'])
  const [sent, ...others] = world.outbox.sent()
  expect(others).toEqual([])
  expect(sent).toMatchObject({ number, attempt: 1, acknowledged: reason === undefined })
  if (reason instanceof RegExp) expect(sent?.reason).toMatch(reason)
  else expect(sent?.reason).toBe(reason)
  const stays = world.outbox.waiting().length + world.outbox.deadLetters().length
  expect(stays).toBe(reason === undefined ? 0 : 1)
})

test('the reason holds no secret, neither of the world nor of the address', async () => {
  const secret = {
    token: 'a-token-of-its-own',
    EncodingAESKey: 'k'.repeat(43),
    appId: 'app-of-its-own',
    mode: 'secure',
  }
  const receiver = await receiving(() => answer(500, 'no'))
  const world = standing()
  await registered(world, vendors.echat!, receiver.url, { secret, headers: { 'x-token': 'header-secret' } })
  world.outbox.enqueue(pushOf(vendors.echat!))
  await world.outbox.idle()
  const text = JSON.stringify(world.outbox.sent().map(({ body: _, ...told }) => told))
  for (const it of [secret.token, secret.EncodingAESKey, 'header-secret', world.credentials(vendors.echat!).token])
    expect(text).not.toContain(it)
})

test('a key that cannot be used is said, without the key, and is no reason to try again', async () => {
  const receiver = await receiving(() => answer(200, 'success'))
  const world = standing()
  await registered(world, vendors.echat!, receiver.url, { secret: { EncodingAESKey: 'too-short-to-be-a-key' } })
  world.outbox.enqueue(pushOf(vendors.echat!))
  await world.outbox.idle()
  expect(receiver.arrivals).toEqual([])
  const [letter] = world.outbox.deadLetters()
  expect(letter?.reason).toMatch(/^The encryption key is not usable\./)
  expect(letter?.reason).not.toContain('too-short-to-be-a-key')
})
