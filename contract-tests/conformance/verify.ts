/** Judges a handler of a vendor's pushes: the whole suite, or some of its cases. */
import { allowed } from '../../mocks/deliver/address.ts'
import { createTransport, type Outgoing } from '../../mocks/deliver/transport.ts'
import { sideOf } from '../../mocks/sides.ts'
import type { Credentials, Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { nearest } from '../../src/wire/nearest.ts'
import { type Bench, timeoutOf } from './attempt.ts'
import type { Case, Need } from './case.ts'
import { casesOf } from './cases/index.ts'
import type { Effects } from './effects.ts'
import { hindrance } from './preflight.ts'
import type { Report, Result } from './report.ts'
import { type Agreement, choicesOf } from './request.ts'
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
  /** What pushes have to bring about. */
  effects?: Effects | undefined
  /** The command that runs this case alone, for reports. */
  replay?: (id: string) => string
  /** Keeps the requests of a case that failed; answers where. */
  keep?: (of: Case, requests: readonly Outgoing[]) => string
  onResult?: (result: Result) => void
}

/** Throws unreachable when nobody listens, address-refused, and name-unknown for a case or choice that there is not. */
export async function verify<V extends Vendor>(vendor: V, target: Target, options: VerifyOptions<V>): Promise<Report> {
  const { seed, now = Date.now, effects, hosts, assume = {} } = options
  refuseUnknownChoices(vendor, assume)
  const cases = chosen(vendor, options.cases)
  const { url, close } = await opened(target)
  const transport = createTransport({ hosts })
  try {
    const agreement: Agreement = {
      vendor,
      url: allowed(url, transport.hosts).href,
      secret: options.secret as Record<string, string>,
      headers: options.headers ?? {},
      query: options.query ?? {},
      choose: choicesOf(vendor, assume),
    }
    const { sending } = sideOf(vendor)
    const accepts = sending?.(agreement.choose).accepts
    if (!accepts) throw new KefuError('contract-unknown', { detail: `${vendor.id} sends no pushes.` })
    const bench: Bench = {
      agreement,
      transport,
      seed,
      now,
      accepts,
      effects,
      timeout: options.timeout ?? timeoutOf(agreement),
    }
    const [at, since] = [now(), performance.now()]
    const about = { judge: 'verify' as const, vendor: vendor.id, target: url, seed, at }
    const stopped = await hindrance(bench)
    const ran =
      stopped === undefined ? await run(bench, { ...runOptions(options, agreement), cases }) : { results: [], stopped }
    return { ...about, milliseconds: Math.round(performance.now() - since), ...ran }
  } finally {
    transport.close()
    await close()
  }
}

function runOptions(options: VerifyOptions, agreement: Agreement) {
  const {
    effects,
    keep,
    onResult,
    replay = id => `kefu verify ${agreement.vendor.id} --case ${id} --seed ${options.seed}`,
  } = options
  const { atOnce = effects ? 1 : 4, patience = 5_000 } = options
  return { has: propertiesOf(options, agreement), atOnce, patience, replay, keep, onResult }
}

function propertiesOf(
  { effects, headers = {}, query = {} }: VerifyOptions,
  { vendor, secret, choose }: Agreement,
): Set<Need> {
  const has = new Set<Need>()
  if (secret.mode === 'plain' || secret.mode === 'secure') has.add(secret.mode)
  if (secret.mode || (vendor.id === 'sobot' && choose('pushSignature') === 'on')) has.add('signed')
  if (Object.keys(headers).length + Object.keys(query).length > 0) has.add('shared')
  if (effects) has.add('effects')
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
