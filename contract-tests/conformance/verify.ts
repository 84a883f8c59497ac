/** Judges a handler of a vendor's pushes: the whole suite, or some of its cases. */
import { allowed } from '../../mocks/deliver/address.ts'
import { createTransport, type Outgoing, type Transport } from '../../mocks/deliver/transport.ts'
import { sideOf } from '../../mocks/sides.ts'
import type { Credentials, Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { wireOf } from '../../src/wire/index.ts'
import { nearest } from '../../src/wire/nearest.ts'
import type { Bench } from './attempt.ts'
import type { Case, Need } from './case.ts'
import { casesOf } from './cases/index.ts'
import type { HandlerConfig } from './config.ts'
import { type Downstream, downstreamAt } from './downstream.ts'
import { createEffects, type ExpectedEffects, refuseUnmeetable } from './effects.ts'
import { hindrance } from './preflight.ts'
import type { Report, Result } from './report.ts'
import { type Agreement, choicesOf, lowerCased } from './request.ts'
import { run } from './run.ts'
import { opened, type Target } from './target.ts'

export interface VerifyOptions<V extends Vendor = Vendor> {
  /** What the handler was given. */
  secret: Credentials<V>
  /** Sent with every push, because the handler demands it. */
  headers?: Record<string, string>
  query?: Record<string, string>
  /** Messages, signatures and the order of draws follow from it. */
  seed: string
  /** Milliseconds since 1970, as handlers compare timestamps with it; real time by default. */
  now?: () => number
  /** Ids of cases; `*` stands for any characters. All by default. */
  cases?: readonly string[]
  /** Choices for the vendor's assumptions. */
  assume?: Record<string, string>
  /** Hosts besides this machine that may be called. */
  hosts?: readonly string[]
  /** Milliseconds for an answer; those of the vendor by default. */
  timeout?: number
  /** Cases under way at the same time: 4 by default, 1 where effects are judged. */
  atOnce?: number
  /** Milliseconds that a handler which is gone may take to come back; 5,000 by default. */
  patience?: number
  /** What pushes have to bring about in the mock that the handler calls … */
  effects?: HandlerConfig<V>['effects'] | undefined
  /** … which is at this address … */
  mock?: string | undefined
  /** … and has this world for the handler; `default` where it is not given. */
  world?: string | undefined
  /** The command that runs this case alone, for reports. */
  replay?: (id: string) => string
  /** Keeps the requests of a case that failed; answers where. */
  keep?: (of: Case, requests: readonly Outgoing[]) => string
  onResult?: (result: Result) => void
}

/** Throws unreachable when nobody listens, address-refused, world-held, and name-unknown for a case, choice or operation that there is not. */
export async function verify<V extends Vendor>(vendor: V, target: Target, options: VerifyOptions<V>): Promise<Report> {
  refuseUnknownChoices(vendor, options.assume ?? {})
  const cases = chosen(vendor, options.cases)
  const handler = await opened(target)
  const transport = createTransport({ hosts: options.hosts })
  let downstream: Downstream | undefined
  try {
    const agreement = agreementOf(vendor, allowed(handler.url, transport.hosts).href, options)
    downstream = await behind(vendor, options)
    const bench = benchOf(agreement, transport, downstream, options)
    return await judged(bench, named(handler.url), cases, options)
  } finally {
    await downstream?.release()
    transport.close()
    await handler.close()
  }
}

/** As reports have it, which are shown to others: a secret may stand in the values of its parameters. */
function named(url: string) {
  const { origin, pathname, searchParams } = new URL(url)
  const names = [...searchParams.keys()].map(it => `${it}=…`)
  return `${origin}${pathname}${names.length ? `?${names.join('&')}` : ''}`
}

async function judged(bench: Bench, target: string, cases: readonly Case[], options: VerifyOptions): Promise<Report> {
  const { agreement, seed, now } = bench
  const [at, since] = [now(), performance.now()]
  const about = { judge: 'verify' as const, vendor: agreement.vendor.id, target, seed, at }
  const stopped = await hindrance(bench)
  const ran =
    stopped === undefined ? await run(bench, { ...runOptions(options, agreement), cases }) : { results: [], stopped }
  return { ...about, milliseconds: Math.round(performance.now() - since), ...ran }
}

const agreementOf = (
  vendor: Vendor,
  url: string,
  { secret, headers = {}, query = {}, assume }: VerifyOptions,
): Agreement => ({
  vendor,
  url,
  secret: secret as Record<string, string>,
  headers,
  query,
  choose: choicesOf(vendor, assume),
})

function benchOf(
  agreement: Agreement,
  transport: Transport,
  downstream: Downstream | undefined,
  options: VerifyOptions,
): Bench {
  const { seed, now = Date.now, effects } = options
  const { vendor, choose } = agreement
  const sending = sideOf(vendor).sending?.(choose)
  if (!sending) throw new KefuError('contract-unknown', { detail: `${vendor.id} sends no pushes.` })
  const { accepts, timeout } = sending
  return {
    agreement,
    transport,
    seed,
    now,
    accepts,
    timeout: options.timeout ?? timeout,
    effects: downstream && createEffects(vendor, effects as ExpectedEffects, downstream),
  }
}

const hasEffects = (effects: object | undefined): effects is object =>
  effects !== undefined && Object.keys(effects).length > 0

/** The mock behind the handler, held for this run. */
async function behind(
  vendor: Vendor,
  { effects, mock, world, seed, hosts }: VerifyOptions,
): Promise<Downstream | undefined> {
  if (!hasEffects(effects)) return undefined
  if (mock === undefined)
    throw new KefuError('name-unknown', {
      detail: 'Effects are judged at the mock that the handler calls: say where it is, in `mock`.',
    })
  const downstream = await downstreamAt({ mock, world, hosts, by: `kefu verify ${vendor.id}, seed ${seed}` })
  try {
    await refuseUnmeetable(vendor, effects as ExpectedEffects, downstream, `config.${vendor.id}.effects`)
  } catch (error) {
    await downstream.release()
    throw error
  }
  return downstream
}

function runOptions(options: VerifyOptions, agreement: Agreement) {
  const {
    effects,
    keep,
    onResult,
    replay = id => `kefu verify ${agreement.vendor.id} --case ${id} --seed ${options.seed}`,
  } = options
  const { atOnce = hasEffects(effects) ? 1 : 4, patience = 5_000 } = options
  return { has: propertiesOf(options, agreement), atOnce, patience, replay, keep, onResult }
}

/** Whether what the vendor sends proves where it came from: the wire itself looks at an empty message. */
function isSigned({ vendor, secret, choose }: Agreement): boolean {
  const { push, proof } = wireOf(vendor)
  const empty = { query: {}, contentType: undefined, text: '' }
  const http = push?.wrap(empty, secret, { now: 0, random: bytes => Buffer.alloc(bytes) }, choose)
  return http !== undefined && proof?.({ ...http, headers: lowerCased(http.headers) }, secret, false) !== undefined
}

function propertiesOf({ effects, headers = {}, query = {} }: VerifyOptions, agreement: Agreement): Set<Need> {
  const has = new Set<Need>()
  const { mode } = agreement.secret
  if (mode === 'plain' || mode === 'secure') has.add(mode)
  if (isSigned(agreement)) has.add('signed')
  if (Object.keys(headers).length + Object.keys(query).length > 0) has.add('shared')
  if (hasEffects(effects)) has.add('effects')
  return has
}

/** The cases of these names, in the order of the suite. */
function chosen(vendor: Vendor, names: readonly string[] | undefined): Case[] {
  const all = casesOf(vendor)
  if (!names?.length) return all
  const patterns = names.map(it => ({ name: it, pattern: patternOf(it) }))
  const ids = all.map(it => it.id)
  for (const { name, pattern } of patterns)
    if (!ids.some(it => pattern.test(it)))
      throw new KefuError('name-unknown', {
        detail: `${vendor.id} has no case ${JSON.stringify(name)}; ${nearest(name, ids)}`,
      })
  return all.filter(({ id }) => patterns.some(({ pattern }) => pattern.test(id)))
}

const patternOf = (name: string) =>
  new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, it => (it === '*' ? '.*' : `\\${it}`))}$`)

function refuseUnknownChoices(vendor: Vendor, assume: Record<string, string>) {
  const known = Object.keys(vendor.assumptions)
  for (const name of Object.keys(assume))
    if (!known.includes(name))
      throw new KefuError('name-unknown', { detail: `${vendor.id} has no assumption ${name}; ${nearest(name, known)}` })
}
