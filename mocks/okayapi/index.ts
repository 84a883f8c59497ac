/** OkayAPI's side: keys of an application, and errors as PhalApi words them, always with HTTP 200. */
import { okayapi as vendor } from '../../schemas/index.ts'
import type { KefuError, ProblemCode } from '../../src/wire/errors.ts'
import { messageOf } from '../refusals.ts'
import type { Side } from '../sides.ts'

const rets: { [code in ProblemCode]?: number } = { 'route-unknown': 404, 'credential-unknown': 406, defect: 500 }
/** What the vendor says after its 400. */
const words: { [code in ProblemCode]?: string } = { 'signature-wrong': '签名错误' }

export const okayapi: Side = {
  credentials: random => ({
    app_key: random(16).toString('hex').toUpperCase(),
    app_secrect: random(24).toString('hex'),
  }),
  refuse(error: KefuError, path: string) {
    const ret = rets[error.code] ?? 400
    const said = messageOf(vendor, ret).replace('{service}', serviceOf(path)) + (words[error.code] ?? '')
    return {
      status: 200,
      body: { ret, data: {}, msg: said.endsWith('：') ? said + error.message : `${said}: ${error.message}` },
    }
  },
}

/** PhalApi names a service by its path: `/api/SVIP/X/Y` is SVIP.X.Y. */
const serviceOf = (path: string) =>
  path
    .replace(/^\/(api\/)?/, '')
    .replaceAll('/', '.')
    .slice(0, 200)
