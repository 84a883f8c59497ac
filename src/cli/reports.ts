/** Writes what `--report` asks for: a file each, completely or not at all. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Format, type FormatName, formats } from '../../contract-tests/conformance/report/index.ts'
import type { Bar, Report } from '../../contract-tests/conformance/report.ts'
import { UsageError } from './exit.ts'

export const REPORT_FOLDER = 'kefu-report'

export interface PreparedReports {
  formats: readonly FormatName[]
  /** The folder, which is there. */
  out: string
}

/**
 * Reads `junit,json` and makes the folder, before anything is judged.
 * Throws UsageError for a format that there is not, or where a file could not be written.
 */
export function prepareReports(
  judge: Report['judge'],
  { report = '', out = REPORT_FOLDER }: { report?: string | undefined; out?: string | undefined },
): PreparedReports {
  const asked = [...new Set(report.split(',').map(it => it.trim()))].filter(it => it !== '').map(formatNamed)
  const files = asked.flatMap(it => fileOf(judge, it) ?? [])
  if (files.length) attempt(out, () => tryFolder(out, files))
  return { formats: asked, out }
}

/** Writes the files of all reports and tells their names; what has no file goes to standard output. Throws UsageError. */
export function writeReports(
  reports: readonly [Report, ...Report[]],
  { formats: asked, out, bar }: PreparedReports & { bar: Bar },
  say: (text: string) => void = text => process.stdout.write(text),
): void {
  for (const name of asked) {
    const text = formats[name].write(reports, bar)
    const file = fileOf(reports[0].judge, name)
    if (file === undefined) say(text)
    else {
      attempt(out, () => replace(join(out, file), text))
      say(`wrote ${join(out, file)}\n`)
    }
  }
}

function formatNamed(name: string): FormatName {
  if (Object.hasOwn(formats, name)) return name as FormatName
  throw new UsageError(`--report has no format ${JSON.stringify(name)}; it takes ${Object.keys(formats).join(', ')}.`)
}

function fileOf(judge: Report['judge'], name: FormatName) {
  const { extension }: Format = formats[name]
  return extension && `${judge}.${extension}`
}

function tryFolder(out: string, files: readonly string[]) {
  makeFolder(out)
  const folder = files.find(it => statSync(join(out, it), { throwIfNoEntry: false })?.isDirectory())
  if (folder) throw new Error(`${join(out, folder)} is a folder`)
  // Permissions do not tell everything: a disk may be full or read-only.
  replace(join(out, `.${process.pid}.tried`), '')
  rmSync(join(out, `.${process.pid}.tried`))
}

/** One after the other: Node's own way never ends where the system says of a folder that is there that it is not, as in /proc. */
function makeFolder(folder: string) {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another run may have made it just now.
    if (!existsSync(folder)) throw error
  }
}

/** Whoever reads the file meanwhile sees the old one or the new one. */
function replace(file: string, text: string) {
  const begun = `${file}.${process.pid}.part`
  try {
    writeFileSync(begun, text, { flush: true })
    renameSync(begun, file)
  } catch (error) {
    rmSync(begun, { force: true })
    throw error
  }
}

function attempt(out: string, work: () => void) {
  try {
    work()
  } catch (error) {
    throw new UsageError(`--out ${out} cannot be written: ${(error as Error).message}. Name another folder with --out.`)
  }
}
