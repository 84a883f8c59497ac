/** The journal of a world as the checks read it: each call with what it asked, how it went, and which token it carried. */
import type { Exchanges } from '../../../mocks/exported/exchanges.ts'
import type { Entry } from '../../../mocks/world/journal.ts'
import { type Contract, contractOf } from '../../../schemas/contracts.ts'
import type { Operation, Vendor, VendorError } from '../../../schemas/define.ts'
import { violations } from '../../../src/wire/check.ts'
import { type Asked, askedIn, sameness } from './asked.ts'

/**
 * How a call went. `refused`: the vendor did not carry it out and never will. `token`: it did not take the token. `later`: not
 * carried out, but may be later. `uncertain`: may have been carried out; also where the client cannot have read the answer.
 */
export type Fate = 'done' | 'refused' | 'token' | 'later' | 'uncertain'

export interface Call extends Asked {
  entry: Entry
  number: number
  /** Milliseconds since 1970, by the world's clock: when it came, and when it was answered. */
  at: number
  answeredAt: number
  /** Undefined where no operation was called. */
  operation: Operation | undefined
  /** Id of the operation, or the path. */
  name: string
  /** Whether it only reads. */
  reads: boolean
  reply: unknown
  fate: Fate
  /** The entry of the catalogue. */
  error: VendorError | undefined
  /** Equal for equal requests, whoever proves to have sent them and when. */
  same: string
}

export type Attempt = Exchanges['attempts'][number]
export type DeadLetter = Exchanges['deadLetters'][number]

export interface Journal {
  vendor: Vendor
  /** Oldest first. */
  calls: readonly Call[]
  attempts: readonly Attempt[]
  deadLetters: readonly DeadLetter[]
  /** Milliseconds in which the vendor wants an answer to a push. */
  patience: number | undefined
  /** Milliseconds that the world's clock is ahead of real time. */
  lead: number
}

export function callOf(entry: Entry, vendor: Vendor): Call {
  const { number, at, answeredAt, operation: id, answer } = entry
  const known = id === undefined ? undefined : contractOf(vendor, 'operation', id)
  const reply = jsonIn(answer.body)
  const error = errorIn(vendor, reply, entry)
  const asked = askedIn(entry, known?.contract)
  return {
    entry,
    number,
    at,
    answeredAt,
    operation: known?.contract,
    name: id ?? `${entry.request.method} ${entry.request.path}`,
    reads: readsOnly(known),
    reply,
    error,
    fate: fateOf(entry, vendor, reply, error),
    same: sameness(entry, asked),
    ...asked,
  }
}

function readsOnly(known: Contract<'operation'> | undefined) {
  const { method, reads = method === 'GET' } = known?.contract ?? {}
  return reads
}

export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function errorIn({ errors, failure }: Vendor, reply: unknown, { code }: Entry): VendorError | undefined {
  const found = errors.filter(it => it.code === code)
  // One code may have two meanings, which only the words tell apart.
  const said = String(Object(reply)[failure?.message ?? ''])
  return found.find(it => said.includes(it.message)) ?? found[0]
}

function fateOf({ answer, fault }: Entry, { failure }: Vendor, reply: unknown, error: VendorError | undefined): Fate {
  if (fault && /reset|truncated/.test(fault)) return 'uncertain'
  if (answer.status === 429) return 'later'
  if (error) return error.everywhere === 'guarded' ? 'token' : error.retryable ? 'uncertain' : 'refused'
  if (answer.status === 0 || answer.status >= 500) return 'uncertain'
  if (answer.status >= 400) return 'refused'
  return failure && violations(failure.schema, reply).length === 0 ? 'refused' : 'done'
}
