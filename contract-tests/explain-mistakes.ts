/** The table of mistakes with signatures: what was done wrong, and the id that the doctor has to name first. */
import { createHash } from 'node:crypto'
import {
  byName,
  type Case,
  CODE,
  CREATED,
  DATA,
  echatSealed,
  echatSigned,
  hmac,
  joinedPush,
  keys,
  md5,
  okayapiReply,
  okayapiSigned,
  PARAMETERS,
  parts,
  sealed,
  sha1,
  sobotPush,
  sobotToken,
  TIME,
  upper,
  XML,
} from './explain-cases.ts'

type Row = readonly [id: string, scheme: string, made: Case]

const { token, appId } = keys.echat
const { appid, app_key, companyid } = keys.sobot
const { app_key: publicKey, app_secrect: secret } = keys.okayapi
const [time, nonce] = [TIME, '9f3b']
const joined = parts.join('')
const digest = (name: string, text: string | Buffer) => createHash(name).update(text).digest()
const cipher = sealed()
const envelope = `<xml><Encrypt><![CDATA[${cipher}]]></Encrypt></xml>`
const first = (test: (text: string) => boolean) => {
  for (let tries = 0; ; tries++) if (test(`n${tries}`)) return `n${tries}`
}
const zeroNonce = first(it => sha1([token, time, it].sort().join('')).startsWith('0'))

const signed = (signature: string, query: Record<string, string> = {}) => echatSigned(signature, { query, body: '' })
const E = 'echat signature'
export const echatMistakes: readonly Row[] = [
  ['encrypt-included', E, echatSigned(sha1([...parts, cipher].sort().join('')), { body: envelope })],
  ['body-included', E, echatSigned(sha1(joined + XML))],
  ['parameter-included', E, signed(sha1([...parts, 'chatStart'].sort().join('')), { dataType: 'chatStart' })],
  ['unsorted', E, signed(sha1(token + time + nonce))],
  [
    'sorted-numerically',
    E,
    signed(sha1([token, time, '9'].sort((a, b) => Number(a) - Number(b)).join('')), { nonce: '9' }),
  ],
  ['sorted-downwards', E, signed(sha1(parts.toReversed().join('')))],
  ['sorted-ignoring-case', E, signed(sha1(`${time}aa${token}`), { nonce: 'aa' })],
  ['parameter-missing', E, signed(sha1([token, time].sort().join('')))],
  ['secret-missing', E, signed(sha1([time, nonce].sort().join('')))],
  ['other-credential', E, signed(sha1([appId, time, nonce].sort().join('')))],
  ['secret-blank', E, signed(sha1([`${token}\n`, time, nonce].sort().join('')))],
  ['secret-blank', E, signed(sha1([`\uFEFF${token}`, time, nonce].sort().join('')))],
  ['secret-case', E, signed(sha1([token.toLowerCase(), time, nonce].sort().join('')))],
  ['hmac', E, signed(hmac('sha1', token, [time, nonce].sort().join('')))],
  ['other-hash', E, signed(md5(joined))],
  ['other-hash', E, signed(digest('sha256', joined).toString('hex'))],
  ['base64', E, signed(digest('sha1', joined).toString('base64'))],
  ['wrong-case', E, signed(sha1(joined).toUpperCase())],
  ['separated', E, signed(sha1(parts.join('&')))],
  ['pairs', E, signed(sha1(`nonce=${nonce}&timestamp=${time}&token=${token}`.split('&').sort().join('&')))],
  ['wrong-unit', E, signed(sha1([token, time.slice(0, 10), nonce].sort().join('')))],
  ['time-taken-twice', E, signed(sha1([token, String(Number(time) + 7), nonce].sort().join('')))],
  ['clock-skew', E, signed(sha1([token, String(Number(time) - 28_800_000), nonce].sort().join('')))],
  ['plus-lost', E, signed(sha1([token, time, 'a+b'].sort().join('')), { nonce: 'a b' })],
  ['not-decoded', E, signed(sha1([token, time, 'a%2Fb'].sort().join('')), { nonce: 'a/b' })],
  ['zeros-lost', E, signed(sha1([token, time, zeroNonce].sort().join('')).replace(/^0+/, ''), { nonce: zeroNonce })],
  ['digest-short', E, signed(sha1(joined).slice(8, 24))],
  ['hashed-twice', E, signed(sha1(sha1(joined)))],
  ['signature-blank', E, signed(`${sha1(joined)}\n`)],
  ['not-hashed', E, signed(joined)],
  ['incomplete', E, signed('')],
  ['secret-missing+wrong-case', E, signed(sha1([time, nonce].sort().join('')).toUpperCase())],
  [
    'clock-skew+wrong-case',
    E,
    signed(sha1([token, String(Number(time) + 60_000), nonce].sort().join('')).toUpperCase()),
  ],
  ['unsorted+other-hash', E, signed(md5(token + time + nonce))],
  ['encrypt-included', E, echatSealedWith(sha1([token, time, nonce, cipher].sort().join('')))],
]

function echatSealedWith(signature: string): Case {
  const { vendor, http } = echatSealed(cipher)
  return { vendor, http: { ...http, query: { ...http.query, signature } } }
}

const ST = 'sobot token'
const SP = 'sobot push'
export const sobotMistakes: readonly Row[] = [
  ['credentials-swapped', ST, sobotToken(md5(app_key + CREATED + appid))],
  ['wrong-order', ST, sobotToken(md5(appid + app_key + CREATED))],
  ['secret-in-front', ST, sobotToken(md5(app_key + appid + CREATED))],
  ['secret-missing', ST, sobotToken(md5(appid + CREATED))],
  ['other-credential', ST, sobotToken(md5(companyid + CREATED + app_key))],
  ['wrong-case', ST, sobotToken(upper(appid + CREATED + app_key))],
  ['wrong-unit', ST, sobotToken(md5(`${appid}${CREATED}000${app_key}`))],
  ['wrong-unit', ST, sobotToken(md5(`${appid}${CREATED}123${app_key}`), { create_time: `${CREATED}123` })],
  ['time-taken-twice', ST, sobotToken(md5(`${appid}${CREATED}456${app_key}`))],
  ['clock-skew', ST, sobotToken(md5(appid + (Number(CREATED) - 3) + app_key))],
  ['other-hash', ST, sobotToken(sha1(appid + CREATED + app_key))],
  ['hmac', ST, sobotToken(hmac('md5', app_key, appid + CREATED))],
  ['other-account', ST, sobotToken(md5(`someone${CREATED}${app_key}`), { appid: 'someone' })],
  ['pairs', ST, sobotToken(md5(`appid=${appid}&create_time=${CREATED}&app_key=${app_key}`))],
  ['incomplete', ST, sobotToken(md5(appid + CREATED + app_key), { create_time: '' })],
  ['body-included', SP, sobotPush(md5(`${joinedPush}{"type":"crm"}`))],
  ['other-credential', SP, sobotPush(md5(appid + TIME + CODE + app_key))],
  ['parameter-missing', SP, sobotPush(md5(companyid + TIME + app_key))],
  ['parameter-doubled', SP, sobotPush(md5(companyid + TIME + TIME + CODE + app_key))],
  ['wrong-unit', SP, sobotPush(md5(companyid + TIME.slice(0, 10) + CODE + app_key))],
  ['secret-blank', SP, sobotPush(md5(`${joinedPush}\r\n`))],
  ['separated', SP, sobotPush(md5([companyid, TIME, CODE, app_key].join(',')))],
]

const O = 'okayapi sign'
const A = 'okayapi _auth'
const { empty: _empty, ...full } = PARAMETERS
const named = (all: Record<string, string>) =>
  Object.keys(all)
    .sort()
    .map(it => `${it}=${all[it]}`)
    .join('&')
const dropping = (name: string) => Object.fromEntries(Object.entries(PARAMETERS).filter(([it]) => it !== name))
const typed = '{"id":1,"list":[1,{"a":2}],"open":true}'
/** 洽谈 in GBK, by the tables of the standard. */
const gbkName = Buffer.concat([Buffer.from([0xc7, 0xa2, 0xcc, 0xb8]), Buffer.from(' a+b/c')])
const inGbk = byName().map(it => (it === PARAMETERS.name ? gbkName : Buffer.from(it)))
const insensitively = (one: string, other: string) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)
export const okayapiMistakes: readonly Row[] = [
  ['secret-missing', O, okayapiSigned(upper(byName().join('')))],
  ['wrong-case', O, okayapiSigned(md5(byName().join('') + secret))],
  ['secret-in-front', O, okayapiSigned(upper(secret + byName().join('')))],
  ['secret-on-both-sides', O, okayapiSigned(upper(secret + byName().join('') + secret))],
  ['secret-sorted-in', O, okayapiSigned(upper(byName({ ...PARAMETERS, app_secrect: secret }).join('')))],
  ['credentials-swapped', O, okayapiSigned(upper(byName({ ...PARAMETERS, app_key: secret }).join('') + publicKey))],
  ['unsorted', O, okayapiSigned(upper(Object.values(PARAMETERS).join('') + secret))],
  ['sorted-by-value', O, okayapiSigned(upper(Object.values(PARAMETERS).sort().join('') + secret))],
  [
    'sorted-ignoring-case',
    O,
    okayapiSigned(
      upper(
        Object.keys(PARAMETERS)
          .sort(insensitively)
          .map(it => PARAMETERS[it])
          .join('') + secret,
      ),
    ),
  ],
  ['parameter-missing', O, okayapiSigned(upper(byName(dropping('s')).join('') + secret))],
  [
    's-included',
    O,
    okayapiSigned(
      upper(byName({ ...dropping('s'), s: 'SVIP.Swxiryan0788_MyApi.ANrkhCaseDetail' }).join('') + secret),
      dropping('s'),
    ),
  ],
  ['body-included', O, okayapiSigned(upper(`${byName().join('')}{}${secret}`), PARAMETERS, '{}')],
  ['empty-dropped', O, okayapiSigned(upper(byName(dropping('zero')).join('') + secret), { ...PARAMETERS, zero: '0' })],
  ['empty-dropped+pairs', O, okayapiSigned(upper(`${named(full)}&key=${secret}`))],
  ['empty-printed', O, okayapiSigned(upper(byName({ ...PARAMETERS, empty: 'null' }).join('') + secret))],
  ['pairs', O, okayapiSigned(upper(named(PARAMETERS) + secret))],
  [
    'joined-as-json',
    O,
    okayapiSigned(
      upper(
        JSON.stringify(Object.fromEntries(Object.entries(PARAMETERS).sort(([a], [b]) => (a < b ? -1 : 1)))) + secret,
      ),
    ),
  ],
  ['not-decoded', O, okayapiSigned(upper(byName().map(encodeURIComponent).join('') + secret))],
  ['plus-lost', O, okayapiSigned(upper(byName({ ...PARAMETERS, name: '洽谈 a b/c' }).join('') + secret))],
  [
    'decoded-twice',
    O,
    okayapiSigned(upper(byName({ ...PARAMETERS, rate: '5 a' }).join('') + secret), { ...PARAMETERS, rate: '5%20a' }),
  ],
  [
    'value-blank',
    O,
    okayapiSigned(upper(byName({ ...PARAMETERS, note: 'x' }).join('') + secret), { ...PARAMETERS, note: ' x\n' }),
  ],
  ['charset', O, okayapiSigned(upper(Buffer.concat([...inGbk, Buffer.from(secret)])))],
  [
    'value-printed',
    O,
    okayapiSigned(upper(`${publicKey}11,[object Object]true${secret}`), { app_key: publicKey }, typed),
  ],
  ['value-printed', O, okayapiSigned(upper(`${publicKey}1[1,{"a":2}]1${secret}`), { app_key: publicKey }, typed)],
  ['hmac', O, okayapiSigned(hmac('sha256', secret, byName().join('')).toUpperCase())],
  ['secret-missing+wrong-case', O, okayapiSigned(md5(byName().join('')))],
  ['reserialised', A, okayapiReply(md5(`{"name":"测试","url":"a/b","n":1}1700000000${secret}`))],
  [
    'reserialised',
    A,
    okayapiReply(
      md5(
        `{"name":"\\u6d4b\\u8bd5", "url":"a/b"}1700000000${secret}`
          .replace(', "', ', "')
          .replace('":"', '": "')
          .replace('l":"', 'l": "'),
      ),
      '{"name":"测试","url":"a/b"}',
    ),
  ],
  ['reserialised', A, okayapiReply(md5(`${DATA}1700000000${secret}`), '{"name":"测试","url":"a/b","n":1}')],
  ['wrong-case', A, okayapiReply(upper(`${DATA}1700000000${secret}`))],
  ['parameter-missing', A, okayapiReply(md5(DATA + secret))],
  ['value-blank', A, okayapiReply(md5(`${DATA}\n1700000000\n${secret}`))],
  ['secret-missing', A, okayapiReply(md5(`${DATA}1700000000`))],
  ['other-credential', A, okayapiReply(md5(`${DATA}1700000000${publicKey}`))],
]
