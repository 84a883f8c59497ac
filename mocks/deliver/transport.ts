/** How messages leave this process: no redirects, no decompression, a deadline for the whole exchange, an answer of at most 64 KiB. */
import { Readable } from 'node:stream'
import type { Dispatcher, Pool } from 'undici'
import { KefuError } from '../../src/wire/errors.ts'
import { allowed, pinned } from './address.ts'

export interface Outgoing {
  origin: string
  /** Path and query. */
  path: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body: Uint8Array | string | null
  /** Milliseconds for the whole exchange. */
  timeout: number
  /** Breaks off in the middle of the body. */
  cut?: boolean
}

/** What came back. */
export interface Incoming {
  /** 0 when no answer began. */
  status: number
  headers: Record<string, string | string[] | undefined>
  /** What was read of the answer. */
  body: Buffer
  /** Why it is no whole answer, in a sentence. */
  trouble?: string
  milliseconds: number
}

export interface Transport {
  /** Hosts besides this machine that may be called. */
  readonly hosts: readonly string[]
  /** Calls back once, always, unless it was closed before. */
  send(outgoing: Outgoing, done: (incoming: Incoming) => void): void
  /** Takes a place among those that may be under way at the same time; `again` is called once a place is free for who found none. */
  enter(again: () => void): boolean
  leave(): void
  close(): void
}

export interface TransportOptions {
  hosts?: readonly string[] | undefined
  /** Messages under way at the same time. */
  most?: number | undefined
}

/** Bytes of an answer that are read. */
const LIMIT = 64 << 10

/** Milliseconds that a timer can wait. */
const LONGEST = 2 ** 31 - 1

export function createTransport({ hosts: listed = [], most = 64 }: TransportOptions = {}): Transport {
  const hosts = listed.map(it => it.toLowerCase())
  const pools = new Map<string, Pool>()
  let undici: typeof import('undici') | undefined
  let closed = false
  let underWay = 0
  const turnedAway = new Set<() => void>()

  function poolOf({ Pool, buildConnector }: typeof import('undici'), origin: string): Pool {
    const known = pools.get(origin)
    if (known) return known
    const connect = buildConnector({ lookup: pinned(hosts), timeout: 60_000 })
    const made = new Pool(origin, {
      connect(options, callback) {
        try {
          // What is no name is not resolved, and so not judged there; and lists change while addresses are kept.
          allowed(origin, hosts)
        } catch (error) {
          return callback(error as Error, null)
        }
        connect(options, callback)
      },
      // The deadline of each message covers these.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: 32 << 10,
    })
    pools.set(origin, made)
    return made
  }

  return {
    hosts,
    send(outgoing, done) {
      // What is broken off when this process ends has no outcome: it is sent again by the next.
      const told = (incoming: Incoming) => closed || done(incoming)
      if (undici) return begin(poolOf(undici, outgoing.origin), outgoing, told)
      import('undici').then(loaded => {
        undici = loaded
        begin(poolOf(loaded, outgoing.origin), outgoing, told)
      })
    },
    enter(again) {
      if (underWay < most) {
        underWay++
        return true
      }
      turnedAway.add(again)
      return false
    },
    leave() {
      underWay--
      // Whoever does not need the place any more leaves it to the next.
      for (const again of turnedAway) {
        if (underWay >= most) return
        turnedAway.delete(again)
        again()
      }
    },
    close() {
      closed = true
      for (const pool of pools.values()) pool.destroy()
    },
  }
}

function begin(pool: Pool, outgoing: Outgoing, done: (incoming: Incoming) => void) {
  const { path, method, headers } = outgoing
  const body = outgoing.cut ? broken(outgoing.body) : outgoing.body
  pool.dispatch({ path, method, headers, body }, new Exchange(outgoing, done))
}

/** One message and its answer, as the client calls it. A class, since there is one for every message sent. */
class Exchange implements Dispatcher.DispatchHandler {
  private readonly since = performance.now()
  private readonly deadline: NodeJS.Timeout
  private readonly chunks: Buffer[] = []
  private size = 0
  private status = 0
  private headers: Incoming['headers'] = {}
  private controller: Dispatcher.DispatchController | undefined
  private ended = false

  constructor(
    private readonly outgoing: Outgoing,
    private readonly done: (incoming: Incoming) => void,
  ) {
    this.deadline = setTimeout(late, Math.min(outgoing.timeout, LONGEST), this)
  }

  onRequestStart(controller: Dispatcher.DispatchController) {
    this.controller = controller
    // A message whose time is over is not sent after all.
    if (this.ended) controller.abort(ABORTED)
  }

  onResponseStart(_controller: unknown, status: number, headers: Incoming['headers']) {
    if (status < 200) return
    this.status = status
    this.headers = headers
  }

  onResponseData(_controller: unknown, chunk: Buffer) {
    if (this.ended) return
    this.chunks.push(this.size + chunk.length > LIMIT ? chunk.subarray(0, LIMIT - this.size) : chunk)
    this.size += chunk.length
    if (this.size >= LIMIT) this.leave()
  }

  onResponseEnd() {
    this.end()
  }

  onResponseError(_controller: unknown, error: Error) {
    this.end(troubleOf(error, this.status, this.size, this.outgoing.origin))
  }

  late() {
    const got = this.size ? `${this.size} bytes of one` : 'none'
    this.leave(`Expected a whole answer within ${this.outgoing.timeout} ms, got ${got}.`)
  }

  private leave(trouble?: string) {
    this.end(trouble)
    this.controller?.abort(ABORTED)
  }

  private end(trouble?: string) {
    if (this.ended) return
    this.ended = true
    clearTimeout(this.deadline)
    const { chunks, status, headers } = this
    const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
    const milliseconds = performance.now() - this.since
    this.done({ status, headers, body, milliseconds, ...(trouble !== undefined && { trouble }) })
  }
}

const late = (exchange: Exchange) => exchange.late()

const ABORTED = new Error('no longer wanted')

/** Half of the body, then the connection ends. */
function broken(body: Outgoing['body']) {
  const bytes = Buffer.from(body ?? '')
  return Readable.from(
    (async function* () {
      yield bytes.subarray(0, bytes.length >> 1)
      throw ABORTED
    })(),
  )
}

function troubleOf(error: Error, status: number, size: number, origin: string): string {
  if (error instanceof KefuError) return error.message
  if (error === ABORTED) return 'The connection was broken off while the message was sent, as asked for.'
  if (status) return `Expected a whole answer, got ${size} bytes of one with status ${status}: ${wordsOf(error)}.`
  return `Expected an answer from ${origin}, got none: ${wordsOf(error)}.`
}

const words: Record<string, string> = {
  ECONNREFUSED: 'nobody listens there (ECONNREFUSED)',
  ECONNRESET: 'the connection was reset (ECONNRESET)',
  EPIPE: 'the connection was closed while the message was sent (EPIPE)',
  ENOTFOUND: 'the name cannot be resolved (ENOTFOUND)',
  EAI_AGAIN: 'the name cannot be resolved (EAI_AGAIN)',
  UND_ERR_SOCKET: 'the other side closed the connection',
}

function wordsOf(error: Error): string {
  const { code = '' } = error as NodeJS.ErrnoException
  if (error.name === 'HTTPParserError') return `it is no HTTP (${error.message})`
  if (/CERT|TLS|SSL|EPROTO/.test(code)) return `TLS failed (${code})`
  return words[code] ?? (code ? `${error.message} (${code})` : error.message)
}
