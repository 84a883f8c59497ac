/** A push that is JSON and carries no proof of where it came from. */
import type { Vendor } from '../../schemas/define.ts'
import { readJson, writeJson } from './json.ts'
import type { Codec, Plain } from './wire.ts'

export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

export const plainJson = (vendor: Vendor): Codec<Plain, unknown> => ({
  seal: ({ query, body }) => ({ query, headers: JSON_TYPE, body: writeJson(body) }),
  open: ({ query, body }) => ({ query, body: readJson(body, vendor) }),
})
