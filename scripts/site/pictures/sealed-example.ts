/** One message of Echat, sealed when the site is built and taken apart again byte by byte. */
import { createDecipheriv } from 'node:crypto'
import { sideOf } from '../../../mocks/sides.ts'
import { seededRandom } from '../../../mocks/world/random.ts'
import { contractOf } from '../../../schemas/contracts.ts'
import { echat } from '../../../schemas/index.ts'
import { wireOf } from '../../../src/wire/index.ts'

export interface SealedExample {
  /** Every byte before encryption, in five parts. */
  plain: Buffer
  random: Buffer
  length: Buffer
  message: Buffer
  appId: Buffer
  padding: Buffer
  cipher: Buffer
  base64: string
  /** What goes over the wire. */
  body: string
  EncodingAESKey: string
}

const PUSH = 'skillStatus'
const NOW = Date.UTC(2026, 2, 2, 2)

/** The documented example under generated credentials; the same at each build. */
export function sealedExample(): SealedExample {
  const secret = sideOf(echat).credentials(seededRandom('docs'), '')
  const body = contractOf(echat, 'push', PUSH)?.contract.examples.documented
  const moment = { now: NOW, random: seededRandom('docs/envelope') }
  const http = wireOf(echat).push?.seal({ query: { dataType: PUSH }, body }, secret as never, moment)
  return apart(String(http?.body), secret.EncodingAESKey ?? '')
}

function apart(body: string, EncodingAESKey: string): SealedExample {
  const [, base64 = ''] = /\[CDATA\[(.*)\]\]/.exec(body) ?? []
  const cipher = Buffer.from(base64, 'base64')
  const bytes = Buffer.from(`${EncodingAESKey}=`, 'base64')
  const plain = createDecipheriv('aes-256-cbc', bytes, bytes.subarray(0, 16)).setAutoPadding(false).update(cipher)
  const message = 20 + plain.readUInt32BE(16)
  const end = plain.length - (plain.at(-1) ?? 0)
  return {
    plain,
    random: plain.subarray(0, 16),
    length: plain.subarray(16, 20),
    message: plain.subarray(20, message),
    appId: plain.subarray(message, end),
    padding: plain.subarray(end),
    cipher,
    base64,
    body,
    EncodingAESKey,
  }
}
