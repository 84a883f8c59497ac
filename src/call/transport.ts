/** The ways in which a request goes out: undici, the platform's fetch, or the caller's own. */
import { KefuError } from '../wire/errors.ts'
import { flat } from '../wire/send.ts'
import type { Settings, Transport } from './types.ts'

export const transportOf = (chosen: Settings['transport'] = 'undici'): Transport =>
  typeof chosen === 'function' ? chosen : transports[chosen]

/** Neither is asked for a compressed answer, so that the limit counts what is read. */
const identity = { 'accept-encoding': 'identity' }

const transports: Record<'undici' | 'fetch', Transport> = {
  async undici({ method, url, headers, body: sent, signal, limit }) {
    const { request } = await import('undici')
    const options = { method, headers: { ...headers, ...identity }, body: sent ?? null, signal }
    const { statusCode, headers: answered, body } = await request(url, options)
    return { status: statusCode, headers: flat(answered), body: await read(body, limit) }
  },
  async fetch({ method, url, headers, body: sent, signal, limit }) {
    const options = { method, headers: { ...headers, ...identity }, ...(sent !== undefined && { body: sent }), signal }
    const answer = await fetch(url, { ...options, redirect: 'manual' })
    const body = answer.body ? await read(answer.body, limit) : Buffer.alloc(0)
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body }
  },
}

/** The whole body. Leaving the loop early ends the connection. */
async function read(body: AsyncIterable<Uint8Array>, limit: number) {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) throw new KefuError('answer-too-large', { detail: `Expected at most ${limit} bytes.` })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Codes of failures before a connection stood: nothing was sent. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

/** Why there is no answer, and whether the request can have arrived. */
export function lost(cause: unknown, url: string) {
  const code = codeOf(cause)
  const why = code ?? (cause instanceof Error ? cause.name : 'the transport failed')
  const error = new KefuError('unreachable', { detail: `${new URL(url).origin}: ${why}.`, cause })
  return { error, kind: code && NEVER_SENT.includes(code) ? 'undone' : 'uncertain' } as const
}

/** fetch puts the reason inside, and of several addresses the reasons of each. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, cause, errors } = error as NodeJS.ErrnoException & { errors?: unknown[] }
  return code ?? codeOf(cause) ?? codeOf(errors?.[0])
}
