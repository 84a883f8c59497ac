/** Stands in for `node:crypto` in the browser: exactly what the wire and the doctor import, over @noble. */
import { cbc, ecb } from '@noble/ciphers/aes'
import { hmac } from '@noble/hashes/hmac'
import { md5, sha1 } from '@noble/hashes/legacy'
import { sha256, sha512 } from '@noble/hashes/sha2'
import { Buffer } from './buffer.ts'

type Data = string | Uint8Array

const hashes = { md5, sha1, sha256, sha512 }
type Hash = (typeof hashes)[keyof typeof hashes]

const encoder = new TextEncoder()
const bytesOf = (data: Data) => (typeof data === 'string' ? encoder.encode(data) : data)

const hashNamed = (algorithm: string): Hash => hashes[algorithm as keyof typeof hashes]

export function hash(algorithm: string, data: Data, output: 'hex' | 'buffer' = 'hex') {
  const digest = Buffer.from(hashNamed(algorithm)(bytesOf(data)))
  return output === 'hex' ? digest.toString('hex') : digest
}

export const createHash = (algorithm: string) => digesting(hashNamed(algorithm).create())

export const createHmac = (algorithm: string, key: Data) => digesting(hmac.create(hashNamed(algorithm), bytesOf(key)))

interface State {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
}

const digesting = (state: State) => ({
  update(data: Data) {
    state.update(bytesOf(data))
    return this
  },
  digest(encoding?: 'hex' | 'base64') {
    const digest = Buffer.from(state.digest())
    return encoding === undefined ? digest : digest.toString(encoding)
  },
})

/** Node keeps the bytes of a key to itself; here it is its bytes. */
export const createSecretKey = (bytes: Uint8Array) => bytes
export type KeyObject = Uint8Array

/** Without padding, as the envelope pads by itself: one `update` with whole blocks is all of it. */
const blocks = (way: 'encrypt' | 'decrypt') => (algorithm: string, key: Uint8Array, iv: Uint8Array | null) => {
  const options = { disablePadding: true }
  const cipher = algorithm.endsWith('ecb') ? ecb(key, options) : cbc(key, iv as Uint8Array, options)
  return {
    setAutoPadding() {
      return this
    },
    update: (bytes: Uint8Array) => Buffer.from(cipher[way](bytes)),
  }
}

export const createCipheriv = /* @__PURE__ */ blocks('encrypt')
export const createDecipheriv = /* @__PURE__ */ blocks('decrypt')

/** Nobody can measure it from outside of the page; it takes the same time all the same. */
export function timingSafeEqual(one: Uint8Array, other: Uint8Array) {
  let differing = 0
  for (const [at, byte] of one.entries()) differing |= byte ^ (other[at] as number)
  return differing === 0
}
