/** `/_kefu/worlds/<id>/endpoints` and `…/outbox`: where a world's pushes go, and what became of them. */
import { Type as T } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Vendor } from '../../schemas/define.ts'
import { masked, maskOf } from '../world/mask.ts'
import type { Worlds } from '../world/worlds.ts'
import { judged } from './judged.ts'
import { named, worldNamed } from './named.ts'

const Registered = T.Object({ vendor: T.String(), url: T.String() }, { additionalProperties: false })

interface Named {
  Params: { id: string; endpoint: string }
  Body: unknown
}

export function outbox(app: FastifyInstance, vendors: readonly Vendor[], worlds: Worlds, unmasked: boolean) {
  const senders = vendors.filter(it => it.push)
  app.get<Named>('/worlds/:id/endpoints', ({ params }) => worldNamed(worlds, params.id).outbox.endpoints())

  app.post<Named>('/worlds/:id/endpoints', async ({ params, body }, reply) => {
    const world = worldNamed(worlds, params.id)
    const { vendor, url } = await judged(Registered, body)
    return reply.code(201).send(world.outbox.register(named(senders, vendor, 'sends pushes'), url))
  })

  app.delete<Named>('/worlds/:id/endpoints/:endpoint', ({ params }) => {
    const world = worldNamed(worlds, params.id)
    const { id } = named(world.outbox.endpoints(), params.endpoint, `is an endpoint of ${world.id}`)
    world.outbox.unregister(id)
    return { removed: id }
  })

  app.get<Named>('/worlds/:id/outbox', ({ params }) => {
    const world = worldNamed(worlds, params.id)
    return unmasked ? world.outbox.sent() : masked(world.outbox.sent(), maskOf(world))
  })
}
