/** Mounts every operation of a vendor as a route that checks the request and answers the documented example. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Contract, contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { KefuError } from '../src/wire/errors.ts'
import { wireOf } from '../src/wire/index.ts'
import { convertQuery } from '../src/wire/query.ts'
import { flat } from '../src/wire/send.ts'
import type { Http } from '../src/wire/wire.ts'
import { lost } from './lost.ts'
import { asRefusal } from './refusals.ts'
import { sideOf } from './sides.ts'
import type { World } from './world/world.ts'

/** Bytes of a body. */
export const BODY_LIMIT = 1 << 20

/** Registers the routes in this (encapsulated) instance; every refusal is in the vendor's own envelope. */
export function mount(app: FastifyInstance, vendor: Vendor, world: World) {
  const refuse = (error: KefuError, request: FastifyRequest, reply: FastifyReply) => {
    const { status, body } = sideOf(vendor).refuse(error, pathOf(request, app))
    return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body))
  }
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
    done(null, body),
  )
  app.setErrorHandler((error: FastifyError, request, reply) => refuse(asRefusal(error), request, reply))
  app.setNotFoundHandler((request, reply) => refuse(lost(vendor, request.method, pathOf(request, app)), request, reply))

  for (const operation of contracts(vendor, 'operation')) {
    const answer = answerer(vendor, operation, world)
    app.route({
      method: operation.contract.method,
      url: operation.contract.path.replace(/\{(\w+)\}/g, ':$1'),
      config: { contract: operation },
      handler: async (request, reply) => {
        const { violations, inWords } = await import('../src/wire/check.ts')
        const { headers, body } = answer(request, (schema, value, part) => inWords(violations(schema, value), part))
        return reply.headers(headers).send(body)
      },
    })
  }
}

type Judge = (schema: Vendor['credentials'], value: unknown, part: string) => string

/** Opens the request, checks its parts, seals the reply. Throws a KefuError for what it refuses. */
function answerer(vendor: Vendor, { id, contract }: Contract<'operation'>, world: World) {
  const { call, reply } = wireOf(vendor)
  if (!call || !reply) throw new Error(`${vendor.id} has operations but no wire for calls`)
  const secret = world.credentials(vendor)
  const documented = Object.values(contract.examples)[0]?.reply
  return (request: FastifyRequest, judge: Judge) => {
    const http = httpOf(request)
    if (http.body.length) refuseContentType(http)
    const plain = call.open(http, secret, { open: contract.open })
    const parts = { query: convertQuery(contract.query, plain.query), params: request.params, body: plain.body }
    for (const part of ['query', 'params', 'body'] as const) {
      const wrong = contract[part] && judge(contract[part], parts[part], part)
      if (wrong) throw new KefuError('contract-violated', { detail: `${id}: ${wrong}.` })
    }
    return reply.seal(documented, secret, world.moment())
  }
}

const httpOf = (request: FastifyRequest): Http => ({
  query: flat(request.query as Record<string, string>),
  headers: flat(request.headers),
  body: (request.body as Buffer | undefined) ?? Buffer.alloc(0),
})

function refuseContentType({ headers }: Http) {
  const given = headers['content-type'] ?? ''
  if (/^application\/json\s*(;|$)/i.test(given)) return
  throw new KefuError('content-type-wrong', { detail: `Expected application/json, got ${given || 'none'}.` })
}

/** The path without the prefix that this vendor is mounted under. */
const pathOf = ({ url }: FastifyRequest, { prefix }: FastifyInstance) => url.slice(prefix.length).split('?')[0] || '/'
