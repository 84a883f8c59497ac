/** OkayAPI's side: keys of an application, what its operations do, and errors as PhalApi words them, always with HTTP 200. */
import { okayapi as vendor } from '../../schemas/index.ts'
import type { ProblemCode } from '../../src/wire/errors.ts'
import { messageOf } from '../refusals.ts'
import type { Side } from '../sides.ts'
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
  begin(world) {
    openSession(world)
  },
  doors: ['/', '//', '/api.php'],
  anyMethod: true,
  identify,
  receive,
  seal,
  expire,
  refuse(error, { path, parameters }) {
    const ret = rets[error.code] ?? 400
    const said = messageOf(vendor, ret).replace('{service}', serviceOf(path, parameters ?? {}).slice(0, 200))
    const explained = said + (words[error.code] ?? '')
    const msg = explained.endsWith('：') ? explained + error.message : `${explained}: ${error.message}`
    return { status: 200, body: { ret, data: {}, msg } }
  },
  fail: ({ code, message }) => ({ status: 200, body: { ret: code, data: {}, msg: message } }),
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
