/** Mounts a vendor: a request becomes an exchange, and the exchange an answer that the journal keeps. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Vendor } from '../schemas/define.ts'
import { KefuError } from '../src/wire/errors.ts'
import { answered, refused } from './answer.ts'
import type { Exchange, Sealed } from './exchange.ts'
import { lost } from './lost.ts'
import { exchangeOf, pathOf, refuseAmbiguity } from './request.ts'
import { type Route, routesOf } from './routes.ts'
import { sideOf } from './sides.ts'
import { loadJudge } from './tolerance.ts'
import { troubled, type Writer } from './trouble.ts'
import type { Worlds } from './world/worlds.ts'

/** Bytes of a body. */
export const BODY_LIMIT = 1 << 20

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Registers the routes in this (encapsulated) instance; every refusal is in the vendor's own envelope. */
export function mount(app: FastifyInstance, vendor: Vendor, worlds: Worlds) {
  const side = sideOf(vendor)
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const exchange = exchangeOf(request, { app, vendor, worlds })
    const answer = () => {
      exchange.at = exchange.world.clock.now()
      send(exchange, refused(error, exchange), reply)
    }
    const identifying = side.identify?.(exchange, worlds)
    if (identifying) identifying.then(answer)
    else answer()
  }

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
    done(null, body),
  )
  app.setErrorHandler((error: FastifyError, request, reply) => refuse(error, request, reply))
  app.setNotFoundHandler((request, reply) => refuse(lost(vendor, request.method, pathOf(request, app)), request, reply))

  for (const route of routesOf(vendor)) {
    app.route({
      method: route.method,
      url: route.url,
      config: { route },
      // Nothing is returned once the reply is sent: Fastify would wait for it as for a promise.
      handler(request, reply): unknown {
        const loading = loadJudge()
        if (!loading) return serve(route, request, reply)
        return loading.then(() => {
          serve(route, request, reply)
          return reply
        })
      },
    })
  }

  if (side.file) {
    app.get<{ Params: { name: string } }>('/files/:name', async ({ params: { name } }, reply) => {
      const bytes = await side.file?.(name, worlds)
      if (!bytes) throw new KefuError('route-unknown', { detail: 'No file has this name.' })
      return reply.type(XLSX).header('content-disposition', `attachment; filename="${name}"`).send(bytes)
    })
  }

  function serve(route: Route, request: FastifyRequest, reply: FastifyReply) {
    refuseAmbiguity(request)
    const exchange = exchangeOf(request, { app, vendor, worlds, route })
    const identifying = side.identify?.(exchange, worlds)
    if (identifying) identifying.then(() => respond(exchange, reply))
    else respond(exchange, reply)
  }

  function respond(exchange: Exchange, reply: FastifyReply) {
    const { world, operation } = exchange
    if (world.clock.next() !== undefined) world.clock.settle()
    exchange.at = world.clock.now()
    const effect = world.faults.pick(vendor, operation?.id)
    if (effect) troubled(effect, exchange, written).then(([sealed, writer]) => send(exchange, sealed, reply, writer))
    else send(exchange, answered(exchange), reply)
  }

  /** Answers once everything that the exchange changed is safe. */
  function send(exchange: Exchange, sealed: Sealed, reply: FastifyReply, writer: Writer = written) {
    const body = exchange.world.journal.record(exchange, sealed)
    const saving = worlds.saving()
    if (!saving) return writer(sealed, body, reply)
    saving.then(
      () => writer(sealed, body, reply),
      error => {
        const instead = refused(error, exchange)
        writer(instead, Buffer.from(String(instead.body)), reply)
      },
    )
  }
}

const written: Writer = ({ status, headers }, body, reply) => {
  reply.code(status).headers(headers).send(body)
}
