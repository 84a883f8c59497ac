/** OkayAPI's side: keys of an application, and errors as PhalApi words them, always with HTTP 200. */
import { okayapi as vendor } from '../../schemas/index.ts'
import { KefuError, type ProblemCode } from '../../src/wire/errors.ts'
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
  worldOf({ query }, worlds) {
    const { app_key = '' } = query
    const world = worlds.holding(vendor, 'app_key', app_key)
    if (world) return world
    // The platform measures a key before it looks it up; one that is not there at all is left to the contract.
    if (app_key.length === KEY)
      throw new KefuError('credential-unknown', { detail: 'No application has this app_key.' })
    if (query.app_key === undefined) return worlds.first
    const detail = `app_key: expected text of exactly ${KEY} characters, got ${app_key.length}.`
    throw new KefuError('contract-violated', { detail })
  },
  refuse(error, path) {
    const ret = rets[error.code] ?? 400
    const said = messageOf(vendor, ret).replace('{service}', serviceOf(path)) + (words[error.code] ?? '')
    return {
      status: 200,
      body: { ret, data: {}, msg: said.endsWith('：') ? said + error.message : `${said}: ${error.message}` },
    }
  },
}

/** Characters of an app_key. */
const KEY = 32

/** PhalApi names a service by its path: `/api/SVIP/X/Y` is SVIP.X.Y. */
const serviceOf = (path: string) =>
  path
    .replace(/^\/(api\/)?/, '')
    .replaceAll('/', '.')
    .slice(0, 200)
