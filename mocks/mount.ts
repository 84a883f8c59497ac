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
      handler: (request, reply) =>
        judge ? answer(request, reply, judge) : judging().then(it => answer(request, reply, it)),
    })
  }
}

type Judge = typeof import('../src/wire/check.ts')

/** The compiler of contracts costs half the start-up: it is loaded at the first request. */
let judge: Judge | undefined

async function judging() {
  judge = await import('../src/wire/check.ts')
  return judge
}

/** Opens the request, checks its parts, sends the sealed reply. Throws a KefuError for what it refuses. */
function answerer(vendor: Vendor, { id, contract }: Contract<'operation'>, world: World) {
  const { call, reply: codec } = wireOf(vendor)
  if (!call || !codec) throw new Error(`${vendor.id} has operations but no wire for calls`)
  const secret = world.credentials(vendor)
  const documented = Object.values(contract.examples)[0]?.reply
  const hint = { open: contract.open }
  return (request: FastifyRequest, reply: FastifyReply, { inWords, violations }: Judge) => {
    const http = httpOf(request)
    if (http.body.length) refuseContentType(http)
    const plain = call.open(http, secret, hint)
    const check = (part: 'query' | 'params' | 'body', value: unknown) => {
      const found = contract[part] ? violations(contract[part], value) : []
      if (found.length) throw new KefuError('contract-violated', { detail: `${id}: ${inWords(found, part)}.` })
    }
    check('query', convertQuery(contract.query, plain.query))
    check('params', request.params)
    check('body', plain.body)
    const sealed = codec.seal(documented, secret, world.moment())
    return reply.headers(sealed.headers).send(sealed.body)
  }
}

const NOTHING = Buffer.alloc(0)

/** Node hands over headers as text, but for a few that no vendor uses. */
const httpOf = ({ query, headers, body }: FastifyRequest): Http => ({
  query: once(query as Record<string, string | string[]>),
  headers: headers as Record<string, string>,
  body: (body as Buffer | undefined) ?? NOTHING,
})

/** Query values as text; a parameter that came twice is joined with a comma. */
function once(query: Record<string, string | string[]>): Record<string, string> {
  for (const name in query) if (typeof query[name] !== 'string') return flat(query)
  return query as Record<string, string>
}

function refuseContentType({ headers }: Http) {
  const given = headers['content-type'] ?? ''
  if (/^application\/json\s*(;|$)/i.test(given)) return
  throw new KefuError('content-type-wrong', { detail: `Expected application/json, got ${given || 'none'}.` })
}

/** The path without the prefix that this vendor is mounted under. */
const pathOf = ({ url }: FastifyRequest, { prefix }: FastifyInstance) => url.slice(prefix.length).split('?')[0] || '/'
