/** `/_kefu/worlds`: create, look at, switch, move in time, save, load and forget the worlds of this server. */
import { Type as T } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { durationOf, type Passed } from '../world/clock.ts'
import type { Snapshot, World } from '../world/world.ts'
import type { Worlds } from '../world/worlds.ts'
import { judged } from './judged.ts'
import { worldNamed } from './named.ts'

interface Named {
  Params: { id: string }
  Body: unknown
}

const Created = T.Optional(
  T.Object(
    {
      id: T.Optional(T.String({ pattern: '^[\\w.-]{1,64}$' })),
      seed: T.Optional(T.String({ minLength: 1, maxLength: 200 })),
      /** Where the clock stands still, in milliseconds since 1970. */
      still: T.Optional(T.Integer({ minimum: 0 })),
      strict: T.Optional(T.Boolean()),
    },
    { additionalProperties: false },
  ),
)
const Moved = T.Object({
  /** `24h`, `30s`, milliseconds. */
  advance: T.Optional(T.String()),
  /** Milliseconds since 1970. */
  set: T.Optional(T.Integer({ minimum: 0 })),
  running: T.Optional(T.Boolean()),
})
const Setting = T.Object({ strict: T.Boolean() }, { additionalProperties: false })
const Switched = T.Record(T.String(), T.Record(T.String(), T.String()))
const Saved = T.Object({
  now: T.Integer({ minimum: 0 }),
  running: T.Boolean(),
  strict: T.Boolean(),
  choices: Switched,
  contents: T.Record(T.String(), T.Array(T.Tuple([T.String(), T.Unknown()]))),
})

export function worlds(app: FastifyInstance, vendors: readonly Vendor[], all: Worlds) {
  const named = (id: string): World => worldNamed(all, id)
  const described = (world: World) => ({
    id: world.id,
    seed: world.seed,
    strict: world.strict,
    clock: timeOf(world),
    credentials: Object.fromEntries(vendors.map(it => [it.id, world.credentials(it)])),
  })

  app.get('/worlds', () => all.all().map(({ id, seed, clock }) => ({ id, seed, now: clock.now() })))
  app.post<Named>('/worlds', async ({ body }, reply) => {
    const world = all.create(await judged(Created, body ?? undefined))
    return reply.code(201).send(described(world))
  })
  app.get<Named>('/worlds/:id', ({ params }) => described(named(params.id)))
  app.post<Named>('/worlds/:id', async ({ params, body }) => {
    const world = named(params.id)
    world.strict = (await judged(Setting, body)).strict
    all.keep(world)
    return described(world)
  })
  app.delete<Named>('/worlds/:id', ({ params }) => {
    const { id } = named(params.id)
    if (!all.remove(id)) throw new KefuError('name-taken', { detail: 'The first world stays; reset it instead.' })
    return { removed: id }
  })
  app.post<Named>('/worlds/:id/reset', ({ params }) => {
    const world = named(params.id)
    world.reset()
    return described(world)
  })

  app.get<Named>('/worlds/:id/clock', ({ params }) => timeOf(named(params.id)))
  app.post<Named>('/worlds/:id/clock', async ({ params, body }) => {
    const world = named(params.id)
    const { advance, set, running } = await judged(Moved, body)
    const step = advance === undefined ? undefined : duration(advance)
    const passed: Passed[] = []
    if (running !== undefined) world.clock.run(running)
    if (set !== undefined) passed.push(...(await world.moveTo(set)))
    if (step !== undefined) passed.push(...(await world.advance(step)))
    all.keep(world)
    return { ...timeOf(world), passed }
  })

  app.get<Named>('/worlds/:id/assumptions', ({ params }) => named(params.id).switches.chosen())
  app.post<Named>('/worlds/:id/assumptions', async ({ params, body }) => {
    const world = named(params.id)
    world.switches.switch(await judged(Switched, body))
    all.keep(world)
    return world.switches.chosen()
  })

  app.get<Named>('/worlds/:id/snapshot', ({ params }) => named(params.id).snapshot())
  app.put<Named>('/worlds/:id/snapshot', { bodyLimit: SNAPSHOT_LIMIT }, async ({ params, body }) => {
    const world = named(params.id)
    world.load(await snapshotOf(body))
    all.keep(world)
    return timeOf(world)
  })
}

/** A snapshot, once it keeps to its schema. Throws contract-violated. */
export const snapshotOf = async (value: unknown) => (await judged(Saved, value, 'snapshot')) as Snapshot

/** Bytes of a snapshot. */
const SNAPSHOT_LIMIT = 64 << 20

const timeOf = ({ clock }: World) => ({ now: clock.now(), running: clock.running })

function duration(text: string): number {
  const found = durationOf(text)
  if (found === undefined) {
    throw new KefuError('contract-violated', {
      detail: `advance: expected 500ms, 30s, 15m, 24h or 3d, got ${JSON.stringify(text)}.`,
    })
  }
  return found
}
