/** Which pages in a browser may call the mock: those of this machine. Any other page is refused, not only left without an answer it can read. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { KefuError } from '../src/wire/errors.ts'
import { refuseAsKit } from './refusals.ts'

export interface CorsOptions {
  /**
   * Origins that may call besides http(s) on localhost, 127.0.0.0/8 and [::1]. `null` lets in pages that were opened from a
   * file, and with them every page that hides its origin, as a sandboxed frame of any web page can: only while it is needed.
   */
  origins?: readonly string[] | undefined
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/** A request without the header origin comes from no page, or from one that the mock itself served: nothing is done. */
export function admitPages(app: FastifyInstance, { origins = [] }: CorsOptions) {
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers
    if (origin === undefined) return done()
    if (!LOOPBACK.test(origin.replace(/^https?:\/\//, '')) && !origins.includes(origin))
      return refuse(reply, new KefuError('origin-refused', { detail: `It comes from ${JSON.stringify(origin)}.` }))
    // On the raw answer: an injected fault writes past the framework.
    reply.raw.setHeader('access-control-allow-origin', origin)
    reply.raw.setHeader('vary', 'origin')
    if (!isPreflight(request)) return done()
    allow(request, reply)
  })
}

/**
 * A page that had its own name point here, once it was loaded, sends no origin with a GET; but it names itself as the host.
 * Judged at the mock's own door, and only for who comes over the loopback interface: elsewhere a host has any name.
 */
export function refuseRebinding(app: FastifyInstance) {
  app.addHook('onRequest', (request, reply, done) => {
    const { host = '' } = request.headers
    const { localAddress = '' } = request.socket
    if (LOOPBACK.test(host) || !/^(::ffff:)?127\.|^::1$/.test(localAddress)) return done()
    refuse(reply, new KefuError('address-refused', { detail: `The request names the host ${JSON.stringify(host)}.` }))
  })
}

const isPreflight = ({ method, headers }: FastifyRequest) =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined

function allow({ headers }: FastifyRequest, reply: FastifyReply) {
  reply.header('access-control-allow-methods', 'GET, POST, PUT, DELETE')
  reply.header('access-control-allow-headers', headers['access-control-request-headers'] ?? 'content-type')
  reply.header('access-control-max-age', '600')
  reply.code(204).send()
}

function refuse(reply: FastifyReply, error: KefuError) {
  const { status, body } = refuseAsKit(error)
  reply.code(status).send(body)
}
