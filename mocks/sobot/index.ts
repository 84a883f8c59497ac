/** Sobot's side: keys and tokens of a tenant, and errors in its envelope (chapter 5). */
import { sobot as vendor } from '../../schemas/index.ts'
import { KefuError, type ProblemCode } from '../../src/wire/errors.ts'
import type { Failure } from '../behaviour.ts'
import { messageOf } from '../refusals.ts'
import type { Side } from '../sides.ts'
import type { World } from '../world/world.ts'
import { issueFirst, token, verifyToken } from './token.ts'

/** Credentials are refused in the catalogue's words alone, as the vendor does; everything else is explained after them. */
const silent: { [code in ProblemCode]?: string } = {
  'credential-missing': '900001',
  'credential-expired': '900002',
  'credential-unknown': '900004',
  'signature-missing': '900003',
  'signature-wrong': '900003',
}
/** Refused by whatever stands in front of the vendor's application, and so with a status of its own. */
const outside: ProblemCode[] = [
  'request-malformed',
  'route-unknown',
  'method-wrong',
  'content-type-wrong',
  'body-too-large',
]

export const sobot: Side = {
  credentials: (random, mark) => ({
    appid: random(16).toString('hex'),
    app_key: random(16).toString('hex'),
    companyid: random(16).toString('hex'),
    token: mark + random(12).toString('hex'),
  }),
  follows: ['tokenChecks', 'createTimeWindow', 'errorStatus', 'oldTokens', 'expiresIn', 'tokenLifetime'],
  begin: issueFirst,
  worldOf({ query, headers }, worlds, open) {
    if (open) return known(worlds.holding(vendor, 'appid', query.appid ?? ''), 'credential-unknown')
    // Node joins a header that came twice with a comma: two tokens are no token.
    if (!headers.token || headers.token.includes(','))
      throw new KefuError('credential-missing', { detail: 'Expected the header token.' })
    return known(worlds.marked(headers.token), 'credential-expired')
  },
  admit({ headers }, world, open) {
    if (!open) verifyToken(world, headers.token ?? '')
  },
  refuse(error, _path, world) {
    const plain = silent[error.code]
    if (plain) return { status: statusOf(plain, world), body: { ret_code: plain, ret_msg: words(plain, world) } }
    const ret_code = error.code === 'contract-violated' ? '400004' : '999999'
    const status = outside.includes(error.code) ? error.status : 200
    return { status, body: { ret_code, ret_msg: `${messageOf(vendor, ret_code)}: ${error.message}` } }
  },
  fail: ({ code, message }: Failure) => ({ status: 200, body: { ret_code: code, ret_msg: message } }),
  behaviour: token,
}

function known(world: World | undefined, code: ProblemCode): World {
  if (!world) throw new KefuError(code)
  return world
}

const statusOf = (code: string, world: World) =>
  world.switches.choice(vendor, 'errorStatus') === '401' && ['900001', '900002'].includes(code) ? 401 : 200

function words(code: string, world: World) {
  const live = messageOf(vendor, code)
  return world.switches.choice(vendor, 'tokenChecks') === 'documentText' ? live.replace(/!$/, '') : live
}
