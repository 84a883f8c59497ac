/** The formats of `--report`, by name: each writes all reports of a run as one text. */
import type { Bar, Report } from '../report.ts'
import { badge } from './badge.ts'
import { github } from './github.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'

export { ReportFile } from './json.ts'
export { type TerminalOptions, terminal } from './terminal.ts'

export interface Format {
  /** How the file's name ends; without one the text is for standard output. */
  extension?: string
  write(reports: readonly Report[], bar: Bar): string
}

export const formats = {
  junit: { extension: 'junit.xml', write: junit },
  json: { extension: 'json', write: json },
  html: { extension: 'html', write: html },
  github: { write: github },
  badge: { extension: 'svg', write: badge },
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof formats
