/** Judges a client by the journal of the world that it called, and a receiver by how it answered pushes. */
import { type Exchanges, exchangesOf } from '../../../mocks/exported/exchanges.ts'
import type { World } from '../../../mocks/world/world.ts'
import { contracts } from '../../../schemas/contracts.ts'
import type { Vendor } from '../../../schemas/define.ts'
import type { Report, Result } from '../report.ts'
import type { Check } from './check.ts'
import { contract } from './contract.ts'
import { coverageOf } from './coverage.ts'
import { credentials } from './credentials.ts'
import { callOf, type Journal } from './journal.ts'
import { paging } from './paging.ts'
import { pushes } from './pushes.ts'
import { retries } from './retries.ts'

/** All there are, in the order in which a report has them. */
export const checks: readonly Check[] = [...contract, ...credentials, ...paging, ...retries, ...pushes]

type Entries = Exchanges['entries']
type Attempts = Exchanges['attempts']

export interface AuditOptions extends Partial<Pick<Exchanges, 'deadLetters' | 'patience'>> {
  /** The world whose journal it is; `default` when left out. */
  world?: string
  /** When it is judged, in milliseconds since 1970. */
  at: number
  /** Whether the world's clock followed real time; what is told by pauses is skipped where it stood still. True by default. */
  running?: boolean
  /** Milliseconds that the world's clock is ahead of real time; 0 by default. */
  lead?: number
}

/** `entries` with secrets named or shown; with masked ones, checks that have to tell secrets apart are skipped. */
export function audit(vendor: Vendor, entries: Entries, attempts: Attempts, options: AuditOptions): Report {
  const { world = 'default', at, deadLetters = [], patience = {}, running = true, lead = 0 } = options
  const own = entries.filter(it => it.vendor === vendor.id)
  const journal: Journal = {
    vendor,
    calls: own.map(it => callOf(it, vendor)),
    attempts: attempts.filter(it => it.vendor === vendor.id && it.push !== undefined),
    deadLetters: deadLetters.filter(it => it.vendor === vendor.id),
    patience: patience[vendor.id],
    lead,
  }
  const lacking = { clock: !running, secrets: own.some(it => JSON.stringify(it.request).includes(MASK)) }
  const report = {
    judge: 'audit' as const,
    vendor: vendor.id,
    target: `the journal of world ${world}`,
    at,
    milliseconds: 0,
  }
  if (!journal.calls.length && !journal.attempts.length && !journal.deadLetters.length) {
    const stopped = `The journal of world ${world} holds no call of ${vendor.id} and no push.`
    return { ...report, results: [], stopped }
  }
  const results = checksOf(vendor).map(it => resultOf(it, journal, lacking))
  return { ...report, results, coverage: coverageOf(journal) }
}

const MASK = '••••'

/** The same of a world in this process, by its own clock unless another time is given. */
export function auditWorld(vendor: Vendor, world: World, options: Partial<AuditOptions> = {}): Report {
  const { world: id, now, running, entries, attempts, deadLetters, patience } = exchangesOf(world)
  return audit(vendor, entries, attempts, { world: id, at: now, running, deadLetters, patience, ...options })
}

/** Those that concern a vendor. */
export const checksOf = (vendor: Vendor) =>
  checks.filter(
    ({ of, concerns }) =>
      contracts(vendor, of === 'calls' ? 'operation' : 'push').length > 0 && (concerns?.(vendor) ?? true),
  )

function resultOf(check: Check, journal: Journal, lacking: Record<'clock' | 'secrets', boolean>): Result {
  const { id, of, needs, concerns, find, ...told } = check
  const result = { id: `${journal.vendor.id}.audit.${id}`, ...told, milliseconds: 0 }
  const reason = skippedFor(check, journal, lacking)
  if (reason) return { ...result, outcome: 'skipped', reason, failures: [] }
  const failures = find(journal)
  return { ...result, outcome: failures.length ? 'failed' : 'passed', failures }
}

function skippedFor({ of, needs = [] }: Check, journal: Journal, lacking: Record<'clock' | 'secrets', boolean>) {
  if (of === 'calls' && !journal.calls.length) return 'No call was made.'
  if (of === 'pushes' && !journal.attempts.length && !journal.deadLetters.length) return 'No push was sent.'
  const missing = needs.find(it => lacking[it])
  return missing && REASONS[missing]
}

const REASONS = {
  clock: 'The clock of this world stands still, so that no pause can be told.',
  secrets: 'The journal masks its secrets; save GET /_kefu/exchanges instead, which names them.',
}
