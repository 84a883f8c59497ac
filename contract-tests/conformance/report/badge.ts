/** All reports as one small picture (SVG): how much holds, or that the bar is missed. */
import { type Bar, below, percentCovered, percentOf, type Report } from '../report.ts'
import { line } from './text.ts'
import { element, escaped } from './xml.ts'

const HEIGHT = 20
/** Of one character, in the units of the picture: the text is fitted to it, whichever font there is. */
const CHARACTER = 6.6
const PADDING = 6

export function badge(reports: readonly Report[], bar: Bar): string {
  const reached = reports.length > 0 && reports.every(it => below(it, bar) === undefined)
  const label = labelOf(reports)
  const value = reached ? `${percent(reports)} %` : 'failing'
  const [left, right] = [widthOf(label), widthOf(value)]
  const size = { width: left + right, height: HEIGHT }
  const picture = { xmlns: 'http://www.w3.org/2000/svg', ...size, role: 'img', 'aria-label': `${label}: ${value}` }
  const font = { fill: '#fff', 'font-family': 'Verdana,DejaVu Sans,sans-serif', 'font-size': 11 }
  return `${element('svg', picture, [
    element('title', {}, [escaped(`${label}: ${value}`)]),
    element('rect', { width: left, height: HEIGHT, fill: '#444' }),
    element('rect', { x: left, width: right, height: HEIGHT, fill: reached ? '#19692c' : '#b01020' }),
    element('g', font, [words(label, 0), words(value, left)]),
  ])}\n`
}

function labelOf(reports: readonly Report[]) {
  const vendors = [...new Set(reports.map(it => it.vendor))]
  const judged = reports.some(it => it.results.length > 0) ? 'conformance' : 'coverage'
  const whose = vendors.length > 2 ? `${vendors.length} vendors` : vendors.join(' + ')
  return line(`${whose} ${judged}`.trim())
}

/** Of all cases; of audits without cases, the least that is covered of anything. */
function percent(reports: readonly Report[]) {
  const results = reports.flatMap(it => it.results)
  if (results.length) return percentOf(results)
  return Math.min(100, ...reports.flatMap(it => it.coverage ?? []).map(percentCovered))
}

const lengthOf = (text: string) => Math.ceil(text.length * CHARACTER)
const widthOf = (text: string) => lengthOf(text) + 2 * PADDING

const words = (text: string, x: number) =>
  element('text', { x: x + PADDING, y: 14, textLength: lengthOf(text), lengthAdjust: 'spacingAndGlyphs' }, [
    escaped(text),
  ])
