/** OkayAPI's side: keys of an application, and errors as PhalApi words them, always with HTTP 200. */
import { okayapi as vendor } from '../../schemas/index.ts'
import type { KefuError, ProblemCode } from '../../src/wire/errors.ts'
import { messageOf } from '../refusals.ts'
import type { Side } from '../sides.ts'

const rets: { [code in ProblemCode]?: number } = { 'route-unknown': 404, 'credential-unknown': 406 }

export const okayapi: Side = {
  credentials: random => ({
    app_key: random(16).toString('hex').toUpperCase(),
    app_secrect: random(24).toString('hex'),
  }),
  refuse(error: KefuError) {
    const ret = rets[error.code] ?? 400
    return { status: 200, body: { ret, data: {}, msg: `${messageOf(vendor, ret)}: ${error.message}` } }
  },
}
