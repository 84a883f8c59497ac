/** Reports as JSON, whole and uncut, with how they add up; `ReportFile` is its schema. */
import { type Static, Type as T, type TSchema } from '@sinclair/typebox'
import { type Bar, below, countsOf, percentCovered, percentOf, type Report, severities } from '../report.ts'

const text = (description: string) => T.String({ description })
const names = (description: string) => T.Array(T.String(), { description })
const whole = (description: string) => T.Integer({ minimum: 0, description })
const percent = (description: string) => T.Integer({ minimum: 0, maximum: 100, description })
const closed = <P extends Record<string, TSchema>>(properties: P) =>
  T.Object(properties, { additionalProperties: false })
const oneOf = <const V extends readonly string[]>(values: V, description: string) =>
  T.Unsafe<V[number]>({ type: 'string', enum: [...values], description })

const Failure = closed({
  expected: text('What would have been right.'),
  came: text('What came instead. It may be text of the handler: escape it before you show it.'),
  at: T.Optional(text('Where it was seen: a request, an entry of the journal, a field.')),
})

const Result = closed({
  id: text('Id of the case, beginning with its vendor: `echat.replayed-signature`.'),
  title: text('What has to hold, as a sentence.'),
  why: text('Why it matters.'),
  source: text('Section of the vendor’s document, erratum, assumption, or rule of HTTP that it rests on.'),
  severity: oneOf(
    severities,
    'must: pushes are lost or forged ones taken without it. should: it breaks in production some day. may: good to have.',
  ),
  group: text('The heading that it stands under.'),
  outcome: oneOf(
    ['passed', 'failed', 'skipped', 'not-run'],
    'skipped: it does not apply. not-run: something before it made it impossible.',
  ),
  reason: T.Optional(text('Why it was skipped or not run.')),
  failures: T.Array(Failure, { description: 'Empty unless it failed.' }),
  milliseconds: T.Number({ minimum: 0, description: 'How long it took.' }),
  replay: T.Optional(text('The command that runs this case alone.')),
  request: T.Optional(text('The file with its requests, as `curl --config` takes it.')),
})

const Coverage = closed({
  what: text('What was counted: operations, fields, error codes, push outcomes.'),
  covered: names('Those that were exercised.'),
  missing: names('Those that were not.'),
  percent: percent('Share of those covered, rounded down.'),
})

const Count = closed({
  passed: whole('Cases that hold.'),
  failed: whole('Cases that failed or could not be run.'),
  total: whole('Both together; skipped cases are left out.'),
})

const bar = (description: string) =>
  T.Union(
    [oneOf(severities, 'Everything up to this severity has to hold.'), T.Number({ description: 'So many percent.' })],
    { description },
  )

const ReportEntry = closed({
  judge: oneOf(['verify', 'audit'], 'verify judges a receiver of pushes, audit the calls of a client.'),
  vendor: text('Id of the vendor.'),
  target: text('Address of the handler, or the world whose journal was read.'),
  seed: T.Optional(text('The same seed makes the same requests.')),
  at: T.Number({ description: 'When it began, in milliseconds since 1970.' }),
  milliseconds: T.Number({ minimum: 0, description: 'How long it took.' }),
  stopped: T.Optional(text('Why it ended before its end.')),
  counts: T.Object(
    { must: Count, should: Count, may: Count },
    { additionalProperties: false, description: 'The cases that apply, by severity.' },
  ),
  percent: percent('Share of the cases that apply and passed, rounded down.'),
  bar: bar('What was demanded.'),
  reached: T.Boolean({ description: 'Whether it was reached.' }),
  below: T.Optional(text('What speaks against it, where it was not.')),
  results: T.Array(Result, { description: 'In the order of the cases.' }),
  coverage: T.Optional(T.Array(Coverage, { description: 'What of the contracts was exercised.' })),
})

/** JSON Schema of the file that `--report json` writes. A field that is added keeps `version`; one that goes or changes raises it. */
export const ReportFile = T.Object(
  {
    version: T.Literal(1, { description: 'Version of this format.' }),
    reached: T.Boolean({ description: 'Whether every report reaches the bar.' }),
    reports: T.Array(ReportEntry, { description: 'One a vendor.' }),
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Report of kefu verify or kefu audit',
    additionalProperties: false,
  },
)
export type ReportFile = Static<typeof ReportFile>

export function json(reports: readonly Report[], bar: Bar): string {
  const entries = reports.map(it => entryOf(it, bar))
  const file: ReportFile = { version: 1, reached: entries.every(it => it.reached), reports: entries }
  // Half a surrogate pair can be written as JSON, and then be read by few.
  return `${JSON.stringify(file, (_key, value) => (typeof value === 'string' ? value.toWellFormed() : value), 2)}\n`
}

function entryOf(report: Report, bar: Bar): ReportFile['reports'][number] {
  const { results, coverage, ...rest } = report
  const reason = below(report, bar)
  return {
    ...rest,
    counts: countsOf(results),
    percent: percentOf(results),
    bar,
    reached: reason === undefined,
    ...(reason !== undefined && { below: reason }),
    results: results.map(it => ({ ...it, failures: [...it.failures] })),
    ...(coverage && { coverage: coverage.map(coverageOf) }),
  }
}

const coverageOf = (coverage: NonNullable<Report['coverage']>[number]) => ({
  what: coverage.what,
  covered: [...coverage.covered],
  missing: [...coverage.missing],
  percent: percentCovered(coverage),
})
