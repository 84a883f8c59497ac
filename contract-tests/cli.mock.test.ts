/** The options of `kefu mock`, and `kefu merge`, as they are typed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { jsonOf } from './json.ts'
import { kefu, mocking } from './kefu.ts'

const folder = mkdtempSync(join(tmpdir(), 'kefu-mock-'))
afterAll(() => rmSync(folder, { recursive: true }))
const CRM = '/sobot/api/scrm/5'

/** A mock of Sobot with these options, and how to ask it. */
async function started(...options: string[]) {
  const mock = await mocking('sobot', ...options)
  const [, origin = ''] = mock.answered
  const [, token = ''] = /-H 'token: (\w+)'/.exec(mock.stdout()) ?? []
  const ask = (path: string, body?: object) => {
    const headers = { token, 'content-type': 'application/json' }
    return jsonOf(fetch(origin + path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }))
  }
  return { mock, origin, token, ask }
}

test('--strict refuses what is put up with otherwise', async () => {
  const { mock, ask } = await started('--strict')
  expect((await ask(`${CRM}/user/save`, { nick: 5 })).ret_code).toBe('999999')
  expect((await ask(`${CRM}/user/save`, { nick: '5' })).ret_code).toBe('000000')
  await mock.end()
})

test('--fault injects a profile, --unmasked shows the journal as it is, --journal-entries bounds it', async () => {
  const { mock, origin, token, ask } = await started('--fault', 'down', '--unmasked', '--journal-entries', '2')
  for (let at = 0; at < 3; at++)
    expect((await fetch(`${origin}${CRM}/label/list`, { headers: { token } })).status).toBe(503)
  const { entries, dropped } = await ask('/_kefu/journal')
  expect([entries.length, dropped, entries[0].request.headers.token]).toEqual([2, 1, token])
  await mock.end()
})

test('--load begins with a snapshot', async () => {
  const file = join(folder, 'world.json')
  const before = await started()
  await before.ask(`${CRM}/user/save`, { nick: 'kept' })
  writeFileSync(file, JSON.stringify(await before.ask('/_kefu/worlds/default/snapshot')))
  await before.mock.end()
  const after = await started('--load', file)
  expect((await after.ask(`${CRM}/user/list_by_page`)).items).toMatchObject([{ nick: 'kept' }])
  await after.mock.end()
})

test('--allow-host lets an endpoint be registered there', async () => {
  const { mock, ask } = await started('--allow-host', 'hooks.example.com')
  const register = (url: string) => ask('/_kefu/worlds/default/endpoints', { vendor: 'sobot', url })
  expect(await register('https://hooks.example.com/x')).toMatchObject({ url: 'https://hooks.example.com/x' })
  expect(await register('https://other.example.com/x')).toMatchObject({ code: 'address-refused' })
  await mock.end()
})

test('kefu merge merges two customers of the running mock, and says what is wrong', async () => {
  const { mock, origin, ask } = await started()
  const save = async (nick: string) => (await ask(`${CRM}/user/save`, { nick })).item as string
  const [kept, gone] = [await save('留'), await save('去')]
  const merged = await kefu('merge', kept, gone, '--to', origin)
  expect([merged.code, merged.stdout]).toEqual([0, `merged ${gone} into ${kept}.\n`])
  expect((await ask(`${CRM}/user/list_by_page`)).items).toMatchObject([{ id: kept }])
  const again = await kefu('merge', kept, gone, '--to', origin)
  expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/^kefu: .*\n$/)])
  const nowhere = await kefu('merge', kept, gone, '--to', origin, '--world', 'x')
  expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringMatching(/no world "x"/)])
  await mock.end()
})

test.each<[what: string, options: string[], code: number, said: RegExp]>([
  ['an unknown profile', ['--fault', 'flakey'], 2, /no profile "flakey"; did you mean flaky/],
  ['a file that is not there', ['--load', '/nowhere.json'], 2, /--load cannot be read/],
  ['a snapshot that is none', ['--load', 'package.json'], 1, /snapshot\.now: expected a whole number/],
  ['a number that is none', ['--journal-entries', 'many'], 2, /--journal-entries is a whole number from 1, got "many"/],
  ['an unknown choice', ['--assume', 'sobot.oldTokens=x'], 2, /it has valid, singleToken/],
])('refuses %s in a sentence', async (_what, options, code, said) => {
  const done = await kefu('mock', ...options, '--port', '0')
  expect([done.code, done.stderr]).toEqual([code, expect.stringMatching(said)])
  expect(done.stderr).toMatch(/^kefu: [^\n]*\n$/)
})

test('kefu merge without a mock says that nobody is there', async () => {
  const done = await kefu('merge', 'a', 'b', '--to', 'http://127.0.0.1:9')
  expect([done.code, done.stderr]).toEqual([3, expect.stringMatching(/cannot be reached/)])
})
