/** Carries out an injected fault: waits, cuts, truncates, answers something else than the operation would. */
import { STATUS_CODES } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import { answered, failed } from './answer.ts'
import type { Exchange, Sealed } from './exchange.ts'
import { sideOf } from './sides.ts'
import type { Effect } from './world/faults.ts'

/** How an answer goes out. */
export type Writer = (sealed: Sealed, body: Buffer, reply: FastifyReply) => void

/** What the journal keeps of a connection that was reset before anything was done. */
const NOTHING: Sealed = { status: 0, headers: {}, body: '' }

/** The answer under this effect, and how it is to be written. */
export async function troubled(effect: Effect, exchange: Exchange, usual: Writer): Promise<[Sealed, Writer]> {
  exchange.fault = inWords(effect)
  if (effect.latency) await sleep(effect.latency)
  if (effect.reset === 'before') return [NOTHING, cut]
  if (effect.expired) sideOf(exchange.vendor).expire?.(exchange)
  return [instead(effect, exchange) ?? (await answered(exchange)), writer(effect) ?? usual]
}

function instead({ code, meaning, status }: Effect, exchange: Exchange): Sealed | undefined {
  if (code !== undefined) {
    const sealed = failed(exchange, code, meaning)
    return { ...sealed, status: status ?? sealed.status }
  }
  if (status === undefined) return undefined
  // What stands in front of a vendor's application answers a page of its own, not the vendor's envelope.
  const words = `${status} ${STATUS_CODES[status] ?? 'Error'}`
  const body = `<html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`
  return { status, headers: { 'content-type': 'text/html', ...(status === 429 && { 'retry-after': '1' }) }, body }
}

function writer({ reset, truncated, bytesPerSecond }: Effect): Writer | undefined {
  if (reset) return cut
  if (truncated !== undefined) return partly(truncated)
  if (bytesPerSecond) return slowly(bytesPerSecond)
  return undefined
}

const cut: Writer = (_sealed, _body, reply) => {
  reply.hijack()
  reply.raw.socket?.resetAndDestroy()
}

const partly =
  (share: number): Writer =>
  ({ status, headers }, bytes, reply) => {
    reply.hijack()
    reply.raw.writeHead(status, { ...headers, 'content-length': bytes.length })
    reply.raw.write(bytes.subarray(0, Math.floor(bytes.length * share)), () => reply.raw.socket?.destroySoon())
  }

const slowly =
  (bytesPerSecond: number): Writer =>
  async ({ status, headers }, bytes, reply) => {
    const step = Math.max(1, Math.ceil(bytesPerSecond / TICKS))
    reply.hijack()
    reply.raw.writeHead(status, { ...headers, 'content-length': bytes.length })
    for (let at = 0; at < bytes.length && !reply.raw.destroyed; at += step) {
      reply.raw.write(bytes.subarray(at, at + step))
      await sleep(Math.max(1000 / TICKS, 1000 / bytesPerSecond))
    }
    reply.raw.end()
  }

/** Pieces a second of a slow body. */
const TICKS = 10

const inWords = (effect: Effect) =>
  Object.entries(effect)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
