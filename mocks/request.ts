/** Reads a request of the server into an exchange, before anything is judged. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Vendor } from '../schemas/define.ts'
import { KefuError } from '../src/wire/errors.ts'
import { flat } from '../src/wire/send.ts'
import type { Http } from '../src/wire/wire.ts'
import type { Exchange } from './exchange.ts'
import type { Route } from './routes.ts'
import type { Worlds } from './world/worlds.ts'

interface Context {
  app: FastifyInstance
  vendor: Vendor
  worlds: Worlds
  /** Undefined when no route was found. */
  route?: Route | undefined
}

/** What the request says of itself; whose it is, and at some doors what it calls, its vendor's side identifies. */
export function exchangeOf(request: FastifyRequest, { app, vendor, worlds, route }: Context): Exchange {
  const path = pathOf(request, app)
  return {
    vendor,
    operation: route?.operation,
    method: request.method,
    url: request.raw.url ?? '/',
    path,
    params: (request.params ?? {}) as Record<string, string>,
    http: httpOf(request),
    base: `http://${request.headers.host ?? 'localhost'}${app.prefix}`,
    owner: undefined,
    world: worlds.first,
    at: 0,
    notes: route?.kind === 'printed' ? [`${path}: only an example of the document prints this path`] : [],
  }
}

const NOTHING = Buffer.alloc(0)

/** Node hands over headers as text, but for a few that no vendor uses. */
const httpOf = ({ query, headers, body }: FastifyRequest): Http => ({
  query: once((query ?? {}) as Record<string, string | string[]>),
  headers: headers as Record<string, string>,
  body: (body as Buffer | undefined) ?? NOTHING,
})

/** Query values as text; a parameter that came twice is joined with a comma. */
function once(query: Record<string, string | string[]>): Record<string, string> {
  for (const name in query) if (typeof query[name] !== 'string') return flat(query)
  return query as Record<string, string>
}

/** The path without the prefix that this vendor is mounted under. */
export function pathOf({ raw: { url = '/' } }: FastifyRequest, { prefix }: FastifyInstance): string {
  const end = url.indexOf('?')
  return url.slice(prefix.length, end < 0 ? url.length : end) || '/'
}

/** Throws request-malformed for what cannot be read in one way only. */
export function refuseAmbiguity({ raw: { rawHeaders }, headers }: FastifyRequest) {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string
    if (name.length === HOST.length && name.toLowerCase() === HOST) hosts++
  }
  if (hosts > 1) throw new KefuError('request-malformed', { detail: `Expected one header host, got ${hosts}.` })
  const encoding = headers['content-encoding']
  if (encoding && encoding !== 'identity')
    throw new KefuError('content-type-wrong', { detail: `Expected a body without content-encoding, got ${encoding}.` })
}

const HOST = 'host'
