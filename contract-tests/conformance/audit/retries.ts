/** Checks of an audit: what a client does after something went wrong, and what it does twice. */
import type { Failure } from '../report.ts'
import { leavesOf } from './asked.ts'
import { type Check, groupedBy, numbered, times } from './check.ts'
import type { Call, Journal } from './journal.ts'

const group = 'Failures and repeats'

/** Another attempt sooner than this many milliseconds after the answer is one without a pause. */
const PAUSE = 100
/** So many of them in a row may be chance, where pauses are drawn at random. */
const QUICK = 2
/** Milliseconds in which the same request is taken for another attempt. */
const MINUTE = 60_000

/** What languages write for a value that is not there. */
const NOTHING = ['undefined', 'null', 'None', 'nil', 'NaN', '[object Object]']

export const retries: readonly Check[] = [
  {
    id: 'retries-wait',
    title: 'Another attempt comes after a pause.',
    why: 'A vendor in trouble is kept in trouble by clients that ask again at once.',
    source: 'Our own rule: waits that double, with chance in them',
    severity: 'should',
    group,
    of: 'calls',
    needs: ['clock'],
    find: ({ calls }) =>
      [...groupedBy(calls, it => it.same).values()].flatMap(all =>
        quickRuns(all).map(run => ({
          expected: `a pause of at least ${PAUSE} ms after ${codeOf(run[0])} of ${run[0]?.name}`,
          came: `${run.length - 1} attempts without one`,
          at: entries(run),
        })),
      ),
  },
  {
    id: 'only-what-may-succeed-is-retried',
    title: 'What was refused for good is not asked again unchanged.',
    why: 'The answer stays the same until the request or the data are changed.',
    source: 'The error catalogue tells which codes may pass',
    severity: 'should',
    group,
    of: 'calls',
    needs: ['clock'],
    find: ({ calls }) =>
      [...refusedAgain(calls).values()].map(all => ({
        expected: `no second attempt after ${codeOf(all[0])} of ${all[0]?.name}`,
        came: `the same request ${times(all.length - 1)} more`,
        at: entries(all),
      })),
  },
  {
    id: 'ids-were-given',
    title: 'No id is sent that was never given.',
    why: 'The answer to a call that failed holds no id; what is used instead names nothing, or something else.',
    source: 'The documented answers: a failure has no item',
    severity: 'must',
    group,
    of: 'calls',
    find: journal => journal.calls.flatMap(it => nothingIn(it, journal)),
  },
  {
    id: 'writes-are-not-repeated',
    title: 'The same is not written twice.',
    why: 'The vendors know no idempotency keys: a second save makes a second customer.',
    source: 'Our own rule: look first whether it was carried out',
    severity: 'must',
    group,
    of: 'calls',
    needs: ['clock'],
    find: ({ calls }) =>
      [...writtenAgain(calls).values()].map(all => ({
        expected: `one ${all[0]?.name} with this content`,
        came: `${times(all.length)} within ${seconds(all)} s`,
        at: entries(all),
      })),
  },
]

const entries = (calls: readonly Call[]) =>
  numbered(
    'entry',
    calls.map(it => it.number),
  )

const codeOf = (call: Call | undefined) => call?.entry.code ?? `status ${call?.entry.answer.status}`

const mayPass = ({ fate }: Call) => fate === 'uncertain' || fate === 'later'

/** Attempts in a row, more than may be chance, each of them right after one that failed. */
function quickRuns(all: readonly Call[]): Call[][] {
  const runs: Call[][] = [[]]
  for (const [at, call] of all.entries()) {
    const before = all[at - 1]
    const quick = before && mayPass(before) && call.at - before.answeredAt < PAUSE
    if (quick) runs.at(-1)?.push(call)
    else runs.push([call])
  }
  return runs.filter(it => it.length > QUICK + 1)
}

/** Requests that were refused for good and came again, with nothing written in between. */
function refusedAgain(calls: readonly Call[]): Map<string, Call[]> {
  const found = new Map<string, Call[]>()
  const refused = new Map<string, Call>()
  for (const call of calls) {
    const before = refused.get(call.same)
    if (before && call.at - before.at < MINUTE) found.set(call.same, [...(found.get(call.same) ?? [before]), call])
    if (call.fate === 'refused' && !isProof(call)) refused.set(call.same, call)
    else if (!call.reads) refused.clear()
  }
  return found
}

/** The same may be asked again with another signature or key. */
const isProof = ({ entry: { problem } }: Call) => problem !== undefined && /^(signature|credential)-/.test(problem)

function nothingIn(call: Call, { calls }: Journal): Failure[] {
  const parts = { path: call.entry.request.path.split('/').map(decoded), query: call.query, body: call.body }
  const found = [...leavesOf(parts, '')].filter(([, value]) => NOTHING.includes(value as string))
  if (!found.length) return []
  const failed = calls.findLast(it => it.number < call.number && it.fate !== 'done' && !it.reads)
  const after = failed ? ` after ${failed.name} failed in entry ${failed.number}` : ''
  return found.map(([path, value]) => ({
    expected: `${call.name}: an id or text in ${path.slice(1).replace(/\[\]$/, '')}`,
    came: `${JSON.stringify(value)}${after}`,
    at: entries([call]),
  }))
}

function decoded(part: string) {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Carried out, or perhaps so. What takes an id and no content may be done twice without harm. */
const isWritten = ({ reads, fate, operation }: Call) =>
  !reads && operation?.body !== undefined && (fate === 'done' || fate === 'uncertain')

/** The same content within a minute, with no other operation in between that may have undone it. */
function writtenAgain(calls: readonly Call[]): Map<string, Call[]> {
  const found = new Map<string, Call[]>()
  const recent = new Map<string, Call>()
  let operation = ''
  for (const call of calls.filter(isWritten)) {
    if (call.name !== operation) recent.clear()
    operation = call.name
    const before = recent.get(call.same)
    if (before && call.at - before.at < MINUTE) found.set(call.same, [...(found.get(call.same) ?? [before]), call])
    recent.set(call.same, call)
  }
  return found
}

const seconds = (all: readonly Call[]) => (((all.at(-1)?.at ?? 0) - (all[0]?.at ?? 0)) / 1000).toFixed(1)
