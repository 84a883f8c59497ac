/** Reports as JUnit XML: a suite for each group, so that a CI shows each case with what came. */
import { type Bar, type Coverage, percentCovered, type Report, type Result } from '../report.ts'
import { failureRows, groupsOf, resultRows } from './groups.ts'
import { line, shown } from './text.ts'
import { element, escaped } from './xml.ts'

/** Characters of what was expected and of what came in the message of a failure, which a CI shows in a list. */
const BRIEF = 200

interface Case {
  name: string
  classname: string
  /** Seconds. */
  time: string
  outcome: 'passed' | 'failure' | 'error' | 'skipped'
  content: string[]
}

interface Suite {
  name: string
  report: Report
  cases: Case[]
}

/** What could not be run, and a run that ended early, are errors; coverage is a case that fails below a bar in percent. */
export function junit(reports: readonly Report[], bar: Bar): string {
  const suites = reports.flatMap(report => suitesOf(report, bar))
  const cases = suites.flatMap(it => it.cases)
  const time = seconds(reports.reduce((sum, { milliseconds }) => sum + milliseconds, 0))
  const root = element('testsuites', { name: 'kefu', ...counts(cases), time }, ['\n', ...suites.map(suite)])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function suitesOf(report: Report, bar: Bar): Suite[] {
  const under = (name: string, cases: Case[]) => ({ name: `${report.vendor}: ${name}`, report, cases })
  const classname = `kefu.${report.judge}.${report.vendor}`
  return [
    ...(report.stopped === undefined ? [] : [under('run', [stoppedCase(report.stopped, classname)])]),
    ...groupsOf(report.results).map(({ name, results }) =>
      under(
        name,
        results.map(it => caseOf(it, `${classname}.${name}`)),
      ),
    ),
    ...(report.coverage?.length
      ? [
          under(
            'coverage',
            report.coverage.map(it => coverageCase(it, bar, `${classname}.coverage`)),
          ),
        ]
      : []),
  ]
}

function caseOf(result: Result, classname: string): Case {
  const { id, title, severity, milliseconds } = result
  const outcome = ({ passed: 'passed', failed: 'failure', skipped: 'skipped', 'not-run': 'error' } as const)[
    result.outcome
  ]
  return {
    name: `${id}: ${title}`,
    classname,
    time: seconds(milliseconds),
    outcome,
    content: [element('properties', {}, [property('severity', severity)]), ...outcomeOf(result)],
  }
}

function outcomeOf(result: Result) {
  const { outcome, severity, reason = '' } = result
  if (outcome === 'passed') return []
  if (outcome === 'skipped') return [element('skipped', { message: reason })]
  if (outcome === 'not-run') return [element('error', { type: 'not-run', message: reason }, [rows(result)])]
  const [first] = result.failures
  const message = first ? `expected ${line(first.expected, BRIEF)}, came ${line(first.came, BRIEF)}` : reason
  return [element('failure', { type: severity, message }, [rows(result)])]
}

const rows = (result: Result) =>
  [...result.failures.flatMap(failureRows), ...resultRows(result)]
    .map(([name, text]) => `${name}: ${escaped(shown(text))}`)
    .join('\n')

const stoppedCase = (stopped: string, classname: string): Case => ({
  name: 'the run comes to its end',
  classname,
  time: seconds(0),
  outcome: 'error',
  content: [element('error', { type: 'stopped', message: stopped })],
})

function coverageCase(coverage: Coverage, bar: Bar, classname: string): Case {
  const { what, covered, missing } = coverage
  const percent = percentCovered(coverage)
  const low = typeof bar === 'number' && percent < bar
  const message = `expected at least ${bar} %, came ${percent} %`
  return {
    name: `${what}: ${covered.length} of ${covered.length + missing.length} covered`,
    classname,
    time: seconds(0),
    outcome: low ? 'failure' : 'passed',
    content: [
      ...(low ? [element('failure', { type: 'coverage', message })] : []),
      ...(missing.length ? [element('system-out', {}, [`missing: ${missing.map(escaped).join(', ')}`])] : []),
    ],
  }
}

function suite({ name, report, cases }: Suite) {
  const { at, seed, target } = report
  const time = cases.reduce((sum, it) => sum + Number(it.time), 0).toFixed(3)
  const properties = [property('target', target), ...(seed === undefined ? [] : [property('seed', seed)])]
  const attributes = { name, ...counts(cases), time, timestamp: new Date(at).toISOString() }
  const content = [element('properties', {}, properties), ...cases.map(testcase)]
  return `${element('testsuite', attributes, ['\n', ...content.map(it => `${it}\n`)])}\n`
}

const testcase = ({ name, classname, time, content }: Case) => element('testcase', { classname, name, time }, content)

const property = (name: string, value: string) => element('property', { name, value })

function counts(cases: readonly Case[]) {
  const count = (outcome: Case['outcome']) => cases.filter(it => it.outcome === outcome).length
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') }
}

const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(3)
