/** The doctor answers soon, whatever comes. */
import { expect, test } from 'vitest'
import { echat, okayapi } from '../schemas/index.ts'
import { explain } from '../src/explain/explain.ts'
import { type Case, echatSealed } from './explain-cases.ts'
import { envelopeRows } from './explain-envelopes.ts'
import { echatMistakes, okayapiMistakes, sobotMistakes } from './explain-mistakes.ts'
import { altered, bare, largeReply, secretOf } from './explain-tampering.ts'

test('whatever comes, the doctor answers within a tenth of a second', () => {
  const deep = `{"ret":200,"data":${'['.repeat(20_000)}${']'.repeat(20_000)},"_t":1,"_auth":"00"}`
  const odd: Case[] = [
    { vendor: okayapi, http: { ...bare({ sign: 'x' }), body: deep } },
    { vendor: okayapi, http: { ...bare({ sign: 'x' }), body: '{"a":{"toString":1},"__proto__":[null]}' } },
    { vendor: okayapi, http: { ...bare({ sign: 'x', a: '\ud800', b: '%zz' }), body: Buffer.from([0xff, 0xfe, 0]) } },
    { vendor: echat, http: { ...bare({ signature: 'x' }), body: '<xml><Encrypt><Encrypt>' } },
    { vendor: echat, http: { ...bare({ signature: ['a', 'b'] as unknown as string }), body: '<xml><Encrypt>QUJD' } },
    echatSealed('A'.repeat(64_000)),
    largeReply(),
    ...[...echatMistakes, ...sobotMistakes, ...okayapiMistakes].map(([, , made]) =>
      altered(made, () => 'f'.repeat(32)),
    ),
    ...envelopeRows.map(([, , made]) => made),
  ]
  const times = odd.map(made => {
    const one = () => {
      const begun = performance.now()
      explain(made.vendor, made.http, secretOf(made))
      return performance.now() - begun
    }
    return Math.min(one(), one(), one(), one(), one())
  })
  expect(Math.max(...times), `case ${times.indexOf(Math.max(...times))}`).toBeLessThan(100)
})
