/** How Sobot reads a call: the credential first, then path, query and body against the contract. */
import type { Contract } from '../../schemas/contracts.ts'
import { sobot as vendor } from '../../schemas/index.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { wireOf } from '../../src/wire/index.ts'
import { convertQuery } from '../../src/wire/query.ts'
import type { Http } from '../../src/wire/wire.ts'
import type { Exchange } from '../exchange.ts'
import { lost } from '../lost.ts'
import type { AskedParts } from '../sides.ts'
import { accepted, type Tolerance } from '../tolerance.ts'
import type { Worlds } from '../world/worlds.ts'
import { tokens, verifyToken } from './token.ts'

export function identify(exchange: Exchange, worlds: Worlds) {
  const { http, operation } = exchange
  exchange.owner = operation?.contract.open
    ? worlds.holding(vendor, 'appid', http.query.appid ?? '')
    : worlds.marked(tokenOf(http.headers))
  exchange.world = exchange.owner ?? worlds.first
}

/** Node joins a header that came twice with a comma: two tokens are no token. */
const tokenOf = ({ token = '' }: Http['headers']) => (token.includes(',') ? '' : token)

export function receive(exchange: Exchange): AskedParts {
  const { http, world, base, params, notes } = exchange
  const { id, contract } = exchange.operation as Contract<'operation'>
  refuseStranger(exchange, contract.open ?? false)
  const strict = world.strict
  if (notes.length && (strict || world.switches.choice(vendor, 'printedPaths') === 'strict'))
    throw lost(vendor, exchange.method, exchange.path)
  if (http.body.length) refuseContentType(http)
  const plain = codec.open(http, world.credentials(vendor), { open: contract.open })
  const query = convertQuery(contract.query, plain.query)
  const nothingRequired = world.switches.choice(vendor, 'requiredFields') === 'none'
  const tolerance = (part: Tolerance['part']): Tolerance => ({ id, part, strict, nothingRequired, notes })
  const inPath = accepted(contract.params, withQuery(contract.params?.properties, params, plain.query), {
    ...tolerance('params'),
    nothingRequired: false,
  })
  return {
    params: inPath,
    query: accepted(contract.query, query, tolerance('query')),
    body: accepted(contract.body, plain.body, tolerance('body')),
    base,
  }
}

const codec = wireOf(vendor).call!

function refuseStranger({ http, owner }: Exchange, open: boolean) {
  if (open) {
    if (!owner) throw new KefuError('credential-unknown', { detail: 'No account has this appid.' })
    return
  }
  const token = tokenOf(http.headers)
  if (!token) throw new KefuError('credential-missing', { detail: 'Expected the header token.' })
  if (!owner) throw new KefuError('credential-expired')
  verifyToken(owner, token)
}

function refuseContentType({ headers }: Http) {
  const given = headers['content-type'] ?? ''
  if (/^application\/json\s*(;|$)/i.test(given)) return
  throw new KefuError('content-type-wrong', { detail: `Expected application/json, got ${given || 'none'}.` })
}

/** A parameter of the path; of the path that ends without it, the one of that name in the query. An empty one is none. */
function withQuery(names: object = {}, params: Record<string, string>, query: Http['query']) {
  const found = Object.keys(names).map(name => [name, params[name] || query[name] || undefined])
  return Object.fromEntries(found)
}

/** The token of this call ends now. */
export function expire({ http, world }: Exchange) {
  tokens(world).delete(tokenOf(http.headers))
}
