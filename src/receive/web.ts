/** The receiver as a function of a Web request: Hono, Next.js, Bun, Deno, workers. */
import type { Vendor } from '../../schemas/define.ts'
import type { ReceiverOptions } from './options.ts'
import { LIMIT, receiver } from './receiver.ts'

export function webReceiver<V extends Vendor, T>(vendor: V, options: ReceiverOptions<V, T>) {
  const receive = receiver(vendor, options)
  const most = options.limit ?? LIMIT
  return async (request: Request): Promise<Response> => {
    const body = await bytesOf(request.body, most)
    const {
      status,
      contentType,
      body: text,
    } = await receive({
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body,
    })
    // A body that is too large is not read to its end: the connection cannot be used again.
    const headers = { 'content-type': contentType, ...(body.length > most && { connection: 'close' }) }
    return new Response(text, { status, headers })
  }
}

/** One byte more than is taken, at most: the receiver refuses it then, and the rest is not read. */
async function bytesOf(stream: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (stream) {
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      chunks.push(chunk)
      size += chunk.length
      if (size > most) break
    }
  }
  return Buffer.concat(chunks)
}
