/** A push that is JSON and carries no proof of where it came from. */
import type { Vendor } from '../../schemas/define.ts'
import { readJson, writeJson } from './json.ts'
import { textOf } from './text.ts'
import type { Http, PushCodec, Written } from './wire.ts'

export const JSON_CONTENT = 'application/json; charset=utf-8'
export const JSON_TYPE = { 'content-type': JSON_CONTENT }

export const plainJson = (vendor: Vendor): PushCodec<unknown> => ({
  seal: ({ query, body }) => ({ query, headers: JSON_TYPE, body: writeJson(body) }),
  write: ({ query, body }) => ({ query, contentType: JSON_CONTENT, text: writeJson(body) }),
  wrap: bare,
  unwrap: stripped,
  read: ({ query, text }) => ({ query, body: readJson(text, vendor) }),
  open: ({ query, body }) => ({ query, body: readJson(body, vendor) }),
})

/** The message of a request that has nothing around it. */
export const stripped = ({ query, headers, body }: Http): Written => ({
  query,
  contentType: headers['content-type'],
  text: textOf(body),
})

/** The request that has nothing around its message. */
export const bare = ({ query, contentType, text }: Written): Http => ({
  query,
  headers: contentType === undefined ? {} : { 'content-type': contentType },
  body: text,
})
