/** Explains the encrypted envelope of Echat: whether it opens, and which mistake of the sender would make it open. */
import { isUtf8 } from 'node:buffer'
import { echat } from '../../schemas/index.ts'
import { KefuError } from '../wire/errors.ts'
import { wireOf } from '../wire/index.ts'
import type { Http } from '../wire/wire.ts'
import { captureOf, sealedIn } from './capture.ts'
import { envelopeMistakes, keyMistakes } from './mistakes-envelope.ts'
import { decrypted, HEAD, looksLikeXml, type Opening, opened, right } from './opening.ts'
import type { Secret } from './schemes.ts'
import { type Found, search } from './search.ts'
import { type Explanation, fingerprint } from './signature.ts'

/** Nothing where nothing is encrypted, nor expected to be. */
export function explainEnvelope(http: Http, secret: Secret): Explanation | undefined {
  const { text } = captureOf(http)
  const { EncodingAESKey = '', appId = '', mode } = secret
  const sealed = sealedIn(text)
  if (text === '' || (sealed === undefined && mode !== 'secure') || (!EncodingAESKey && mode !== 'plain'))
    return undefined
  const mistakes = otherMode(text, sealed, mode) ?? refusal(http, secret, sealed ?? text)
  return {
    scheme: 'echat envelope',
    rule: 'base64 of AES-256-CBC over 16 random bytes, the length in 4 bytes, the message and the appId, padded to 32',
    place: 'the element Encrypt of the body',
    verdict: mistakes.length ? 'mistaken' : 'right',
    mistakes,
    compared: [
      fingerprint('EncodingAESKey', EncodingAESKey),
      fingerprint('appId', appId),
      fingerprint('Encrypt', sealed ?? ''),
    ],
  }
}

const mistake = (id: string, what: string, cure: string): Found[] => [{ id, what, cure }]

function otherMode(text: string, sealed: string | undefined, mode: string | undefined): Found[] | undefined {
  const cure = 'Set the same mode on both sides; never accept plain messages where encrypted ones are agreed.'
  if (mode === 'plain') return mistake('mode', 'An encrypted message came, plain ones are agreed.', cure)
  return sealed === undefined && /^\s*<\w/.test(text)
    ? mistake('mode', 'A plain message came, encrypted ones are agreed.', cure)
    : undefined
}

/** Why the kit itself would refuse it; nothing when it would not. */
function refusal(http: Http, secret: Secret, sealed: string): Found[] {
  const { EncodingAESKey = '' } = secret
  const { length } = EncodingAESKey
  if (length !== 43 || Buffer.from(EncodingAESKey, 'base64').length !== 32) {
    const end = EncodingAESKey.endsWith('=') ? ', the last of them "="' : ''
    const what = `EncodingAESKey has ${length} characters${end}${length === 43 ? ', not all of base64' : ', not 43'}.`
    return mistake(
      'key-length',
      what,
      'Copy EncodingAESKey again: exactly 43 characters of base64, without the "=" at the end.',
    )
  }
  if (!captureOf(http).text.includes('<Encrypt>'))
    return mistake('not-in-xml', 'The body is no XML with an element Encrypt.', 'Send <xml><Encrypt>…</Encrypt></xml>.')
  try {
    wireOf(echat).push?.unwrap(http, secret)
    return []
  } catch (error) {
    if (!(error instanceof KefuError)) throw error
    const cipher = error.code === 'cipher-malformed' || error.code === 'body-not-utf8'
    return cipher
      ? diagnosis(right(sealed, EncodingAESKey, secret.appId ?? ''), EncodingAESKey)
      : mistake(error.code, error.message, error.cure)
  }
}

function diagnosis(opening: Opening, EncodingAESKey: string): Found[] {
  let left = MOST
  const found = search({
    right: opening,
    mistakes: [...envelopeMistakes, keyMistakes(EncodingAESKey)],
    explains(it) {
      left -= it.sealed.length + OVERHEAD
      return opened(it) !== undefined
    },
    tired: () => left < 0,
  })
  return found.length ? found : remains(opening)
}

/** Bytes that are decrypted at most, so that a long message is explained as soon as a short one. */
const MOST = 1 << 23
const OVERHEAD = 1024

/** What can be said when no single change opens it. */
function remains(opening: Opening): Found[] {
  const RESEND = 'Compare the length and hash of what was sent with what came; look at limits and filters on the way.'
  const bytes = opening.decode(opening.sealed)
  if (!bytes)
    return mistake('not-base64', 'The element Encrypt holds no base64.', 'Send the ciphertext as plain base64.')
  const plain = decrypted(opening, false)
  if (!plain) return mistake('truncated', `Only ${bytes.length} bytes came, less than one block.`, RESEND)
  const length = plain.length < HEAD + 8 ? -1 : plain.readUInt32BE(HEAD)
  const needed = HEAD + 4 + length + Buffer.byteLength(opening.appId)
  const begins = length >= 0 && plain[HEAD + 4] === LESS_THAN
  if (begins && length < LONGEST && needed >= bytes.length)
    return mistake('truncated', `It was cut off: ${bytes.length} bytes came, more than ${needed} were sent.`, RESEND)
  const message = plain.subarray(HEAD + 4, HEAD + 4 + length)
  if (begins && !isUtf8(message) && isGbk(message) && looksLikeXml(message))
    return mistake('charset', 'The message inside is GBK.', 'Encode the message as UTF-8 before it is encrypted.')
  const end = opening.unpad(plain)
  const ends = opening.appId !== '' && end?.subarray(-Buffer.byteLength(opening.appId)).toString() === opening.appId
  if (begins || ends)
    return mistake(
      'damaged',
      `The ${begins ? 'beginning' : 'end'} opens, the rest does not: it was changed on the way.`,
      RESEND,
    )
  if (bytes.length % 16 !== 0)
    return mistake('truncated', `${bytes.length} bytes are no whole blocks of 16: it was cut off.`, RESEND)
  return mistake(
    'key-wrong',
    'Nothing opens: it was encrypted with another key.',
    'Compare EncodingAESKey on both sides by its hash; a key that was changed holds for new messages only.',
  )
}

const LESS_THAN = 0x3c
const LONGEST = 1 << 24

function isGbk(bytes: Buffer) {
  try {
    return new TextDecoder('gbk', { fatal: true }).decode(bytes).length > 0
  } catch {
    return false
  }
}
