/** OkayAPI's side: keys of an application, what its operations do, and errors as PhalApi words them, always with HTTP 200. */

import type { ErrorCode } from '../../schemas/define.ts'
import { okayapi as vendor } from '../../schemas/index.ts'
import type { ProblemCode } from '../../src/wire/errors.ts'
import { messageOf } from '../refusals.ts'
import type { RefusedExchange, Side } from '../sides.ts'
import { behaviour } from './behaviour.ts'
import { workbook } from './excel.ts'
import { expire, identify, receive } from './receive.ts'
import { serviceOf } from './request.ts'
import { seal } from './seal.ts'
import { openSession } from './session.ts'

const rets: { [code in ProblemCode]?: number } = { 'route-unknown': 404, 'credential-unknown': 406, defect: 500 }
/** What the vendor says after its 400. */
const words: { [code in ProblemCode]?: string } = { 'signature-wrong': '签名错误', 'signature-missing': '签名错误' }

export const okayapi: Side = {
  credentials: random => ({
    app_key: random(16).toString('hex').toUpperCase(),
    app_secrect: random(24).toString('hex'),
    uuid: random(16).toString('hex').toUpperCase(),
    token: random(32).toString('hex'),
  }),
  follows: [
    'signCheck',
    'signedService',
    'appKey',
    'session',
    'returnData',
    'dataOnly',
    'reverseSignature',
    'requiredRules',
    'pageLimits',
    'unstatedPaging',
    'missingRows',
    'successMessage',
    'jsonParameters',
    'saveAnswer',
    'updateWithoutId',
    'blockIndexDefault',
    'unlistedColumns',
    'webhookAnswer',
  ],
  begin: openSession,
  doors: ['/', '//', '/api.php'],
  anyMethod: true,
  identify,
  receive,
  seal,
  expire,
  refuse(error, exchange) {
    const ret = rets[error.code] ?? 400
    const explained = messageOf(vendor, ret) + (words[error.code] ?? '')
    return failing(
      ret,
      explained.endsWith('：') ? explained + error.message : `${explained}: ${error.message}`,
      exchange,
    )
  },
  fail: ({ code, message }, exchange) => failing(code, message, exchange),
  behaviour,
  file(name, worlds) {
    const [, id] = /^([0-9a-f]{32})\.xlsx$/.exec(name) ?? []
    for (const world of id ? worlds.all() : []) {
      const bytes = workbook(world, id as string)
      if (bytes) return bytes
    }
    return undefined
  },
}

function failing(ret: ErrorCode, message: string, { path, parameters = {} }: RefusedExchange) {
  const service = serviceOf(path, parameters).slice(0, 200)
  return { status: 200, body: { ret, data: {}, msg: message.replace('{service}', service) } }
}
