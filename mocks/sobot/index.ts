/** Sobot's side: keys of a tenant, and errors in its envelope (chapter 5). */
import { sobot as vendor } from '../../schemas/index.ts'
import type { KefuError, ProblemCode } from '../../src/wire/errors.ts'
import { messageOf } from '../refusals.ts'
import type { Side } from '../sides.ts'

/** Credentials are refused in the catalogue's words alone, as the vendor does; everything else is explained after them. */
const silent: { [code in ProblemCode]?: string } = {
  'credential-missing': '900001',
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
  credentials: random => ({
    appid: random(16).toString('hex'),
    app_key: random(16).toString('hex'),
    companyid: random(16).toString('hex'),
    token: random(16).toString('hex'),
  }),
  refuse(error: KefuError) {
    const plain = silent[error.code]
    if (plain) return { status: 200, body: { ret_code: plain, ret_msg: messageOf(vendor, plain) } }
    const ret_code = error.code === 'contract-violated' ? '400004' : '999999'
    const status = outside.includes(error.code) ? error.status : 200
    return { status, body: { ret_code, ret_msg: `${messageOf(vendor, ret_code)}: ${error.message}` } }
  },
}
