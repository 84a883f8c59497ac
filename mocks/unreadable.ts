/** Refuses what reaches no route: an address that cannot be decoded, bytes that are no HTTP. */
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Vendor } from '../schemas/define.ts'
import { KefuError } from '../src/wire/errors.ts'
import { refuseAsKit } from './refusals.ts'
import { sideOf } from './sides.ts'
import type { Worlds } from './world/worlds.ts'

/** In the envelope of the vendor that the address leads to. */
export const refuseAddress =
  (vendors: readonly Vendor[], worlds: Worlds) =>
  ({ code }: FastifyError, { url }: FastifyRequest, reply: FastifyReply) => {
    const [only, ...others] = vendors
    const alone = others.length === 0 && !url.startsWith('/_kefu/') ? only : undefined
    const vendor = vendors.find(it => url.startsWith(`/${it.id}/`)) ?? alone
    const tooLong = code === 'FST_ERR_MAX_PARAM_LENGTH'
    const refusal = new KefuError('request-malformed', {
      detail: tooLong ? 'A part of the path is too long.' : 'The path holds a % that encodes nothing.',
    })
    const { status, body } = vendor
      ? sideOf(vendor).refuse(refusal, { path: url, world: worlds.first })
      : refuseAsKit(refusal)
    return reply.code(status).send(body)
  }

const statuses: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** Answered on the bare connection, which is then closed. */
export function refuseBytes(error: ConnectionError, socket: Socket) {
  if (!socket.writable) return socket.destroy()
  const refusal = new KefuError('request-malformed', { detail: `${error.message.replace(/^Parse Error: /, '')}.` })
  const status = statuses[error.code] ?? refusal.status
  const body = Buffer.from(JSON.stringify(refuseAsKit(refusal).body))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${body.length}`,
    'connection: close',
  ]
  return socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]))
}
