/** Carries pushes to one address: sealed for that moment, answered by the vendor's rule. */
import { KefuError } from '../../src/wire/errors.ts'
import type { Choose, Http, PushCodec } from '../../src/wire/wire.ts'
import type { Endpoint } from '../world/endpoints.ts'
import { lot, seededRandom } from '../world/random.ts'
import { refusal } from './acknowledgement.ts'
import type { Courier, Outcome } from './engine.ts'
import { askedDelay, nextDelay } from './profile.ts'
import type { Content, QueuedPush } from './queue.ts'
import { outgoing, targetOf } from './request.ts'
import type { Sending } from './sending.ts'
import type { Incoming, Outgoing, Transport } from './transport.ts'

/** One attempt, as the journal and whoever watches are told of it. */
export interface Attempt {
  push: QueuedPush
  outcome: Outcome
  /** From 1. */
  attempt: number
  /** By the world's clock, in milliseconds since 1970. */
  at: number
  http: Http
  /** How long it took, by the clock of the machine. */
  milliseconds: number
}

export interface CourierOptions {
  endpoint: Endpoint
  codec: PushCodec<unknown>
  secret: unknown
  choose: Choose
  sending(): Sending
  /** Whether the headers of the address are sent. */
  customHeaders(): boolean
  /** Of the world. */
  seed: string
  now(): number
  transport: Transport
  /** Told of each attempt. */
  told(attempt: Attempt): void
  /** The address does not want to be called any more. */
  gone(reason: string): void
}

const LIMIT = 4

/** Characters of the last answer that a dead letter keeps. */
const KEPT = 4 << 10

export function createCourier(options: CourierOptions): Courier {
  const { endpoint, codec, secret, choose, sending, customHeaders, seed, now, transport, told, gone } = options
  const { profile = 'vendor', limit = LIMIT, faults = 0 } = endpoint
  const target = targetOf(endpoint)
  const plain = targetOf({ url: endpoint.url, query: endpoint.query })

  function sealed(push: QueuedPush, content: Content, attempt: number, at: number): Http {
    if (content.headers) return { query: content.query, headers: content.headers, body: content.text }
    const same = sending().repeatsBytes
    const now = same ? push.first : at
    const random = seededRandom(`${seed}/push/${push.number}/${same ? 1 : attempt}/${now}`)
    return codec.wrap(content, secret, { now, random }, choose)
  }

  function judged(push: QueuedPush, incoming: Incoming): Outcome {
    const rule = sending()
    const { status, trouble, body } = incoming
    const reason = trouble ?? refusal(rule.accepts, incoming)
    if (!reason) return { acknowledged: true, status }
    const refused = { acknowledged: false, status, reason, answer: body.toString('utf8', 0, KEPT) }
    if (status === 410 && !trouble) {
      gone(`Expected status ${rule.accepts.status}, got 410 (gone).`)
      return { ...refused, paused: true }
    }
    const attempts = push.attempts + 1
    const asked = status === 429 || status === 503 ? askedDelay(incoming.headers) : undefined
    const again = nextDelay(profile, rule, { attempts, seed: `${seed}/delay/${push.number}/${attempts}`, asked })
    return again === undefined ? refused : { ...refused, again }
  }

  return {
    limit,
    paused: endpoint.paused !== undefined,
    holdsUp: () => sending().holdsUp ?? 'conversation',
    attempt(push, content, done) {
      const [attempt, at] = [push.attempts + 1, now()]
      let http: Http
      try {
        http = sealed(push, content, attempt, at)
      } catch (error) {
        // A key that cannot be used will not be better next time.
        const reason = error instanceof KefuError ? error.message : String(error)
        return queueMicrotask(() => done({ acknowledged: false, status: 0, reason }))
      }
      const message: Outgoing = outgoing(customHeaders() ? target : plain, http, sending().timeout)
      if (faults > 0 && lot(`${seed}/fault/${push.number}/${attempt}`) < faults) message.cut = true
      transport.send(message, incoming => {
        const outcome = judged(push, incoming)
        told({ push, attempt, at, http, outcome, milliseconds: incoming.milliseconds })
        done(outcome)
      })
    },
  }
}
