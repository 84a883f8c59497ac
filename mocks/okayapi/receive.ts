/** How the platform reads a call: the service first (404), then its parameters (400), the application (406), signature and session (401). */
import { contracts } from '../../schemas/contracts.ts'
import { okayapi as vendor } from '../../schemas/index.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { signature } from '../../src/wire/okayapi.ts'
import { sameText } from '../../src/wire/text.ts'
import type { Exchange } from '../exchange.ts'
import type { AskedParts } from '../sides.ts'
import type { Worlds } from '../world/worlds.ts'
import { type Parameters, parametersOf, rawQuery, type Sent, serviceOf } from './request.ts'
import { applyRules } from './rules.ts'
import { checkSession, closeSession } from './session.ts'

const operations = new Map(contracts(vendor, 'operation').map(it => [serviceOf(it.contract.path, {}), it]))

export function identify(exchange: Exchange, worlds: Worlds): void | Promise<void> {
  exchange.http = { ...exchange.http, query: rawQuery(exchange.url) }
  const know = ({ parameters, typed }: Sent) => {
    exchange.parameters = parameters
    exchange.typed = typed
    exchange.operation = operations.get(serviceOf(exchange.path, parameters))
    exchange.owner = worlds.holding(vendor, 'app_key', String(parameters.app_key ?? ''))
    exchange.world = exchange.owner ?? worlds.first
  }
  const fail = (error: unknown) => {
    exchange.unread = error as KefuError
    know({ parameters: exchange.http.query, typed: new Set() })
  }
  try {
    const sent = parametersOf(exchange.http, exchange.notes)
    if (sent instanceof Promise) return sent.then(know, fail)
    know(sent)
  } catch (error) {
    fail(error)
  }
}

export function receive(exchange: Exchange): AskedParts {
  const { operation, parameters = {}, typed = new Set(), unread, owner, world, notes, base } = exchange
  if (!operation) throw new KefuError('route-unknown', { detail: 'No service has this name.' })
  if (unread) throw unread
  // What is noted by now is a body that was put up with.
  if (world.strict && notes.length) throw new KefuError('contract-violated', { detail: `${notes.join('; ')}.` })
  const { query, body } = applyRules(operation.contract, { parameters, typed }, world, notes)
  if (!owner && world.switches.choice(vendor, 'appKey') !== 'any')
    throw new KefuError('credential-unknown', { detail: 'No application has this app_key.' })
  checkSignature(exchange, parameters)
  checkSession(parameters, world)
  return { query, params: {}, body, base }
}

/** Verified when it is there, unless the world chose otherwise. */
function checkSignature({ path, world }: Exchange, parameters: Parameters) {
  const check = world.switches.choice(vendor, 'signCheck')
  const given = String(parameters.sign ?? '')
  if (check === 'off' || (check === 'optional' && !given)) return
  if (!given) throw new KefuError('signature-missing', { detail: 'Expected the parameter sign.' })
  const { app_key = '', app_secrect = '' } = world.credentials(vendor)
  const either = world.switches.choice(vendor, 'signedService') === 'either'
  const texts = either ? bothSpellings(path, parameters) : [parameters]
  const expected = check === 'static' ? [staticSign(app_key, app_secrect)] : texts.map(it => signature(it, app_secrect))
  if (expected.some(it => sameText(given, it))) return
  throw new KefuError('signature-wrong', {
    detail: 'Expected upper-case md5 of all values but sign, sorted by name, joined, then app_secrect.',
  })
}

/** With the new path a client may have signed the name of the service or not, whatever it sent. */
function bothSpellings(path: string, parameters: Parameters): Parameters[] {
  if (!path.startsWith('/api/')) return [parameters]
  const { s, service, ...without } = parameters
  return [parameters, without, { ...without, s: serviceOf(path, {}) }]
}

/** The fixed text of an application that does not sign each call. */
const staticSign = (appKey: string, secret: string) => signature({ appKey }, secret)

/** The session of this call ends now. */
export const expire = ({ parameters = {}, world }: Exchange) => closeSession(parameters, world)
