/** `/_kefu/worlds/<id>/endpoints`, `…/outbox` and `…/dead-letters`: where a world's pushes go, what is sent, and what became of it. */
import { Type as T } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { profiles } from '../deliver/profile.ts'
import type { Endpoint } from '../world/endpoints.ts'
import { masked, maskOf } from '../world/mask.ts'
import type { World } from '../world/world.ts'
import type { Worlds } from '../world/worlds.ts'
import { judged } from './judged.ts'
import { named, worldNamed } from './named.ts'

const closed = { additionalProperties: false }
const Texts = T.Record(T.String(), T.String())

const Registered = T.Object(
  {
    vendor: T.String(),
    url: T.String(),
    headers: T.Optional(Texts),
    query: T.Optional(Texts),
    profile: T.Optional(T.Union(profiles.map(it => T.Literal(it)))),
    limit: T.Optional(T.Integer({ minimum: 1, maximum: 64 })),
    secret: T.Optional(Texts),
    fieldNames: T.Optional(Texts),
    faults: T.Optional(T.Number({ minimum: 0, maximum: 1 })),
    check: T.Optional(T.Boolean()),
  },
  closed,
)

/** A message: the one given, or an example with fields set by path. */
const Enqueued = T.Object(
  {
    vendor: T.String(),
    push: T.String(),
    endpoint: T.Optional(T.String()),
    message: T.Optional(T.Unknown()),
    example: T.Optional(T.String()),
    set: T.Optional(Texts),
  },
  closed,
)

const Numbers = T.Object({ numbers: T.Optional(T.Array(T.Integer({ minimum: 1 }))) }, closed)

interface Named {
  Params: { id: string; endpoint: string }
  Body: unknown
}

/** Bytes of a request that enqueues many. */
const ENQUEUED_LIMIT = 16 << 20

export function outbox(app: FastifyInstance, vendors: readonly Vendor[], worlds: Worlds, unmasked: boolean) {
  const senders = vendors.filter(it => it.push)
  const shown = <V>(world: World, value: V): V => (unmasked ? value : masked(value, maskOf(world)))
  const endpointNamed = (world: World, id: string) =>
    named(world.outbox.endpoints.all(), id, `is an endpoint of ${world.id}`)

  app.get<Named>('/worlds/:id/endpoints', ({ params }) =>
    worldNamed(worlds, params.id).outbox.endpoints.all().map(described),
  )
  app.post<Named>('/worlds/:id/endpoints', async ({ params, body }, reply) => {
    const world = worldNamed(worlds, params.id)
    const { vendor, url, ...options } = await judged(Registered, body)
    const endpoint = await world.outbox.endpoints.register(named(senders, vendor, 'sends pushes'), url, options)
    return reply.code(201).send(described(endpoint))
  })
  app.delete<Named>('/worlds/:id/endpoints/:endpoint', ({ params }) => {
    const world = worldNamed(worlds, params.id)
    const { id } = endpointNamed(world, params.endpoint)
    world.outbox.endpoints.remove(id)
    return { removed: id }
  })
  app.post<Named>('/worlds/:id/endpoints/:endpoint/resume', ({ params }) => {
    const world = worldNamed(worlds, params.id)
    const { id } = endpointNamed(world, params.endpoint)
    world.outbox.resume(id)
    return described(endpointNamed(world, id))
  })

  app.get<Named>('/worlds/:id/outbox', ({ params }) => {
    const world = worldNamed(worlds, params.id)
    return shown(world, world.outbox.sent())
  })
  app.get<Named>('/worlds/:id/outbox/waiting', ({ params }) => worldNamed(worlds, params.id).outbox.waiting())
  app.post<Named>('/worlds/:id/outbox', { bodyLimit: ENQUEUED_LIMIT }, async ({ params, body }, reply) => {
    const world = worldNamed(worlds, params.id)
    const wanted = await judged(T.Array(Enqueued, { minItems: 1 }), Array.isArray(body) ? body : [body])
    const messages = await Promise.all(wanted.map(it => messageFor(it, world)))
    const numbers = world.outbox.enqueue(...messages)
    return reply.code(202).send({ numbers })
  })

  app.get<Named>('/worlds/:id/dead-letters', ({ params }) => {
    const world = worldNamed(worlds, params.id)
    return shown(world, world.outbox.deadLetters())
  })
  app.post<Named>('/worlds/:id/dead-letters/redrive', async ({ params, body }) => {
    const { numbers } = await judged(Numbers, body ?? {})
    return { numbers: worldNamed(worlds, params.id).outbox.redrive(numbers) }
  })

  /** Throws name-unknown and contract-violated. */
  async function messageFor(wanted: (typeof Enqueued)['static'], world: World) {
    const { messageOf } = await import('../deliver/message.ts')
    const vendor = named(senders, wanted.vendor, 'sends pushes')
    const push = named(contracts(vendor, 'push'), wanted.push, `is a push of ${vendor.id}`)
    const { endpoint, example, set = {} } = wanted
    if (wanted.message !== undefined && (example !== undefined || wanted.set))
      throw new KefuError('contract-violated', { detail: 'Expected a message, or an example with set; got both.' })
    if (endpoint !== undefined) endpointNamed(world, endpoint)
    return { vendor, push, endpoint, message: wanted.message ?? messageOf(push, { example, set }) }
  }
}

/** Credentials, and what receivers demand as such, are nobody's business: their names are told. */
const described = ({ secret, headers, query, ...endpoint }: Endpoint) => ({
  ...endpoint,
  ...(secret && { secret: Object.keys(secret) }),
  ...(headers && { headers: Object.keys(headers) }),
  ...(query && { query: Object.keys(query) }),
})
