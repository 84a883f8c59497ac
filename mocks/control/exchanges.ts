/** `/_kefu/exchanges`: everything that an audit reads, each secret under a name of its own; and one exchange as a file that runs. */
import { Type as T } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Vendor } from '../../schemas/define.ts'
import { exchangesOf } from '../exported/exchanges.ts'
import { exported, type Form, forms } from '../exported/exported.ts'
import type { Worlds } from '../world/worlds.ts'
import { judged } from './judged.ts'
import { worldNamed } from './named.ts'

const closed = { additionalProperties: false }
const Which = T.Object({ world: T.Optional(T.String()) }, closed)
const How = T.Object({ world: T.Optional(T.String()), as: T.Union(forms.map(it => T.Literal(it))) }, closed)
const Numbered = T.Object({ number: T.String({ pattern: '^p?[1-9]\\d{0,9}$' }) }, closed)

interface Named {
  Params: { number: string }
  Querystring: Record<string, string>
}

export function exchanges(app: FastifyInstance, vendors: readonly Vendor[], worlds: Worlds) {
  app.get<Named>('/exchanges', async ({ query }) => {
    const { world: id = worlds.first.id } = await judged(Which, query, 'query')
    return exchangesOf(worldNamed(worlds, id), vendors)
  })

  app.get<Named>('/exchanges/:number', async ({ params, query, headers }, reply) => {
    const { world: id = worlds.first.id, as } = await judged(How, query, 'query')
    const { number } = await judged(Numbered, params, 'path')
    const text = exported(worldNamed(worlds, id), { number, as: as as Form, origin: originOf(headers.host) })
    return reply.type('text/plain; charset=utf-8').send(text)
  })
}

/** It ends up in a script: what is no plain host and port stays outside. */
const originOf = (host = '') => `http://${/^[\w.[\]-]+(:\d+)?$/.test(host) ? host : '127.0.0.1:4010'}`
