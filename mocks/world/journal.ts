/** What a world was asked and what it answered, bounded in memory. */
import type { ErrorCode, Vendor } from '../../schemas/define.ts'
import * as documents from '../../schemas/index.ts'
import type { ProblemCode } from '../../src/wire/errors.ts'
import type { Exchange, Sealed } from '../exchange.ts'
import { memo } from '../memo.ts'
import { type Bounds, createLog } from './log.ts'

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
  /** Answers the body of the answer as bytes, which it has to make anyway. */
  record(exchange: Exchange, sealed: Sealed): Buffer
  /** Those after that number, oldest first; all where none is given. */
  entries(after?: number): Entry[]
  clear(): void
  /** Tells of every entry from now on, until the function that it answers is called. Nothing is read for it while nobody listens. */
  listen(listener: (entry: Entry) => void): () => void
  /** Entries that had to go. */
  readonly dropped: number
  /** Number of the newest entry; 0 where there is none. */
  readonly last: number
}

export const BOUNDS: Bounds = { entries: 10_000, bytes: 64 << 20 }

type Head = Omit<Entry, 'world' | 'validity' | 'code' | 'request' | 'answer'> & {
  request: Omit<Entry['request'], 'body'>
  status: number
}

export function createJournal(world: string, now: () => number, bounds: Bounds = BOUNDS): Journal {
  const log = createLog(bounds, 3)
  const listeners = new Set<(entry: Entry) => void>()
  const tell = (entry: Entry) => {
    for (const listener of listeners) listener(entry)
  }
  let recorded = 0
  return {
    record(exchange, sealed) {
      recorded++
      const head = JSON.stringify(headOf(exchange, sealed, recorded, now()))
      const answer = log.add(head, exchange.http.body, sealed.body)
      if (listeners.size) tell(entryOf([Buffer.from(head), Buffer.from(exchange.http.body), answer], world))
      return answer
    },
    // Of many thousands only those are read that are asked for.
    entries: (after = 0) => log.entries(Math.max(0, after - log.dropped)).map(it => entryOf(it, world)),
    clear() {
      log.clear()
      recorded = 0
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get last() {
      return recorded
    },
    get dropped() {
      return log.dropped
    },
  }
}

const headOf = (exchange: Exchange, { status }: Sealed, number: number, answeredAt: number) => ({
  number,
  at: exchange.at,
  answeredAt,
  vendor: exchange.vendor.id,
  operation: exchange.operation?.id,
  deviations: exchange.notes,
  problem: exchange.problem,
  fault: exchange.fault,
  request: {
    method: exchange.method,
    path: exchange.path,
    query: exchange.http.query,
    headers: known(exchange.vendor, exchange.http.headers),
  },
  status,
})

function entryOf([head, body, answer]: Buffer[], world: string): Entry {
  const { status, request, operation, deviations, problem, fault, ...told } = JSON.parse(String(head)) as Head
  const text = String(answer)
  const code = codeOf(told.vendor, text)
  return {
    ...told,
    world,
    ...(operation && { operation }),
    validity: problem ? 'refused' : deviations.length ? 'tolerated' : 'valid',
    deviations,
    ...(code !== undefined && { code }),
    ...(problem && { problem }),
    ...(fault && { fault }),
    request: { ...request, body: String(body) },
    answer: { status, body: text },
  }
}

/** The headers that mean something to the vendor; the others say where and by whom, and differ from run to run. */
function known(vendor: Vendor, headers: Record<string, string>) {
  const found: Record<string, string> = {}
  for (const name of namesOf(vendor)) if (headers[name] !== undefined) found[name] = headers[name]
  return found
}

const namesOf = memo(({ security = {} }: Vendor) => [
  'content-type',
  ...Object.values(security).flatMap(it => (it.in === 'header' ? [it.name] : [])),
])

function codeOf(vendor: string, answer: string): ErrorCode | undefined {
  const { failure } = (documents as Record<string, Vendor>)[vendor] ?? {}
  try {
    return failure && JSON.parse(answer)[failure.code]
  } catch {
    return undefined
  }
}
