/** The files of `--report`: their names, that they are whole, and what is said when they cannot be written. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UsageError } from '../src/cli/exit.ts'
import { prepareReports, REPORT_FOLDER, writeReports } from '../src/cli/reports.ts'
import { formats } from './conformance/report/index.ts'
import { audit, report, sound } from './report-cases.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kefu-reports-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function written(formatNames: string, out: string, judged = [report, sound] as const) {
  const said: string[] = []
  const prepared = prepareReports(judged[0].judge, { report: formatNames, out })
  writeReports([...judged], { ...prepared, bar: 'must' }, text => said.push(text))
  return said
}

test('each format has a file named after the judge, in a folder that is made', () => {
  const out = join(folder, 'deep', 'report')
  expect(written('junit,json, html,badge,json', out)).toEqual([
    `wrote ${out}/verify.junit.xml\n`,
    `wrote ${out}/verify.json\n`,
    `wrote ${out}/verify.html\n`,
    `wrote ${out}/verify.svg\n`,
  ])
  expect(readdirSync(out).sort()).toEqual(['verify.html', 'verify.json', 'verify.junit.xml', 'verify.svg'])
  expect(readFileSync(join(out, 'verify.html'), 'utf8')).toBe(formats.html.write([report, sound], 'must'))
  expect(JSON.parse(readFileSync(join(out, 'verify.json'), 'utf8')).reports).toHaveLength(2)
})

test('annotations go to standard output and need no folder', () => {
  const out = join(folder, 'none')
  expect(written('github', out)).toEqual([formats.github.write([report, sound], 'must')])
  expect(readdirSync(folder)).toEqual([])
})

test('without --report nothing is written', () => {
  expect(prepareReports('verify', {})).toEqual({ formats: [], out: REPORT_FOLDER })
})

test('an older file is replaced', () => {
  writeFileSync(join(folder, 'verify.json'), 'old '.repeat(100_000))
  written('json', folder)
  expect(JSON.parse(readFileSync(join(folder, 'verify.json'), 'utf8')).version).toBe(1)
})

test('an unknown format is a usage error that names all', () => {
  const prepare = () => prepareReports('verify', { report: 'json,pdf', out: folder })
  expect(prepare).toThrow(UsageError)
  expect(prepare).toThrow('--report has no format "pdf"; it takes junit, json, html, github, badge.')
  expect(() => prepareReports('verify', { report: 'constructor' })).toThrow(UsageError)
})

test('a folder that cannot be is a usage error before anything is judged', () => {
  const file = join(folder, 'file')
  writeFileSync(file, 'mine')
  const prepare = () => prepareReports('audit', { report: 'json', out: file })
  expect(prepare).toThrow(UsageError)
  expect(prepare).toThrow(/^--out .*file cannot be written: ENOTDIR.*Name another folder with --out\.$/)
  expect(readFileSync(file, 'utf8')).toBe('mine')
  expect(() => prepareReports('audit', { report: 'json', out: join(file, 'below') })).toThrow(UsageError)
  expect(() => prepareReports('audit', { report: 'json', out: '' })).toThrow(UsageError)
})

test.runIf(process.platform === 'linux')('a folder that the system will not make is a usage error', () => {
  expect(() => prepareReports('audit', { report: 'json', out: '/proc/kefu-report/deep' })).toThrow(UsageError)
})

test('a folder in the place of a file is a usage error, and nothing is left behind', () => {
  const there = join(folder, 'audit.json')
  mkdirSync(there)
  expect(() => prepareReports('audit', { report: 'json', out: folder })).toThrow(`${there} is a folder`)
  expect(readdirSync(folder)).toEqual(['audit.json'])
})

test('a file that cannot be put in its place leaves neither half of it nor its beginning', () => {
  const prepared = prepareReports('audit', { report: 'html', out: folder })
  mkdirSync(join(folder, 'audit.html'))
  expect(() => writeReports([audit], { ...prepared, bar: 'must' }, () => {})).toThrow(UsageError)
  expect(readdirSync(folder)).toEqual(['audit.html'])
})
