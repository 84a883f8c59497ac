/** `/_kefu/worlds/<id>/hold`: exclusive use of a world, among those who ask for it. */
import { Type as T } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { hold, release } from '../testing/hold.ts'
import type { Worlds } from '../world/worlds.ts'
import { judged } from './judged.ts'
import { worldNamed } from './named.ts'

const closed = { additionalProperties: false }
const By = T.String({ minLength: 1, maxLength: 200 })
const Held = T.Object({ by: By, seconds: T.Integer({ minimum: 1, maximum: 86_400 }) }, closed)
const Released = T.Object({ by: By }, closed)

interface Named {
  Params: { id: string }
  Querystring: unknown
  Body: unknown
}

export function holds(app: FastifyInstance, worlds: Worlds) {
  app.post<Named>('/worlds/:id/hold', async ({ params, body }) => {
    const world = worldNamed(worlds, params.id)
    const { by, seconds } = await judged(Held, body)
    return hold(world, by, seconds, worlds.now())
  })

  app.delete<Named>('/worlds/:id/hold', async ({ params, body, query }) => {
    const world = worldNamed(worlds, params.id)
    // Some clients send no body with DELETE.
    const { by } = await judged(Released, body ?? query)
    release(world, by, worlds.now())
    return { released: by }
  })
}
