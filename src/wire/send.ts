/** Sends one HTTP message and reads the answer: no redirects, no decompression, a deadline, a bounded answer. */
import { KefuError } from './errors.ts'
import type { Http } from './wire.ts'

export interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

export interface SendOptions {
  method: 'GET' | 'POST' | 'DELETE'
  url: string
  /** Milliseconds for the whole exchange. */
  timeout?: number
  /** Bytes of the answer that are read; the rest is left. */
  limit?: number
}

/** Throws unreachable when there is no answer within the time. */
export async function send(
  http: Http,
  { method, url, timeout = 5_000, limit = 8 << 20 }: SendOptions,
): Promise<Answer> {
  const { request } = await import('undici')
  const signal = AbortSignal.timeout(timeout)
  try {
    const { statusCode, headers, body } = await request(withQuery(url, http.query), {
      method,
      headers: { ...http.headers, 'accept-encoding': 'identity' },
      body: method === 'POST' ? http.body : null,
      signal,
    })
    return { status: statusCode, headers: flat(headers), body: await read(body, limit) }
  } catch (cause) {
    const why = signal.aborted
      ? `no answer within ${timeout} ms`
      : ((cause as NodeJS.ErrnoException).code ?? (cause as Error).message)
    throw new KefuError('unreachable', { detail: `${new URL(url).origin}: ${why}.`, cause })
  }
}

/** The URL with these parameters added to those it has. */
export function withQuery(url: string, query: Record<string, string>): string {
  const whole = new URL(url)
  for (const [name, value] of Object.entries(query)) whole.searchParams.append(name, value)
  return whole.href
}

async function read(body: AsyncIterable<Uint8Array>, limit: number) {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= limit) break
  }
  return Buffer.concat(chunks).subarray(0, limit)
}

/** Header values as text; a header that came twice is joined with a comma. */
export const flat = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]))
