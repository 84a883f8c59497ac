/** A report on a terminal: short where all is well, whole where something failed, and never obeyed. */
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { columns, listed, wrapped } from './conformance/report/columns.ts'
import { terminal } from './conformance/report/terminal.ts'
import { visible } from './conformance/report/text.ts'
import { audit, harm, hostile, hostileReport, report, sound } from './report-cases.ts'

test('a report folds what passed and tells in full what failed', () => {
  expect(terminal(report, { bar: 'must' }).split('\n')).toEqual([
    'verify echat: http://127.0.0.1:3000/hooks/echat?a=1&b=2, seed 7',
    '',
    '✓ everyday 2/2',
    '✗ forged messages 0/1, 1 skipped',
    '  ✗ echat.replayed-signature  A signature is taken once. 1234 ms',
    '      expected  a refusal',
    '      came      status 200, body "success"',
    '      at        request 2',
    '      why       Whoever sees one push could forge the next.',
    '      source    erratum echat.3',
    '      replay    kefu verify echat --seed 7 --only echat.replayed-signature',
    '      request   kefu-report/echat.replayed-signature.curl',
    '! late 0/1',
    '  ! echat.not-run  A late push is taken. The handler is gone.',
    '',
    'must 1/2, should 1/1, may 0/1: 50 % in 2.5 s',
    '',
    'Below the bar (must). 1 must failed.',
    '',
  ])
})

test('a verbose report has a line for every case', () => {
  const text = terminal(report, { bar: 'must', verbose: true })
  expect(text).toContain('\n  ✓ echat.sound  A sound push is acknowledged.\n')
  expect(text).toContain('\n  ✓ echat.chinese  中文和 👩‍👩‍👧 stay whole.\n')
  expect(text).toContain('\n  – echat.skipped  The mode is kept. The mode is plain.\n')
})

test('what fails in the same words is told in full once, and names the case that tells it', () => {
  const failed = report.results.find(it => it.outcome === 'failed') as (typeof report.results)[number]
  const other = { ...failed, id: 'echat.other' }
  const text = terminal({ ...report, results: [failed, other] }, { bar: 'must' })
  expect(text.match(/a refusal/g)).toHaveLength(1)
  expect(text).toContain(`✗ echat.other  ${failed.title} 1234 ms (as ${failed.id})`)
  expect(
    terminal({ ...report, results: [failed, other] }, { bar: 'must', verbose: true }).match(/a refusal/g),
  ).toHaveLength(2)
})

test('a report that reaches the bar says so', () => {
  expect(terminal(sound, { bar: 100 })).toContain('The bar (100 %) is reached.')
})

test('coverage has percents and as many missing names as fit', () => {
  const lines = terminal(audit, { bar: 50, width: 60 }).split('\n')
  expect(lines).toContain('operations 2/5, 40 %; missing: tableSave and 2 more')
  expect(lines).toContain('error codes 1/1, 100 %')
  expect(lines).toContain('Below the bar (50 %). Expected at least 50 %, got 40 % of operations.')
})

test('colours are written only when they are asked for, and change nothing else', () => {
  const without = terminal(report, { bar: 'must' })
  const coloured = terminal(report, { bar: 'must', colour: true })
  expect(without).not.toContain('\x1b')
  expect(coloured).toContain('\x1b[32m✓\x1b[0m')
  expect(stripVTControlCharacters(coloured)).toBe(without)
})

describe('what a handler answered', () => {
  const text = terminal(hostileReport, { bar: 'must', verbose: true })
  const lines = text.split('\n')

  test('controls no terminal', () => {
    expect(text).not.toMatch(harm)
    expect(text).toContain('\\x1b[31mred\\x1b[0m')
    expect(text).toContain('nul \\x00 bell \\x07 delete \\x7f next \\x85')
    expect(text).toContain('txt.\\u202eexe')
    expect(text).toContain('first\\r')
  })

  test('begins no line of its own', () => {
    expect(lines.filter(it => it.trim().startsWith('✓'))).toEqual([])
    expect(lines).toContain('              │ ✓ forged line')
  })

  test('is no command to the workflow that prints it', () => {
    expect(lines.filter(it => it.trimStart().startsWith('::'))).toEqual([])
    expect(text).not.toContain('##[')
  })

  test('keeps Chinese and emoji', () => {
    expect(text).toContain(hostile.emoji)
  })

  test('is cut where it is long, with the number of characters left out', () => {
    expect(text.replaceAll(/\s|│/g, '')).toContain(`${'长'.repeat(2_000)}…(8000morecharacters)`)
    expect(text).not.toContain('长'.repeat(2_001))
  })
})

test('a cut never halves a character', () => {
  const came = `x${'👍'.repeat(3_000)}`
  const [first] = report.results
  const results = [{ ...first!, outcome: 'failed' as const, failures: [{ expected: 'y', came }] }]
  const text = terminal({ ...report, results }, { bar: 'must' })
  expect(text.isWellFormed()).toBe(true)
  expect(text).not.toContain('\ufffd')
  expect(text.replaceAll(/\s|│/g, '')).toContain('👍…(1001morecharacters)')
})

test('controls outside the basic plane and separators of lines are visible, too', () => {
  expect(visible('a\u2028b\u{1fffe}c\td')).toBe('a\\u2028b\\u{1fffe}c\\td')
})

test('Chinese characters and emoji take two columns, what they are composed of none', () => {
  expect(columns('ab')).toBe(2)
  expect(columns('中文')).toBe(4)
  expect(columns('👩‍👩‍👧')).toBe(2)
  expect(columns('e\u0301')).toBe(1)
})

test('lines are broken at spaces, between Chinese characters, and in words that are too long', () => {
  expect(wrapped('one two three', 8)).toEqual(['one two', 'three'])
  expect(wrapped('一二三四五', 4)).toEqual(['一二', '三四', '五'])
  expect(wrapped('see abcdefghij', 4)).toEqual(['see', 'abcd', 'efgh', 'ij'])
  expect(wrapped('a\n\nb', 4)).toEqual(['a', '', 'b'])
})

test('no line of hostile text is wider than the terminal, but commands and titles, which stay whole', () => {
  const results = Object.values(hostile).map(came => ({
    ...report.results[2]!,
    title: 'short',
    failures: [{ expected: came, came }],
  }))
  const lines = terminal({ ...report, results }, { bar: 'must', width: 50 }).split('\n')
  expect(lines.filter(it => columns(it) > 50 && !/^ *(replay|request|✗|verify)/.test(it))).toEqual([])
})

test('a list of names ends with how many more there are', () => {
  expect(listed(['one', 'two', 'three'], 80)).toBe('one, two, three')
  expect(listed(['one', 'two', 'three'], 14)).toBe('one and 2 more')
  expect(listed(['one'], 1)).toBe('one')
})
