/** `kefu audit` as it is typed: its exit codes, its reports, and journals from files. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Auditing, auditing, type Client, CRM } from './audited.ts'
import { kefu, NOBODY } from './kefu.ts'

let mock: Auditing
let folder: string
beforeAll(async () => {
  mock = await auditing()
  folder = mkdtempSync(join(tmpdir(), 'kefu-audit-'))
})
afterAll(async () => {
  await mock.close()
  rmSync(folder, { recursive: true })
})

const at = ({ world }: Client) => ['--mock', mock.origin, '--world', world.id]

async function called(path = `${CRM}/label_group/list`) {
  const client = mock.client()
  await client.sobot(path, { token: await client.login() })
  return client
}

test('a client that does well reaches the bar', async () => {
  const { code, stdout } = await kefu('audit', 'sobot', '--min', 'may', ...at(await called()))
  expect([code, stdout]).toEqual([0, expect.stringMatching(/operations 2\/27/)])
})

test('one that does not ends with 1, and all vendors of the journal are judged', async () => {
  const client = await called(`${CRM}/label_group/liste`)
  await client.okayapi('ANrdadanCaseDetail', { page: 1 })
  const { code, stdout } = await kefu('audit', ...at(client))
  expect(code).toBe(1)
  expect(stdout).toMatch(/sobot\.audit\.paths-are-known/)
  expect(stdout).toMatch(/okayapi/)
})

test('percents are of the coverage, too', async () => {
  const { code, stdout } = await kefu('audit', 'sobot', '--min', '50', ...at(await called()))
  expect([code, stdout]).toEqual([1, expect.stringMatching(/% of operations/)])
})

test('an empty journal is below every bar', async () => {
  const client = mock.client()
  expect(await kefu('audit', ...at(client))).toMatchObject({ code: 1, stderr: expect.stringMatching(/is empty/) })
  expect(await kefu('audit', 'echat', ...at(client))).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/holds no call of echat/),
  })
})

test('where no mock is, it ends with 3', async () => {
  expect(await kefu('audit', '--mock', NOBODY)).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/ECONNREFUSED/),
  })
})

test.each([
  [['--world', 'nowhere'], /There is no world/],
  [['--mock', 'nowhere'], /--mock is an http or https URL/],
  [['--min', 'most'], /--min is must/],
  [['--journal', '/nowhere/at/all'], /cannot be read as JSON/],
])('%j is a mistake of usage', async (args, said) => {
  expect(await kefu('audit', '--mock', mock.origin, ...args)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(said),
  })
})

test('reports are written, and hold no secret', async () => {
  const client = await called()
  await client.login(undefined, { token: client.keys.token ?? '' })
  await kefu('audit', '--report', 'json,junit,html', '--out', folder, ...at(client))
  const texts = ['json', 'junit.xml', 'html'].map(it => readFileSync(join(folder, `audit.${it}`), 'utf8'))
  for (const text of texts) {
    expect(text).toContain('no-token-in-an-address')
    for (const secret of Object.values(client.keys)) expect(text).not.toContain(secret)
  }
})

test('a journal that was saved is judged without a mock; a masked one is not asked for what it hides', async () => {
  const client = await called()
  const save = async (path: string) => {
    const file = join(folder, `${path.replace(/\W/g, '-')}.json`)
    writeFileSync(
      file,
      await (
        await fetch(`${mock.origin}/_kefu/${path}${path.includes('?') ? '&' : '?'}world=${client.world.id}`)
      ).text(),
    )
    return file
  }
  const skipped = async (file: string) => {
    const { code, stdout } = await kefu('audit', 'sobot', '--verbose', '--journal', file)
    expect(code).toBe(0)
    return /masks its secrets/.test(stdout)
  }
  expect(await skipped(await save('exchanges'))).toBe(false)
  expect(await skipped(await save('journal'))).toBe(true)
  const page = await save('journal?limit=1')
  expect(await kefu('audit', '--journal', page)).toMatchObject({ code: 2, stderr: expect.stringMatching(/one page/) })
  writeFileSync(page, '{"entries":[{}]}')
  expect(await kefu('audit', '--journal', page)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/is no journal/),
  })
})

test('entries that had to go are told of', async () => {
  const file = join(folder, 'dropped.json')
  writeFileSync(file, '{"entries":[],"dropped":5}')
  const { code, stderr } = await kefu('audit', '--journal', file)
  expect([code, stderr]).toEqual([1, expect.stringMatching(/5 older entries had to go/)])
})

test('secrets that are named can be told apart and not read', async () => {
  const client = await called()
  const token = await client.login()
  const text = await (await fetch(`${mock.origin}/_kefu/exchanges?world=${client.world.id}`)).text()
  for (const secret of [...Object.values(client.keys), token]) expect(text).not.toContain(secret)
  const names = [...text.matchAll(/‹token#\d+›/g)].map(([name]) => name)
  expect(new Set(names).size).toBe(2)
})
