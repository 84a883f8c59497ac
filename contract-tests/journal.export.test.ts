/** What `kefu journal` writes runs as it is: Vitest runs the tests, bash the scripts, `kefu replay` the pushes. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exported, type Form } from '../mocks/exported/exported.ts'
import { contractOf } from '../schemas/contracts.ts'
import { echat, okayapi, sobot } from '../schemas/index.ts'
import { type Auditing, auditing, type Client, CRM } from './audited.ts'
import { kefu } from './kefu.ts'
import { finished } from './processes.ts'
import { hearing } from './receiver.ts'

const folder = resolve('node_modules/.cache/kefu-journal-tests')
const scripts = join(tmpdir(), `kefu-journal-${process.pid}`)

let mock: Auditing
let client: Client

/** What all means of quoting have trouble with. */
const NASTY = 'a\'b"c`d$(e)${f}\\g\n\u2028©贵*/'

/** In the order of their entries: what was called, and the code that came. */
const calls: [string, () => Promise<unknown>][] = [
  ['getToken 000000', () => client.login()],
  ['labelGroupSave 000000', () => client.sobot(`${CRM}/label_group/save`, { body: { name: '意向' } })],
  ['labelGroupSave 510002', () => client.sobot(`${CRM}/label_group/save`, { body: { name: '意向' } })],
  [
    'customerSave 000000',
    () => client.sobot(`${CRM}/user/save`, { body: { nick: '周', tel: '16000000102', remark: NASTY } }),
  ],
  ['labelGroupList 000000', () => client.sobot(`${CRM}/label_group/list`, { query: { page_no: 1 } })],
  [
    'labelGroupList 900002',
    () => client.sobot(`${CRM}/label_group/list`, { token: `${client.world.mark}${'0'.repeat(24)}` }),
  ],
  ['labelGroupList 900001', () => client.sobot(`${CRM}/label_group/list`, { token: '' })],
  ['customerListByPage 000000', () => client.sobot(`${CRM}/user/list_by_page`, { query: { tel: '16000000102' } })],
  ['AGetAndyVarDatas 200', () => client.okayapi('AGetAndyVarDatas', { user_id: 7 })],
  ['ASaveAndyVardDtas 200', () => client.okayapi('ASaveAndyVardDtas', {}, { user_id: '7', user_name: NASTY })],
  ['AGetAndyVarDatas 200', () => client.okayapi('AGetAndyVarDatas', { user_id: 7 })],
  ['AGetAndyVarDatas 400', () => client.okayapi('AGetAndyVarDatas', {})],
  [
    'labelList 999999',
    () => {
      client.world.faults.add([{ operation: 'labelList', code: '999999', times: 1 }])
      return client.sobot(`${CRM}/label/list`)
    },
  ],
  [
    'labelList undefined',
    () => {
      client.world.faults.add([{ operation: 'labelList', status: 503, times: 1 }])
      return client.sobot(`${CRM}/label/list`)
    },
  ],
]
/** Entries that are answered otherwise by a world in which they were made before, or without their fault. */
const CHANGED = [2, 13, 14]
/** Those whose credential nobody holds, and which so belong to the first world. */
const ELSEWHERE = [7]

beforeAll(async () => {
  mock = await auditing()
  client = mock.client({ sobot: { expiresIn: 'number' } })
  for (const [, act] of calls) await act()
  mkdirSync(folder, { recursive: true })
  mkdirSync(scripts, { recursive: true })
})
afterAll(async () => {
  await mock.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(scripts, { recursive: true, force: true })
})

const numbers = () => client.world.journal.entries().map(it => it.number)
const written = (number: number | string, as: Form) =>
  exported(client.world, { number: String(number), as, origin: mock.origin })
const codeOf = (number: number) => String(client.world.journal.entries()[number - 1]?.code)

interface Told {
  name: string
  /** Why no test of the file could be run. */
  message: string
  assertionResults: { status: string; failureMessages: string[] }[]
}

/** Runs the test files of the folder in one process, since all load the same package; answers what became of each, by its name. */
async function vitest() {
  const config = join(folder, 'vitest.config.ts')
  const alias = { 'kefu-kit/mock': resolve('mocks/testing.ts') }
  const test = { include: ['*.test.ts'], maxWorkers: 1, isolate: false }
  writeFileSync(config, `export default ${JSON.stringify({ resolve: { alias }, test })}`)
  const args = ['run', '--root', folder, '--config', config, '--reporter', 'json']
  const { code, stdout } = await finished('node_modules/.bin/vitest', args)
  const told = JSON.parse(stdout.slice(stdout.indexOf('{')))
  const outcomeOf = ({ message, assertionResults }: Told) =>
    [message, ...assertionResults.flatMap(it => [it.status, ...it.failureMessages])].filter(it => it !== '')
  return { code, outcomes: new Map((told.testResults as Told[]).map(it => [basename(it.name), outcomeOf(it)])) }
}

test('the calls came as they were meant', () => {
  const told = client.world.journal.entries().map(it => `${it.operation} ${it.code}`)
  expect(told).toEqual(calls.flatMap(([what], at) => (ELSEWHERE.includes(at + 1) ? [] : [what])))
})

test('no file holds a credential or token', () => {
  const secrets = [sobot, okayapi, echat]
    .flatMap(it => Object.values(client.world.credentials(it)))
    .filter(it => it.length > 7)
  const texts = numbers().flatMap(it => (['vitest', 'curl', 'jsonl'] as const).map(as => written(it, as)))
  expect(texts.length).toBe(3 * (calls.length - ELSEWHERE.length))
  for (const text of texts) {
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(text).not.toMatch(new RegExp(`${client.world.mark}[0-9a-f]{24}`))
  }
})

test('every test file passes in Vitest as it is, and fails where something else is answered', {
  timeout: 120_000,
}, async () => {
  for (const it of numbers()) writeFileSync(join(folder, `entry-${it}.test.ts`), written(it, 'vitest'))
  // The group of that name has not been there before.
  const first = written(3, 'vitest').replace(/^ {2}await ask\(.*\n/m, '')
  writeFileSync(join(folder, 'changed.test.ts'), first)
  const { code, outcomes } = await vitest()
  expect(code).toBe(1)
  expect(outcomes.get('changed.test.ts')?.[0]).toBe('failed')
  outcomes.delete('changed.test.ts')
  expect(Object.fromEntries(outcomes)).toEqual(
    Object.fromEntries(numbers().map(it => [`entry-${it}.test.ts`, ['passed']])),
  )
})

test('every script runs in bash, and is answered as the call was', { timeout: 60_000 }, async () => {
  for (const number of numbers()) {
    const file = join(scripts, `${number}.sh`)
    writeFileSync(file, written(number, 'curl'))
    const { code, stdout, stderr } = await finished('bash', [file])
    expect([code, stderr]).toEqual([0, ''])
    const [, answer = '', status] = /^(.*)\nstatus (\d+)\n$/s.exec(stdout) ?? []
    expect(status).toBe('200')
    const { ret_code, ret } = JSON.parse(answer)
    if (!CHANGED.includes(numbers().indexOf(number) + 1 + Number(number > 6)))
      expect(String(ret_code ?? ret)).toBe(codeOf(number))
  }
  // What was quoted arrived letter for letter.
  const bodies = client.world.journal
    .entries()
    .filter(it => it.operation === 'customerSave')
    .map(it => it.request.body)
  expect(bodies.length).toBe(2)
  expect(bodies[1]).toBe(bodies[0])
})

test('a call as a line holds what was asked', () => {
  const line = written(2, 'jsonl')
  expect(line.endsWith('}\n') && line.trim().split('\n').length).toBe(1)
  expect(JSON.parse(line)).toMatchObject({
    vendor: 'sobot',
    operation: 'labelGroupSave',
    method: 'POST',
    body: '{"name":"意向"}',
  })
})

test('a push as a line is what kefu replay sends', async () => {
  const receiver = await hearing()
  await client.world.outbox.endpoints.register(echat, receiver.url('/live'), { check: false })
  const push = contractOf(echat, 'push', 'chatSubject')!
  client.world.outbox.enqueue({ vendor: echat, push, message: Object.values(push.contract.examples)[0] })
  await client.world.outbox.drained()
  const file = join(scripts, 'push.jsonl')
  writeFileSync(file, written('p1', 'jsonl'))
  const secrets = Object.entries(client.world.credentials(echat)).flatMap(([name, value]) => [
    '--secret',
    `${name}=${value}`,
  ])
  for (const [, secret] of Object.entries(client.world.credentials(echat)).filter(([, it]) => it.length > 7))
    expect(readFileSync(file, 'utf8')).not.toContain(secret)
  const run = await kefu('replay', file, '--vendor', 'echat', '--to', receiver.url('/again'), ...secrets)
  expect([run.code, run.stderr]).toEqual([0, expect.any(String)])
  expect(receiver.at('/again').length).toBe(1)
  expect(receiver.at('/again')[0]?.query.dataType).toBe(receiver.at('/live')[0]?.query.dataType)
  expect(() => written('p1', 'curl')).toThrow(/A push is written as jsonl/)
  expect(() => written('p9', 'jsonl')).toThrow(/no push 9; they go from 1 to 1/)
  await receiver.end()
})

test('what was broken off has no answer to expect', async () => {
  const other = mock.client()
  other.world.faults.add([{ operation: 'labelList', reset: 'after', times: 1 }])
  await other.sobot(`${CRM}/label/list`).catch(() => undefined)
  const write = (as: Form) => exported(other.world, { number: '1', as, origin: mock.origin })
  expect(() => write('vitest')).toThrow(/Entry 1 was broken off/)
  expect(write('curl')).toContain('/label/list')
})

test('the command lists, prints, writes a file and writes over none', async () => {
  const at = ['--mock', mock.origin, '--world', client.world.id]
  const list = await kefu('journal', ...at)
  expect(list.stdout.split('\n')[1]).toMatch(/^2 +\d{4}-\S+Z +sobot +labelGroupSave +000000 +valid$/)
  const file = join(scripts, 'two.sh')
  const write = () => kefu('journal', '2', '--as', 'curl', '--file', file, ...at)
  expect(await write()).toMatchObject({ code: 0, stdout: `wrote ${file}\n` })
  expect(readFileSync(file, 'utf8')).toBe(written(2, 'curl'))
  expect(await write()).toMatchObject({ code: 2, stderr: expect.stringMatching(/is there already; --force/) })
  expect(await kefu('journal', '2', '--as', 'curl', '--file', file, '--force', ...at)).toMatchObject({ code: 0 })
  expect(await kefu('journal', '999', ...at)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no entry 999; they go from 1/),
  })
  expect(await kefu('journal', '1', '--mock', mock.origin, '--world', 'nowhere')).toMatchObject({ code: 2 })
})
