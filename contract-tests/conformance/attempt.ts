/** Tries one case: step after step, until one fails. */
import type { Incoming, Outgoing, Transport } from '../../mocks/deliver/transport.ts'
import { seededRandom } from '../../mocks/world/random.ts'
import type { Acceptance } from '../../schemas/define.ts'
import type { Moment } from '../../src/wire/wire.ts'
import type { Case, Draw, Sending, Step } from './case.ts'
import { drawFrom } from './draw.ts'
import type { Effects, Told } from './effects.ts'
import { type Exchanged, failuresOf, unacknowledged } from './judge.ts'
import type { Failure } from './report.ts'
import { type Agreement, type Made, make } from './request.ts'
import { sent } from './send.ts'

/** What every case of a run shares. */
export interface Bench {
  agreement: Agreement
  transport: Transport
  seed: string
  /** Milliseconds since 1970. */
  now: () => number
  /** Milliseconds for an answer. */
  timeout: number
  accepts: Acceptance
  effects?: Effects | undefined
}

export interface Attempted {
  failures: Failure[]
  /** Every request, in the order in which they left. */
  requests: Outgoing[]
  /** The connection ended without an answer: the handler may be gone. */
  broken: boolean
}

/** `round` counts how often the case was tried in this run: each has messages of its own. */
export async function attempt(bench: Bench, { id, steps }: Case, round: number): Promise<Attempted> {
  const seed = `${bench.seed}/${id}/${round}`
  const tried = createTrying(bench, drawFrom(seed), seededRandom(`${seed}/moments`))
  const mark = await bench.effects?.mark()
  const failures: Failure[] = []
  for (const step of steps) {
    if (step.downstreamFails) await bench.effects?.fail(tried.pushesOf(step), step.downstreamFails)
    failures.push(...failuresOf(step.expect, await tried.send(step), step.accepts ?? bench.accepts))
    if (failures.length) break
  }
  if (failures.length === 0 && mark !== undefined)
    failures.push(...((await bench.effects?.judge(mark, tried.told())) ?? []))
  return { failures, requests: tried.requests, broken: tried.broken() }
}

/** How often a message is sent again by who does not give up. */
const REPEATS = 3

function createTrying(bench: Bench, draw: Draw, random: Moment['random']) {
  const named = new Map<string, Made>()
  const told = new Map<unknown, Told>()
  const requests: Outgoing[] = []
  let broken = false

  function made(sending: Sending): Made {
    const moment = { now: bench.now(), random }
    const it = make(bench.agreement, sending, { draw, moment, named, timeout: bench.timeout })
    if (sending.name !== undefined) named.set(sending.name, it)
    return it
  }

  async function exchange(it: Made): Promise<Exchanged> {
    requests.push(it.outgoing)
    const incoming = await sent(bench.transport, it.outgoing, it.sending.pieces)
    if (isBroken(incoming) && !it.outgoing.cut) broken = true
    return { made: it, incoming }
  }

  /** As a vendor that does not give up at once: sealed anew each time. */
  async function untilAcknowledged(first: Made): Promise<Exchanged> {
    // One of its own: several are under way at the same time.
    const name = `(delivered ${named.size})`
    named.set(name, first)
    let last = await exchange(first)
    for (let again = 0; again < REPEATS && unacknowledged(bench.accepts, last.incoming); again++)
      last = await exchange(made({ again: name }))
    return last
  }

  function note(step: Step, { push, message }: Made) {
    const before = told.get(message)
    const effective = before?.effective === 'once' ? 'once' : effectOf(step)
    told.set(message, { push, message, effective, sent: (before?.sent ?? 0) + (step.expect === 'delivered' ? 2 : 1) })
  }

  return {
    requests,
    broken: () => broken,
    told: () => [...told.values()],
    pushesOf: ({ send }: Step) => [send].flat().map(it => named.get(it.again ?? '')?.push ?? it.push),
    async send(step: Step): Promise<Exchanged[]> {
      // All are made before the first leaves, so that they leave together.
      const all = [step.send].flat().map(made)
      for (const it of all) note(step, it)
      return Promise.all(all.map(step.expect === 'delivered' ? untilAcknowledged : exchange))
    },
  }
}

/** What a message brings about when it is answered like that. */
function effectOf({ expect, effects }: Step): Told['effective'] {
  if (effects) return effects
  if (expect === 'acknowledged' || expect === 'delivered') return 'once'
  return expect === 'answered' ? 'unknown' : 'none'
}

/** No answer began, and it was not for want of time. */
export const isBroken = ({ status, trouble }: Incoming) =>
  status === 0 && trouble !== undefined && !trouble.startsWith('Expected a whole answer within')

/** One request by itself, outside of all cases. */
export function ask(bench: Bench, sending: Sending, label: string): Promise<Incoming> {
  const seed = `${bench.seed}/${label}`
  const moment = { now: bench.now(), random: seededRandom(`${seed}/moments`) }
  const { outgoing } = make(bench.agreement, sending, {
    draw: drawFrom(seed),
    moment,
    named: new Map(),
    timeout: bench.timeout,
  })
  return sent(bench.transport, outgoing, undefined)
}
