/** The mock server: every vendor under `/<vendor>`, a single one at `/` as well, the mock's own door under `/_kefu`. */
import type { Server } from 'node:http'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Vendor } from '../schemas/define.ts'
import { KefuError } from '../src/wire/errors.ts'
import { nearest } from '../src/wire/nearest.ts'
import { type ControlOptions, control } from './control/control.ts'
import { admitPages, type CorsOptions, refuseRebinding } from './cors.ts'
import { BODY_LIMIT, mount } from './mount.ts'
import { encodeAddress } from './raw-address.ts'
import { refuseAsKit } from './refusals.ts'
import { refuseAddress, refuseBytes } from './unreadable.ts'
import type { Worlds } from './world/worlds.ts'

/** Contracts are judged by the kit, at a route's first request; with these in place Fastify does not load its own compilers. */
const unused = (() => () => () => true) as never

/** Nothing listens yet: `listen` it, or `inject` into it. */
export function mockServer(
  vendors: readonly Vendor[],
  worlds: Worlds,
  options: ControlOptions & CorsOptions = {},
): FastifyInstance {
  const app: FastifyInstance = Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 500 },
    schemaController: { compilersFactory: { buildValidator: unused, buildSerializer: unused } },
    frameworkErrors: refuseAddress(vendors, worlds),
    clientErrorHandler: (error, socket) =>
      encodeAddress(error, socket, app.server as Server) ? undefined : refuseBytes(error, socket),
  })
  admitPages(app, options)
  for (const vendor of vendors) app.register(async scope => mount(scope, vendor, worlds), { prefix: `/${vendor.id}` })
  app.register(
    async scope => {
      refuseRebinding(scope)
      control(scope, vendors, worlds, options)
    },
    { prefix: '/_kefu' },
  )

  const [only, ...others] = vendors
  if (only && others.length === 0) app.register(async scope => mount(scope, only, worlds))
  else app.setNotFoundHandler((request, reply) => reply.code(404).send(refuseAsKit(nowhere(vendors, request.url)).body))
  app.addHook('onListen', async () => worlds.run())
  app.addHook('onClose', async () => worlds.end())
  return app
}

function nowhere(vendors: readonly Vendor[], url: string) {
  const first = url.split(/[/?]/)[1] ?? ''
  const ids = vendors.map(it => it.id)
  return new KefuError('route-unknown', {
    detail: `No vendor is mounted at /${first}: ${nearest(first, ids, ids.length)}`,
  })
}
