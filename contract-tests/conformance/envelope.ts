/** Envelopes that no vendor would send: made by hand, so that one thing at a time is wrong in them. */
import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { EnvelopeAlteration } from './case.ts'

const HEAD = 16
const LENGTH = 4
const BLOCK = 32

/** The base64 of an encrypted message, altered; its key is 43 characters of base64. */
export function alteredEnvelope(base64: string, encodedKey: string, alteration: EnvelopeAlteration): string {
  const key = Buffer.from(`${encodedKey}=`, 'base64')
  const sealed = inside(alteration)
    ? encrypted(alteredPlain(decrypted(base64, key), alteration), key, alteration)
    : bytesOf(base64)
  return alteredBytes(sealed, alteration).toString('base64')
}

const bytesOf = (base64: string) => Buffer.from(base64, 'base64')
const inside = ({ appId, length, lastByte }: EnvelopeAlteration) =>
  appId !== undefined || length !== undefined || lastByte !== undefined

/** Without its padding. */
function decrypted(base64: string, key: Buffer): Buffer {
  const plain = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false).update(bytesOf(base64))
  return plain.subarray(0, plain.length - (plain.at(-1) as number))
}

function alteredPlain(plain: Buffer, { appId, length = 0 }: EnvelopeAlteration): Buffer {
  const size = plain.readUInt32BE(HEAD)
  const end = HEAD + LENGTH + size
  const altered = Buffer.concat([
    plain.subarray(0, end),
    appId === undefined ? plain.subarray(end) : Buffer.from(appId),
  ])
  altered.writeUInt32BE(size + length, HEAD)
  return altered
}

function encrypted(plain: Buffer, key: Buffer, { lastByte }: EnvelopeAlteration): Buffer {
  const missing = BLOCK - (plain.length % BLOCK)
  const padded = Buffer.concat([plain, Buffer.alloc(missing, missing)])
  if (lastByte !== undefined) padded[padded.length - 1] = lastByte
  return createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false).update(padded)
}

function alteredBytes(sealed: Buffer, { keep = sealed.length, flip }: EnvelopeAlteration): Buffer {
  const bytes = Buffer.from(sealed.subarray(0, keep))
  if (flip !== undefined) {
    const at = flip < 0 ? bytes.length + flip : flip
    bytes[at] = (bytes[at] as number) ^ 1
  }
  return bytes
}

/** Blanks behind a message that give it a padding of so many bytes. */
export function blanksFor(padding: number, message: string | Uint8Array, appId: string): number {
  const size = HEAD + LENGTH + Buffer.byteLength(message) + Buffer.byteLength(appId)
  return (2 * BLOCK - padding - (size % BLOCK)) % BLOCK
}
