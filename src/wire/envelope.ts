/** The encrypted envelope that Echat shares with WeChat: AES-256-CBC, 16 random bytes + length + message + appId, padded to 32. */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import { KefuError } from './errors.ts'
import { sameText, textOf } from './text.ts'

/** EncodingAESKey (43 characters of base64) and the appId that ends every plaintext. */
export interface EnvelopeKey {
  EncodingAESKey: string
  appId: string
}

const HEAD = 16
const LENGTH = 4
const BLOCK = 32

/** Encrypts to base64. `random` is 16 bytes and makes equal messages differ. */
export function encrypt(message: string | Uint8Array, secret: EnvelopeKey, random: Uint8Array): string {
  const content = typeof message === 'string' ? Buffer.from(message) : message
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32BE(content.length)
  const plain = Buffer.concat([random, length, content, Buffer.from(secret.appId)])
  const padding = BLOCK - (plain.length % BLOCK)
  const { key, iv } = keyOf(secret)
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  return cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])).toString('base64')
}

/** Decrypts and checks padding, length and appId. Every failure is the same cipher-malformed; its cause says which check failed. */
export function decrypt(base64: string, secret: EnvelopeKey): string {
  const { key, iv } = keyOf(secret)
  const sealed = Buffer.from(base64, 'base64')
  if (!isBase64(base64, sealed.length)) throw malformed('not base64')
  if (sealed.length === 0 || sealed.length % BLOCK !== 0)
    throw malformed(`${sealed.length} bytes, not a multiple of ${BLOCK}`)
  const plain = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false).update(sealed)
  const padding = plain[plain.length - 1] as number
  if (padding < 1 || padding > BLOCK || !plain.subarray(-padding).every(byte => byte === padding))
    throw malformed('padding')
  const end = plain.length - padding
  const length = end < HEAD + LENGTH ? -1 : plain.readUInt32BE(HEAD)
  if (length < 0 || HEAD + LENGTH + length > end) throw malformed('length')
  const appId = plain.toString('utf8', HEAD + LENGTH + length, end)
  if (!sameText(appId, secret.appId)) throw malformed('appId')
  return textOf(plain.subarray(HEAD + LENGTH, HEAD + LENGTH + length))
}

/** The key object costs more than a short message: it is made once for each secret. */
const keys = new WeakMap<EnvelopeKey, { encoded: string; key: KeyObject; iv: Uint8Array }>()

function keyOf(secret: EnvelopeKey) {
  const known = keys.get(secret)
  if (known?.encoded === secret.EncodingAESKey) return known
  const bytes = Buffer.from(`${secret.EncodingAESKey}=`, 'base64')
  if (secret.EncodingAESKey.length !== 43 || bytes.length !== 32) {
    throw new KefuError('key-malformed', {
      detail: `Expected 43 characters of base64, got ${secret.EncodingAESKey.length} characters.`,
    })
  }
  const made = { encoded: secret.EncodingAESKey, key: createSecretKey(bytes), iv: bytes.subarray(0, 16) }
  keys.set(secret, made)
  return made
}

/** Node drops what is no base64, so that fewer bytes come out; and it takes the two signs of the URL alphabet. */
function isBase64(text: string, bytes: number) {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return Math.floor(((text.length - padding) * 3) / 4) === bytes && !text.includes('-') && !text.includes('_')
}

const malformed = (why: string) => new KefuError('cipher-malformed', { cause: new Error(why) })
