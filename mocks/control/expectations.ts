/** `/_kefu/worlds/<id>/seed`, `…/wait` and `…/expect`: what a test in any language needs of a world. */
import { setMaxListeners } from 'node:events'
import { Type as T } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Vendor } from '../../schemas/define.ts'
import { type AnyCall, sought } from '../testing/calls.ts'
import { awaited, expected } from '../testing/expectation.ts'
import { masked, maskOf } from '../world/mask.ts'
import type { World } from '../world/world.ts'
import type { Worlds } from '../world/worlds.ts'
import { judged } from './judged.ts'
import { worldNamed } from './named.ts'

const closed = { additionalProperties: false }
const Values = T.Record(T.String(), T.Unknown())

/** Operation → its calls. */
const Seeds = T.Record(
  T.String(),
  T.Array(T.Object({ query: T.Optional(Values), params: T.Optional(Values), body: T.Optional(T.Unknown()) }, closed)),
)

const looked = {
  /** `sobot.customerSave`. */
  operation: T.String(),
  where: T.Optional(Values),
  /** Only entries after this number. */
  after: T.Optional(T.Integer({ minimum: 0 })),
  /** Only calls that succeeded. */
  succeeded: T.Optional(T.Boolean()),
}

/** A connection on which nothing moves for a minute is ended. */
const LONGEST = 50_000

const Waited = T.Object({ ...looked, timeout: T.Optional(T.Integer({ minimum: 0, maximum: LONGEST })) }, closed)
const Expected = T.Object({ ...looked, times: T.Optional(T.Integer({ minimum: 0 })) }, closed)

interface Named {
  Params: { id: string }
  Body: unknown
}

export function expectations(app: FastifyInstance, vendors: readonly Vendor[], worlds: Worlds, unmasked: boolean) {
  const ended = new AbortController()
  setMaxListeners(0, ended.signal)
  app.addHook('preClose', async () => ended.abort())
  const shown = (world: World, call: AnyCall) => (unmasked ? call : masked(call, maskOf(world)))

  app.post<Named>('/worlds/:id/seed', async ({ params, body }) => {
    const world = worldNamed(worlds, params.id)
    const calls = await judged(Seeds, body)
    const { seed } = await import('../testing/seed.ts')
    return seed(worlds, world, calls, vendors)
  })

  app.post<Named>('/worlds/:id/wait', async ({ params, body }, reply) => {
    const world = worldNamed(worlds, params.id)
    const { timeout, ...wanted } = await judged(Waited, body)
    const left = new AbortController()
    reply.raw.once('close', () => left.abort())
    const signal = AbortSignal.any([ended.signal, left.signal])
    return shown(world, await awaited(world, sought(wanted, vendors), { timeout, signal }))
  })

  app.post<Named>('/worlds/:id/expect', async ({ params, body }) => {
    const world = worldNamed(worlds, params.id)
    const { times, ...wanted } = await judged(Expected, body)
    return { calls: expected(world, sought(wanted, vendors), times).length }
  })
}
