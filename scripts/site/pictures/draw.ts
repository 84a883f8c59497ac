/** The strokes that pictures are drawn with: by attributes only, in the colours of the page around them, so that light and dark need nothing of their own. */
import { type Html, html } from '../html.ts'

export type Point = readonly [x: number, y: number]

/** Both are told from black, white and from each other; a page may name its own. */
export const accent = 'var(--accent, #3b76e1)'
export const alarm = 'var(--danger, #d9480f)'

interface TextOptions {
  size?: number
  anchor?: 'start' | 'middle' | 'end'
  weight?: 600
  /** Less important. */
  faint?: boolean
  mono?: boolean
  colour?: string
}

export function text([x, y]: Point, words: string, options: TextOptions = {}): Html {
  const { size = 13, anchor = 'start', weight, faint, mono, colour = 'currentColor' } = options
  return html`<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${anchor !== 'start' && html` text-anchor="${anchor}"`}${
    weight && html` font-weight="${weight}"`
  }${faint && html` fill-opacity=".75"`}${mono && html` font-family="var(--mono, ui-monospace, monospace)"`}>${words}</text>`
}

interface LineOptions {
  dashed?: boolean
  faint?: boolean
  colour?: string
}

const stroke = ({ dashed, faint, colour = 'currentColor' }: LineOptions) =>
  html`stroke="${colour}" stroke-width="1.5"${dashed && html` stroke-dasharray="4 4"`}${faint && html` stroke-opacity=".4"`}`

export const line = ([x1, y1]: Point, [x2, y2]: Point, options: LineOptions = {}): Html =>
  html`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${stroke(options)}/>`

/** Through all of the points, with a head at the last. */
export function arrow(points: readonly Point[], options: LineOptions = {}): Html {
  const [before, end] = points.slice(-2) as [Point, Point]
  const path = points.map(it => it.join(',')).join(' ')
  const { colour = 'currentColor' } = options
  return html`<polyline points="${path}" fill="none" ${stroke(options)}/><polygon points="${head(before, end)}" fill="${colour}"/>`
}

function head([fromX, fromY]: Point, [x, y]: Point): string {
  const [across, down] = [Math.sign(x - fromX), Math.sign(y - fromY)]
  const corner = (side: number) => `${x - 8 * across + 4 * side * down},${y - 8 * down + 4 * side * across}`
  return `${x},${y} ${corner(1)} ${corner(-1)}`
}

interface BoxOptions {
  colour?: string
  dashed?: boolean
}

export const box = ([x, y]: Point, width: number, height: number, options: BoxOptions = {}): Html => {
  const { colour = 'currentColor' } = options
  return html`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${colour}" fill-opacity=".08" ${stroke(options)}/>`
}

export const dot = ([x, y]: Point, radius: number, colour = 'currentColor'): Html =>
  html`<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}" fill-opacity=".15" stroke="${colour}" stroke-width="1.5"/>`
