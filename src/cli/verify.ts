/** `kefu verify`: judges the handler of a vendor's pushes, and ends with what it found. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from '../../contract-tests/conformance/case.ts'
import { casesOf } from '../../contract-tests/conformance/cases/index.ts'
import type { Handling, ReadConfig } from '../../contract-tests/conformance/config.ts'
import { curlFiles } from '../../contract-tests/conformance/curl.ts'
import { terminal } from '../../contract-tests/conformance/report/index.ts'
import type { Report } from '../../contract-tests/conformance/report.ts'
import { type VerifyOptions, verify } from '../../contract-tests/conformance/verify.ts'
import type { Outgoing } from '../../mocks/deliver/transport.ts'
import type { Vendor } from '../../schemas/define.ts'
import { addressOf, countOf, credentialsOf, everyVendor, headersOf, vendorNamed } from './arguments.ts'
import { barOf, heldTo } from './bar.ts'
import { configNamed } from './config.ts'
import { UsageError } from './exit.ts'
import type { Pairs } from './pairs.ts'
import { prepareReports, writeReports } from './reports.ts'

export interface Options {
  target?: string
  secret?: Pairs
  config?: string
  case?: string[]
  seed?: string
  header?: Pairs
  param?: Pairs
  assume?: Pairs
  allowHost?: string[]
  mock?: string
  world?: string
  timeout?: string
  atOnce?: string
  patience: string
  min: string
  report?: string
  out: string
  verbose?: boolean
  list?: boolean
}

export async function verifyHandlers(name: string | undefined, options: Options) {
  const named = name === undefined ? undefined : vendorNamed(name)
  if (options.list) return list(named)
  const bar = barOf(options.min)
  const config = await configNamed(options.config)
  const vendors = named ? [named] : [...config.handlers.keys()].map(vendorNamed)
  const [first] = vendors
  if (!first) throw new UsageError('verify which vendor? Name one, or describe handlers in kefu.config.ts.')
  const prepared = prepareReports('verify', options)
  // Another one for each run: a handler that remembers messages would take those of the last run for repeats.
  const seed = options.seed ?? Date.now().toString(36)
  const reports: Report[] = []
  for (const vendor of vendors) {
    const report = await verified(vendor, config, { ...options, seed })
    const { isTTY = false, columns = 100 } = process.stdout
    process.stdout.write(
      `${terminal(report, { bar, colour: isTTY, width: Math.min(columns, 120), verbose: options.verbose ?? false })}\n`,
    )
    reports.push(report)
  }
  writeReports(reports as [Report, ...Report[]], { ...prepared, bar })
  heldTo(reports, bar)
}

async function verified(vendor: Vendor, config: ReadConfig & { file?: string }, options: Options & { seed: string }) {
  const handling = config.handlers.get(vendor.id) ?? {}
  const target = addressOf(options.target ?? handling.target ?? lacking(vendor))
  const { seed, timeout, atOnce, patience, allowHost = [] } = options
  return verify(vendor, target, {
    secret: await secretOf(vendor, handling, options),
    seed,
    headers: headersOf({ ...handling.headers, ...options.header }),
    query: { ...handling.query, ...options.param },
    assume: { ...handling.assume, ...ownChoices(vendor, options.assume) },
    hosts: allowHost,
    patience: countOf('--patience', patience),
    effects: handling.effects as never,
    mock: options.mock ?? config.mock,
    world: options.world ?? config.world,
    replay: replaying(vendor, target, config.file, options),
    keep: keeping(options.out),
    ...(options.case && { cases: options.case }),
    ...(timeout !== undefined && { timeout: countOf('--timeout', timeout) }),
    ...(atOnce !== undefined && { atOnce: countOf('--at-once', atOnce) }),
  } satisfies VerifyOptions)
}

const lacking = (vendor: Vendor): never => {
  throw new UsageError(
    `where is the handler of ${vendor.id}? Give --target <url>, or ${vendor.id}.target in kefu.config.ts.`,
  )
}

/** As typed or in the environment, else as the config says, else those that the mock issues. */
async function secretOf(vendor: Vendor, handling: Handling, { secret = {} }: Options): Promise<Pairs> {
  if (handling.secret && Object.keys(secret).length === 0) return handling.secret
  return credentialsOf(vendor, { seed: 'kefu', secret: { ...handling.secret, ...secret } })
}

/** `echat.timestamp` or `timestamp` and its choice; those of other vendors are for them. */
const ownChoices = ({ id }: Vendor, assume: Pairs = {}): Pairs =>
  Object.fromEntries(
    Object.entries(assume).flatMap(([path, choice]) => {
      const [vendor, name] = path.includes('.') ? path.split('.') : [id, path]
      return vendor === id ? [[name, choice]] : []
    }),
  )

/** What has to be typed to try one case again. Secrets are not printed. */
function replaying(
  { id: vendor }: Vendor,
  target: string,
  config: string | undefined,
  options: Options & { seed: string },
) {
  const pairs = (option: string, all: Pairs = {}) =>
    Object.entries(all).map(([name, value]) => `--${option} ${word(`${name}=${value}`)}`)
  const rest = [
    `--target ${word(target.replace(/=[^&#]*/g, '=…'))}`,
    ...(config === undefined ? [] : [`--config ${word(config)}`]),
    ...(options.mock === undefined ? [] : [`--mock ${word(options.mock)}`]),
    ...(options.world === undefined ? [] : [`--world ${word(options.world)}`]),
    ...pairs('assume', options.assume),
    ...hidden('secret', options.secret),
    ...hidden('header', options.header),
    ...hidden('param', options.param),
    `--seed ${word(options.seed)}`,
  ]
  return (id: string) => `kefu verify ${vendor} --case ${id} ${rest.join(' ')}`
}

const hidden = (option: string, all: Pairs = {}) => Object.keys(all).map(name => `--${option} ${word(`${name}=…`)}`)

/** As a shell takes it for one word. */
const word = (text: string) => (/^[\w@%+=:,./…-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

/** Keeps the requests of a failed case in a file of its own. */
const keeping =
  (out: string) =>
  ({ id, title }: Case, requests: readonly Outgoing[]) => {
    mkdirSync(out, { recursive: true })
    const { config, bodies } = curlFiles(title, join(out, id), requests)
    for (const [file, body] of bodies) writeFileSync(file, body, { mode: 0o600 })
    writeFileSync(join(out, `${id}.curl`), config, { mode: 0o600 })
    return join(out, `${id}.curl`)
  }

function list(vendor: Vendor | undefined) {
  for (const it of vendor ? [vendor] : everyVendor)
    for (const { id, severity, title } of casesOf(it)) process.stdout.write(`${id}  ${severity}  ${title}\n`)
}
