/** Results under their headings, and the words for what became of them: the same in all formats. */
import { type Count, type Failure, type Result, type Severity, severities } from '../report.ts'

export interface Group {
  name: string
  results: Result[]
}

/** In the order in which the headings are first met. */
export function groupsOf(results: readonly Result[]): Group[] {
  const groups = new Map<string, Result[]>()
  for (const result of results) {
    const known = groups.get(result.group)
    if (known) known.push(result)
    else groups.set(result.group, [result])
  }
  return [...groups].map(([name, grouped]) => ({ name, results: grouped }))
}

/** `9/9`, `8/9, 2 skipped`; what could not be run counts as not passed. */
export function scoreOf(results: readonly Result[]): string {
  const passed = results.filter(it => it.outcome === 'passed').length
  const skipped = results.filter(it => it.outcome === 'skipped').length
  return `${passed}/${results.length - skipped}${skipped ? `, ${skipped} skipped` : ''}`
}

/** `must 4/5, should 2/2` */
export const severityScores = (counts: Record<Severity, Count>): string =>
  severities
    .filter(it => counts[it].total > 0)
    .map(it => `${it} ${counts[it].passed}/${counts[it].total}`)
    .join(', ')

/** What is to be read about a failure, in this order, on lines of their own. */
export const failureRows = ({ expected, came, at }: Failure): [name: string, text: string][] => [
  ['expected', expected],
  ['came', came],
  ...(at === undefined ? [] : ([['at', at]] as [string, string][])),
]

/** What is to be read about a result beside its failures. */
export const resultRows = ({ why, source, cure, reason, replay, request }: Result): [name: string, text: string][] => [
  ...(reason === undefined ? [] : ([['reason', reason]] as [string, string][])),
  ['why', why],
  ['source', source],
  ...(cure === undefined ? [] : ([['cure', cure]] as [string, string][])),
  ...(replay === undefined ? [] : ([['replay', replay]] as [string, string][])),
  ...(request === undefined ? [] : ([['request', request]] as [string, string][])),
]
