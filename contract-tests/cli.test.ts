/** The `kefu` command, really spawned: what was typed wrong, the lists, the mock server. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld } from '../mocks/world/world.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import * as vendors from '../schemas/index.ts'
import { given, kefu, main, mocking, NOBODY } from './kefu.ts'
import { finished, type Running } from './processes.ts'

const { echat } = vendors
const all = Object.values(vendors) as Vendor[]
const world = createWorld({ now: Date.now })

let mock: Running
let base: string
beforeAll(async () => {
  mock = await mocking()
  base = mock.answered[1] as string
})
afterAll(() => mock?.end())

describe.concurrent('what was typed wrong: exit 2, and the nearest known name in one line', () => {
  const push = ['push', 'echat', 'chatStart', '--to', NOBODY]
  const call = ['call', 'sobot', 'labelGroupSave']
  test.for<[what: string, args: string[], said: RegExp]>([
    ['a command', ['mok'], /unknown command 'mok' \(Did you mean mock\?\)/],
    ['a flag', [...push, '--sett', 'x=1'], /unknown option '--sett' \(Did you mean --set\?\)/],
    ['no address', ['push', 'echat', 'chatStart'], /required option '--to <url>' not specified/],
    ['a pair', [...push, '--set', 'chatData'], /expected name=value, got "chatData"\./],
    ['a vendor', ['list', 'ech'], /no vendor called "ech"; did you mean echat\?/],
    ['a vendor to mock', ['mock', 'sobt'], /no vendor called "sobt"; did you mean sobot\?/],
    [
      'an operation',
      ['call', 'sobot', 'labelGroupLst'],
      /of sobot called "labelGroupLst"; did you mean labelGroupList,/,
    ],
    [
      'a push',
      ['push', 'echat', 'chatStrt', '--to', NOBODY],
      /push of echat called "chatStrt"; did you mean chatStart,/,
    ],
    [
      'a vendor that sends none',
      ['push', 'okayapi', 'x', '--to', NOBODY],
      /push of okayapi called "x"; there is none\./,
    ],
    ['an example', [...push, '--example', 'documentd'], /no example "documentd"; did you mean documented\?/],
    ['a field', [...push, '--set', 'chatData.chatRecordIdd=1'], /at "chatRecordIdd" did you mean chatRecordId\b/],
    ['a credential', [...push, '--secret', 'tokn=x'], /echat has no credential tokn; did you mean token\?/],
    [
      'one credential of several',
      [...push, ...given({ token: 'x' })],
      /all together .*: EncodingAESKey is text of exactly 43/,
    ],
    ['a mode', [...push, ...given({ ...world.credentials(echat), mode: 'plian' })], /mode is "plain" or "secure"/],
    ['a header', [...push, '--header', 'bad name=x'], /--header cannot be sent: .*\["bad name"\]/],
    ['an address', [...call, '--to', 'localhost:9'], /--to is an http or https URL, got "localhost:9"/],
    ['a body', [...call, '--body', '{\n  "name": }'], /--body is not JSON at line 2, column 11: value expected/],
    ['a file', [...call, '--body', '@nowhere.json'], /--body cannot be read: ENOENT/],
    ['a port', ['mock', '--port', '70000'], /--port is a number up to 65535, got "70000"/],
  ])('%s', async ([_what, args, said]) => {
    const { code, stdout, stderr } = await kefu(...args)
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/^kefu: .+\n$/) })
    expect(stderr).toMatch(said)
  })
})

describe.concurrent('what cannot be reached: exit 3 and one sentence', () => {
  const refused = /cannot be reached.* http:\/\/127\.0\.0\.1:9: ECONNREFUSED/
  test.for<[what: string, args: () => string[], said: RegExp]>([
    ['a vendor', () => ['call', 'sobot', 'labelGroupList', '--to', NOBODY], refused],
    [
      'a port that is taken',
      () => ['mock', '--port', new URL(base).port],
      /port \d+ is taken; choose another with --port/,
    ],
  ])('%s', async ([_what, args, said]) => {
    const { code, stdout, stderr } = await kefu(...args())
    expect({ code, stdout, stderr }).toEqual({ code: 3, stdout: '', stderr: expect.stringMatching(/^kefu: .+\n$/) })
    expect(stderr).toMatch(said)
  })
})

test('a receiver that is not there: exit 3, and the push is told of like any other', async () => {
  const { code, stdout, stderr } = await kefu('push', 'echat', 'chatStart', '--to', NOBODY)
  const said =
    'not acknowledged. Expected an answer from http://127.0.0.1:9, got none: nobody listens there (ECONNREFUSED).'
  expect({ code, stdout, stderr }).toEqual({ code: 3, stdout: `echat chatStart: ${said}\n`, stderr: '' })
})

describe.concurrent('list', () => {
  const ids = (vendor: Vendor) => [...contracts(vendor, 'operation'), ...contracts(vendor, 'push')].map(it => it.id)
  const listed = (text: string) => [...text.matchAll(/^ {2}(\w+) +(?:GET|POST|push)\b/gm)].map(([, id]) => id)

  test('names every operation and push of every vendor', async () => {
    const { code, stdout, stderr } = await kefu('list')
    expect({ code, stderr, ids: listed(stdout) }).toEqual({ code: 0, stderr: '', ids: all.flatMap(ids) })
  })
  test('names those of one vendor', async () => {
    const { code, stdout, stderr } = await kefu('list', 'echat')
    expect({ code, stderr, ids: listed(stdout) }).toEqual({ code: 0, stderr: '', ids: ids(echat) })
  })
  test('ends quietly when its reader has seen enough', async () => {
    const piped = `set -o pipefail; node ${main.join(' ')} list | true`
    expect(await finished('bash', ['-c', piped])).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

describe.concurrent('mock', () => {
  const curls = (stdout: string) => [...stdout.matchAll(/^ {2}try: (curl .*)$/gm)].map(([, line]) => line as string)
  const pushed = { query: {}, headers: {}, body: expect.stringMatching(/./) }
  const greeting: Record<string, object> = {
    sobot: { ret_code: '000000', items: [], total_count: 0 },
    okayapi: { ret: 200, _auth: expect.stringMatching(/^\w{32}$/) },
    echat: pushed,
    easyliao: pushed,
    yunduo: pushed,
  }

  test.for(all)('prints how to reach $id, and its line for curl answers', async vendor => {
    const start = mock.stdout().indexOf(`\n${vendor.id}  ${vendor.title}`)
    const [part = ''] = mock
      .stdout()
      .slice(start + 1)
      .split('\n\n')
    for (const [name, value] of Object.entries(world.credentials(vendor)))
      expect(part).toContain(`  ${name} ${value}\n`)
    const address = contracts(vendor, 'operation').length
      ? `base URL ${base}/${vendor.id}\n`
      : `kefu push ${vendor.id} `
    expect(part).toContain(address)
    const lines = curls(part)
    expect(lines).toHaveLength(1)
    const { code, stdout, stderr } = await finished('bash', ['-c', lines.join()])
    expect({ code, stderr, answer: JSON.parse(stdout) }).toMatchObject({
      code: 0,
      stderr: '',
      answer: greeting[vendor.id],
    })
  })

  test('a single vendor answers at / as well, and SIGTERM ends the server with exit code 0', async () => {
    const one = await mocking('sobot', 'sobot')
    const [line = '', ...others] = curls(one.stdout())
    expect(others).toEqual([])
    expect(line).toContain('/sobot/api/')
    const lines = [line, line.replace('/sobot/api/', '/api/')]
    const [prefixed, bare] = await Promise.all(lines.map(it => finished('bash', ['-c', it])))
    expect(JSON.parse(prefixed?.stdout ?? '')).toMatchObject({ ret_code: '000000' })
    expect(bare).toEqual(prefixed)
    // A client that keeps its connection open does not keep the server.
    expect((await fetch(`${one.answered[1]}/_kefu/pushes`)).status).toBe(200)
    expect(await one.end()).toMatchObject({ code: 0, stderr: '' })
  })
})
