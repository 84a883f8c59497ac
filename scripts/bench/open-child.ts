/** Opens one sealed chatStart again and again, in turn with the bare crypto of it (signature, base64, AES, the message as text); bundled as we ship it, run in its own process. */
import { createDecipheriv, createSecretKey, hash } from 'node:crypto'
import { Ajv } from 'ajv'
import { XMLParser } from 'fast-xml-parser'
import { createWorld } from '../../mocks/world/world.ts'
import { contractOf } from '../../schemas/contracts.ts'
import type { Credentials } from '../../schemas/define.ts'
import { echat, yunduo } from '../../schemas/index.ts'
import { violations } from '../../src/wire/check.ts'
import { wireOf } from '../../src/wire/index.ts'

export interface Opened {
  /** Bytes of the XML and of the sealed body. */
  plain: number
  sealed: number
  /** Microseconds each, one figure a batch. */
  open: number[]
  crypto: number[]
  /** Without the message as text. */
  bytes: number[]
  /** The same push by the usual stack: node:crypto, fast-xml-parser with its validator, Ajv. */
  usual: number[]
  /** A Yunduo conversation, opened and checked, and JSON.parse of it alone. */
  conversation: number[]
  parse: number[]
}

const XML_BYTES = 3_800
const BATCHES = 61
const EACH = 400

const world = createWorld({ now: Date.now })
const secret = { ...(world.credentials(echat) as Credentials<typeof echat>), mode: 'secure' }
const wire = wireOf(echat).push
const contract = contractOf(echat, 'push', 'chatStart')?.contract
if (!wire || !contract) throw new Error('echat has no chatStart')

const sealedAs = (mode: 'plain' | 'secure', body: unknown) => {
  const http = wire.seal({ query: { dataType: 'chatStart' }, body }, { ...secret, mode }, world.moment())
  return { ...http, body: Buffer.from(http.body) }
}
/** The documented message; its free text is made as long as the measurement wants. */
const documented = contract.examples.documented as { myData: string }
const messageOf = (more: number) => ({ ...documented, myData: `${documented.myData}&more=${'x'.repeat(more)}` })
const http = sealedAs('secure', messageOf(XML_BYTES - sealedAs('plain', messageOf(0)).body.length))

function open() {
  const { body } = wire?.open(http, secret) ?? { body: undefined }
  if (violations(contract?.message, body).length) throw new Error('the message breaks its contract')
}

const { timestamp = '', nonce = '', signature } = http.query
const base64 = /[A-Za-z0-9+/=]{100,}/.exec(Buffer.from(http.body).toString())?.[0] as string
const bytes = Buffer.from(`${secret.EncodingAESKey}=`, 'base64')
const [key, iv] = [createSecretKey(bytes), bytes.subarray(0, 16)]

function decrypted() {
  if (hash('sha1', [secret.token, timestamp, nonce].sort().join('')) !== signature) throw new Error('signature')
  return createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false).update(Buffer.from(base64, 'base64'))
}

function crypto() {
  const plain = decrypted()
  const text = plain.toString('utf8', 20, 20 + plain.readUInt32BE(16))
  if (!text.endsWith('</xml>')) throw new Error('decryption')
}

const parser = new XMLParser({ parseTagValue: false, trimValues: false })
const validate = new Ajv({ strict: false }).compile(contract.message)

function usual() {
  const plain = decrypted()
  const length = plain.readUInt32BE(16)
  const padding = plain[plain.length - 1] as number
  if (plain.toString('utf8', 20 + length, plain.length - padding) !== secret.appId) throw new Error('appId')
  const { xml } = parser.parse(plain.toString('utf8', 20, 20 + length), true)
  if (!validate(xml)) throw new Error('the message breaks its contract')
}

const card = contractOf(yunduo, 'push', 'conversation')?.contract
const json = Buffer.from(JSON.stringify(card?.examples.documented))
const conversations = wireOf(yunduo).push

function conversation() {
  const { body } = conversations?.open({ query: {}, headers: {}, body: json }, {}) ?? { body: undefined }
  if (violations(card?.message, body).length) throw new Error('the message breaks its contract')
}

const parse = () => JSON.parse(json.toString())

function microseconds(work: () => void) {
  const since = process.hrtime.bigint()
  for (let it = 0; it < EACH; it++) work()
  return Number(process.hrtime.bigint() - since) / EACH / 1000
}

const works = { open, crypto, bytes: decrypted, usual, conversation, parse }
const figures = { open: [], crypto: [], bytes: [], usual: [], conversation: [], parse: [] }
const opened: Opened = { plain: XML_BYTES, sealed: http.body.length, ...figures }
for (let round = -10; round < BATCHES; round++) {
  for (const [name, work] of Object.entries(works)) {
    const taken = microseconds(work)
    if (round >= 0) opened[name as keyof typeof works].push(taken)
  }
}
process.send?.(opened)
