/** Bodies that are made to harm are not accepted, poison nothing, and hold nobody up. */
import { describe, expect, test } from 'vitest'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, echat } from '../schemas/index.ts'
import { receiver } from '../src/receive.ts'
import { wrongJson, wrongXml } from './receive-hostile.ts'
import { bytes, envelope, FORM, json, listening } from './receive-listening.ts'
import { asking, forgetful, now, parameter, plain, secure, subject, told } from './receive-requests.ts'

describe('not accepted, in words, whether strict or tolerant', () => {
  test.each(Object.entries(wrongXml))('XML: %s', async (_name, text) => {
    for (const tolerant of [false, true]) {
      const inPlain = listening(echat, 'chatSubject', plain, { tolerant })
      const inSecure = listening(echat, 'chatSubject', secure, { tolerant })
      expect(await inPlain.tell(bytes(text))).toMatch(/^(400 body-malformed|422 contract-violated)$/)
      expect(await inSecure.tell(bytes(envelope(text)))).toMatch(/^(400 cipher-malformed|422 contract-violated)$/)
      expect(await inSecure.tell(bytes(text))).toMatch(/^400 (mode-mismatch|cipher-malformed)$/)
      expect([...inPlain.handled, ...inSecure.handled]).toEqual([])
    }
  })

  test.each(Object.entries(wrongJson))('JSON: %s', async (_name, text) => {
    for (const [, vendor, id, secret] of json)
      for (const tolerant of [false, true]) {
        const { handled, tell } = listening(vendor, id, secret, { tolerant })
        expect(await tell(bytes(text))).toMatch(/^(400 body-malformed|422 contract-(unknown|violated))$/)
        expect(handled).toEqual([])
      }
  })

  test('leads of more than a thousand fields, however they come', async () => {
    const lead = (fields: number) => Object.fromEntries(Array.from({ length: fields }, (_, at) => [`a${at}`, '1']))
    const ways: [(fields: number) => string, object][] = [
      [fields => JSON.stringify(lead(fields)), {}],
      [fields => JSON.stringify({ data: JSON.stringify(lead(fields)) }), {}],
      [fields => new URLSearchParams(lead(fields)).toString(), FORM],
    ]
    for (const [written, headers] of ways) {
      const { tell } = listening(easyliao, 'lead', {}, { deviations: {} })
      expect(await tell(bytes(written(1_000)), headers)).toBe('200 {"success":true}')
      expect(await tell(bytes(written(1_001)), headers)).toBe('400 body-malformed')
    }
  })

  const sound = subject('1', '客户').body.toString()
  const encodings: [name: string, Uint8Array, RegExp][] = [
    [
      'GBK',
      Buffer.concat([
        bytes('<xml><chatSubject>'),
        Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]),
        bytes('</chatSubject></xml>'),
      ]),
      /body-not-utf8/,
    ],
    ['UTF-16', Buffer.from(`\ufeff${sound}`, 'utf16le'), /body-not-utf8|body-malformed/],
    ['UTF-16 without a mark', Buffer.from('<xml></xml>', 'utf16le'), /body-malformed/],
    ['half a character', bytes(sound).subarray(0, bytes(sound).indexOf('客') + 1), /body-not-utf8/],
    ['an overlong slash', Buffer.from([0xc0, 0xaf]), /body-not-utf8/],
    ['half of a surrogate pair', Buffer.from([0xed, 0xa0, 0x80]), /body-not-utf8/],
    ['nothing', Buffer.alloc(0), /body-empty/],
    ['a mark alone', bytes('\ufeff'), /body-(malformed|empty)/],
    ['more than a MiB', Buffer.alloc((1 << 20) + 1, 32), /413 body-too-large/],
    ['ten MiB', Buffer.alloc(10 << 20, 32), /413 body-too-large/],
  ]
  test.each(encodings)('bytes: %s', async (_name, body, answer) => {
    for (const [vendor, id, secret] of [
      [echat, 'chatSubject', plain],
      ...json.map(it => it.slice(1) as [Vendor, string, object]),
    ] as const)
      expect(await listening(vendor, id, secret).tell(body)).toMatch(answer)
  })

  test('a form with a field that comes twice, of which one would be lost', async () => {
    const { tell } = listening(easyliao, 'lead', {}, { deviations: {} })
    expect(await tell(bytes('visitorStaticId=1&chatURL=a'), FORM)).toBe('200 {"success":true}')
    expect(await tell(bytes('visitorStaticId=1&visitorStaticId=2'), FORM)).toBe('400 body-malformed')
  })
})

describe('accepted with nothing lost', () => {
  test('comments inside text, and CDATA that is split', async () => {
    const { handled, tell } = listening(echat, 'chatSubject', plain)
    const body = subject('1', 'MEMO').body.toString()
    for (const memo of ['<![CDATA[a]]><![CDATA[b]]>', 'a<!-- c -->b', 'a<![CDATA[b]]>', '&#97;&#x62;', '<!-- -->ab'])
      expect(await tell(bytes(body.replace('<![CDATA[MEMO]]>', memo)))).toBe('200 success')
    expect(handled.map(it => (it as { chatSubjectMemo: string }).chatSubjectMemo)).toEqual(Array(5).fill('ab'))
  })

  test('fields, data types and parameters with the names of JavaScript', async () => {
    const { handled, tell } = listening(echat, 'chatSubject', plain, { deviations: {} })
    const body = subject('1').body.toString()
    for (const name of ['constructor', 'toString', 'hasOwnProperty', 'prototype']) {
      expect(await tell(bytes(body.replace('</xml>', `<${name}>1</${name}></xml>`)))).toBe('200 success')
      expect(Object.entries(handled.at(-1) as object)).toContainEqual([name, '1'])
    }
    const receive = receiver(echat, { secret: plain, now, inbox: forgetful, deviations: { events: 'refuse' }, on: {} })
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      // Each signed anew: a signature is good for one message with its parameters.
      const further = (parameters: string) => {
        const request = subject('1')
        return { ...request, url: request.url + parameters }
      }
      expect(told(await receive(asking(subject('1'), { dataType: name })))).toBe('422 contract-unknown')
      expect(told(await receive(further(`&${name}=1`)))).toBe('200 success')
      expect(told(await receive(further(`&${name}=1&${name}=2`)))).toBe('400 request-malformed')
      expect(told(await receive({ ...subject('1'), headers: JSON.parse(`{"${name}":"1"}`) }))).toBe('200 success')
    }
    for (const name of ['__proto__', 'constructor']) {
      const lead = listening(easyliao, 'lead', {}, { deviations: {} })
      expect(await lead.tell(bytes(`{"visitorStaticId":"1","${name}":{"polluted":1}}`))).toBe('200 {"success":true}')
      expect(await lead.tell(bytes(`visitorStaticId=1&${name}=polluted`), FORM)).toBe('200 {"success":true}')
      for (const it of lead.handled as object[])
        expect([Object.keys(it), Object.getPrototypeOf(it)]).toEqual([['visitorStaticId', name], Object.prototype])
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(parameter(subject('1'), 'dataType')).toBe('chatSubject')
  })
})
