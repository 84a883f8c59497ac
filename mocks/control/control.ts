/** The mock's own door, `/_kefu`: pushes and worlds. Its errors are the kit's own, as JSON. */
import type { FastifyError, FastifyInstance } from 'fastify'
import type { Vendor } from '../../schemas/define.ts'
import { asRefusal, refuseAsKit } from '../refusals.ts'
import type { Worlds } from '../world/worlds.ts'
import { pushes } from './pushes.ts'
import { worlds as worldRoutes } from './worlds.ts'

export function control(app: FastifyInstance, vendors: readonly Vendor[], worlds: Worlds) {
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const { status, body } = refuseAsKit(asRefusal(error))
    return reply.code(status).send(body)
  })
  pushes(app, vendors, worlds)
  worldRoutes(app, vendors, worlds)
}
