/** How each vendor signs, as recipes over what came. */
import { contracts } from '../../schemas/contracts.ts'
import { okayapi as okayapiVendor } from '../../schemas/index.ts'
import { rawMember } from '../wire/json.ts'
import { type Capture, objectIn, parametersOf, sealedIn } from './capture.ts'
import { byName, byValue, hashed, type Part, type Recipe } from './recipe.ts'

export type Secret = Readonly<Record<string, string | undefined>>

/** What `--as` names. */
export type Kind = 'token' | 'push' | 'sign' | 'auth'

export interface Scheme {
  name: string
  kind: Kind
  /** The right way, as a sentence. */
  rule: string
  /** Where the signature stands, as its reader would name it. */
  place: string
  /** Credentials without which it cannot be computed. */
  needs: readonly string[]
  /** The names of what has to come; the first is the signature. */
  carries: readonly string[]
  /** What carries no signature proves nothing, and nothing is wrong with that. */
  optional?: true
  /** Every request has to carry it. */
  always?: true
  /** Credential that the request names; the signature is computed over what came. */
  account?: string
  /** Unit that the vendor's document gives to the time. */
  unit?: 's' | 'ms'
  /** What came under these names. */
  came(capture: Capture): Readonly<Record<string, string>>
  recipe(capture: Capture, secret: Secret): Pick<Recipe, 'parts' | 'digest'> & Partial<Recipe>
}

const credential = (name: string, value = ''): Part => ({ name, value, credential: true })
const secretPart = (name: string, value = ''): Part => ({ name, value, credential: true, secret: true })
const bodyOf = ({ text }: Capture): Part[] => (text ? [{ name: 'body', value: text }] : [])

const echat: Scheme = {
  name: 'echat signature',
  kind: 'push',
  rule: 'lower-case sha1 of token, timestamp and nonce, their values sorted and joined',
  place: 'the parameter signature of the address',
  needs: ['token'],
  carries: ['signature', 'timestamp', 'nonce'],
  always: true,
  came: ({ query }) => query,
  recipe(capture, { token }) {
    const { signature: _signature, timestamp = '', nonce = '', ...others } = capture.query
    const sealed = sealedIn(capture.text)
    return {
      parts: [
        secretPart('token', token),
        { name: 'timestamp', value: timestamp, time: true },
        { name: 'nonce', value: nonce },
      ],
      order: byValue,
      digest: hashed('sha1'),
      extras: [
        ...(sealed ? [{ name: 'Encrypt', value: sealed }] : []),
        ...bodyOf(capture),
        ...Object.entries(others).map(([name, value]) => ({ name, value })),
      ],
    }
  },
}

const sobotToken: Scheme = {
  name: 'sobot token',
  kind: 'token',
  rule: 'lower-case md5 of appid, create_time and app_key, joined in this order',
  place: 'the parameter sign of the address',
  needs: ['app_key'],
  carries: ['sign', 'appid', 'create_time'],
  account: 'appid',
  unit: 's',
  came: ({ query }) => query,
  recipe(capture, { app_key }) {
    const { sign: _sign, appid, create_time = '', ...others } = capture.query
    return {
      parts: [
        credential('appid', appid),
        { name: 'create_time', value: create_time, time: true },
        secretPart('app_key', app_key),
      ],
      digest: hashed('md5'),
      extras: [...bodyOf(capture), ...Object.entries(others).map(([name, value]) => ({ name, value }))],
    }
  },
}

const sobotPush: Scheme = {
  name: 'sobot push',
  kind: 'push',
  rule: 'lower-case md5 of companyid, X-Log-TimeStamp, X-Log-RandomCode and app_key, joined in this order',
  place: 'the header X-Log-Sign',
  needs: ['app_key', 'companyid'],
  carries: ['x-log-sign', 'x-log-timestamp', 'x-log-randomcode'],
  unit: 'ms',
  came: ({ headers }) => headers,
  recipe(capture, { companyid, app_key }) {
    return {
      parts: [
        credential('companyid', companyid),
        { name: 'X-Log-TimeStamp', value: capture.headers['x-log-timestamp'] ?? '', time: true },
        { name: 'X-Log-RandomCode', value: capture.headers['x-log-randomcode'] ?? '' },
        secretPart('app_key', app_key),
      ],
      digest: hashed('md5'),
      extras: [...bodyOf(capture), ...Object.entries(capture.query).map(([name, value]) => ({ name, value }))],
    }
  },
}

const okayapiSign: Scheme = {
  name: 'okayapi sign',
  kind: 'sign',
  rule: 'upper-case md5 of the values of all parameters but sign, sorted by name and joined, then app_secrect',
  place: 'the parameter sign',
  needs: ['app_secrect'],
  carries: ['sign'],
  account: 'app_key',
  optional: true,
  came: capture => ({ sign: String(parametersOf(capture).sign ?? '') }),
  recipe(capture, { app_secrect }) {
    const { sign: _sign, ...signed } = parametersOf(capture)
    const parts = Object.entries(signed).map(
      ([name, raw]): Part => ({
        name,
        raw,
        value: typeof raw === 'object' ? JSON.stringify(raw) : String(raw),
        ...(name === 'app_key' && { credential: true }),
        ...(/time|^_?ts?$/i.test(name) && { time: true }),
      }),
    )
    return {
      parts: [...parts, { ...secretPart('app_secrect', app_secrect), side: 'end' }],
      order: byName,
      digest: hashed('md5'),
      print: digest => digest.toString('hex').toUpperCase(),
      extras: [...bodyOf(capture), ...('s' in signed || 'service' in signed ? [] : services())],
    }
  },
}

const okayapiAuth: Scheme = {
  name: 'okayapi _auth',
  kind: 'auth',
  rule: 'lower-case md5 of the JSON text of data as it was sent, _t and app_secrect, joined in this order',
  place: 'the member _auth of the body',
  needs: ['app_secrect'],
  carries: ['_auth', 'data', '_t'],
  optional: true,
  unit: 's',
  came(capture) {
    const { _auth = '', data, _t = '' } = objectIn(capture)
    return { _auth: String(_auth), data: data === undefined ? '' : 'there', _t: String(_t) }
  },
  recipe(capture, { app_secrect }) {
    const { data, _t } = objectIn(capture)
    return {
      parts: [
        { name: 'data', value: rawMember(capture.text, 'data'), raw: data, json: true },
        { name: '_t', value: String(_t ?? ''), time: true },
        secretPart('app_secrect', app_secrect),
      ],
      digest: hashed('md5'),
      extras: bodyOf(capture),
    }
  },
}

/** What a client may take for the parameter s of an operation. */
const services = (): Part[] =>
  contracts(okayapiVendor, 'operation').map(({ contract }) => ({
    name: 's',
    value: contract.path.replace('/api/', '').replaceAll('/', '.'),
  }))

export const schemes: Readonly<Record<string, readonly Scheme[]>> = {
  echat: [echat],
  sobot: [sobotToken, sobotPush],
  okayapi: [okayapiSign, okayapiAuth],
}
