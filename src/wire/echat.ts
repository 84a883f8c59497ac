/** Echat, section 2: XML, signed in the query over token, timestamp and nonce only, and in secure mode inside WeChat's envelope. */
import { hash } from 'node:crypto'
import { contracts } from '../../schemas/contracts.ts'
import type { Credentials } from '../../schemas/define.ts'
import { echat as vendor } from '../../schemas/index.ts'
import { defaultsOf } from './choose.ts'
import { decrypt, encrypt } from './envelope.ts'
import { KefuError } from './errors.ts'
import { sameText, textOf } from './text.ts'
import type { Http, Moment, Plain, Wire, Written } from './wire.ts'
import { type CdataStyle, readXml, writeXml } from './xml.ts'

type Secret = Credentials<typeof vendor>

const messages = new Map(contracts(vendor, 'push').map(({ id, contract }) => [id, contract.message]))
const schemaOf = (dataType: string | undefined) => messages.get(dataType ?? '')

const byDefault = defaultsOf(vendor)

export const echat: Wire<Secret> = {
  push: {
    seal: (plain, secret, moment, choose = byDefault) => wrap(write(plain, choose), secret, moment, choose),
    write,
    wrap,
    unwrap,
    read: ({ query, text }) => ({ query, body: readXml(textOf(text), vendor, schemaOf(query.dataType)) }),
    open(http, secret) {
      const query = verified(http, secret)
      const schema = schemaOf(query.dataType)
      const outer = readXml(textOf(http.body), vendor, schema)
      const sealed = sealedIn(outer)
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
  proof(http, secret) {
    verified(http, secret)
    return { signature: http.query.signature as string, timestamp: http.query.timestamp as string }
  },
  challenge(http, secret) {
    if (http.query.dataType !== 'checkUrl') return undefined
    return verified(http, secret).echostr ?? ''
  },
}

function write({ query, body }: Plain, choose = byDefault): Written {
  const type = choose('contentType')
  return {
    query,
    contentType: type === 'none' ? undefined : `${type}; charset=utf-8`,
    text: writeXml(body, schemaOf(query.dataType), choose('cdata') as CdataStyle),
  }
}

function wrap(
  { query, contentType, text }: Written,
  secret: Secret,
  { now, random }: Moment,
  choose = byDefault,
): Http {
  const timestamp = String(choose('timestamp') === 'seconds' ? Math.floor(now / 1000) : now)
  const nonce = Buffer.from(random(8)).toString('hex')
  const body = secret.mode === 'secure' ? `${OPENING}${encrypt(text, secret, random(16))}${CLOSING}` : text
  return {
    query: { timestamp, nonce, signature: sign(secret.token, timestamp, nonce), ...query },
    headers: contentType === undefined ? {} : { 'content-type': contentType },
    body,
  }
}

function unwrap({ query, headers, body }: Http, secret: Secret): Written {
  const { timestamp: _timestamp, nonce: _nonce, signature: _signature, ...rest } = query
  const text = textOf(body)
  const sealed = text.includes('<Encrypt>') ? sealedIn(readXml(text, vendor)) : undefined
  return {
    query: rest,
    contentType: headers['content-type'],
    text: typeof sealed === 'string' ? decrypt(sealed, secret) : text,
  }
}

const sealedIn = (outer: ReturnType<typeof readXml>) =>
  typeof outer === 'object' && !Array.isArray(outer) ? outer.Encrypt : undefined

/** Base64 holds nothing that XML would have to escape. */
const OPENING = '<xml><Encrypt><![CDATA['
const CLOSING = ']]></Encrypt></xml>'

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
