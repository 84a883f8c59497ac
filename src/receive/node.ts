/** The receiver for node:http, and as a middleware of Express. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../wire/errors.ts'
import type { ReceiverOptions } from './options.ts'
import { LIMIT, receiver } from './receiver.ts'

/** Express puts its own on a request. */
interface Request extends IncomingMessage {
  originalUrl?: string
  body?: unknown
}

/** Mount it in front of body parsers, or behind one that leaves bytes (`express.raw({ type: () => true })`): signatures and encryption need what was sent. */
export function nodeReceiver<V extends Vendor, T>(vendor: V, options: ReceiverOptions<V, T>) {
  const receive = receiver(vendor, options)
  const most = options.limit ?? LIMIT
  return async (request: Request, response: ServerResponse): Promise<void> => {
    const url = request.originalUrl ?? request.url ?? '/'
    const body = await bytesOf(request, most).catch(() => null)
    // The sender went away in the middle: nobody is left to answer, and nothing has arrived.
    if (body === null) return void response.destroy()
    const answer = body
      ? await receive({ url, headers: request.headers, body })
      : refusedAs(new KefuError('body-parsed', { detail: `Expected bytes, got ${typeof request.body}.` }), options)
    // A body that is too large is not read to its end: the connection cannot be used again.
    if (body && body.length > most) response.setHeader('connection', 'close')
    const length = Buffer.byteLength(answer.body)
    response.writeHead(answer.status, { 'content-type': answer.contentType, 'content-length': length }).end(answer.body)
  }
}

/** Undefined when somebody else has parsed the body. */
async function bytesOf(request: Request, most: number): Promise<Uint8Array | undefined> {
  if (request.body instanceof Uint8Array) return request.body
  if (request.readableEnded && request.body !== undefined) return undefined
  return collected(request, most)
}

/** By events: to iterate costs more than to receive a small message. One byte more than is taken, at most; the rest is not read. */
function collected(request: IncomingMessage, most: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      size += chunk.length
      if (size <= most) return
      request.pause()
      resolve(Buffer.concat(chunks))
    })
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
    request.on('error', reject)
    // Of no meaning once the end was reached.
    request.on('close', () => reject(new Error('the sender went away')))
  })
}

function refusedAs<V extends Vendor, T>(error: KefuError, { onRefused }: ReceiverOptions<V, T>) {
  onRefused?.(error, { query: {}, headers: {}, body: '' }, () => [])
  return { status: error.status, contentType: 'text/plain; charset=utf-8', body: `${error.code}: ${error.message}` }
}
