/** One case of the HTML report: closed when it passed, open when it did not. */
import type { Result } from '../report.ts'
import { failureRows, resultRows } from './groups.ts'
import { shown } from './text.ts'
import { element, escaped } from './xml.ts'

const marks: Record<Result['outcome'], string> = {
  passed: '✓ passed',
  failed: '✗ failed',
  skipped: '– skipped',
  'not-run': '! not run',
}

export function caseBlock(result: Result): string {
  const { id, title, outcome, severity, milliseconds, failures } = result
  const open = outcome === 'failed' || outcome === 'not-run' ? '' : undefined
  const facts = `${severity}, ${Math.round(milliseconds)} ms`
  const summary = [
    element('span', { class: 'word' }, [marks[outcome]]),
    ` ${escaped(shown(title))} `,
    element('span', { class: 'dim' }, [element('code', {}, [escaped(id)]), ` ${facts}`]),
  ]
  return element('details', { class: `case ${outcome}`, open }, [
    element('summary', {}, summary),
    ...failures.map(it => rows(failureRows(it), 'failure')),
    rows(resultRows(result)),
  ])
}

export const rows = (pairs: readonly (readonly [name: string, text: string])[], className?: string): string =>
  element(
    'dl',
    { class: className },
    pairs.flatMap(([name, text]) => [element('dt', {}, [name]), element('dd', {}, [escaped(shown(text))])]),
  )
