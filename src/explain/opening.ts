/** How the encrypted envelope is opened, as data: text, key, cipher, padding, layout. A mistake of the sender is a change to it. */
import { isUtf8 } from 'node:buffer'
import { createDecipheriv } from 'node:crypto'

export type Field = 'random' | 'length' | 'message' | 'appId'

export interface Opening {
  sealed: string
  /** The bytes that the text stands for; undefined when it is no such text. */
  decode(sealed: string): Buffer | undefined
  algorithm: 'aes-256-cbc' | 'aes-256-ecb' | 'aes-128-cbc'
  key: Uint8Array
  iv: Uint8Array
  /** The IV stands before the ciphertext. */
  ivInFront: boolean
  /** What is left without the padding; undefined when there is none such. */
  unpad(plain: Buffer): Buffer | undefined
  fields: readonly Field[]
  readLength(plain: Buffer, at: number): number
  /** Bytes of the message, when the length says so much. */
  measure(length: number, rest: Buffer, appId: Buffer): number
  appId: string
}

export const HEAD = 16
const LENGTH = 4

/** Base64 as the receiver wants it; padding may be missing. */
export const strictBase64 = (text: string) =>
  /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined

/** PKCS7 with blocks of that size. */
export const pkcs7 = (block: number) => (plain: Buffer) => {
  const padding = plain.at(-1) ?? 0
  const sound = plain.length % block === 0 && padding >= 1 && padding <= block
  return sound && plain.subarray(-padding).every(it => it === padding) ? plain.subarray(0, -padding) : undefined
}

export const right = (sealed: string, EncodingAESKey: string, appId: string): Opening => {
  const key = Buffer.from(`${EncodingAESKey}=`, 'base64')
  return {
    sealed,
    decode: strictBase64,
    algorithm: 'aes-256-cbc',
    key,
    iv: key.subarray(0, 16),
    ivInFront: false,
    unpad: pkcs7(32),
    fields: ['random', 'length', 'message', 'appId'],
    readLength: (plain, at) => plain.readUInt32BE(at),
    measure: length => length,
    appId,
  }
}

/** Decrypted, padding and all; undefined when the bytes are no whole blocks, or none. */
export function decrypted(
  { sealed, decode, algorithm, key, iv, ivInFront }: Opening,
  whole = true,
): Buffer | undefined {
  const bytes = decode(sealed)
  if (!bytes) return undefined
  const cipher = ivInFront ? bytes.subarray(16) : bytes
  const blocks = whole ? cipher : cipher.subarray(0, cipher.length & ~15)
  if (blocks.length === 0 || blocks.length % 16 !== 0) return undefined
  const start = algorithm.endsWith('ecb') ? null : ivInFront ? bytes.subarray(0, 16) : iv
  const size = algorithm.startsWith('aes-128') ? 16 : 32
  return createDecipheriv(algorithm, key.subarray(0, size), start).setAutoPadding(false).update(blocks)
}

/** The message, when everything fits; only noise fits by chance hardly ever. */
export function opened(opening: Opening): Buffer | undefined {
  const whole = decrypted(opening)
  const plain = whole && opening.unpad(whole)
  const message = plain && read(plain, opening)
  if (!message || !isUtf8(message)) return undefined
  const checked = opening.fields.includes('length') && opening.fields.includes('appId') && opening.appId !== ''
  return checked || looksLikeXml(message) ? message : undefined
}

/** Takes the fields off one after the other; undefined when they do not come out even. */
function read(plain: Buffer, { fields, readLength, measure, appId: expected }: Opening): Buffer | undefined {
  const appId = Buffer.from(expected)
  const sizes = { random: HEAD, length: LENGTH, message: 0, appId: appId.length }
  let [at, length, message] = [0, undefined as number | undefined, plain.subarray(0, 0)]
  for (const [index, field] of fields.entries()) {
    const rest = plain.subarray(at)
    if (rest.length < sizes[field]) return undefined
    const after = fields.slice(index + 1).reduce((sum, it) => sum + sizes[it], 0)
    if (field === 'length') length = readLength(plain, at)
    if (field === 'appId' && !rest.subarray(0, appId.length).equals(appId)) return undefined
    if (field === 'message')
      message = rest.subarray(0, Math.max(0, length === undefined ? rest.length - after : measure(length, rest, appId)))
    at += field === 'message' ? message.length : sizes[field]
  }
  return at === plain.length ? message : undefined
}

export const looksLikeXml = (message: Buffer) => /^\uFEFF?\s*<[\s\S]*>\s*$/.test(message.toString())
