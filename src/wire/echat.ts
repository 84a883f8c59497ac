/** Echat, section 2: XML, signed in the query over token, timestamp and nonce only, and in secure mode inside WeChat's envelope. */
import { hash } from 'node:crypto'
import { contracts } from '../../schemas/contracts.ts'
import type { Credentials } from '../../schemas/define.ts'
import { echat as vendor } from '../../schemas/index.ts'
import { decrypt, encrypt } from './envelope.ts'
import { KefuError } from './errors.ts'
import { sameText, textOf } from './text.ts'
import type { Http, Wire } from './wire.ts'
import { readXml, writeXml } from './xml.ts'

type Secret = Credentials<typeof vendor>

const messages = new Map(contracts(vendor, 'push').map(({ id, contract }) => [id, contract.message]))
const schemaOf = (dataType: string | undefined) => messages.get(dataType ?? '')

export const echat: Wire<Secret> = {
  push: {
    seal({ query, body }, secret, { now, random }) {
      const timestamp = String(now)
      const nonce = Buffer.from(random(8)).toString('hex')
      const text = writeXml(body, schemaOf(query.dataType))
      const sent = secret.mode === 'secure' ? writeXml({ Encrypt: encrypt(text, secret, random(16)) }) : text
      return {
        query: { timestamp, nonce, signature: sign(secret.token, timestamp, nonce), ...query },
        headers: { 'content-type': 'text/xml; charset=utf-8' },
        body: sent,
      }
    },
    open(http, secret) {
      const query = verified(http, secret)
      const schema = schemaOf(query.dataType)
      const outer = readXml(textOf(http.body), vendor, schema)
      const sealed = typeof outer === 'object' && !Array.isArray(outer) ? outer.Encrypt : undefined
      if (secret.mode === 'plain') {
        if (sealed !== undefined)
          throw new KefuError('mode-mismatch', { detail: 'Expected plain XML, got an <Encrypt> envelope.' })
        return { query, body: outer }
      }
      if (typeof sealed !== 'string')
        throw new KefuError('mode-mismatch', { detail: 'Expected an <Encrypt> envelope, got plain XML.' })
      return { query, body: readXml(decrypt(sealed, secret), vendor, schema) }
    },
  },
  challenge(http, secret) {
    if (http.query.dataType !== 'checkUrl') return undefined
    return verified(http, secret).echostr ?? ''
  },
}

/** The query without its signature parameters, once they hold. */
function verified({ query }: Http, { token }: Secret) {
  const { timestamp, nonce, signature, ...rest } = query
  if (!timestamp || !nonce || !signature)
    throw new KefuError('signature-missing', { detail: 'Expected signature, timestamp and nonce in the query.' })
  if (!sameText(signature, sign(token, timestamp, nonce))) {
    throw new KefuError('signature-wrong', {
      detail: 'Expected sha1 of token, timestamp and nonce, sorted and joined.',
    })
  }
  return rest
}

const sign = (...parts: string[]) => hash('sha1', parts.sort().join(''))
