/** Checks of an audit: whether the requests keep to their contracts. */
import type { Failure } from '../report.ts'
import type { Check } from './check.ts'
import { groupedBy, numbered, times } from './check.ts'
import type { Call } from './journal.ts'

const group = 'Contracts'

/** Problems that another check tells of, or for which the client can do nothing. */
const credentials = ['signature-missing', 'signature-wrong', 'credential-missing', 'credential-unknown']
const routes = ['route-unknown', 'method-wrong']
const notTheirs = ['credential-expired', 'state-unusable', 'defect']

export const contract: readonly Check[] = [
  {
    id: 'requests-keep-to-the-contract',
    title: 'Requests keep to the contract to the letter.',
    why: 'The mock puts up with what a vendor is known or assumed to take; the vendor may stop doing so any day.',
    source: 'The parameter tables of each operation; `kefu mock --strict` refuses the same requests',
    severity: 'should',
    group,
    of: 'calls',
    find({ calls }) {
      const tolerated = calls.filter(it => it.entry.validity === 'tolerated')
      const deviations = tolerated.flatMap(call => call.entry.deviations.map(text => ({ call, text: lined(text) })))
      return grouped(deviations, it => `${it.call.name}: ${it.text}`, 'the contract kept')
    },
  },
  {
    id: 'requests-are-accepted',
    title: 'No request is refused for what stands in it.',
    why: 'The vendor did nothing that such a request asked for.',
    source: 'The parameter tables of each operation',
    severity: 'must',
    group,
    of: 'calls',
    find: ({ calls }) =>
      problems(calls, it => ![...credentials, ...routes, ...notTheirs].includes(it), 'a request that is taken'),
  },
  {
    id: 'paths-are-known',
    title: 'Every request goes to an operation, by its method.',
    why: 'A path that no table has is a slip of the pen, or an operation that is not there.',
    source: 'The paths of the document; `kefu list` names them',
    severity: 'must',
    group,
    of: 'calls',
    find: ({ calls }) => problems(calls, it => routes.includes(it), 'a path and method of the document'),
  },
  {
    id: 'credentials-are-right',
    title: 'Every request proves who sends it.',
    why: 'A missing or wrong signature or key is refused each time, and vendors lock out who tries too often.',
    source: 'The sections on signatures; `kefu explain` names the mistake',
    severity: 'must',
    group: 'Credentials',
    of: 'calls',
    find: ({ calls }) => problems(calls, it => credentials.includes(it), 'the credentials of the account'),
  },
]

function problems(calls: readonly Call[], wanted: (problem: string) => boolean, expected: string): Failure[] {
  const found = calls.flatMap(call => {
    const { problem } = call.entry
    return problem && wanted(problem) ? [{ call, text: `${problem}, ${said(call)}` }] : []
  })
  return grouped(found, it => `${it.call.name}: ${it.text}`, expected)
}

/** One failure for each distinct finding. */
const grouped = <F extends { call: Call }>(found: readonly F[], inWords: (it: F) => string, expected: string) =>
  [...groupedBy(found, inWords)].map(
    ([came, all]): Failure => ({
      expected,
      came: `${came} (${times(all.length)})`,
      at: numbered(
        'entry',
        all.map(it => it.call.number),
      ),
    }),
  )

/** Places in a list are not told apart. */
const lined = (text: string) => text.replace(/\[\d+\]/g, '[]')

/** The vendor's words without the values that they quote: they may be a customer's. */
function said({ entry: { deviations, answer }, reply }: Call): string {
  const words = deviations.length ? deviations.join('; ') : String(wordsIn(reply) ?? `status ${answer.status}`)
  return lined(words.replace(QUOTED, '$1').slice(0, 300))
}

const wordsIn = (reply: unknown) => Object(reply).ret_msg ?? Object(reply).msg ?? Object(reply).message

const QUOTED = /(got (?:text|a number|true or false)) (?:"(?:[^"\\]|\\.)*(?:"|$)|[^\s;]+)/g
