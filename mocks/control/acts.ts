/** `/_kefu/worlds/<id>/acts/<vendor>/<act>`: what people do in the vendor's console, for which it has no operation. */
import type { FastifyInstance } from 'fastify'
import type { Vendor } from '../../schemas/define.ts'
import { sideOf } from '../sides.ts'
import type { Worlds } from '../world/worlds.ts'
import { judged } from './judged.ts'
import { named, worldNamed } from './named.ts'

interface Named {
  Params: { id: string; vendor: string; act: string }
  Body: unknown
}

export function acts(app: FastifyInstance, vendors: readonly Vendor[], worlds: Worlds) {
  const actors = vendors.filter(it => sideOf(it).acts)
  app.get('/acts', () => Object.fromEntries(actors.map(it => [it.id, sideOf(it).acts?.map(act => act.id)])))

  app.post<Named>('/worlds/:id/acts/:vendor/:act', async ({ params, body }) => {
    const world = worldNamed(worlds, params.id)
    const vendor = named(actors, params.vendor, 'has acts')
    const act = named(sideOf(vendor).acts ?? [], params.act, `is an act of ${vendor.id}`)
    return act.run((await judged(act.input, body)) as never, world)
  })
}
