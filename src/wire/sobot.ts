/** Sobot, section 1 and 2.1: a token in the header, got with an md5 signature; JSON both ways. */
import { hash } from 'node:crypto'
import type { Credentials } from '../../schemas/define.ts'
import { sobot as vendor } from '../../schemas/index.ts'
import { defaultsOf } from './choose.ts'
import { KefuError } from './errors.ts'
import { readJson, writeJson } from './json.ts'
import { bare, JSON_TYPE, plainJson } from './plain-json.ts'
import { sameText } from './text.ts'
import type { Http, Moment, Proof, Wire, Written } from './wire.ts'

type Secret = Credentials<typeof vendor>

const json = plainJson(vendor)

export const sobot: Wire<Secret> = {
  push: { ...json, seal: (plain, secret, moment, choose) => wrap(json.write(plain), secret, moment, choose), wrap },
  proof,
  call: {
    seal({ query, body, open }, { appid, app_key, token }, { now }) {
      const sent = body === undefined ? '' : writeJson(body)
      if (open) {
        const create_time = query.create_time ?? String(Math.floor(now / 1000))
        return {
          query: { appid, create_time, sign: sign(appid, create_time, app_key), ...query },
          headers: JSON_TYPE,
          body: sent,
        }
      }
      if (!token) throw new KefuError('credential-missing', { detail: 'Expected a token: call getToken first.' })
      return { query, headers: { ...JSON_TYPE, token }, body: sent }
    },
    open(http, secret, hint) {
      if (hint?.open) verify(http, secret)
      else if (!http.headers.token) throw new KefuError('credential-missing', { detail: 'Expected the header token.' })
      return { query: http.query, body: http.body.length ? readJson(http.body, vendor) : undefined }
    },
  },
  reply: {
    seal: reply => ({ query: {}, headers: JSON_TYPE, body: writeJson(reply) }),
    open: ({ body }) => readJson(body, vendor),
  },
}

function verify({ query: { appid = '', create_time = '', sign: given = '' } }: Http, secret: Secret) {
  if (appid !== secret.appid) throw new KefuError('credential-unknown', { detail: 'No account has this appid.' })
  if (!given || !create_time)
    throw new KefuError('signature-missing', { detail: 'Expected create_time and sign in the query.' })
  if (!sameText(given, sign(appid, create_time, secret.app_key))) {
    throw new KefuError('signature-wrong', {
      detail: 'Expected lower-case md5 of appid, create_time and app_key, joined in this order.',
    })
  }
}

const sign = (appid: string, createTime: string, appKey: string) => hash('md5', appid + createTime + appKey)

/** A push is signed where the company switched that on. */
function wrap(written: Written, secret: Secret, moment: Moment, choose = defaultsOf(vendor)): Http {
  const http = bare(written)
  return choose('pushSignature') === 'on'
    ? { ...http, headers: { ...http.headers, ...logSignature(secret, moment) } }
    : http
}

function proof({ headers }: Http, { companyid = '', app_key }: Secret, required: boolean): Proof | undefined {
  const given = ['x-log-timestamp', 'x-log-randomcode', 'x-log-sign'].map(name => headers[name])
  const [timestamp, code, signature] = given
  if (!required && given.every(it => it === undefined)) return undefined
  if (!timestamp || !code || !signature)
    throw new KefuError('signature-missing', {
      detail: 'Expected the headers X-Log-TimeStamp, X-Log-RandomCode and X-Log-Sign.',
    })
  if (!sameText(signature, logSign(companyid, timestamp, code, app_key)))
    throw new KefuError('signature-wrong', {
      detail:
        'Expected lower-case md5 of companyid, X-Log-TimeStamp, X-Log-RandomCode and app_key, joined in this order.',
    })
  return { signature, timestamp }
}

const logSign = (companyid: string, timestamp: string, code: string, appKey: string) =>
  hash('md5', companyid + timestamp + code + appKey)

/** The headers that sign a push. */
function logSignature({ companyid = '', app_key }: Pick<Secret, 'companyid' | 'app_key'>, { now, random }: Moment) {
  const code = Buffer.from(random(8)).toString('hex')
  return {
    'X-Log-TimeStamp': String(now),
    'X-Log-RandomCode': code,
    'X-Log-Sign': logSign(companyid, String(now), code, app_key),
  }
}
