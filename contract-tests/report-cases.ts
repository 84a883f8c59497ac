/** Reports to be written: one as a judge gives it, and one whose handler answered all that could harm a reader. */
import type { Report, Result } from './conformance/report.ts'

const passed: Result = {
  id: 'echat.sound',
  title: 'A sound push is acknowledged.',
  why: 'Without it nothing arrives.',
  source: '3.2.1',
  severity: 'must',
  group: 'everyday',
  outcome: 'passed',
  failures: [],
  milliseconds: 12.4,
}

export const result = (other: Partial<Result>): Result => ({ ...passed, ...other })

export const failed = result({
  id: 'echat.replayed-signature',
  title: 'A signature is taken once.',
  why: 'Whoever sees one push could forge the next.',
  source: 'erratum echat.3',
  group: 'forged messages',
  outcome: 'failed',
  failures: [{ expected: 'a refusal', came: 'status 200, body "success"', at: 'request 2' }],
  milliseconds: 1_234,
  replay: 'kefu verify echat --seed 7 --only echat.replayed-signature',
  request: 'kefu-report/echat.replayed-signature.curl',
})

const results = [
  passed,
  result({ id: 'echat.chinese', title: '中文和 👩‍👩‍👧 stay whole.', severity: 'should' }),
  failed,
  result({
    id: 'echat.skipped',
    title: 'The mode is kept.',
    group: 'forged messages',
    outcome: 'skipped',
    reason: 'The mode is plain.',
  }),
  result({
    id: 'echat.not-run',
    title: 'A late push is taken.',
    severity: 'may',
    group: 'late',
    outcome: 'not-run',
    reason: 'The handler is gone.',
  }),
]

export const report: Report = {
  judge: 'verify',
  vendor: 'echat',
  target: 'http://127.0.0.1:3000/hooks/echat?a=1&b=2',
  seed: '7',
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
  milliseconds: 2_500,
  results,
}

export const sound: Report = { ...report, vendor: 'sobot', results: [passed] }

export const audit: Report = {
  judge: 'audit',
  vendor: 'okayapi',
  target: 'world first',
  at: 0,
  milliseconds: 3,
  results: [],
  coverage: [
    { what: 'operations', covered: ['tableList', 'tableGet'], missing: ['tableSave', 'tableDelete', 'tableCount'] },
    { what: 'error codes', covered: ['400'], missing: [] },
  ],
}

/** Answers of handlers, each dangerous to some reader. */
export const hostile = {
  cdata: 'a ]]> b',
  script: '<script>alert(1)</script><img src="http://evil.test/x" onerror=alert(1)>',
  attribute: '" onclick="alert(1)" x=\'',
  controls: 'nul \0 bell \x07 delete \x7f next \x85',
  colours: '\x1b[31mred\x1b[0m \x1b]8;;http://evil.test\x07link',
  carriage: 'first\r\nsecond\rthird\n✓ forged line',
  emoji: '好 👩‍👩‍👧 🇨🇳 é',
  surrogates: 'high \ud83d low \ude00 end',
  noncharacters: 'not \ufffe nor \uffff nor \u{1fffe}',
  directions: 'txt.\u202eexe \u2066inside\u2069',
  long: '长'.repeat(10_000),
  percent: '100%0A::error::forged, a:b,c=d',
  command: '::add-mask::x\n  ::stop-commands::y\n##[error]z',
  entity: '&amp; &#0; &lt;',
}

const hostileResults = Object.entries(hostile).map(([name, text]) =>
  result({
    id: `echat.${name}`,
    title: text,
    why: text,
    source: text,
    group: `group ${text}`,
    outcome: 'failed',
    failures: [{ expected: text, came: text, at: text }],
    replay: text,
    request: text,
  }),
)

export const hostileReport: Report = {
  ...report,
  vendor: hostile.script,
  target: hostile.colours,
  seed: hostile.attribute,
  results: [
    ...hostileResults,
    ...hostileResults.map((it): Result => ({ ...it, outcome: 'not-run', failures: [], reason: it.title })),
  ],
  stopped: hostile.cdata + hostile.controls,
  coverage: [{ what: hostile.script, covered: [hostile.cdata], missing: Object.values(hostile) }],
}

/** All that text formats must never hold: controls but the line feed, lone surrogates, what reorders lines. */
export const harm = /[^\P{Cc}\n]|\p{Cs}|\p{Bidi_Control}|\p{Noncharacter_Code_Point}/u
