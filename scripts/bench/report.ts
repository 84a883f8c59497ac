/** What a benchmark reports: lines of a table, each with a ratio measured in one run, its goal, and whether it holds. */

export interface Line {
  /** What was measured, and on whom. */
  what: string
  measured: string
  /** The contestant's figure over that of the one it is compared with. */
  ratio?: { value: number; to: string }
  goal?: { value: number; is: 'at most' | 'at least'; limit: number; unit: string }
}

export const ratioGoal = (value: number, is: 'at most' | 'at least', limit: number) =>
  ({ value, is, limit, unit: '×' }) as const

export const holds = ({ goal }: Line): boolean =>
  !goal || (goal.is === 'at most' ? goal.value <= goal.limit : goal.value >= goal.limit)

/** The lines of one benchmark as aligned text. */
export function table(title: string, lines: Line[]): string {
  const cells = lines.map(line => [line.what, line.measured, ratio(line), goal(line), verdict(line)])
  const rows = [['', 'median', 'ratio', 'goal', ''], ...cells]
  const widths = (rows[0] as string[]).map((_, at) => Math.max(...rows.map(row => (row[at] as string).length)))
  const text = rows.map(row => `  ${row.map((cell, at) => cell.padEnd(widths[at] as number)).join('  ')}`.trimEnd())
  return [title, ...text].join('\n')
}

const ratio = ({ ratio }: Line) => (ratio ? `${figure(ratio.value)} × ${ratio.to}` : '')
const goal = ({ goal }: Line) => (goal ? `${goal.is} ${goal.limit} ${goal.unit}` : '')
const verdict = (line: Line) => (line.goal ? (holds(line) ? 'holds' : 'MISSED') : '')

/** Three significant digits. */
export const figure = (value: number) => value.toFixed(value < 9.995 ? 2 : value < 99.95 ? 1 : 0)

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle] as number
  return sorted.length % 2 ? high : (high + (sorted[middle - 1] as number)) / 2
}

/** Median of the ratios of one round each: what slows the machine for a moment slows both. */
export const medianRatio = (values: number[], others: number[]) =>
  median(values.map((value, round) => value / (others[round] as number)))
