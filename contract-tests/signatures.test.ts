/** Signatures against published vectors, and what is refused without one. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { echat, okayapi, sobot } from '../schemas/index.ts'
import { wireOf } from '../src/wire/index.ts'
import type { Http } from '../src/wire/wire.ts'
import vectors from './vectors.json' with { type: 'json' }

const moment = { now: 1_569_397_773_000, random: (size: number) => Buffer.alloc(size, 7) }
const bare = (query: Record<string, string>, headers = {}): Http => ({ query, headers, body: Buffer.alloc(0) })

describe('sobot', () => {
  const { call } = wireOf(sobot)
  const [vector] = vectors.sobotSign
  const secret = { appid: vector?.appid, app_key: vector?.app_key, companyid: 'c' }

  test('getToken carries the documented digest', () => {
    expect(call?.seal({ query: {}, body: undefined, open: true }, secret, moment).query).toEqual({
      appid: vector?.appid,
      create_time: vector?.create_time,
      sign: vector?.sign,
    })
  })
  test('the order of the checks: appid, then sign', () => {
    const { appid = '', create_time = '', sign = '' } = vector ?? {}
    expect(() => call?.open(bare({ appid: 'x', create_time, sign }), secret, { open: true })).toThrow(/appid/)
    expect(() => call?.open(bare({ appid, create_time }), secret, { open: true })).toThrow(/no complete signature/)
    expect(() => call?.open(bare({ appid, create_time, sign: sign.toUpperCase() }), secret, { open: true })).toThrow(
      /does not match/,
    )
    expect(call?.open(bare({ appid, create_time, sign }), secret, { open: true }).query.sign).toBe(sign)
  })
  test('a call without a token is not sent, and not accepted', () => {
    expect(() => call?.seal({ query: {}, body: {} }, secret, moment)).toThrow(/getToken/)
    expect(() => call?.open(bare({}), secret)).toThrow(/header token/)
  })
})

describe('okayapi', () => {
  const { call, reply } = wireOf(okayapi)
  const [vector] = vectors.okayapiSign
  const { app_key, ...others } = vector?.params ?? { app_key: '' }
  const secret = { app_key, app_secrect: vector?.secret }

  test('the vector’s corrected digest, not the documented one', () => {
    const { query } = call?.seal({ query: others, body: undefined }, secret, moment) ?? {}
    expect(query?.sign).toBe(vector?.sign)
    expect(query?.sign).not.toBe(vector?.documented_but_wrong)
  })
  test('a sign is checked when it is there', () => {
    const query = { app_key, ...others }
    expect(() => call?.open(bare({ ...query, sign: String(vector?.documented_but_wrong) }), secret)).toThrow(
      /does not match/,
    )
    expect(call?.open(bare({ ...query, sign: String(vector?.sign) }), secret).query.uid).toBe('1')
    expect(call?.open(bare(query), secret).query.uid).toBe('1')
  })
  test('_auth covers the bytes of data as they were sent, PHP escapes included', () => {
    const sealed = reply?.seal({ ret: 200, data: { name: '测试', url: 'a/b' }, msg: '' }, secret, moment)
    expect(reply?.open(sealed as Http, secret)).toMatchObject({ data: { name: '测试' }, _t: 1_569_397_773 })
    const data = '{"name":"\\u6d4b\\u8bd5","url":"a\\/b"}'
    const php = `{"ret":200,"data":${data},"msg":"","_t":1,"_auth":"${md5(`${data}1${secret.app_secrect}`)}"}`
    expect(reply?.open({ ...bare({}), body: Buffer.from(php) }, secret)).toMatchObject({ data: { url: 'a/b' } })
    const forged = php.replace('a\\/b', 'a\\/c')
    expect(() => reply?.open({ ...bare({}), body: Buffer.from(forged) }, secret)).toThrow(/_auth/)
  })
})

describe('echat', () => {
  const { push, challenge } = wireOf(echat)
  const [vector] = vectors.urlSignature
  const { token = '', timestamp = '', nonce = '', sig3: signature = '' } = vector ?? {}
  const secret = { token, EncodingAESKey: 'A'.repeat(43), appId: 'a', mode: 'plain' }
  const body = Buffer.from('<xml><companyStatus>1</companyStatus></xml>')
  const query = { timestamp, nonce, signature, dataType: 'companyStatus' }

  test('the signature printed in the document opens a push', () => {
    expect(push?.open({ query, headers: {}, body }, secret)).toEqual({
      query: { dataType: 'companyStatus' },
      body: { companyStatus: '1' },
    })
  })
  test.each(['timestamp', 'nonce', 'signature'])('without %s', name => {
    expect(() => push?.open({ query: { ...query, [name]: '' }, headers: {}, body }, secret)).toThrow(
      /no complete signature/,
    )
  })
  test.each(['timestamp', 'nonce', 'signature'])('with another %s', name => {
    expect(() => push?.open({ query: { ...query, [name]: 'x' }, headers: {}, body }, secret)).toThrow(/does not match/)
  })
  test('neither mode passes for the other', () => {
    const sealed = push?.seal(
      { query: { dataType: 'companyStatus' }, body: { companyStatus: '1' } },
      { ...secret, mode: 'secure' },
      moment,
    ) as Http
    expect(() => push?.open(sealed, secret)).toThrow(/Expected plain XML/)
    expect(() => push?.open({ query, headers: {}, body }, { ...secret, mode: 'secure' })).toThrow(
      /Expected an <Encrypt>/,
    )
  })
  test('an address check is answered only when it is signed', () => {
    expect(challenge?.(bare({ ...query, dataType: 'checkUrl', echostr: 'e1' }), secret)).toBe('e1')
    expect(() => challenge?.(bare({ ...query, dataType: 'checkUrl', echostr: 'e1', signature: 'x' }), secret)).toThrow(
      /does not match/,
    )
    expect(challenge?.(bare(query), secret)).toBeUndefined()
  })
})

const md5 = (text: string) => createHash('md5').update(text).digest('hex')
