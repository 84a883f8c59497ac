/** Worlds in a file: whatever was acknowledged is there after kill -9, and a file that cannot be used is never replaced. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../mocks/world/random.ts'
import { jsonOf } from './json.ts'
import { kefu, mocking } from './kefu.ts'

const folder = mkdtempSync(join(tmpdir(), 'kefu-state-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SAVE = '/sobot/api/scrm/5/user/save'
const LIST = '/sobot/api/scrm/5/user/list_by_page?page_size=1000000'
const tokenIn = (printed: string) => /-H 'token: (\w+)'/.exec(printed)?.[1] as string

async function started(file: string) {
  const mock = await mocking('sobot', '--state', file)
  const [, origin = ''] = mock.answered
  const headers = { token: tokenIn(mock.stdout()), 'content-type': 'application/json' }
  const ask = async (path: string, body?: object, method = body ? 'POST' : 'GET') => {
    return jsonOf(fetch(origin + path, { method, headers, ...(body && { body: JSON.stringify(body) }) }))
  }
  return { mock, ask }
}

test('twenty times kill -9 while 16 clients write: every acknowledged write is there', {
  timeout: 120_000,
}, async () => {
  const file = join(folder, 'killed.db')
  const random = seededRandom('kill')
  const acknowledged = new Map<string, string>()
  let sent = 0
  for (let round = 0; round < 20; round++) {
    const { mock, ask } = await started(file)
    let alive = true
    const write = async () => {
      while (alive) {
        const nick = `n${sent++}`
        const answer = await ask(SAVE, { nick }).catch(() => undefined)
        if (answer?.ret_code === '000000') acknowledged.set(nick, answer.item)
        else alive = false
      }
    }
    const clients = Promise.all(Array.from({ length: 16 }, write))
    const begun = acknowledged.size
    while (acknowledged.size === begun) await sleep(1)
    await sleep(random(1)[0] as number)
    mock.kill()
    await clients
  }
  expect(acknowledged.size).toBeGreaterThan(400)
  const { mock, ask } = await started(file)
  const { items } = await ask(LIST)
  const found = new Map(items.map((it: { nick: string; id: string }) => [it.nick, it.id]))
  expect([...acknowledged].filter(([nick, id]) => found.get(nick) !== id)).toEqual([])
  expect(new Set(found.values()).size).toBe(items.length)
  await mock.end()
})

test('worlds, clocks, switches, faults and endpoints survive as they were', async () => {
  const file = join(folder, 'kept.db')
  const before = await started(file)
  await before.ask('/_kefu/worlds', { id: 'w', still: 1_600_000_000_000, strict: true })
  await before.ask('/_kefu/worlds', { id: 'gone' })
  await before.ask('/_kefu/worlds/gone', undefined, 'DELETE')
  await before.ask('/_kefu/worlds/w/clock', { advance: '1h' })
  await before.ask('/_kefu/worlds/w/assumptions', { sobot: { oldTokens: 'singleToken' } })
  await before.ask('/_kefu/worlds/w/faults', { code: '510001', share: 0.5 })
  await before.ask('/_kefu/worlds/w/endpoints', { vendor: 'sobot', url: 'http://127.0.0.1:9/' })
  await before.ask(SAVE, { nick: 'kept' })
  const everything = [
    '/_kefu/worlds/w',
    '/_kefu/worlds/w/snapshot',
    '/_kefu/worlds/w/faults',
    '/_kefu/worlds/w/endpoints',
  ]
  const was = await Promise.all(everything.map(it => before.ask(it)))
  await before.mock.end()
  const after = await started(file)
  expect(await Promise.all(everything.map(it => after.ask(it)))).toEqual(was)
  expect((await after.ask('/_kefu/worlds')).map((it: { id: string }) => it.id)).toEqual(['default', 'w'])
  expect((await after.ask(LIST)).items.map((it: { nick: string }) => it.nick)).toEqual(['kept'])
  await after.mock.end()
})

describe('a file that cannot be used is refused and left as it is', () => {
  const text = join(folder, 'text.db')
  writeFileSync(text, 'no database at all, but a text that somebody needs\n'.repeat(100))
  mkdirSync(join(folder, 'directory'))
  test.each([
    ['a text', text, /text\.db: file is not a database/],
    ['a directory', join(folder, 'directory'), /directory: it is no file/],
    ['no directory for it', join(folder, 'nowhere', 'x.db'), /there is no directory/],
  ])('%s', async (_what, file, said) => {
    const bytes = () => (file === text ? readFileSync(file, 'utf8') : '')
    const before = bytes()
    const { code, stderr } = await kefu('mock', '--state', file, '--port', '0')
    expect([code, stderr]).toEqual([1, expect.stringMatching(said)])
    expect(stderr).toMatch(/^kefu: The state file cannot be used\..*\n$/)
    expect(bytes()).toBe(before)
  })

  test('one that another process has open', async () => {
    const file = join(folder, 'held.db')
    const { mock } = await started(file)
    const { code, stderr } = await kefu('mock', '--state', file, '--port', '0')
    expect([code, stderr]).toEqual([1, expect.stringMatching(/process( \d+)? has it open/)])
    await mock.end()
  })

  test('one that was made with another seed', async () => {
    const file = join(folder, 'seed.db')
    await (await started(file)).mock.end()
    const { code, stderr } = await kefu('mock', '--state', file, '--seed', 'other', '--port', '0')
    expect([code, stderr]).toEqual([1, expect.stringMatching(/made with the seed "kefu"/)])
  })
})
