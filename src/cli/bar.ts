/** Reads `--min`, and ends a command by it. */
import { type Bar, below, type Report, severities } from '../../contract-tests/conformance/report.ts'
import { REFUSED, UsageError } from './exit.ts'

/** `must`, `should`, `may`, or whole percents. */
export function barOf(text: string): Bar {
  const severity = severities.find(it => it === text)
  if (severity) return severity
  if (/^(100|\d{1,2})%?$/.test(text)) return Number.parseInt(text, 10)
  throw new UsageError(`--min is must, should, may, or percents from 0 to 100, got ${JSON.stringify(text)}.`)
}

/** Exit code 1 when one of them is below it. */
export function heldTo(reports: readonly Report[], bar: Bar) {
  if (reports.some(it => below(it, bar) !== undefined)) process.exitCode = REFUSED
}
