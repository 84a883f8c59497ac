/** What a world has sent: one record for each attempt. */

import type { Http } from '../../src/wire/wire.ts'
import type { Outcome } from '../deliver/engine.ts'
import { createRing } from './ring.ts'

interface Facts {
  /** Of the push; 0 when it is no push but a report that a request asked for. */
  number: number
  /** From 1. */
  attempt: number
  /** When it began, by the world's clock, in milliseconds since 1970. */
  at: number
  vendor: string
  push?: string
  to: string
}

export interface Sent extends Facts {
  query: Record<string, string>
  body: string
  acknowledged: boolean
  /** 0 when there was no answer. */
  status: number
  reason?: string
}

/** The same as it was sent. */
export interface Kept extends Facts {
  http: Pick<Http, 'query' | 'body'>
  outcome: Pick<Outcome, 'acknowledged' | 'status' | 'reason'>
  milliseconds: number
}

/** With what differs from run to run: how long it took, by the clock of the machine. */
export interface Timed extends Sent {
  milliseconds: number
}

export interface Attempts {
  add(kept: Kept): void
  /** By time, then by push and attempt: which of those at the same time was answered first is not told. */
  all(): Sent[]
  timed(): Timed[]
  clear(): void
}

export function createAttempts(): Attempts {
  const ring = createRing<Kept>({ entries: 1_000, bytes: 8 << 20 })
  return {
    add: it => ring.push(it, 300 + it.http.body.length),
    all: () => ring.entries().map(written).sort(inOrder),
    timed: () =>
      ring
        .entries()
        .map(it => ({ ...written(it), milliseconds: it.milliseconds }))
        .sort(inOrder),
    clear: ring.clear,
  }
}

const written = ({
  http: { query, body },
  outcome: { acknowledged, status, reason },
  milliseconds: _,
  ...facts
}: Kept): Sent => ({
  ...facts,
  query,
  body: typeof body === 'string' ? body : Buffer.from(body).toString(),
  acknowledged,
  status,
  ...(reason !== undefined && { reason }),
})

const inOrder = (one: Sent, other: Sent) =>
  one.at - other.at || one.number - other.number || one.attempt - other.attempt
