/** The package installs outside of the repository and works there: every door, every type, the command, and the sample app, which the suite judges. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Footprint, footprint } from '../scripts/bench/footprint.ts'
import { lend, type Packed, packed, project, sound } from './installed.ts'
import { finished, running } from './processes.ts'
import { action, commandIn, environmentOf, lastOf, stepOf } from './published-files.ts'
import { judgedSample, KEFU } from './sample.ts'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const vendors = ['easyliao', 'echat', 'okayapi', 'sobot', 'yunduo']

/** What `exports` opens, its patterns spelt out. */
const doors = Object.keys(manifest.exports).flatMap(it =>
  it === './contracts/*' ? vendors.map(vendor => `./contracts/${vendor}`) : it.includes('*') ? [] : [it],
)

const MINUTES = 3 * 60_000

// Processes of their own, on a machine that may be busy.
vi.setConfig({ testTimeout: MINUTES })

let pack: Packed
/** The sample app, installed. */
let sample: string
/** Before the tests lend it what a project of its own would have. */
let installed: Footprint
const kefu = (...args: string[]) => finished(KEFU, args, { cwd: sample })

beforeAll(async () => {
  pack = await packed()
  sample = await project(pack, 'examples/crm-leads')
  installed = footprint(sample)
  lend(sample, '@types/node', 'undici-types', 'vitest')
}, MINUTES)
afterAll(() => pack?.remove())

test('npm runs nothing of ours when it installs it', () => {
  const scripts = Object.keys(manifest.scripts)
  expect(scripts.filter(it => /^(pre|post)?install$|^(pre|post)?prepare$/.test(it))).toEqual([])
})

test('it holds what was built, the specs and the documents, and no sources or tests', () => {
  const folders = new Set(pack.files.map(it => it.path.split('/')[0]))
  expect([...folders].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'dist',
    'openapi',
    'package.json',
  ])
  expect(pack.files.filter(it => it.path.endsWith('.ts') && !it.path.endsWith('.d.ts')).map(it => it.path)).toEqual([])
})

test('without the optional store it is at most 60 packages and 25 MB', () => {
  expect(installed.packages).toBeGreaterThan(10)
  expect(installed.packages).toBeLessThanOrEqual(60)
  expect(installed.bytes).toBeGreaterThan(pack.unpackedSize)
  expect(installed.bytes / 1e6).toBeLessThanOrEqual(25)
})

test.concurrent('every door opens in plain node', async () => {
  const code = `for (const it of ${JSON.stringify(doors.filter(it => !/vitest|json/.test(it)))})
    console.log(it, Object.keys(await import(it.replace('.', 'kefu-kit'))).length)`
  const { stdout } = await sound('node', ['--input-type=module', '--eval', code], sample)
  const lines = stdout.trim().split('\n')
  expect(lines.length).toBe(doors.length - 2)
  expect(lines.filter(it => !/ [1-9]\d*$/.test(it))).toEqual([])
})

test.concurrent('each spec is where the exports say', async () => {
  const code = `for (const it of ${JSON.stringify(vendors)}) console.log(require.resolve('kefu-kit/openapi/' + it + '.yaml'))`
  const { stdout } = await sound('node', ['--eval', code], sample)
  const specs = stdout.trim().split('\n')
  expect(specs.map(it => readFileSync(it, 'utf8'))).toEqual(
    vendors.map(it => readFileSync(`openapi/${it}.yaml`, 'utf8')),
  )
})

test.concurrent('types compile strictly, those of libraries included, and catch misuse', {
  timeout: MINUTES,
}, async () => {
  for (const it of ['doors.ts', 'matcher.test.ts']) cpSync(`examples/${it}`, join(sample, it))
  const options = { module: 'nodenext', target: 'es2023', strict: true, noEmit: true }
  // Of libraries all but those that come with the compiler.
  const libraries = { skipLibCheck: false, skipDefaultLibCheck: true }
  const strictest = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }
  const compilerOptions = { ...options, ...libraries, ...strictest, checkJs: true, types: ['node'] }
  writeFileSync(join(sample, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.js', '*.ts'] }))
  await sound(join(process.cwd(), 'node_modules/.bin/tsc'), [], sample)
})

test.concurrent('publint finds nothing', async () => {
  const { stdout } = await sound('node_modules/.bin/publint', ['run', pack.file, '--strict'], '.')
  expect(stdout).toMatch(/All good!/)
})

test.concurrent('attw finds nothing wrong with the types', async () => {
  const entries = vendors.map(it => `contracts/${it}`)
  const more = ['--profile', 'esm-only', '--include-entrypoints', ...entries]
  const { stdout } = await sound('node_modules/.bin/attw', [pack.file, '--no-color', ...more], '.')
  expect(stdout).toMatch(/kefu-kit\/contracts\/echat/)
})

test.concurrent('the command says its version, lists contracts and lists cases', async () => {
  const asked = await finished('npx', ['kefu', '--version'], { cwd: sample })
  expect(asked).toMatchObject({ code: 0, stdout: `${manifest.version}\n` })
  expect(await kefu('list', 'easyliao')).toMatchObject({ code: 0, stdout: expect.stringMatching(/lead/) })
  expect(await kefu('verify', '--list', 'echat')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^echat\.chatStart {2}must {2}/m),
  })
})

test.concurrent('a line that the mock prints is answered', async () => {
  const line = /(curl \S.*label_group\/list.*)/
  const mock = await running(KEFU, ['mock', '--port', '0'], line, { cwd: sample })
  const { stdout } = await sound('bash', ['-c', mock.answered[1] as string], sample)
  await mock.end()
  expect(JSON.parse(stdout)).toMatchObject({ ret_code: '000000' })
})

test.concurrent('the sample’s own tests pass, in node:test', async () => {
  const { stdout } = await sound('npm', ['test'], sample)
  expect(stdout).toMatch(/^# fail 0$/m)
  expect(stdout).toMatch(/^# pass [1-9]/m)
})

test.concurrent('the matcher works in Vitest', async () => {
  const folder = join(sample, 'in-vitest')
  cpSync('examples/matcher.test.ts', join(folder, 'matcher.test.ts'))
  const vitest = join(sample, 'node_modules/vitest/vitest.mjs')
  const { stdout } = await sound('node', [vitest, 'run', '--root', folder], sample)
  expect(stdout).toMatch(/2 passed/)
})

test.concurrent('the suite finds nothing wrong with the sample, and what it has to bring about is there', {
  timeout: MINUTES,
}, async () => {
  const { code, stdout, stderr } = await judgedSample(sample, [KEFU, 'verify', '--min', 'should'])
  expect(stdout + stderr).not.toMatch(/✗/)
  expect(code).toBe(0)
  expect(stdout.match(/100 %/g)).toHaveLength(3)
})

test.concurrent('a sample that acknowledges before Sobot has answered is found out', async () => {
  const broken = join(pack.folder, 'broken')
  cpSync(sample, broken, { recursive: true, verbatimSymlinks: true })
  const app = readFileSync(join(broken, 'app.js'), 'utf8')
  const hasty = app.replace(
    'keep(fromEasyLiao(message), transaction)',
    'void keep(fromEasyLiao(message), transaction).catch(String)',
  )
  expect(hasty).not.toBe(app)
  writeFileSync(join(broken, 'app.js'), hasty)
  const { code, stdout } = await judgedSample(broken, [
    KEFU,
    'verify',
    'easyliao',
    '--case',
    'easyliao.downstream-fails',
  ])
  expect(stdout).toMatch(/✗ easyliao\.downstream-fails/)
  expect(code).toBe(1)
})

test.concurrent('the script of action.yml judges it, too, and tells where the reports are', {
  timeout: MINUTES,
}, async () => {
  const all = action()
  const inputs = { vendor: 'easyliao', version: 'installed', out: 'reports-of-action', seed: '1' }
  const output = join(pack.folder, 'action-output')
  const env = { ...environmentOf(all, inputs), GITHUB_OUTPUT: output }
  const { code, stdout } = await judgedSample(sample, ['bash', '-c', stepOf(all).run], env)
  expect(code).toBe(0)
  expect(stdout).toMatch(/100 %/)
  expect(readFileSync(output, 'utf8')).toBe('report=./reports-of-action\n')
  for (const it of ['verify.junit.xml', 'verify.html'])
    expect(readFileSync(join(sample, inputs.out, it), 'utf8')).toMatch(/easyliao/)
})

test.concurrent('the command of the Dockerfile starts a mock that its health check finds well', async () => {
  const [node = '', ...entry] = commandIn(lastOf('ENTRYPOINT'))
  const onAnyPort = entry.map(it => (it === lastOf('EXPOSE') ? '0' : it))
  const mock = await running(node, onAnyPort, /listens on http:\S+:(\d+)/, { cwd: sample })
  const [, port = ''] = mock.answered
  const [checker = '', ...check] = commandIn(lastOf('HEALTHCHECK')).map(it => it.replaceAll(lastOf('EXPOSE'), port))
  const healthy = await finished(checker, check)
  await mock.end()
  const gone = await finished(checker, check)
  expect([healthy.code, gone.code]).toEqual([0, 1])
})
