/** Mounts every operation of a vendor as a route that checks the request and answers as the vendor would, or with the documented example. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Contract, contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { KefuError } from '../src/wire/errors.ts'
import { wireOf } from '../src/wire/index.ts'
import { convertQuery } from '../src/wire/query.ts'
import { flat } from '../src/wire/send.ts'
import type { Http } from '../src/wire/wire.ts'
import { Failure } from './behaviour.ts'
import { lost } from './lost.ts'
import { asRefusal } from './refusals.ts'
import { type Refused, sideOf } from './sides.ts'
import type { World } from './world/world.ts'
import type { Worlds } from './world/worlds.ts'

/** Bytes of a body. */
export const BODY_LIMIT = 1 << 20

/** Registers the routes in this (encapsulated) instance; every refusal is in the vendor's own envelope. */
export function mount(app: FastifyInstance, vendor: Vendor, worlds: Worlds) {
  const refuse = (error: KefuError, request: FastifyRequest, reply: FastifyReply) => {
    const refused = sideOf(vendor).refuse(error, pathOf(request, app), worldOf(request) ?? worlds.first)
    return answerWith(refused, reply)
  }
  app.decorateRequest('world', null)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
    done(null, body),
  )
  app.setErrorHandler((error: FastifyError | Failure, request, reply) =>
    error instanceof Failure
      ? answerWith(sideOf(vendor).fail?.(error) ?? { status: 200, body: {} }, reply)
      : refuse(asRefusal(error), request, reply),
  )
  app.setNotFoundHandler((request, reply) => refuse(lost(vendor, request.method, pathOf(request, app)), request, reply))

  for (const operation of contracts(vendor, 'operation')) {
    const answer = answerer(vendor, operation, worlds)
    app.route({
      method: operation.contract.method,
      url: operation.contract.path.replace(/\{(\w+)\}/g, ':$1'),
      config: { contract: operation },
      // Nothing is returned once the reply is sent: Fastify would wait for it as for a promise.
      handler(request, reply): void | Promise<void> {
        if (!judge) return judging().then(it => answer(request, reply, it))
        answer(request, reply, judge)
      },
    })
  }
}

const answerWith = ({ status, body }: Refused, reply: FastifyReply) =>
  reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body))

type Judge = typeof import('../src/wire/check.ts')

/** The compiler of contracts costs half the start-up: it is loaded at the first request. */
let judge: Judge | undefined

async function judging() {
  judge = await import('../src/wire/check.ts')
  return judge
}

/** Finds the world, opens the request, checks its parts, sends the sealed reply. Throws a KefuError or a Failure. */
function answerer(vendor: Vendor, { id, contract }: Contract<'operation'>, worlds: Worlds) {
  const { call, reply: codec } = wireOf(vendor)
  const { worldOf: find, admit, behaviour } = sideOf(vendor)
  if (!call || !codec || !find) throw new Error(`${vendor.id} has operations but no way to answer calls`)
  const documented = Object.values(contract.examples)[0]?.reply
  const behave = behaviour?.[id] as ((asked: unknown, world: World) => unknown) | undefined
  const open = contract.open ?? false
  return (request: FastifyRequest, reply: FastifyReply, { inWords, violations }: Judge) => {
    const http = httpOf(request)
    if (http.body.length) refuseContentType(http)
    const world = find(http, worlds, open)
    owned(request).world = world
    admit?.(http, world, open)
    const secret = world.credentials(vendor)
    const plain = call.open(http, secret, { open })
    const check = (part: 'query' | 'params' | 'body', value: unknown) => {
      const found = contract[part] ? violations(contract[part], value) : []
      if (found.length) throw new KefuError('contract-violated', { detail: `${id}: ${inWords(found, part)}.` })
      return value
    }
    const asked = {
      query: check('query', convertQuery(contract.query, plain.query)),
      params: check('params', request.params),
      body: check('body', plain.body),
    }
    const sealed = codec.seal(behave ? behave(asked, world) : documented, secret, world.moment())
    reply.headers(sealed.headers).send(sealed.body)
  }
}

/** The world that a request was found to belong to. */
const owned = (request: FastifyRequest) => request as FastifyRequest & { world: World | null }
const worldOf = (request: FastifyRequest) => owned(request).world

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
