/** Judges what was answered by what had to come back. */
import { refusal } from '../../mocks/deliver/acknowledgement.ts'
import type { Incoming } from '../../mocks/deliver/transport.ts'
import type { Acceptance } from '../../schemas/define.ts'
import type { Expectation } from './case.ts'
import type { Failure } from './report.ts'
import type { Made } from './request.ts'

export interface Exchanged {
  made: Made
  incoming: Incoming
}

/** Undefined when it is acknowledged as the vendor reads it. */
export const unacknowledged = (accepts: Acceptance, incoming: Incoming): string | undefined =>
  incoming.trouble ?? refusal(accepts, incoming)

type Judge = (exchanged: Exchanged, accepts: Acceptance) => Failure | undefined

const acknowledged: Judge = ({ incoming }, accepts) => {
  const reason = unacknowledged(accepts, incoming)
  return reason ? { expected: `an acknowledgement: ${ruleOf(accepts)}`, came: reason } : undefined
}

const answered: Judge = ({ incoming }) =>
  incoming.trouble ? { expected: 'a whole answer, whichever', came: incoming.trouble } : undefined

const refused: Judge = ({ incoming }, accepts) => {
  if (incoming.trouble) return { expected: 'an answer that refuses it', came: incoming.trouble }
  if (unacknowledged(accepts, incoming)) return undefined
  return { expected: 'an answer that is no acknowledgement', came: shown(incoming) }
}

const echostrOf = ({ http, outgoing }: Made) =>
  http.query.echostr ?? new URLSearchParams(outgoing.path.split('?')[1]).get('echostr') ?? ''

const echoed: Judge = ({ made, incoming }) => {
  const echostr = echostrOf(made)
  const text = incoming.body.toString()
  if (!incoming.trouble && incoming.status === 200 && text === echostr) return undefined
  return { expected: `status 200 and the echostr ${echostr} alone`, came: incoming.trouble ?? shown(incoming) }
}

const withheld: Judge = (exchanged, accepts) => {
  const { made, incoming } = exchanged
  if (!incoming.body.includes(echostrOf(made))) return refused(exchanged, accepts)
  return { expected: 'an answer without the echostr', came: shown(incoming) }
}

const judges: Record<Expectation, Judge> = {
  acknowledged,
  delivered: acknowledged,
  answered,
  refused,
  alike: refused,
  echo: echoed,
  withheld,
  anything: () => undefined,
}

/** What is wrong with the answers of one step. */
export function failuresOf(expectation: Expectation, exchanged: readonly Exchanged[], accepts: Acceptance): Failure[] {
  const failures = exchanged.flatMap((it, index) => {
    const failure = judges[expectation](it, accepts)
    return failure ? [{ ...failure, ...place(it.made, index, exchanged.length) }] : []
  })
  return expectation === 'alike' && failures.length === 0 ? unlike(exchanged) : failures
}

function place({ sending, push }: Made, index: number, count: number): Pick<Failure, 'at'> {
  const what = sending.label ?? [push, sending.example].filter(Boolean).join(', ')
  return { at: count > 1 ? `message ${index + 1} of ${count}: ${what}` : what }
}

/** Answers that can be told apart tell whoever asks what was wrong. */
function unlike(exchanged: readonly Exchanged[]): Failure[] {
  const [first, ...others] = exchanged
  const other = others.find(it => first && answerOf(it.incoming) !== answerOf(first.incoming))
  if (!first || !other) return []
  return [
    {
      expected: `the same answer to all of them, such as the first: ${shown(first.incoming)}`,
      came: `${shown(other.incoming)} to ${other.made.sending.label ?? 'another'}`,
    },
  ]
}

const answerOf = ({ status, body }: Incoming) => `${status} ${body}`

/** Characters of an answer that are shown. */
const SHOWN = 200

export function shown({ status, body }: Incoming): string {
  const text = body.toString()
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
  return `status ${status} with ${text ? JSON.stringify(cut) : 'an empty body'}`
}

/** The vendor's rule in words. */
export function ruleOf({ status, text, loose, json = [] }: Acceptance): string {
  const body = text === undefined ? [] : [loose ? `a body that holds ${text}` : `the body ${text} and nothing else`]
  const fields = json.map(
    it =>
      `${it.field} ${it.values.map(value => JSON.stringify(value)).join(' or ')} in JSON${it.optional ? ', where it is there' : ''}`,
  )
  return [`status ${status}`, ...body, ...fields].join(' and ')
}
