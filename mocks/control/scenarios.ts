/** `/_kefu/scenarios` and `/_kefu/worlds/<id>/scenarios`: whole conversations, played to the addresses of a world. */
import { Type as T } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { play } from '../scenarios/play.ts'
import type { Worlds } from '../world/worlds.ts'
import { judged } from './judged.ts'
import { named, worldNamed } from './named.ts'

const share = T.Number({ minimum: 0, maximum: 1 })

const Played = T.Object(
  {
    scenario: T.String(),
    count: T.Optional(T.Integer({ minimum: 1, maximum: 100_000 })),
    /** The world's own by default. */
    seed: T.Optional(T.String()),
    /** Milliseconds since 1970; the world's time by default. */
    start: T.Optional(T.Integer({ minimum: 0 })),
    pace: T.Optional(T.Union(['acknowledged', 'told', 'burst'].map(it => T.Literal(it)))),
    atOnce: T.Optional(T.Integer({ minimum: 1, maximum: 1_000 })),
    shuffled: T.Optional(T.Boolean()),
    twice: T.Optional(share),
  },
  { additionalProperties: false },
)

interface Named {
  Params: { id: string }
  Body: unknown
}

export function scenarios(app: FastifyInstance, vendors: readonly Vendor[], worlds: Worlds) {
  app.get('/scenarios', async () => {
    const all = await playable(vendors)
    return all.map(({ id, title, summary, vendors: of }) => ({ id, title, summary, vendors: of }))
  })

  app.post<Named>('/worlds/:id/scenarios', async ({ params, body }, reply) => {
    const world = worldNamed(worlds, params.id)
    const { scenario: id, count = 1, ...options } = await judged(Played, body)
    const chosen = named(await playable(vendors), id, 'is a scenario of these vendors')
    const { seed = world.seed, start = world.clock.now(), pace = 'acknowledged', atOnce = 16, ...unruly } = options
    const addressed = world.outbox.endpoints.all().map(it => it.vendor)
    const missing = chosen.vendors.find(it => !addressed.includes(it))
    if (missing)
      throw new KefuError('contract-violated', { detail: `No address of ${missing} is registered in ${world.id}.` })
    const { castOf } = await import('../scenarios/cast.ts')
    function* stories() {
      for (let index = 0; index < count; index++) yield chosen.story(castOf({ seed, index, start }))
    }
    // It is told while others ask; a message that could not be sent would break its contract, which the compiler forbids.
    play(world, stories(), { seed, pace: pace as 'told', atOnce, ...unruly }).catch(() => undefined)
    return reply.code(202).send({ scenario: chosen.id, count, start })
  })
}

async function playable(vendors: readonly Vendor[]) {
  const { scenarios: all } = await import('../scenarios/index.ts')
  return all.filter(({ vendors: needed }) => needed.every(id => vendors.some(it => it.id === id)))
}
