/** The doctor names the mistake that was made, calls right what is right, and keeps secrets. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../mocks/world/world.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { easyliao, echat, okayapi, sobot, yunduo } from '../schemas/index.ts'
import { explain } from '../src/explain/explain.ts'
import { wireOf } from '../src/wire/index.ts'
import type { Http } from '../src/wire/wire.ts'
import { type Case, echatSealed, echatSigned, keys, parts, rightOnes, sealed, sha1 } from './explain-cases.ts'
import { type EnvelopeRow, envelopeRows } from './explain-envelopes.ts'
import { echatMistakes, okayapiMistakes, sobotMistakes } from './explain-mistakes.ts'
import { altered, bare, type Field, opens, otherIv, secretOf, tamperable } from './explain-tampering.ts'
import vectors from './vectors.json' with { type: 'json' }

const explained = (made: Case, scheme: string, secret: Record<string, string> = secretOf(made)) =>
  explain(made.vendor, made.http, secret).find(it => it.scheme === scheme)

const signatures = [...echatMistakes, ...sobotMistakes, ...okayapiMistakes]

describe('mistakes', () => {
  test.each(signatures)('%s in %s', (id, scheme, made) => {
    const found = explained(made, scheme)
    expect(found?.mistakes[0]?.id, JSON.stringify(found, null, 1)).toBe(id)
    expect(found?.verdict).toBe('mistaken')
  })
  test.each<EnvelopeRow>(envelopeRows)('%s in the envelope: %s', (id, _what, made, secret) => {
    const found = explained(made, 'echat envelope', secret)
    expect(found?.mistakes[0]?.id, JSON.stringify(found, null, 1)).toBe(id)
    expect(found?.verdict).toBe('mistaken')
  })
  test('there are many of them, and every one says what to do', () => {
    const all = [...signatures.map(([id]) => id), ...envelopeRows.map(([id]) => id)]
    expect(new Set(all.filter(it => !it.includes('+'))).size).toBeGreaterThan(55)
    for (const [, scheme, made] of signatures) {
      for (const { what, cure } of explained(made, scheme)?.mistakes ?? [])
        expect([what, cure].join('|')).toMatch(/^[A-Z].+\.\|[A-Z].+\.$/s)
    }
  })
})

const moment = createWorld({ now: () => 1_700_000_000_123 }).moment
const named = Object.entries(rightOnes)
const verdicts = (vendor: Vendor, http: Http, secret: Record<string, string>) =>
  explain(vendor, http, secret).map(it => `${it.scheme}: ${it.verdict}`)

describe('what is right', () => {
  test.each(named)('%s', (scheme, made) => {
    const found = explained(made, scheme)
    expect(found).toMatchObject({ verdict: 'right', mistakes: [] })
    expect(found).not.toHaveProperty('differs')
  })
  test('the published vectors', () => {
    const [{ token, timestamp, nonce, sig3: signature }] = vectors.urlSignature as [(typeof vectors.urlSignature)[0]]
    expect(verdicts(echat, bare({ timestamp, nonce, signature }), { token })).toEqual(['echat signature: right'])
    const [{ sign, appid, create_time, app_key }] = vectors.sobotSign as [(typeof vectors.sobotSign)[0]]
    expect(verdicts(sobot, bare({ appid, create_time, sign }), { appid, app_key })).toEqual(['sobot token: right'])
    const [vector] = vectors.okayapiSign as [(typeof vectors.okayapiSign)[0]]
    const secret = { app_key: vector.params.app_key, app_secrect: vector.secret }
    expect(verdicts(okayapi, bare({ ...vector.params, sign: vector.sign }), secret)).toEqual(['okayapi sign: right'])
    const [printed] = explain(okayapi, bare({ ...vector.params, sign: vector.documented_but_wrong }), secret)
    expect(printed?.mistakes.map(it => it.id)).toEqual(['secret-missing'])
  })
  test.each([...vectors.encrypt, ...vectors.decrypt])(
    'vector $name of WeChat opens; its signature is no Echat one',
    vector => {
      const { key: EncodingAESKey, id: appId, cipher } = vector
      const { token, timestamp, nonce, sig4 } = { token: 'none', timestamp: '', nonce: '', sig4: '', ...vector }
      const http = { ...bare({ timestamp, nonce, signature: sig4 }), body: `<xml><Encrypt>${cipher}</Encrypt></xml>` }
      const [signature, envelope] = explain(echat, http, { token, EncodingAESKey, appId, mode: 'secure' })
      expect(envelope).toMatchObject({ scheme: 'echat envelope', verdict: 'right' })
      if (sig4 && vector.name !== 'E-reply') expect(signature?.mistakes[0]?.id).toBe('encrypt-included')
    },
  )
  test.each(['plain', 'secure'])('every push of Echat that the kit seals, %s', mode => {
    const secret = { ...keys.echat, mode }
    for (const { id: dataType, contract } of contracts(echat, 'push')) {
      for (const body of Object.values({ ...contract.examples, ...contract.variants })) {
        const http = wireOf(echat).push?.seal({ query: { dataType }, body }, secret, moment()) as Http
        const wanted = ['echat signature: right', ...(mode === 'secure' ? ['echat envelope: right'] : [])]
        expect(verdicts(echat, http, secret)).toEqual(wanted)
      }
    }
  })
  test('pushes and calls of Sobot, calls and answers of OkayAPI that the kit seals', () => {
    const on = () => 'on'
    for (const { contract } of contracts(sobot, 'push')) {
      for (const body of Object.values(contract.examples)) {
        const http = wireOf(sobot).push?.seal({ query: {}, body }, keys.sobot, moment(), on) as Http
        expect(verdicts(sobot, http, keys.sobot)).toEqual(['sobot push: right'])
      }
    }
    const asked = wireOf(sobot).call?.seal({ query: {}, body: undefined, open: true }, keys.sobot, moment()) as Http
    expect(verdicts(sobot, asked, keys.sobot)).toEqual(['sobot token: right'])
    const { call, reply } = wireOf(okayapi)
    for (const { contract } of contracts(okayapi, 'operation')) {
      for (const { query = {}, body, reply: said } of Object.values(contract.examples)) {
        const texts = Object.fromEntries(
          Object.entries({ ...query, app_key: keys.okayapi.app_key }).map(([name, value]) => [name, String(value)]),
        )
        const http = call?.seal({ query: texts, body }, keys.okayapi, moment()) as Http
        expect(verdicts(okayapi, http, keys.okayapi)).toEqual(['okayapi sign: right'])
        const answer = reply?.seal(said, keys.okayapi, moment()) as Http
        expect(verdicts(okayapi, answer, keys.okayapi)).toEqual(['okayapi _auth: right'])
      }
    }
  })
  test('another IV of the sender is none: it spoils nothing but the random bytes', () => {
    expect(explained(echatSealed(otherIv()), 'echat envelope')?.verdict).toBe('right')
  })
  test('the time is judged where a window is given', () => {
    const made = rightOnes['echat signature'] as Case
    const at = (now: number) => explain(made.vendor, made.http, secretOf(made), { now, window: 300_000 })[0]
    expect(at(1_700_000_300_123)?.verdict).toBe('right')
    expect(at(1_700_000_301_123)?.mistakes).toMatchObject(
      [{ id: 'clock-skew', what: /301 s behind/ }].map(it => ({ ...it, what: expect.stringMatching(it.what) })),
    )
    expect(at(1_699_996_400_123)?.mistakes[0]?.what).toContain('1 hours ahead of')
  })
})

describe('what is not explained', () => {
  test.each(named.filter(([scheme]) => scheme !== 'echat envelope'))('%s with a digest of nothing', (scheme, made) => {
    const found = explained(
      altered(made, digest => sha1(`none ${digest}`).slice(0, digest.length).padEnd(digest.length, '1')),
      scheme,
    )
    expect(found).toMatchObject({ verdict: 'unexplained', mistakes: [], differs: { at: expect.any(Number) } })
  })
  test('vendors that sign nothing, requests that carry nothing', () => {
    for (const vendor of [yunduo, easyliao]) expect(explain(vendor, bare({}), {})).toEqual([])
    for (const vendor of [echat, sobot, okayapi]) expect(explain(vendor, bare({}), {})).toEqual([])
    expect(explain(sobot, bare({}), keys.sobot, { as: 'token' })[0]?.mistakes[0]?.id).toBe('incomplete')
    expect(explain(echat, rightOnes['echat signature']?.http as Http, {})[0]?.mistakes[0]?.id).toBe(
      'credential-missing',
    )
  })
  test('the digits around the first that differs are shown', () => {
    const right = sha1(parts.join(''))
    const wrong = `${right.slice(0, 10)}${right[10] === '0' ? '1' : '0'}${right.slice(11)}`
    const differs = { at: 10, expected: right.slice(6, 15), got: wrong.slice(6, 15) }
    expect(explained(echatSigned(wrong), 'echat signature')?.differs).toEqual(differs)
  })
})

const change = fc.tuple(fc.nat(), fc.constantFrom('flip', 'drop', 'double', 'add'), fc.integer({ min: 33, max: 126 }))

test('no request that was tampered with is called right', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...named.filter(([scheme]) => scheme !== 'echat envelope')),
      fc.nat(),
      change,
      ([scheme, made], which, [at, how, sign]) => {
        const fields = tamperable(made)
        const field = fields[which % fields.length] as Field
        const text = field.text
        const place = at % text.length
        const put = {
          flip: String.fromCharCode(sign),
          drop: '',
          double: `${text[place]}${text[place]}`,
          add: `${text[place]}${String.fromCharCode(sign)}`,
        }[how]
        const other = text.slice(0, place) + put + text.slice(place + 1)
        fc.pre(other !== text)
        const found = explain(made.vendor, field.put(other), secretOf(made)).find(it => it.scheme === scheme)
        expect(found?.verdict).not.toBe('right')
      },
    ),
    { numRuns: 400 },
  )
}, 120_000)

test('no tampered ciphertext is called right that the kit would not open', () => {
  const made = rightOnes['echat envelope'] as Case
  const cipher = sealed()
  fc.assert(
    fc.property(fc.nat(cipher.length - 1), fc.constantFrom('A', '7', '-', '', '  '), (at, sign) => {
      const { http } = echatSealed(cipher.slice(0, at) + sign + cipher.slice(at + 1))
      const verdict = explain(made.vendor, http, secretOf(made)).at(-1)?.verdict
      expect(verdict === 'right').toBe(opens(() => wireOf(echat).push?.unwrap(http, keys.echat)))
    }),
    { numRuns: 200 },
  )
}, 120_000)

test('no secret appears in what is said', () => {
  const all = [
    ...signatures.map(([, , made]) => made),
    ...Object.values(rightOnes),
    ...envelopeRows.map(([, , made]) => made),
  ]
  for (const made of [...all, ...all.map(it => altered(it, () => Object.values(secretOf(it))[0] as string))]) {
    const said = JSON.stringify(explain(made.vendor, made.http, secretOf(made), { now: 1, window: 1 })).toLowerCase()
    for (const [name, secret] of Object.entries(secretOf(made))) {
      if (name !== 'mode') expect(said, name).not.toContain(secret.toLowerCase())
    }
  }
})
