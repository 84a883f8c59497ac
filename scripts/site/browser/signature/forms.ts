/** The forms of the calculator, as data: what is typed for each scheme, and the request that it stands for. */
import type { Secret } from '../../../../src/explain/schemes.ts'
import { encrypt } from '../../../../src/wire/envelope.ts'
import type { Http } from '../../../../src/wire/wire.ts'
import type { Both } from '../../page.ts'

export interface Field {
  name: string
  hint: Both
  example: string
  /** Several lines may be typed. */
  long?: true
}

export interface Asked {
  http: Http
  secret: Secret
}

export type Values = Readonly<Record<string, string>>

export interface Form {
  /** Id of its element; anchors lead there. */
  id: string
  vendor: string
  /** The scheme's name in the doctor. */
  scheme: string
  title: Both
  fields: readonly Field[]
  /** The signature that came, which may be pasted. */
  came: Field
  asked(values: Values): Asked
}

const hints = {
  secret: { en: 'shared secret', zh: '共享密钥' },
  milliseconds: { en: 'milliseconds since 1970', zh: '毫秒时间戳' },
  seconds: { en: 'seconds since 1970', zh: '秒级时间戳' },
  random: { en: 'random text', zh: '随机字符串' },
  body: { en: 'optional: the body as it came; it is not signed', zh: '可选：收到的报文原文，不参与签名' },
  came: { en: 'to be checked; may stay empty', zh: '待核对，可留空' },
} satisfies Record<string, Both>

const came = (name: string): Field => ({ name, hint: hints.came, example: '' })
const body: Field = { name: 'body', hint: hints.body, example: '', long: true }
const bare = { query: {}, headers: {}, body: '' }

const echatSignature: Form = {
  id: 'signature-echat',
  vendor: 'echat',
  scheme: 'echat signature',
  title: { en: 'The signature of a push', zh: '推送的签名' },
  fields: [
    { name: 'token', hint: hints.secret, example: 'myToken' },
    { name: 'timestamp', hint: hints.milliseconds, example: '1700000000123' },
    { name: 'nonce', hint: hints.random, example: '9f3b27c1' },
    body,
  ],
  came: came('signature'),
  asked: ({ token, body = '', timestamp = '', nonce = '', signature = '' }) => ({
    http: { ...bare, query: { timestamp, nonce, signature }, body },
    secret: { token, mode: 'plain' },
  }),
}

const sobotToken: Form = {
  id: 'signature-sobot-token',
  vendor: 'sobot',
  scheme: 'sobot token',
  title: { en: 'The signature of getToken', zh: '获取 token 的签名' },
  fields: [
    { name: 'appid', hint: { en: 'public half of the credential', zh: '接口凭证 Id，可公开' }, example: '1' },
    { name: 'create_time', hint: hints.seconds, example: '1569397773' },
    { name: 'app_key', hint: hints.secret, example: '2' },
  ],
  came: came('sign'),
  asked: ({ appid = '', create_time = '', sign = '', app_key }) => ({
    http: { ...bare, query: { appid, create_time, sign } },
    secret: { appid, app_key },
  }),
}

const sobotPush: Form = {
  id: 'signature-sobot-push',
  vendor: 'sobot',
  scheme: 'sobot push',
  title: { en: 'The signature of a push', zh: '推送的签名' },
  fields: [
    { name: 'companyid', hint: { en: 'id of the company', zh: '企业 Id' }, example: 'company-77' },
    { name: 'X-Log-TimeStamp', hint: hints.milliseconds, example: '1700000000123' },
    { name: 'X-Log-RandomCode', hint: hints.random, example: '77aa01' },
    { name: 'app_key', hint: hints.secret, example: 'my-app-key' },
    body,
  ],
  came: came('X-Log-Sign'),
  asked: ({ companyid, app_key, body = '', ...headers }) => ({
    http: { ...bare, headers, body },
    secret: { companyid, app_key },
  }),
}

const okayapiSign: Form = {
  id: 'signature-okayapi-sign',
  vendor: 'okayapi',
  scheme: 'okayapi sign',
  title: { en: 'The parameter sign of a call', zh: '调用参数 sign' },
  fields: [
    {
      name: 'parameters',
      hint: { en: 'one a line, name=value, not url-encoded', zh: '每行一个 name=value，不做 URL 编码' },
      example: 'app_key=dMYpWZkvC6U40FbnIM6eGr\nservice=App.HelloWorld.HiApp\nuid=1',
      long: true,
    },
    { name: 'app_secrect', hint: hints.secret, example: 'Eb8LgJGSA2juKjmND6R3XuHdqe3n5xEEjPx' },
  ],
  came: came('sign'),
  asked({ parameters = '', app_secrect, sign = '' }) {
    const query = Object.fromEntries(parameters.split('\n').filter(Boolean).map(paired))
    return { http: { ...bare, query: { ...query, sign } }, secret: { app_key: query.app_key, app_secrect } }
  },
}

function paired(line: string): [name: string, value: string] {
  const at = line.indexOf('=')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
}

const okayapiAuth: Form = {
  id: 'signature-okayapi-auth',
  vendor: 'okayapi',
  scheme: 'okayapi _auth',
  title: { en: 'The member _auth of an answer', zh: '应答中的 _auth' },
  fields: [
    {
      name: 'data',
      hint: { en: 'its JSON, byte for byte as it came', zh: '收到的 JSON 原文，逐字节一致' },
      example: '{"title":"Hello \\u4f60\\u597d","version":"1.0"}',
      long: true,
    },
    { name: '_t', hint: hints.seconds, example: '1700000000' },
    { name: 'app_secrect', hint: hints.secret, example: 'Eb8LgJGSA2juKjmND6R3XuHdqe3n5xEEjPx' },
  ],
  came: came('_auth'),
  asked: ({ data = '', _t = '', _auth = '', app_secrect }) => ({
    http: {
      ...bare,
      body: `{"ret":200,"data":${data},"msg":"","_t":${JSON.stringify(_t)},"_auth":${JSON.stringify(_auth)}}`,
    },
    secret: { app_secrect },
  }),
}

export const forms: readonly Form[] = [echatSignature, sobotToken, sobotPush, okayapiSign, okayapiAuth]

const key = { EncodingAESKey: 'kWxTtCq4GYpPMHd0uSm5nVvA8RzLbE1oJ2fXy6eNh3g', appId: 'app9f31c20d77' }
const message = '<xml><chatStart>洽谈</chatStart></xml>'

/** What is typed to have an encrypted message opened. */
export const envelopeFields = (): readonly Field[] => [
  {
    name: 'EncodingAESKey',
    hint: { en: '43 characters of base64', zh: '43 个 base64 字符' },
    example: key.EncodingAESKey,
  },
  { name: 'appId', hint: { en: 'ends every message', zh: '位于每条消息末尾' }, example: key.appId },
  {
    name: 'body',
    hint: { en: 'the body, or only what stands in Encrypt', zh: '报文全文，或仅 Encrypt 中的内容' },
    example: `<xml><Encrypt><![CDATA[${encrypt(message, key, new TextEncoder().encode('0123456789abcdef'))}]]></Encrypt></xml>`,
    long: true,
  },
]

/** What was pasted, as the request that it came with. */
export const envelopeAsked = ({ EncodingAESKey = '', appId = '', body = '' }: Values): Asked => ({
  http: { ...bare, body: /<\w/.test(body) ? body : `<xml><Encrypt>${body.trim()}</Encrypt></xml>` },
  secret: { EncodingAESKey, appId, mode: 'secure' },
})
