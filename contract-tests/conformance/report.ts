/** What a judge found: one result a case, and how they add up. `kefu verify` and `kefu audit` share it, and so do all formats. */

/** `must`: the vendor's pushes are lost or forged ones taken without it. `should`: it breaks in production some day. `may`: good to have. */
export type Severity = 'must' | 'should' | 'may'

export const severities: readonly Severity[] = ['must', 'should', 'may']

export interface Failure {
  expected: string
  came: string
  /** Where it was seen: the number of a request, an entry of the journal, a field. */
  at?: string
}

export interface Result {
  /** `echat.replayed-signature` */
  id: string
  /** What has to hold, as a sentence. */
  title: string
  /** Why it matters, in one sentence. */
  why: string
  /** Section of the vendor's document, erratum, assumption, or the rule of HTTP that it rests on. */
  source: string
  /** What to do about it. */
  cure?: string
  severity: Severity
  /** The heading that it stands under. */
  group: string
  /** `not-run` where something before it made it impossible, `skipped` where it does not apply; `reason` says why. */
  outcome: 'passed' | 'failed' | 'skipped' | 'not-run'
  reason?: string
  failures: readonly Failure[]
  milliseconds: number
  /** The command that runs this case alone. */
  replay?: string
  /** The file with its requests, as `curl --config` takes it. */
  request?: string
}

/** What of a contract was exercised. */
export interface Coverage {
  /** `operations`, `fields`, `error codes`, `push outcomes` */
  what: string
  covered: readonly string[]
  missing: readonly string[]
}

export interface Report {
  judge: 'verify' | 'audit'
  /** Id of the vendor. */
  vendor: string
  /** The address of the handler, or the world whose journal was read. */
  target: string
  seed?: string
  /** When it began, in milliseconds since 1970. */
  at: number
  milliseconds: number
  /** In the order of the cases. */
  results: readonly Result[]
  /** Why it ended before its end. */
  stopped?: string
  coverage?: readonly Coverage[]
}

export interface Count {
  passed: number
  failed: number
  /** Of those that apply: skipped ones are left out, those that could not be run count. */
  total: number
}

/** How many of each severity hold. */
export function countsOf(results: readonly Result[]): Record<Severity, Count> {
  const count = (severity: Severity): Count => {
    const applying = results.filter(it => it.severity === severity && it.outcome !== 'skipped')
    const passed = applying.filter(it => it.outcome === 'passed').length
    return { passed, failed: applying.length - passed, total: applying.length }
  }
  return { must: count('must'), should: count('should'), may: count('may') }
}

/** Whole percents of the cases that apply, rounded down, so that 100 means all. */
export function percentOf(results: readonly Result[]): number {
  const applying = results.filter(it => it.outcome !== 'skipped')
  if (applying.length === 0) return 0
  return Math.floor((100 * applying.filter(it => it.outcome === 'passed').length) / applying.length)
}

/** Everything up to that severity has to hold, or so many percent of all; of an audit, so many percent of each coverage. */
export type Bar = Severity | number

/** What speaks against it, in a sentence; undefined when the report reaches the bar. */
export function below(report: Report, bar: Bar): string | undefined {
  const { results, stopped, coverage } = report
  if (stopped) return stopped
  if (typeof bar === 'number') return belowPercent(report, bar)
  const counts = countsOf(results)
  const demanded = severities.slice(0, severities.indexOf(bar) + 1)
  const missed = demanded.filter(it => counts[it].failed > 0)
  if (missed.length) return `${missed.map(it => `${counts[it].failed} ${it}`).join(', ')} failed.`
  return results.length || coverage ? undefined : 'No case was run.'
}

function belowPercent({ results, coverage }: Report, bar: number) {
  const reached = [
    ...(results.length ? [{ what: 'cases', percent: percentOf(results) }] : []),
    ...(coverage ?? []).map(it => ({ what: it.what, percent: percentCovered(it) })),
  ]
  const missed = reached.filter(it => it.percent < bar)
  if (reached.length === 0) return 'No case was run.'
  return missed.length
    ? `Expected at least ${bar} %, got ${missed.map(it => `${it.percent} % of ${it.what}`).join(', ')}.`
    : undefined
}

export function percentCovered({ covered, missing }: Coverage): number {
  const all = covered.length + missing.length
  return all ? Math.floor((100 * covered.length) / all) : 100
}
