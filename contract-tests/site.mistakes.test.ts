/** What the doctor says has its Chinese words, all of it. */
import { expect, test } from 'vitest'
import * as vendors from '../schemas/index.ts'
import { filled, toldIn } from '../scripts/site/browser/signature/words.ts'
import { details } from '../scripts/site/zh/mistake-details.ts'
import { envelopeMistakes as envelopeWords, signatureMistakes as signatureWords } from '../scripts/site/zh/mistakes.ts'
import { captureOf } from '../src/explain/capture.ts'
import { explain } from '../src/explain/explain.ts'
import { signatureMistakes } from '../src/explain/mistakes.ts'
import { envelopeMistakes, keyMistakes } from '../src/explain/mistakes-envelope.ts'
import { right as openingOf } from '../src/explain/opening.ts'
import { plain, type Recipe } from '../src/explain/recipe.ts'
import { schemes } from '../src/explain/schemes.ts'
import { type Case, keys, rightOnes } from './explain-cases.ts'
import { secretOf } from './explain-tampering.ts'
import { explained } from './explained-cases.ts'
import vectors from './vectors.json' with { type: 'json' }

/** Two words in a row, which no name has. */
const ENGLISH = /[A-Za-z]{2,} [A-Za-z]{2,}/

test('every mistake of the tables has its words', () => {
  expect(Object.keys(signatureWords).sort()).toEqual([...new Set(signatureMistakes.map(it => it.id))].sort())
  const inEnvelopes = [...envelopeMistakes, keyMistakes('')].map(it => it.id)
  expect(Object.keys(envelopeWords).sort()).toEqual([...new Set(inEnvelopes)].sort())
})
test('every detail of the tables, too', () => {
  const found = Object.entries(rightOnes).flatMap(([name, made]) => {
    const scheme = schemes[made.vendor.id]?.find(it => it.name === name)
    if (!scheme) return []
    const { companyid = 'c', ...secret } = secretOf(made)
    const recipe = scheme.recipe(captureOf(made.http), { companyid, ...secret })
    const right: Recipe = { ...plain, extras: [{ name: 'body', value: 'x' }], credentials: secret, ...recipe }
    return signatureMistakes.flatMap(it => [...it.ways(right)].flatMap(([, detail]) => detail ?? []))
  })
  const opening = openingOf(vectors.encrypt[0]?.cipher ?? '', keys.echat.EncodingAESKey, 'app')
  const ofEnvelopes = [...envelopeMistakes, keyMistakes(keys.echat.EncodingAESKey)].flatMap(it =>
    [...it.ways(opening)].flatMap(([, detail]) => detail ?? []),
  )
  const all = [...new Set([...found, ...ofEnvelopes])]
  expect(all.length).toBeGreaterThan(300)
  expect(all.filter(it => ENGLISH.test(filled(details, it)))).toEqual([])
})
test('nothing that the doctor says stays English', () => {
  const asked = explained.map(({ made, secret }) => explain(made.vendor, made.http, secret))
  const { vendor, http } = rightOnes['echat signature'] as Case
  const late = [4_000_000, -4_000_000].map(it =>
    explain(vendor, http, keys.echat, { now: 1_700_000_000_123 + it, window: 1 }),
  )
  const other = explain(vendors.sobot, rightOnes['sobot token']?.http as never, { ...keys.sobot, appid: 'mine' })
  const nobody = explain(vendor, http, {})
  const plain = explain(vendor, rightOnes['echat envelope']?.http as never, { ...keys.echat, mode: 'plain' })
  const told = [...asked, ...late, other, nobody, plain].flat().flatMap(it => toldIn('zh', it))
  expect(told.length).toBeGreaterThan(100)
  expect(told.filter(({ what, cure }) => ENGLISH.test(what) || ENGLISH.test(cure))).toEqual([])
})
