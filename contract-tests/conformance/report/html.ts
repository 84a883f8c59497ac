/** Reports as one page that opens offline: it loads nothing, runs nothing, and is forbidden to. */
import { createHash } from 'node:crypto'
import {
  type Bar,
  below,
  type Coverage,
  countsOf,
  percentCovered,
  percentOf,
  type Report,
  severities,
} from '../report.ts'
import { groupsOf, scoreOf } from './groups.ts'
import { caseBlock, rows } from './html-case.ts'
import { outcomes, style } from './html-style.ts'
import { element, escaped } from './xml.ts'

export function html(reports: readonly Report[], bar: Bar): string {
  const title = escaped(`kefu ${reports[0]?.judge ?? 'report'}: ${reports.map(it => it.vendor).join(', ')}`)
  const page = [head(title), body(title, reports, bar)]
  return `<!doctype html>\n${element('html', { lang: 'en' }, page)}\n`
}

/** The one thing that may take effect is our own style, known by its hash; what a handler answered has no way in. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function head(title: string) {
  return element('head', {}, [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', {}, [title]),
    element('style', {}, [style]),
  ])
}

function body(title: string, reports: readonly Report[], bar: Bar) {
  const sections = reports.map(it => section(it, bar))
  const main = [element('h1', {}, [title]), overview(reports, bar), filter(reports), ...sections]
  return element('body', {}, [
    '\n',
    element(
      'main',
      {},
      main.map(it => `${it}\n`),
    ),
  ])
}

function overview(reports: readonly Report[], bar: Bar) {
  const lines = reports.map(report => {
    const { results, vendor } = report
    const counts = countsOf(results)
    const cells = severities.map(it => `${counts[it].passed}/${counts[it].total}`)
    const percent = results.length ? `${percentOf(results)} %` : '–'
    return [vendor, ...cells, percent, below(report, bar) === undefined ? 'reached' : 'below']
  })
  return table(
    `Cases that hold, of those that apply. The bar: ${barName(bar)}.`,
    ['vendor', ...severities, 'all', 'bar'],
    lines,
  )
}

const barName = (bar: Bar) => (typeof bar === 'number' ? `${bar} %` : bar)

/** The first column is a heading of its row. */
function table(caption: string, columns: readonly string[], lines: readonly (readonly string[])[]) {
  const headings = columns.map(it => element('th', { scope: 'col' }, [escaped(it)]))
  const row = ([first = '', ...others]: readonly string[]) =>
    element('tr', {}, [
      element('th', { scope: 'row' }, [escaped(first)]),
      ...others.map(it => element('td', {}, [escaped(it)])),
    ])
  const content = [
    element('caption', {}, [escaped(caption)]),
    element('thead', {}, [element('tr', {}, headings)]),
    element('tbody', {}, lines.map(row)),
  ]
  return element('div', { class: 'scroll' }, [element('table', {}, content)])
}

/** Radio buttons that the style sheet reads. */
function filter(reports: readonly Report[]) {
  const results = reports.flatMap(it => it.results)
  const choice = (id: string, count: number, checked = '') =>
    `<label><input type="radio" name="show" id="show-${id}"${checked}> ${id.replace('-', ' ')} ${count}</label>`
  return element('fieldset', {}, [
    element('legend', {}, ['Show']),
    choice('all', results.length, ' checked'),
    ...outcomes.map(outcome => choice(outcome, results.filter(it => it.outcome === outcome).length)),
  ])
}

function section(report: Report, bar: Bar) {
  const { judge, vendor, results, coverage } = report
  const groups = groupsOf(results).map(({ name, results: grouped }) =>
    element('div', { class: 'group' }, [
      element('h3', {}, [escaped(`${name} ${scoreOf(grouped)}`)]),
      ...grouped.map(it => `${caseBlock(it)}\n`),
    ]),
  )
  return element('section', {}, [
    element('h2', {}, [escaped(`${judge} ${vendor}`)]),
    verdict(report, bar),
    facts(report),
    ...(coverage?.length ? [coverageTable(coverage)] : []),
    ...groups,
  ])
}

function verdict(report: Report, bar: Bar) {
  const reason = below(report, bar)
  const text =
    reason === undefined ? `The bar (${barName(bar)}) is reached.` : `Below the bar (${barName(bar)}). ${reason}`
  return element('p', { class: `verdict ${reason === undefined ? 'good' : 'bad'}` }, [escaped(text)])
}

const facts = ({ target, seed, at, milliseconds }: Report) =>
  rows([
    ['target', target],
    ...(seed === undefined ? [] : ([['seed', seed]] as const)),
    ['began', new Date(at).toISOString()],
    ['took', `${(milliseconds / 1_000).toFixed(1)} s`],
  ])

const coverageTable = (coverage: readonly Coverage[]) =>
  table(
    'What of the contracts was exercised.',
    ['what', 'covered', 'percent', 'missing'],
    coverage.map(it => [
      it.what,
      `${it.covered.length}/${it.covered.length + it.missing.length}`,
      `${percentCovered(it)} %`,
      it.missing.join(', ') || '–',
    ]),
  )
