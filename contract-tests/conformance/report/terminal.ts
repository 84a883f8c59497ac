/** A report as text for a terminal: what holds is folded, what failed stands there in full. */
import {
  type Bar,
  below,
  type Coverage,
  countsOf,
  percentCovered,
  percentOf,
  type Report,
  type Result,
} from '../report.ts'
import { columns, listed, wrapped } from './columns.ts'
import { failureRows, groupsOf, resultRows, scoreOf, severityScores } from './groups.ts'
import { line, shown } from './text.ts'

export interface TerminalOptions {
  bar: Bar
  /** Whether ANSI colours are written; not by default. */
  colour?: boolean
  /** Columns; 80 by default, never taken for less than 40. */
  width?: number
  /** A line for each case, not only for those that did not pass; and every failure in full. */
  verbose?: boolean
}

type Colour = 'green' | 'red' | 'grey' | 'bold'
type Paint = (colour: Colour, text: string) => string

interface Style {
  paint: Paint
  width: number
  verbose: boolean
  /** Failures told in full so far, and by which case: what fails in the same way is not told again. */
  known: Map<string, string>
}

/** Ends with a line feed. */
export function terminal(
  report: Report,
  { bar, colour = false, width = 80, verbose = false }: TerminalOptions,
): string {
  const style = { paint: colour ? painted : plain, width: Math.max(40, width), verbose, known: new Map() }
  const groups = groupsOf(report.results).map(({ name, results }) => groupLines(name, results, style))
  const blocks = [[heading(report, style)], groups.flat(), summary(report, style), [verdict(report, bar, style)]]
  const lines = blocks.filter(it => it.length).map(it => it.join('\n'))
  return `${harmless(lines.join('\n\n'))}\n`
}

/** GitHub's runner obeys `##[…]` wherever it stands in what a step prints; `::` it obeys only where a line begins. */
const harmless = (text: string) => text.replaceAll('##[', '##\\x5b')

const codes: Record<Colour, number> = { green: 32, red: 31, grey: 90, bold: 1 }
const painted: Paint = (colour, text) => `\x1b[${codes[colour]}m${text}\x1b[0m`
const plain: Paint = (_colour, text) => text

const marks = {
  passed: ['✓', 'green'],
  failed: ['✗', 'red'],
  skipped: ['–', 'grey'],
  'not-run': ['!', 'red'],
} as const satisfies Record<Result['outcome'], readonly [mark: string, colour: Colour]>

function mark(outcome: Result['outcome'], { paint }: Style) {
  const [sign, colour] = marks[outcome]
  return paint(colour, sign)
}

function heading({ judge, vendor, target, seed }: Report, { paint }: Style) {
  const seeded = seed === undefined ? '' : `, seed ${line(seed)}`
  return `${paint('bold', `${judge} ${line(vendor)}`)}: ${line(target)}${seeded}`
}

function groupLines(name: string, results: readonly Result[], style: Style) {
  const worst = (['failed', 'not-run', 'passed', 'skipped'] as const).find(it =>
    results.some(({ outcome }) => outcome === it),
  )
  const told = results.filter(({ outcome }) => style.verbose || outcome === 'failed' || outcome === 'not-run')
  const title = `${mark(worst ?? 'skipped', style)} ${style.paint('bold', line(name))} ${scoreOf(results)}`
  return [title, ...told.flatMap(it => resultLines(it, style))]
}

function resultLines(result: Result, style: Style) {
  const { id, title, outcome, reason, milliseconds } = result
  const took = milliseconds > 100 ? style.paint('grey', ` ${Math.round(milliseconds)} ms`) : ''
  const why = reason === undefined || outcome === 'failed' ? '' : ` ${line(reason)}`
  const first = `  ${mark(outcome, style)} ${line(id)}  ${line(title)}${why}${took}`
  if (outcome !== 'failed') return [first]
  const alike = style.verbose ? undefined : toldBefore(result, style.known)
  if (alike !== undefined) return [`${first}${style.paint('grey', ` (as ${line(alike)})`)}`]
  const rows = [...result.failures.flatMap(failureRows), ...resultRows(result)]
  return [first, ...rows.flatMap(([name, text]) => rowLines(name, text, style))]
}

/** The case that failed with the same words before. */
function toldBefore({ id, failures }: Result, known: Style['known']): string | undefined {
  const words = JSON.stringify(failures.map(({ expected, came }) => [expected, came]))
  const before = known.get(words)
  if (before === undefined) known.set(words, id)
  return before
}

const INDENT = 6
const NAME = 10

/** Every further line begins with a bar: none is taken for one of ours, nor for a command of the workflow it runs in. */
function rowLines(name: string, text: string, { paint, width }: Style) {
  const room = width - INDENT - NAME
  // A command or the name of a file is copied, so it stays whole.
  const lines = name === 'replay' || name === 'request' ? [line(text)] : wrapped(shown(text), room)
  return lines.map((it, index) => {
    const lead = index === 0 ? name.padEnd(NAME) : `${' '.repeat(NAME - 2)}│ `
    return `${' '.repeat(INDENT)}${paint('grey', lead)}${it}`
  })
}

function summary({ results, coverage = [], milliseconds }: Report, style: Style) {
  const counted = results.length
    ? [`${severityScores(countsOf(results))}: ${percentOf(results)} % in ${(milliseconds / 1_000).toFixed(1)} s`]
    : []
  return [...counted, ...coverage.map(it => coverageLine(it, style))]
}

function coverageLine(coverage: Coverage, { width }: Style) {
  const { what, covered, missing } = coverage
  const score = `${line(what)} ${covered.length}/${covered.length + missing.length}, ${percentCovered(coverage)} %`
  if (missing.length === 0) return score
  const lead = `${score}; missing: `
  const names = missing.map(it => line(it))
  return lead + listed(names, width - columns(lead))
}

function verdict(report: Report, bar: Bar, { paint }: Style) {
  const reason = below(report, bar)
  const named = typeof bar === 'number' ? `${bar} %` : bar
  return reason === undefined
    ? paint('green', `The bar (${named}) is reached.`)
    : `${paint('red', `Below the bar (${named}).`)} ${line(reason)}`
}
