/** `/_kefu/journal`: what a world was asked and what it answered, filtered and paged. */
import { Type as T } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { convertQuery } from '../../src/wire/query.ts'
import type { Entry } from '../world/journal.ts'
import { masked, maskOf } from '../world/mask.ts'
import type { Worlds } from '../world/worlds.ts'
import { judged } from './judged.ts'
import { worldNamed } from './named.ts'

const Filter = T.Object(
  {
    world: T.Optional(T.String()),
    vendor: T.Optional(T.String()),
    operation: T.Optional(T.String()),
    validity: T.Optional(T.Union(['valid', 'tolerated', 'refused'].map(it => T.Literal(it)))),
    /** The vendor's code in the answer. */
    code: T.Optional(T.String()),
    /** By the world's clock, in milliseconds since 1970. */
    since: T.Optional(T.Integer({ minimum: 0 })),
    until: T.Optional(T.Integer({ minimum: 0 })),
    /** Entries after this number, which is where the page before ended. */
    after: T.Optional(T.Integer({ minimum: 0 })),
    limit: T.Optional(T.Integer({ minimum: 1, maximum: 1_000 })),
  },
  { additionalProperties: false },
)

interface Asked {
  Querystring: Record<string, string>
}

export function journal(app: FastifyInstance, worlds: Worlds, unmasked: boolean) {
  const filterOf = (query: Record<string, string>) => judged(Filter, convertQuery(Filter, query), 'query')

  app.get<Asked>('/journal', async ({ query }) => {
    const { world: id = worlds.first.id, after = 0, limit = 100, ...filter } = await filterOf(query)
    const world = worldNamed(worlds, id)
    const found = world.journal.entries(after).filter(it => meets(it, filter))
    const page = found.slice(0, limit)
    const mask = maskOf(world)
    return {
      entries: unmasked ? page : page.map(it => masked(it, mask)),
      /** Pass it as `after` for the next page; absent on the last. */
      ...(found.length > limit && { next: page.at(-1)?.number }),
      dropped: world.journal.dropped,
      /** Passed as `after` it leaves what comes from now on. */
      last: world.journal.last,
    }
  })

  app.delete<Asked>('/journal', async ({ query }) => {
    const { world: id = worlds.first.id } = await filterOf(query)
    worldNamed(worlds, id).journal.clear()
    return { cleared: id }
  })
}

type Wanted = Partial<Pick<Entry, 'vendor' | 'operation'>> & {
  validity?: unknown
  code?: string
  since?: number
  until?: number
}

const meets = (entry: Entry, { vendor, operation, validity, code, since = 0, until = Infinity }: Wanted) =>
  (vendor === undefined || entry.vendor === vendor) &&
  (operation === undefined || entry.operation === operation) &&
  (validity === undefined || entry.validity === validity) &&
  (code === undefined || String(entry.code) === code) &&
  entry.at >= since &&
  entry.at <= until
