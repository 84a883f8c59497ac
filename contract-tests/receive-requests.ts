/** What the tests of the receiver share: requests that each vendor would send, as a server hands them over, at a time that stands. */
import { hash } from 'node:crypto'
import { sealed } from '../mocks/deliver/deliver.ts'
import { messageOf } from '../mocks/deliver/message.ts'
import { seededRandom } from '../mocks/world/random.ts'
import { type Contract, contractOf } from '../schemas/contracts.ts'
import type { Credentials, Vendor } from '../schemas/define.ts'
import { easyliao, echat, sobot, yunduo } from '../schemas/index.ts'
import type { RawRequest } from '../src/receive/request.ts'
import type { Received } from '../src/receive.ts'

/** Every message counts as new, so that something else decides. */
export { forgetful } from './forgetful.ts'

export const NOW = 1_700_000_000_000
export const now = () => NOW

const key = Buffer.alloc(32, 5).toString('base64').slice(0, 43)
export const plain = { token: 'token-of-nobody', EncodingAESKey: key, appId: 'app1234567', mode: 'plain' as const }
export const secure = { ...plain, mode: 'secure' as const }
export const company = { appid: 'appid1', app_key: 'key-of-nobody', companyid: 'company1', token: 'token1' }

/** Where nothing else is said, what each vendor signs with. */
const secrets: Record<string, object> = { echat: plain, sobot: company, yunduo: {}, easyliao: {} }

/** A push of each vendor, to try what holds for all. */
export const one = {
  echat: [echat, 'chatSubject'],
  yunduo: [yunduo, 'conversation'],
  easyliao: [easyliao, 'lead'],
  sobot: [sobot, 'customerAdded'],
} as const

interface Sent {
  set?: Record<string, string>
  secret?: object
  /** Milliseconds since 1970. */
  at?: number
  /** What makes nonces and ciphertexts. */
  seed?: string
  message?: unknown
}

const known = new Map<string, Contract<'push'>>()

/** Looked up once: many thousands are made. */
export function pushOf(vendor: Vendor, id: string): Contract<'push'> {
  const push = known.get(`${vendor.id} ${id}`) ?? contractOf(vendor, 'push', id)
  if (!push) throw new Error(`${vendor.id} has no push ${id}`)
  known.set(`${vendor.id} ${id}`, push)
  return push
}

let count = 0

/** A push as it arrives; each with a nonce of its own. */
export function pushed<V extends Vendor>(vendor: V, id: string, sent: Sent = {}): RawRequest {
  const push = pushOf(vendor, id)
  const {
    set = {},
    secret = secrets[vendor.id],
    at = NOW,
    seed = `${count++}`,
    message = messageOf(push, { set }),
  } = sent
  const moment = { now: at, random: seededRandom(seed) }
  return raw(sealed({ vendor, push, message, secret: secret as Credentials<V>, moment }))
}

/** A subject of Echat, told apart by its msgId and its words. */
export const subject = (msgId: string, memo = 'memo', sent: Sent = {}) =>
  pushed(echat, 'chatSubject', { ...sent, set: { msgId, chatSubjectMemo: memo } })

export const raw = ({ query, headers, body }: ReturnType<typeof sealed>): RawRequest => ({
  url: `/hook?${new URLSearchParams(query)}`,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  body: Buffer.from(body),
})

/** The same request with parameters changed; undefined takes one away. */
export function asking({ url, ...rest }: RawRequest, changed: Record<string, string | undefined>): RawRequest {
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1))
  for (const [name, value] of Object.entries(changed)) {
    if (value === undefined) query.delete(name)
    else query.set(name, value)
  }
  return { ...rest, url: `/hook?${query}` }
}

export const parameter = ({ url }: RawRequest, name: string) =>
  new URLSearchParams(url.slice(url.indexOf('?') + 1)).get(name) ?? ''

/** `200 success`, `401 signature-wrong`. */
export const told = ({ status, body }: Received) => `${status} ${/^[a-z-]+(?=: )/.exec(body)?.[0] ?? body}`

/** The request with a signature of Echat for that timestamp and nonce, whatever they are. */
export const signedFor = (request: RawRequest, timestamp: string, nonce = 'nonce') =>
  asking(request, { timestamp, nonce, signature: hash('sha1', [plain.token, timestamp, nonce].sort().join('')) })

/** As the vendor's page says: md5 of companyid, timestamp, random code and app_key. */
export const signedBySobot = (request: RawRequest, timestamp = `${NOW}`, code = 'code'): RawRequest => ({
  ...request,
  headers: {
    ...request.headers,
    'x-log-timestamp': timestamp,
    'x-log-randomcode': code,
    'x-log-sign': hash('md5', company.companyid + timestamp + code + company.app_key),
  },
})
