/** Reports as workflow commands of GitHub: an annotation for each case that did not pass. */
import { type Bar, below, type Report, type Result, type Severity } from '../report.ts'
import { failureRows, resultRows } from './groups.ts'
import { line, shown } from './text.ts'

const commands: Record<Severity, 'error' | 'warning' | 'notice'> = { must: 'error', should: 'warning', may: 'notice' }

/** A line each. What speaks against the bar comes first, because GitHub shows only the first few of a step. */
export const github = (reports: readonly Report[], bar: Bar): string =>
  reports.flatMap(report => [...verdict(report, bar), ...report.results.filter(amiss).map(annotation)]).join('')

/** As the runner reads it: in the message, the ends of lines are escaped, and in a property also what separates properties. */
export function command(name: 'error' | 'warning' | 'notice', title: string, message: string): string {
  const property = escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')
  return `::${name} title=${property}::${escaped(message)}\n`
}

const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

function verdict(report: Report, bar: Bar) {
  const reason = below(report, bar)
  return reason === undefined ? [] : [command('error', line(`kefu ${report.judge} ${report.vendor}`), shown(reason))]
}

const amiss = ({ outcome }: Result) => outcome === 'failed' || outcome === 'not-run'

function annotation(result: Result) {
  const rows = [...result.failures.flatMap(failureRows), ...resultRows(result)]
  const message = [shown(result.title), ...rows.map(([name, text]) => `${name}: ${shown(text)}`)].join('\n')
  return command(commands[result.severity], line(result.id), message)
}
