/** `kefu verify` as it is typed: what it prints, what it writes, how it ends, and what it says of bad input. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { startMock } from '../mocks/testing.ts'
import { echat, nodeReceiver } from '../src/index.ts'
import { verify as runSuite } from './conformance/verify.ts'
import { kefu, NOBODY } from './kefu.ts'
import { finished } from './processes.ts'

const folder = mkdtempSync('.kefu-verify-')
afterAll(() => rmSync(folder, { recursive: true }))

const secret = {
  token: 'token-of-a-test',
  EncodingAESKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  appId: 'app',
  mode: 'secure',
} as const
const given = Object.entries(secret).flatMap(([name, value]) => ['--secret', `${name}=${value}`])

async function listening(listener: RequestListener, path = '/hooks/echat') {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
}

const sound = () => listening(nodeReceiver(echat, { secret, on: {} }))
const answering = (status: number, body: string, type = 'text/plain') =>
  listening((request, response) => {
    request.resume()
    response.writeHead(status, { 'content-type': type }).end(body)
  })

const out = (name: string) => join(folder, name)
const verify = (target: string, ...args: string[]) => kefu('verify', 'echat', '--target', target, ...given, ...args)

test('a sound handler passes, and a second run after it as well', async () => {
  const target = await sound()
  for (const name of ['first', 'second']) {
    const { code, stdout, stderr } = await verify(target, '--out', out(name), '--min', 'may')
    expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('The bar (may) is reached.')
    expect(existsSync(out(name)), 'nothing is written where nothing failed').toBe(false)
  }
})

test('what failed is told once in full, repeated by the command printed, and sent by curl as it stands in its file', async () => {
  const target = await answering(200, '"success"')
  const { code, stdout } = await verify(
    target,
    '--out',
    out('quoted'),
    '--case',
    'echat.chatStart',
    '--case',
    'echat.chatEnd',
  )
  expect(code).toBe(1)
  expect(stdout.match(/it stands in quotes, as JSON/g)).toHaveLength(1)
  expect(stdout).toContain('(as echat.chatStart)')
  expect(stdout).not.toContain(secret.token)
  const [, replay = ''] = /replay +kefu (.*)/.exec(stdout) ?? []
  const again = await kefu(...replay.replace(/ --secret \S+/g, '').split(' '), ...given, '--out', out('again'))
  expect(again.code).toBe(1)
  const sent = await finished('curl', ['--config', join(out('quoted'), 'echat.chatStart.curl')])
  expect(sent.stdout).toMatch(/^HTTP\/1.1 200 OK[\s\S]*"success"$/)
})

test('the same seed gives the same report, whatever the time', async () => {
  const target = await answering(200, 'ok')
  const run = async (name: string, seed: string) => {
    await verify(target, '--seed', seed, '--case', 'echat.*padding*', '--report', 'json', '--out', out(name))
    const [report] = JSON.parse(readFileSync(join(out(name), 'verify.json'), 'utf8')).reports
    return report.results.map(({ id, failures }: { id: string; failures: unknown }) => ({ id, failures }))
  }
  expect(await run('one', 'x')).toEqual(await run('two', 'x'))
})

test('reports are written where they were asked for, and annotations to standard output', async () => {
  const target = await answering(204, '')
  const { stdout } = await verify(
    target,
    '--case',
    'echat.chatStart',
    '--report',
    'junit,json,html,github,badge',
    '--out',
    out('reports'),
  )
  expect(readdirSync(out('reports')).sort()).toEqual([
    'echat.chatStart.curl',
    'verify.html',
    'verify.json',
    'verify.junit.xml',
    'verify.svg',
  ])
  expect(stdout).toMatch(/^::error title=/m)
})

const wrong: [what: string, target: () => Promise<string>, code: number, words: RegExp][] = [
  ['nobody listens', async () => NOBODY, 3, /nobody listens|ECONNREFUSED/],
  ['the path is wrong', () => answering(404, 'no such page'), 1, /correct the path/],
  ['a page is answered', () => answering(500, '<!doctype html><p>proxy</p>', 'text/html'), 1, /an HTML page/],
  [
    'the secret is another',
    () => listening(nodeReceiver(echat, { secret: { ...secret, token: 'another' }, on: {} })),
    1,
    /the secret that was given here/,
  ],
  [
    'the handler hangs',
    () => listening((request: IncomingMessage) => void request.resume()),
    1,
    /gives no answer to a sound push/,
  ],
  ['it is another machine', async () => 'http://192.0.2.1/hook', 1, /not on the loopback interface/],
]

test.each(wrong)('%s: said once, in a sentence', { timeout: 60_000 }, async (_what, target, code, words) => {
  const ended = await verify(await target(), '--timeout', '1000')
  expect(ended.code).toBe(code)
  const said = `${ended.stdout}${ended.stderr}`
  expect(said).toMatch(words)
  expect(said.split('\n').length).toBeLessThan(8)
})

test.each([
  [['echat', '--case', 'echat.chatStrat', '--target', NOBODY], /did you mean echat.chatStart/],
  [['echat', '--min', 'most', '--target', NOBODY], /--min is must, should, may, or percents/],
  [['echat', '--report', 'pdf', '--target', NOBODY], /takes junit, json, html, github, badge/],
  [['echat'], /Give --target/],
  [['okayapi', '--target', NOBODY], /sends no pushes/],
  [['echat', '--config', 'nowhere.ts'], /there is no such file/],
] as const)('%j is refused with a sentence and exit code 1 or 2', async (args, words) => {
  const { code, stdout, stderr } = await kefu('verify', ...args)
  expect(code === 1 || code === 2).toBe(true)
  expect(stdout).toBe('')
  expect(stderr).toMatch(words)
  expect(stderr).not.toMatch(/\n +at /)
})

const config = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test.each([
  [
    'a field that there is not',
    'export default { echat: { effect: {} } }',
    /no field echat\.effect; did you mean effects/,
  ],
  [
    'a push that there is not',
    'export default { echat: { effects: { chatStarted: [] } } }',
    /echat\.effects\.chatStarted; did you mean chatStart/,
  ],
  [
    'a secret of the wrong form',
    "export default { echat: { secret: { token: 't', EncodingAESKey: 'short-and-secret', appId: 'a', mode: 'plain' } } }",
    /EncodingAESKey: expected/,
  ],
  ['no default export', 'export const config = {}', /no default export/],
  ['what does not parse', 'export default {', /cannot be loaded/],
] as const)('a config with %s is refused with its place', async (what, text, words) => {
  const file = config(`${what.replaceAll(' ', '-')}.ts`, text)
  const { code, stderr } = await kefu('verify', 'echat', '--config', file, '--target', NOBODY)
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(words) })
  expect(stderr).not.toContain('short-and-secret')
})

test('effects name an operation and fields that there are, and a world that no other run uses', async () => {
  const mock = await startMock()
  onTestFinished(mock.close)
  const target = await sound()
  const effects = (calls: string) =>
    config(
      'effects.ts',
      `export default { mock: '${mock.url}', echat: { target: '${target}', effects: { chatStart: [${calls}] } } }`,
    )
  const run = async (calls: string) =>
    (
      await kefu(
        'verify',
        'echat',
        '--config',
        effects(calls),
        ...given,
        '--case',
        'echat.chatStart',
        '--out',
        out('effects'),
      )
    ).stderr
  expect(await run("{ operation: 'sobot.customerSaved' }")).toMatch(
    /effects\.chatStart\[0\].*did you mean sobot\.customerSave/,
  )
  expect(await run("{ operation: 'sobot.customerSave', where: () => ({ body: { nik: 'a' } }) }")).toMatch(
    /effects\.chatStart\[0\].*nik.*nick/,
  )
  mock.first.hold('another run', 60)
  expect(await run("{ operation: 'sobot.customerSave' }")).toMatch(/another run/)
})

test('what was to fail behind the handler fails no longer once its case has failed', async () => {
  const mock = await startMock()
  onTestFinished(mock.close)
  const receive = nodeReceiver(echat, { secret, on: { chatStart: () => Promise.reject(new Error('never')) } })
  const effects = { chatStart: [{ operation: 'sobot.customerSave' as const }] }
  const cases = ['echat.downstream-fails', 'echat.companyStatus']
  const { results } = await runSuite(echat, { node: receive }, { secret, seed: '1', cases, effects, mock: mock.url })
  expect(results.map(it => it.outcome)).toEqual(['passed', 'failed'])
  expect(await (await fetch(`${mock.url}/_kefu/worlds/default/faults`)).json()).toEqual([])
})
