/** OkayAPI: parameters signed by their sorted values, replies signed back as `_auth`. */
import { hash } from 'node:crypto'
import type { Credentials } from '../../schemas/define.ts'
import { okayapi as vendor } from '../../schemas/index.ts'
import { KefuError } from './errors.ts'
import { rawMember, readJson, writeJson } from './json.ts'
import { JSON_TYPE } from './plain-json.ts'
import { sameText, textOf } from './text.ts'
import type { Plain, Wire } from './wire.ts'

type Secret = Credentials<typeof vendor>
type Reply = { ret?: number; _t?: number; _auth?: string }

export const okayapi: Wire<Secret> = {
  call: {
    seal({ query, body }, { app_key, app_secrect }) {
      const signed = { app_key, ...query }
      const sent = body === undefined ? '' : writeJson(body)
      return {
        query: { ...signed, sign: sign({ query: signed, body }, app_secrect) },
        headers: body === undefined ? {} : JSON_TYPE,
        body: sent,
      }
    },
    open({ query, body }, secret) {
      const plain = { query, body: body.length ? readJson(body, vendor) : undefined }
      if (query.app_key !== undefined && query.app_key !== secret.app_key)
        throw new KefuError('credential-unknown', { detail: 'No application has this app_key.' })
      if (query.sign && !sameText(query.sign, sign(plain, secret.app_secrect))) {
        throw new KefuError('signature-wrong', {
          detail: 'Expected upper-case md5 of all values but sign, sorted by name, joined, then app_secrect.',
        })
      }
      return plain
    },
  },
  reply: {
    seal(reply, { app_secrect }, { now }) {
      const { ret, data, msg } = reply as { ret: number; data: unknown; msg: string }
      const _t = Math.floor(now / 1000)
      return {
        query: {},
        headers: JSON_TYPE,
        body: writeJson({ ret, data, msg, _t, _auth: auth(JSON.stringify(data), _t, app_secrect) }),
      }
    },
    open({ body }, { app_secrect }, hint) {
      const reply = readJson(body, vendor) as Reply | null
      const { ret, _t, _auth } = reply ?? {}
      if (_auth === undefined && ret === 200 && hint?.signed) {
        throw new KefuError('signature-missing', {
          detail: 'Expected _auth in the reply. Where the vendor has switched it off, say so to the client.',
        })
      }
      // The digest covers the bytes of data as they were sent: PHP escapes what JavaScript does not.
      if (_auth !== undefined && !sameText(_auth, auth(rawMember(textOf(body), 'data'), _t ?? 0, app_secrect))) {
        throw new KefuError('signature-wrong', {
          detail: 'Expected _auth to be lower-case md5 of the JSON text of data, _t and app_secrect.',
        })
      }
      return reply
    },
  },
}

/** Parameters of query and body together; the body wins. */
const sign = ({ query, body }: Plain, secret: string) =>
  signature({ ...query, ...(body as Record<string, unknown> | undefined) }, secret)

/** Upper-case md5 of all values but `sign`, sorted by name. Only text, numbers and booleans are signed as they print. */
export function signature(parameters: Record<string, unknown>, secret: string): string {
  const names = Object.keys(parameters).filter(it => it !== 'sign')
  const values = names.sort().map(name => printed(parameters[name]))
  return hash('md5', values.join('') + secret).toUpperCase()
}

const printed = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** Lower-case md5 over the JSON text of data as it is sent. */
export const auth = (data: string, time: number, secret: string) => hash('md5', data + time + secret)
