/** Mistakes of who encrypts, each as a change to how the envelope is opened. */
import { hash } from 'node:crypto'
import { decrypted, type Field, HEAD, type Opening, pkcs7, strictBase64 } from './opening.ts'
import type { Mistake, Way } from './search.ts'

type Decode = Opening['decode']

/** The text was written in another way. */
const written = (id: string, what: string, cure: string, ...decodes: Decode[]): Mistake<Opening> => ({
  id,
  what,
  cure,
  ways: right => decodes.map(decode => [{ ...right, decode }] as const),
})

/** The plaintext has other fields. */
const laidOut = (id: string, what: string, ...layouts: Field[][]): Mistake<Opening> => ({
  id,
  what,
  cure: 'Encrypt 16 random bytes, the length in 4 bytes, the message and the appId, in this order.',
  ways: right => layouts.map(fields => [{ ...right, fields }] as const),
})

const changing = (change: (text: string) => string): Decode => {
  return sealed => (change(sealed) === sealed ? undefined : strictBase64(change(sealed)))
}

const BASE64 = 'Send the ciphertext as plain base64, once, in one line.'
const LENGTH = 'Write the length of the message in bytes as 4 bytes, the highest first.'
const KEY =
  'The key is the base64 of EncodingAESKey and "=", 32 bytes; the cipher AES-256-CBC, its IV the first 16 of them.'

export const envelopeMistakes: readonly Mistake<Opening>[] = [
  written(
    'plus-lost',
    'The + of the base64 turned into blanks',
    'Send the ciphertext in the body, or encode + as %2B.',
    changing(it => it.replaceAll(' ', '+')),
  ),
  written(
    'base64-lines',
    'The base64 is broken into lines',
    BASE64,
    changing(it => it.replace(/\s/g, '')),
  ),
  written(
    'base64-of-addresses',
    'The base64 has - and _ in place of + and /',
    BASE64,
    changing(it => it.replaceAll('-', '+').replaceAll('_', '/')),
  ),
  written(
    'percent-encoded',
    'The base64 is url-encoded',
    BASE64,
    changing(it => it.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))),
  ),
  written('base64-twice', 'Base64 was made twice', BASE64, sealed =>
    strictBase64(Buffer.from(sealed, 'base64').toString('latin1')),
  ),
  written('hexadecimal', 'The ciphertext is printed in hexadecimal digits', BASE64, sealed =>
    /^([0-9a-f]{2})+$/i.test(sealed) ? Buffer.from(sealed, 'hex') : undefined,
  ),
  {
    id: 'padding-16',
    what: 'The plaintext was padded to blocks of 16 bytes, as AES libraries do by themselves',
    cure: 'Pad to blocks of 32 bytes by PKCS7, and switch the padding of the library off.',
    ways: right => [
      [{ ...right, unpad: pkcs7(16) }, `${right.decode(right.sealed)?.length ?? 0} bytes are no multiple of 32`],
    ],
  },
  {
    id: 'padding-zeros',
    what: 'The plaintext was padded with zeros',
    cure: 'Pad to blocks of 32 bytes by PKCS7: every byte holds the number of bytes.',
    ways: right => [[{ ...right, unpad: withoutZeros }]],
  },
  {
    id: 'padding-missing',
    what: 'The plaintext was not padded',
    cure: 'Pad to blocks of 32 bytes by PKCS7, also where it fills them already: then with 32 more.',
    ways: right => [[{ ...right, unpad: plain => plain }]],
  },
  laidOut('appId-missing', 'No appId stands at the end', ['random', 'length', 'message']),
  laidOut(
    'appId-in-front',
    'The appId stands in front of the message',
    ['appId', 'random', 'length', 'message'],
    ['random', 'appId', 'length', 'message'],
    ['random', 'length', 'appId', 'message'],
  ),
  laidOut('random-missing', 'No 16 random bytes stand in front', ['length', 'message', 'appId']),
  laidOut(
    'length-missing',
    'No length stands before the message',
    ['random', 'message', 'appId'],
    ['message', 'appId'],
  ),
  laidOut('message-alone', 'The message was encrypted alone', ['message'], ['random', 'message']),
  {
    id: 'length-little-endian',
    what: 'The length has its lowest byte first',
    cure: LENGTH,
    ways: right => [[{ ...right, readLength: (plain, at) => plain.readUInt32LE(at) }]],
  },
  {
    id: 'length-in-characters',
    what: 'The length counts characters',
    cure: LENGTH,
    ways: right => [
      [{ ...right, measure: (length, rest) => Buffer.byteLength(rest.toString().slice(0, length)) }],
      [{ ...right, measure: (length, rest) => Buffer.byteLength([...rest.toString()].slice(0, length).join('')) }],
    ],
  },
  {
    id: 'length-of-more',
    what: 'The length counts more than the message',
    cure: LENGTH,
    ways: right => [
      [{ ...right, measure: (length, _rest, appId) => length - appId.length }, 'the appId with it'],
      [{ ...right, measure: length => length - 4 }, 'itself'],
      [{ ...right, measure: length => length - 20 }, 'the random bytes and itself'],
      [{ ...right, measure: (length, _rest, appId) => length - 20 - appId.length }, 'everything'],
    ],
  },
  {
    id: 'appId-wrong',
    what: 'Another appId stands at the end',
    cure: 'Use the appId that Echat gave this application, on both sides.',
    ways: otherAppId,
  },
  {
    id: 'iv-in-front',
    what: 'A random IV stands before the ciphertext',
    cure: KEY,
    ways: right => [[{ ...right, ivInFront: true }]],
  },
  {
    id: 'iv-wrong',
    what: 'Another IV was used',
    cure: KEY,
    ways: right => [
      [{ ...right, iv: Buffer.alloc(16) }, 'zeros'],
      [{ ...right, iv: Buffer.from(right.key.subarray(-16)) }, 'the last 16 bytes of the key'],
      [{ ...right, iv: Buffer.alloc(16, '0') }, 'sixteen digits 0'],
    ],
  },
  {
    id: 'ecb',
    what: 'The cipher was AES-256-ECB',
    cure: KEY,
    ways: right => [[{ ...right, algorithm: 'aes-256-ecb' }]],
  },
  {
    id: 'aes-128',
    what: 'The cipher was AES-128',
    cure: KEY,
    ways: right => [
      [{ ...right, algorithm: 'aes-128-cbc' }],
      [{ ...right, algorithm: 'aes-128-cbc', iv: right.key.subarray(-16) }, 'its IV the second half of the key'],
    ],
  },
]

/** Mistakes that need EncodingAESKey as it is written. */
export const keyMistakes = (EncodingAESKey: string): Mistake<Opening> => ({
  id: 'key-not-decoded',
  what: 'EncodingAESKey was not decoded from base64',
  cure: KEY,
  *ways(right): Iterable<Way<Opening>> {
    const keys: [key: Buffer, detail: string][] = [
      [Buffer.from(EncodingAESKey).subarray(0, 32), 'its first 32 characters are the key'],
      [Buffer.from(EncodingAESKey).subarray(-32), 'its last 32 characters are the key'],
      [hash('sha256', EncodingAESKey, 'buffer'), 'its SHA-256 is the key'],
      [Buffer.from(hash('md5', EncodingAESKey)), 'its MD5 in hexadecimal digits is the key'],
    ]
    for (const [key, detail] of keys) {
      yield [{ ...right, key, iv: key.subarray(0, 16) }, detail]
      yield [{ ...right, key }, `${detail}, the IV is right`]
      yield [{ ...right, key, iv: Buffer.alloc(16) }, `${detail}, the IV is zeros`]
    }
  },
})

function withoutZeros(plain: Buffer) {
  const end = plain.findLastIndex(byte => byte !== 0)
  return plain.at(-1) === 0 ? plain.subarray(0, end + 1) : undefined
}

/** The appId that stands there, if what stands before it is sound. */
function* otherAppId(right: Opening): Iterable<Way<Opening>> {
  const whole = decrypted(right)
  const plain = whole && right.unpad(whole)
  if (!plain || plain.length < HEAD + 4) return
  const end = HEAD + 4 + right.readLength(plain, HEAD)
  const appId = plain.subarray(end).toString()
  if (end >= plain.length || appId === right.appId || !/^[\x20-\x7e]{1,128}$/.test(appId)) return
  yield [{ ...right, appId }, `${shown(appId)} came, ${shown(right.appId)} was expected${likeness(appId, right.appId)}`]
}

const shown = (appId: string) => `one of ${appId.length} characters (sha256 ${hash('sha256', appId).slice(0, 8)}…)`

function likeness(came: string, expected: string) {
  if (came.trim() === expected.trim()) return '; they differ in blanks only'
  if (came.toLowerCase() === expected.toLowerCase()) return '; they differ in case only'
  return came.startsWith(expected) || expected.startsWith(came) ? '; one begins with the other' : ''
}
