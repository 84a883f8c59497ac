/** The encrypted envelope against published vectors and two independent implementations. */
import { createCipheriv } from 'node:crypto'
import { createRequire } from 'node:module'
import * as wecom from '@wecom/crypto'
import { describe, expect, test } from 'vitest'
import { decrypt, encrypt } from '../src/wire/envelope.ts'
import { KefuError } from '../src/wire/errors.ts'
import vectors from './vectors.json' with { type: 'json' }

const WXBizMsgCrypt = createRequire(import.meta.url)('wechat-crypto')

const secret = { EncodingAESKey: Buffer.alloc(32, 9).toString('base64').slice(0, 43), appId: 'app1234567' }
const random = Buffer.from('0123456789abcdef')

describe('published vectors', () => {
  test.each(vectors.encrypt)('$name is sealed byte for byte', ({ key, id, random, plain, cipher }) => {
    expect(encrypt(plain, { EncodingAESKey: key, appId: id }, Buffer.from(random))).toBe(cipher)
  })
  test.each(vectors.decrypt)('$name is opened', ({ key, id, plain, cipher }) => {
    expect(decrypt(cipher, { EncodingAESKey: key, appId: id })).toBe(plain)
  })
})

describe('two peers read and write the same, at every padding length', () => {
  const lengths = Array.from({ length: 32 }, (_, length) => length + 1)
  const peer = new WXBizMsgCrypt('token', secret.EncodingAESKey, secret.appId)

  test.each(lengths)('%i characters', length => {
    const text = '洽'.repeat(3) + 'x'.repeat(length)
    const sealed = encrypt(text, secret, random)
    expect(peer.decrypt(sealed).message).toBe(text)
    expect(wecom.decrypt(secret.EncodingAESKey, sealed)).toMatchObject({ message: text, id: secret.appId })
    expect(decrypt(peer.encrypt(text), secret)).toBe(text)
    expect(decrypt(wecom.encrypt(secret.EncodingAESKey, text, secret.appId), secret)).toBe(text)
  })
})

describe('what is wrong is refused, with one answer', () => {
  const sealed = encrypt('hello', secret, random)
  const { key, iv } = {
    key: Buffer.from(`${secret.EncodingAESKey}=`, 'base64'),
    iv: Buffer.alloc(32, 9).subarray(0, 16),
  }
  const raw = (plain: Buffer) =>
    createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false).update(plain).toString('base64')
  const padded = (text: Buffer, padding: number) => Buffer.concat([text, Buffer.alloc(padding, padding)])
  const head = (length: number) => Buffer.concat([random, Buffer.from([0, 0, 0, length])])

  const wrong: Record<string, [cipher: string, cause: string]> = {
    'no base64': ['!!!not-base64!!!', 'not base64'],
    'base64 with a blank in it': [`${sealed.slice(0, 10)} ${sealed.slice(10)}`, 'not base64'],
    'half a block': [sealed.slice(0, 20), '15 bytes, not a multiple of 32'],
    nothing: ['', '0 bytes, not a multiple of 32'],
    'a padding of 33': [raw(padded(Buffer.alloc(63), 1).fill(33, 60)), 'padding'],
    'a padding of 0': [raw(Buffer.alloc(32)), 'padding'],
    'an uneven padding': [
      raw(Buffer.concat([head(1), Buffer.from('x'), Buffer.from([9, 9, 9, 8, 8, 8, 8, 9, 9, 9, 9])])),
      'padding',
    ],
    'a length beyond the end': [raw(padded(Buffer.concat([head(200), Buffer.from('x')]), 11)), 'length'],
    'no room for a length': [raw(padded(Buffer.from('short'), 27)), 'length'],
    'the appId of another': [encrypt('hello', { ...secret, appId: 'app1234568' }, random), 'appId'],
    'an appId that only starts alike': [encrypt('hello', { ...secret, appId: 'app12345678' }, random), 'appId'],
  }
  test.each(Object.entries(wrong))('%s', (_name, [cipher, cause]) => {
    const error = thrown(() => decrypt(cipher, secret))
    expect(error).toMatchObject({ code: 'cipher-malformed', cause: { message: cause } })
    expect(error.message).toBe('The encrypted message cannot be opened.')
  })
  test.each(vectors.refused)('vector: $name', ({ cipher }) => {
    expect(thrown(() => decrypt(cipher, secret)).code).toBe('cipher-malformed')
  })
  test.each(['abcde', secret.EncodingAESKey.slice(1), `${secret.EncodingAESKey}=`])('the key %s', EncodingAESKey => {
    expect(thrown(() => decrypt(sealed, { ...secret, EncodingAESKey })).code).toBe('key-malformed')
  })
})

function thrown(run: () => unknown): KefuError {
  try {
    run()
  } catch (error) {
    if (error instanceof KefuError) return error
    throw error
  }
  throw new Error('expected a refusal')
}
