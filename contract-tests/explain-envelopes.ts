/** The table of mistakes with the encrypted envelope: what the sender did, and the id that the doctor has to name first. */
import {
  APP,
  aes,
  type Case,
  echatSealed,
  echatSigned,
  KEY,
  keys,
  laidOut,
  lengthOf,
  MESSAGE,
  padded,
  parts,
  RANDOM,
  sealed,
  sha1,
} from './explain-cases.ts'

export type EnvelopeRow = [id: string, what: string, made: Case, secret?: Record<string, string>]

const { EncodingAESKey } = keys.echat
const base64 = (bytes: Buffer) => echatSealed(bytes.toString('base64'))
const size = lengthOf(MESSAGE.length)
const littleEndian = Buffer.from(size).reverse()
const right = sealed()
const raw = Buffer.from(right, 'base64')
/** 测试 in GBK. */
const gbk = Buffer.concat([Buffer.from('<xml><a>'), Buffer.from([0xb2, 0xe2, 0xca, 0xd4]), Buffer.from('</a></xml>')])
const characters = lengthOf(MESSAGE.toString().length)
const long = Buffer.from(`<xml>${'洽谈 '.repeat(60)}</xml>`)
const longSealed = Buffer.from(sealed(RANDOM, lengthOf(long.length), long, APP), 'base64')
const flipped = (at: number) => {
  const bytes = Buffer.from(longSealed)
  bytes[at] = (bytes[at] as number) ^ 0x40
  return base64(bytes)
}
/** A ciphertext with a sign of that kind in it. */
function having(sign: string) {
  for (let tries = 0; ; tries++) {
    const text = sealed(Buffer.from(String(tries).padStart(16, '0')), size, MESSAGE, APP)
    if (text.slice(1, -1).includes(sign)) return text
  }
}
const key32 = Buffer.from(EncodingAESKey).subarray(0, 32)

export const envelopeRows: readonly EnvelopeRow[] = [
  ['key-length', '44 characters', echatSealed(right), { ...keys.echat, EncodingAESKey: `${EncodingAESKey}=` }],
  ['key-length', '42 characters', echatSealed(right), { ...keys.echat, EncodingAESKey: EncodingAESKey.slice(1) }],
  ['key-wrong', 'another key', base64(aes(padded(laidOut()), Buffer.alloc(32, 5), Buffer.alloc(16, 5)))],
  ['key-not-decoded', '32 characters as key', base64(aes(padded(laidOut()), key32, key32.subarray(0, 16)))],
  [
    'padding-16',
    'PKCS7 by the library',
    base64(aes(padded(laidOut(RANDOM, lengthOf(8), Buffer.from('<a>b</a>'), APP), 16))),
  ],
  ['padding-zeros', 'zeros', base64(aes(Buffer.concat([laidOut(), Buffer.alloc(32 - (laidOut().length % 32))])))],
  ['appId-wrong', 'another', echatSealed(sealed(RANDOM, size, MESSAGE, Buffer.from('another-app-1')))],
  ['appId-wrong', 'a longer one', echatSealed(sealed(RANDOM, size, MESSAGE, Buffer.concat([APP, Buffer.from('x')])))],
  ['appId-missing', 'none', echatSealed(sealed(RANDOM, size, MESSAGE))],
  ['appId-in-front', 'before all', echatSealed(sealed(APP, RANDOM, size, MESSAGE))],
  ['appId-in-front', 'before the message', echatSealed(sealed(RANDOM, size, APP, MESSAGE))],
  ['random-missing', 'none', echatSealed(sealed(size, MESSAGE, APP))],
  ['length-missing', 'none', echatSealed(sealed(RANDOM, MESSAGE, APP))],
  ['length-little-endian', 'turned', echatSealed(sealed(RANDOM, littleEndian, MESSAGE, APP))],
  ['length-in-characters', 'Chinese', echatSealed(sealed(RANDOM, characters, MESSAGE, APP))],
  ['length-of-more', 'with appId', echatSealed(sealed(RANDOM, lengthOf(MESSAGE.length + APP.length), MESSAGE, APP))],
  ['message-alone', 'nothing around it', echatSealed(sealed(MESSAGE))],
  ['base64-twice', 'twice', echatSealed(Buffer.from(right).toString('base64'))],
  ['hexadecimal', 'hex', echatSealed(raw.toString('hex'))],
  ['base64-of-addresses', 'base64url', echatSealed(Buffer.from(having('/'), 'base64').toString('base64url'))],
  ['plus-lost', 'blanks', echatSealed(having('+').replaceAll('+', ' '))],
  ['base64-lines', 'broken', echatSealed(right.replace(/(.{40})/g, '$1\n'))],
  ['percent-encoded', 'encoded', echatSealed(encodeURIComponent(having('+')))],
  ['iv-in-front', 'a random IV', base64(Buffer.concat([RANDOM, aes(padded(laidOut()), KEY, RANDOM)]))],
  ['random-missing+iv-wrong', 'zeros as IV', base64(aes(padded(laidOut(size, MESSAGE, APP)), KEY, Buffer.alloc(16)))],
  ['random-missing+iv-wrong', 'the other end', base64(aes(padded(laidOut(size, MESSAGE, APP)), KEY, KEY.subarray(16)))],
  ['ecb', 'no chain', base64(aes(padded(laidOut()), KEY, null, 'aes-256-ecb'))],
  ['aes-128', 'half the key', base64(aes(padded(laidOut()), KEY.subarray(0, 16), KEY.subarray(0, 16), 'aes-128-cbc'))],
  ['padding-16+message-alone', 'an AES library by itself', base64(aes(padded(Buffer.from('<a>b</a>'), 16)))],
  ['truncated', 'cut in the middle', base64(longSealed.subarray(0, 160))],
  ['truncated', 'cut within a block', base64(longSealed.subarray(0, 165))],
  ['damaged', 'a bit in the last block', flipped(longSealed.length - 3)],
  ['damaged', 'a bit of the length', flipped(0)],
  ['charset', 'GBK inside', echatSealed(sealed(RANDOM, lengthOf(gbk.length), gbk, APP))],
  ['not-base64', 'something else', echatSealed('!!!not-base64!!!')],
  ['not-in-xml', 'base64 alone', echatSigned(sha1(parts.join('')), { body: right })],
  ['mode', 'plain', echatSigned(sha1(parts.join('')))],
  ['mode', 'secure', echatSealed(right), { ...keys.echat, mode: 'plain' }],
]
