/** Runs cases: those that do not mind in parallel, the others one by one; goes on when the handler was gone for a while. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Outgoing } from '../../mocks/deliver/transport.ts'
import { type Attempted, ask, attempt, type Bench, isBroken } from './attempt.ts'
import type { Case, Need } from './case.ts'
import type { Result } from './report.ts'

export interface RunOptions {
  cases: readonly Case[]
  /** What the handler has, of what cases may need. */
  has: ReadonlySet<Need>
  /** Cases under way at the same time. */
  atOnce: number
  /** Milliseconds that a handler that is gone may take to come back. */
  patience: number
  /** The command that runs this case alone. */
  replay(id: string): string
  /** Keeps the requests of a case that failed; answers where. */
  keep?: ((of: Case, requests: readonly Outgoing[]) => string) | undefined
  onResult?: ((result: Result) => void) | undefined
}

export interface Ran {
  results: Result[]
  stopped?: string
}

export async function run(bench: Bench, options: RunOptions): Promise<Ran> {
  const results = new Map<string, Result>()
  let stopped: string | undefined
  const put = (of: Case, rest: Omit<Result, keyof Told>) => {
    const result = { ...toldOf(of), ...rest }
    results.set(of.id, result)
    options.onResult?.(result)
  }

  async function tryAlone(of: Case, round: number) {
    const { result, attempted } = await judged(bench, of, round, options)
    put(of, result)
    if (attempted.broken && !(await isBack(bench, options.patience)))
      stopped = `The handler is gone since ${of.id} and did not come back within ${options.patience} ms.`
  }

  for (const of of options.cases) if (of.needs && !options.has.has(of.needs)) put(of, skipped(of.needs))
  for (const group of batches(
    options.cases.filter(it => !results.has(it.id)),
    options.atOnce,
  )) {
    if (stopped) break
    if (group.length === 1) {
      await tryAlone(group[0] as Case, 1)
      continue
    }
    const judgements = await Promise.all(group.map(it => judged(bench, it, 1, options)))
    const isBrokenOff = judgements.some(it => it.attempted.broken)
    // Which of them ended the handler shows when each is tried alone.
    if (isBrokenOff && !(await isBack(bench, options.patience))) stopped = gone(group, options.patience)
    for (const [index, of] of group.entries()) {
      const { result } = judgements[index] as Judged
      if (isBrokenOff && !stopped && result.outcome === 'failed') await tryAlone(of, 2)
      else put(of, result)
    }
  }
  for (const of of options.cases)
    if (!results.has(of.id))
      put(of, { outcome: 'not-run', failures: [], milliseconds: 0, ...(stopped && { reason: stopped }) })
  return { results: options.cases.map(it => results.get(it.id) as Result), ...(stopped && { stopped }) }
}

const gone = (group: readonly Case[], patience: number) =>
  `The handler is gone since ${group.map(it => it.id).join(', ')}, which were tried at the same time, and did not come back within ${patience} ms.`

type Told = Pick<Result, 'id' | 'title' | 'why' | 'source' | 'cure' | 'severity' | 'group'>

const toldOf = ({ id, title, why, source, cure, severity, group }: Case): Told => ({
  id,
  title,
  why,
  source,
  ...(cure !== undefined && { cure }),
  severity,
  group,
})

const reasons: Record<Need, string> = {
  plain: 'The handler takes encrypted messages.',
  secure: 'The handler takes plain messages.',
  signed: 'The vendor signs nothing that it sends to this handler.',
  shared: 'No header or parameter was agreed.',
  effects: 'The config says nothing of what a push has to bring about.',
}

const skipped = (need: Need) => ({ outcome: 'skipped' as const, reason: reasons[need], failures: [], milliseconds: 0 })

interface Judged {
  attempted: Attempted
  result: Omit<Result, keyof Told>
}

async function judged(bench: Bench, of: Case, round: number, { replay, keep }: RunOptions): Promise<Judged> {
  const since = performance.now()
  const attempted = await attempt(bench, of, round)
  const { failures, requests } = attempted
  const milliseconds = Math.round(performance.now() - since)
  if (failures.length === 0) return { attempted, result: { outcome: 'passed', failures, milliseconds } }
  const request = keep?.(of, requests)
  return {
    attempted,
    result: {
      outcome: 'failed',
      failures,
      milliseconds,
      replay: replay(of.id),
      ...(request !== undefined && { request }),
    },
  }
}

/** In the order of the list: neighbours that do not mind each other, so many at a time. */
function batches(cases: readonly Case[], atOnce: number): Case[][] {
  const groups: Case[][] = []
  for (const of of cases) {
    const last = groups.at(-1)
    if (last && !of.alone && !last[0]?.alone && last.length < atOnce) last.push(of)
    else groups.push([of])
  }
  return groups
}

/** Milliseconds between two looks at whether it listens again. */
const INTERVAL = 100

async function isBack(bench: Bench, patience: number): Promise<boolean> {
  const until = performance.now() + patience
  for (let look = 0; ; look++) {
    if (!isBroken(await ask(bench, {}, `back/${look}`))) return true
    if (performance.now() > until) return false
    await pause(INTERVAL)
  }
}
