/** What a world was asked and what it answered, bounded in memory. Entries keep what came as it came; they are put into words when read. */
import type { ErrorCode, Vendor } from '../../schemas/define.ts'
import type { ProblemCode } from '../../src/wire/errors.ts'
import type { Exchange, Sealed } from '../exchange.ts'
import { type Bounds, createRing } from './ring.ts'

/** One exchange, ready to be shown. */
export interface Entry {
  /** From 1, in the order of the answers. */
  number: number
  /** By the world's clock, in milliseconds since 1970. */
  at: number
  /** When it was answered, by the same clock. */
  answeredAt: number
  world: string
  vendor: string
  operation?: string
  /** `tolerated` when it deviates and was put up with, `refused` when it was not. */
  validity: 'valid' | 'tolerated' | 'refused'
  deviations: readonly string[]
  /** The vendor's code in the answer. */
  code?: ErrorCode
  problem?: ProblemCode
  fault?: string
  request: {
    method: string
    path: string
    query: Record<string, string>
    headers: Record<string, string>
    body: string
  }
  answer: { status: number; body: string }
}

export interface Journal {
  record(exchange: Exchange, sealed: Sealed): void
  /** Oldest first. */
  entries(): Entry[]
  clear(): void
  /** Entries that had to go. */
  readonly dropped: number
}

export const BOUNDS: Bounds = { entries: 10_000, bytes: 64 << 20 }

interface Kept {
  number: number
  answeredAt: number
  exchange: Exchange
  sealed: Sealed
}

/** About what an entry takes besides its texts, in bytes; measured. */
const OVERHEAD = 800

export function createJournal(world: string, now: () => number, bounds: Bounds = BOUNDS): Journal {
  const ring = createRing<Kept>(bounds)
  let recorded = 0
  return {
    record(exchange, sealed) {
      const weight = OVERHEAD + exchange.http.body.length + sealed.body.length
      ring.push({ number: ++recorded, answeredAt: now(), exchange, sealed }, weight)
    },
    entries: () => ring.entries().map(it => entryOf(it, world)),
    clear: () => {
      ring.clear()
      recorded = 0
    },
    get dropped() {
      return ring.dropped
    },
  }
}

function entryOf({ number, answeredAt, exchange, sealed }: Kept, world: string): Entry {
  const { vendor, operation, at, notes, problem, fault, method, path, http } = exchange
  const code = codeOf(vendor, sealed)
  return {
    number,
    at,
    answeredAt,
    world,
    vendor: vendor.id,
    ...(operation && { operation: operation.id }),
    validity: problem ? 'refused' : notes.length ? 'tolerated' : 'valid',
    deviations: notes,
    ...(code !== undefined && { code }),
    ...(problem && { problem }),
    ...(fault && { fault }),
    request: { method, path, query: http.query, headers: known(vendor, http.headers), body: String(http.body) },
    answer: { status: sealed.status, body: sealed.body },
  }
}

/** The headers that mean something to the vendor; the others say where and by whom, and differ from run to run. */
function known({ security = {} }: Vendor, headers: Record<string, string>) {
  const names = ['content-type', ...Object.values(security).flatMap(it => (it.in === 'header' ? [it.name] : []))]
  return Object.fromEntries(names.flatMap(name => (headers[name] === undefined ? [] : [[name, headers[name]]])))
}

function codeOf({ failure }: Vendor, { body }: Sealed): ErrorCode | undefined {
  try {
    return failure && JSON.parse(body)[failure.code]
  } catch {
    return undefined
  }
}
