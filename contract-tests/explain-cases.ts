/** Right requests and mistakes of every scheme, made by code of its own: node:crypto, and nothing of the doctor. */
import { createCipheriv, createHash, createHmac } from 'node:crypto'
import { echat, okayapi, sobot } from '../schemas/index.ts'
import type { Http } from '../src/wire/wire.ts'

type Text = string | Buffer
export const sha1 = (text: Text) => createHash('sha1').update(text).digest('hex')
export const md5 = (text: Text) => createHash('md5').update(text).digest('hex')

export const keys = {
  echat: {
    token: 'Zq7-token-of-echat',
    EncodingAESKey: 'kWxTtCq4GYpPMHd0uSm5nVvA8RzLbE1oJ2fXy6eNh3g',
    appId: 'app9f31c20d77',
    mode: 'secure',
  },
  sobot: {
    appid: 'appid-5521-public',
    app_key: 'KEYof-sobot_8842',
    companyid: 'company-77-aa',
    token: 'bearer-token-4711',
  },
  okayapi: { app_key: 'APPKEY0of0okayapi0dMYpWZkvC6U40F', app_secrect: 'Secrect-of-okayapi-Eb8LgJGSA2ju' },
}

export interface Case {
  vendor: typeof echat | typeof sobot | typeof okayapi
  http: Http
}

const TIME = '1700000000123'
const NONCE = '9f3b'
const XML = '<xml><chatStart>1</chatStart></xml>'

export interface Push {
  query?: Record<string, string>
  body?: string
  mode?: string
}

/** An Echat push with the signature that is given, plain unless a body is. */
export const echatSigned = (signature: string, { query = {}, body = XML }: Push = {}): Case => ({
  vendor: echat,
  http: { query: { timestamp: TIME, nonce: NONCE, signature, ...query }, headers: {}, body },
})

const { token, EncodingAESKey, appId } = keys.echat
/** Token, time and nonce, as they are sorted when all goes well: digits before letters. */
export const parts = [TIME, NONCE, token].sort()

/** An Echat push that is signed well, with any ciphertext. */
export const echatSealed = (sealed: string): Case =>
  echatSigned(sha1(parts.join('')), { body: `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>` })

export const KEY = Buffer.from(`${EncodingAESKey}=`, 'base64')
export const RANDOM = Buffer.from('0123456789abcdef')
export const MESSAGE = Buffer.from('<xml><chatStart>洽谈</chatStart></xml>')
export const APP = Buffer.from(appId)

export const lengthOf = (size: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(size)
  return bytes
}
export const padded = (plain: Buffer, block = 32) => {
  const size = block - (plain.length % block)
  return Buffer.concat([plain, Buffer.alloc(size, size)])
}
export const aes = (plain: Buffer, key: Buffer = KEY, iv: Buffer | null = KEY.subarray(0, 16), name = 'aes-256-cbc') =>
  createCipheriv(name, key, iv).setAutoPadding(false).update(plain)

/** The right plaintext, or one with other fields. */
export const laidOut = (...fields: Buffer[]) =>
  Buffer.concat(fields.length ? fields : [RANDOM, lengthOf(MESSAGE.length), MESSAGE, APP])
export const sealed = (...fields: Buffer[]) => aes(padded(laidOut(...fields))).toString('base64')

const { appid, app_key, companyid } = keys.sobot
export const CREATED = '1700000000'
export const sobotToken = (sign: string, query: Record<string, string> = {}): Case => ({
  vendor: sobot,
  http: { query: { appid, create_time: CREATED, sign, ...query }, headers: {}, body: '' },
})
export const CODE = '77aa01'
export const sobotPush = (sign: string, headers: Record<string, string> = {}, body = '{"type":"crm"}'): Case => ({
  vendor: sobot,
  http: {
    query: {},
    headers: { 'x-log-timestamp': TIME, 'x-log-randomcode': CODE, 'x-log-sign': sign, ...headers },
    body,
  },
})
export const joinedPush = companyid + TIME + CODE + app_key
export { TIME, XML }

const { app_key: publicKey, app_secrect } = keys.okayapi
export const PARAMETERS: Record<string, string> = {
  s: 'App.Table.Get',
  app_key: publicKey,
  id: '10',
  Zone: 'b',
  name: '洽谈 a+b/c',
  empty: '',
  ids: '9',
}
/** The values, in the order of the names. */
export const byName = (parameters: Record<string, string> = PARAMETERS) =>
  Object.keys(parameters)
    .sort()
    .map(it => parameters[it] as string)
export const upper = (text: Text) => md5(text).toUpperCase()
export const okayapiSigned = (sign: string, query = PARAMETERS, body = ''): Case => ({
  vendor: okayapi,
  http: { query: { ...query, sign }, headers: {}, body },
})

export const DATA = '{"name":"\\u6d4b\\u8bd5","url":"a\\/b","n":1}'
export const okayapiReply = (auth: string, data = DATA): Case => ({
  vendor: okayapi,
  http: { query: {}, headers: {}, body: `{"ret":200,"data":${data},"msg":"","_t":1700000000,"_auth":"${auth}"}` },
})

/** One right request of each scheme. */
export const rightOnes: Record<string, Case> = {
  'echat signature': echatSigned(sha1(parts.join('')), { body: '' }),
  'echat envelope': echatSealed(sealed()),
  'sobot token': sobotToken(md5(appid + CREATED + app_key)),
  'sobot push': sobotPush(md5(joinedPush)),
  'okayapi sign': okayapiSigned(upper(byName().join('') + app_secrect)),
  'okayapi _auth': okayapiReply(md5(`${DATA}1700000000${app_secrect}`)),
}

export const hmac = (name: string, key: string, text: string) => createHmac(name, key).update(text).digest('hex')
