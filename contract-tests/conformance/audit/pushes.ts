/** Checks of an audit: how a receiver answers the pushes that it is sent. */
import type { Failure } from '../report.ts'
import { type Check, groupedBy, numbered, times } from './check.ts'
import type { Attempt, Journal } from './journal.ts'

const group = 'Pushes'
const source = 'The acknowledgement that the document asks for; `kefu list` names the pushes'

/** Of the vendor's time, what may be used up. */
const SHARE = 0.8

const isSuccess = ({ status }: Attempt) => status >= 200 && status < 300

export const pushes: readonly Check[] = [
  {
    id: 'answers-are-acknowledgements',
    title: 'An answer that means success says so in the words of the vendor.',
    why: 'The vendor takes anything else for a failure and sends the push again, although it was handled.',
    source,
    severity: 'must',
    group,
    of: 'pushes',
    find: ({ attempts }) => refused(attempts.filter(it => !it.acknowledged && isSuccess(it))),
  },
  {
    id: 'pushes-are-taken',
    title: 'Pushes are not turned away.',
    why: 'Each refusal is another attempt, and the vendors give up after a few.',
    source,
    severity: 'should',
    group,
    of: 'pushes',
    find: journal => refused(journal.attempts.filter(it => !it.acknowledged && !isSuccess(it) && !isSlow(it, journal))),
  },
  {
    id: 'answers-come-in-time',
    title: 'A push is acknowledged well within the time of the vendor.',
    why: 'What comes too late is sent again, although it was handled.',
    source: 'The time that the document grants, or the assumption where it names none',
    severity: 'should',
    group,
    of: 'pushes',
    find(journal) {
      const slow = journal.attempts.filter(it => isSlow(it, journal))
      if (!slow.length) return []
      const longest = Math.round(Math.max(...slow.map(it => it.milliseconds)))
      const expected = `an answer within ${SHARE * (journal.patience ?? 0)} ms`
      return [{ expected, came: `${slow.length} that took up to ${longest} ms`, at: numbersOf(slow) }]
    },
  },
  {
    id: 'no-push-is-lost',
    title: 'Every push is acknowledged in the end.',
    why: 'What the vendor has given up is never sent again.',
    source,
    severity: 'must',
    group,
    of: 'pushes',
    find: ({ deadLetters }) =>
      [...groupedBy(deadLetters, it => it.push)].map(([push, all]) => ({
        expected: `an acknowledgement of ${push}`,
        came: `given up ${times(all.length)}`,
        at: numbersOf(all),
      })),
  },
]

const numbersOf = (all: readonly { number: number }[]) =>
  numbered(
    'push',
    all.map(it => it.number),
  )

/** One failure for each distinct reason. */
const refused = (attempts: readonly Attempt[]) =>
  [...groupedBy(attempts, it => it.reason ?? `Status ${it.status}.`)].map(([reason, all]): Failure => {
    const [, expected = 'an acknowledgement', came = reason] = /^Expected (.*?), got (.*)$/s.exec(reason) ?? []
    return { expected, came: `${came.replace(/\.$/, '')} (${times(all.length)})`, at: numbersOf(all) }
  })

const isSlow = ({ milliseconds }: Attempt, { patience }: Journal) =>
  patience !== undefined && milliseconds > SHARE * patience
