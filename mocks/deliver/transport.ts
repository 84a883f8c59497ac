/** How messages leave this process: no redirects, no decompression, a deadline for the whole exchange, an answer of at most 64 KiB. */
import { Readable } from 'node:stream'
import type { Agent, Dispatcher } from 'undici'
import { KefuError } from '../../src/wire/errors.ts'
import { pinned } from './address.ts'

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
  /** Calls back once, always. */
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

export function createTransport({ hosts = [], most = 64 }: TransportOptions = {}): Transport {
  let agent: Agent | undefined
  let underWay = 0
  const turnedAway = new Set<() => void>()

  async function load() {
    const undici = await import('undici')
    agent ??= new undici.Agent({
      connect: { lookup: pinned(hosts), timeout: 60_000 },
      // The deadline of each message covers these.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: 32 << 10,
    })
    return agent
  }

  return {
    hosts,
    send(outgoing, done) {
      if (agent) exchange(agent, outgoing, done)
      else load().then(it => exchange(it, outgoing, done))
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
      const [again] = turnedAway
      if (!again) return
      turnedAway.delete(again)
      again()
    },
    close: () => void agent?.destroy(),
  }
}

function exchange(agent: Agent, outgoing: Outgoing, done: (incoming: Incoming) => void) {
  const since = performance.now()
  const chunks: Buffer[] = []
  const incoming: Incoming = { status: 0, headers: {}, body: EMPTY, milliseconds: 0 }
  let size = 0
  let controller: Dispatcher.DispatchController | undefined
  let ended = false

  function end(trouble?: string) {
    if (ended) return
    ended = true
    clearTimeout(deadline)
    incoming.body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
    incoming.milliseconds = performance.now() - since
    if (trouble) incoming.trouble = trouble
    done(incoming)
  }
  const deadline = setTimeout(
    () => {
      end(`Expected a whole answer within ${outgoing.timeout} ms, got ${size ? `${size} bytes of one` : 'none'}.`)
      controller?.abort(ABORTED)
    },
    Math.min(outgoing.timeout, LONGEST),
  )

  const { origin, path, method, headers } = outgoing
  const body = outgoing.cut ? broken(outgoing.body) : outgoing.body
  agent.dispatch(
    { origin, path, method, headers, body },
    {
      onRequestStart(started) {
        controller = started
        // A message whose time is over is not sent after all.
        if (ended) started.abort(ABORTED)
      },
      onResponseStart(_controller, status, fields) {
        if (status < 200) return
        incoming.status = status
        incoming.headers = fields
      },
      onResponseData(_controller, chunk) {
        if (ended) return
        chunks.push(size + chunk.length > LIMIT ? chunk.subarray(0, LIMIT - size) : chunk)
        size += chunk.length
        if (size < LIMIT) return
        end()
        controller?.abort(ABORTED)
      },
      onResponseEnd: () => end(),
      onResponseError: (_controller, error) => end(troubleOf(error, incoming.status, size, origin)),
    },
  )
}

const EMPTY = Buffer.alloc(0)
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
  if (code.startsWith('HPE_')) return `it is no HTTP (${code})`
  if (/CERT|TLS|SSL|EPROTO/.test(code)) return `TLS failed (${code})`
  return words[code] ?? (code ? `${error.message} (${code})` : error.message)
}
