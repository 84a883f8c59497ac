/** Sends one request as the vendor does, or in pieces, and always comes back with what was answered. */
import { request } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import type { Incoming, Outgoing, Transport } from '../../mocks/deliver/transport.ts'
import type { Sending } from './case.ts'

export function sent(transport: Transport, outgoing: Outgoing, pieces: Sending['pieces']): Promise<Incoming> {
  if (pieces) return inPieces(outgoing, pieces)
  return new Promise(done => transport.send(outgoing, done))
}

/** A sender on a slow line. The address was judged before. */
function inPieces(outgoing: Outgoing, { count, pause: wait }: NonNullable<Sending['pieces']>): Promise<Incoming> {
  const { origin, path, method, headers, timeout } = outgoing
  const body = Buffer.from(outgoing.body ?? '')
  const since = performance.now()
  return new Promise(resolve => {
    const end = (incoming: Partial<Incoming>) =>
      resolve({ status: 0, headers: {}, body: Buffer.alloc(0), milliseconds: performance.now() - since, ...incoming })
    const open = origin.startsWith('https:') ? tlsRequest : request
    const length = { 'content-length': String(body.length) }
    const going = open(origin + path, { method, headers: { ...headers, ...length } }, async answer => {
      const chunks = await answer.toArray().catch(() => undefined)
      if (!chunks)
        return end({ status: answer.statusCode ?? 0, trouble: 'Expected a whole answer, got a part of one.' })
      end({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) })
    })
    going.on('error', error => end({ trouble: `Expected an answer from ${origin}, got none: ${error.message}.` }))
    const late = `Expected a whole answer within ${timeout} ms, got none.`
    const deadline = setTimeout(() => going.destroy(new Error(late)), timeout + count * wait)
    going.on('close', () => clearTimeout(deadline))
    write(going, body, count, wait)
  })
}

async function write(going: NodeJS.WritableStream, body: Buffer, count: number, wait: number) {
  const size = Math.ceil(body.length / count)
  for (let at = 0; at < body.length; at += size) {
    going.write(body.subarray(at, at + size))
    await pause(wait)
  }
  going.end()
}
