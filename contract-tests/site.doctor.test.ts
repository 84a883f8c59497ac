/** What stands in for Node in the browser agrees with Node, and the doctor says there what it says here. */
import { isUtf8 } from 'node:buffer'
import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundledFile } from '../scripts/site/bundle.ts'
import { explain } from '../src/explain/explain.ts'
import { explained } from './explained-cases.ts'
import { type Reader, reader } from './site-page.ts'
import vectors from './vectors.json' with { type: 'json' }

type Doctor = typeof import('./site-doctor.ts')

let browser: Reader
let page: Page
beforeAll(async () => {
  browser = await reader({
    doctor: await bundledFile(fileURLToPath(new URL('site-doctor.ts', import.meta.url)), 'doctor'),
  })
  page = (await browser.open('doctor', '', ['doctor'])).page
}, 60_000)
afterAll(() => browser?.close())

const inPage = <A, R>(work: (doctor: Doctor, given: A) => R, given: A): Promise<R> =>
  page.evaluate(
    ([text, it]) =>
      (new Function(`return (${text})`)() as (doctor: Doctor, given: A) => R)(
        (globalThis as unknown as { doctor: Doctor }).doctor,
        it as A,
      ),
    [work.toString(), given] as const,
  )

test('digests as Node does, of any bytes', async () => {
  const texts = [
    '',
    'a',
    '洽谈 😀 \u0000',
    ...Array.from({ length: 40 }, (_, at) => randomBytes(at * 7).toString('latin1')),
  ]
  const names = ['md5', 'sha1', 'sha256', 'sha512']
  const theirs = await inPage(
    ({ crypto }, { texts, names }) =>
      names.flatMap(name =>
        texts.map(it => [
          crypto.hash(name, it),
          crypto.createHash(name).update(it).digest('base64'),
          crypto.createHmac(name, 'key').update(it).digest('hex'),
        ]),
      ),
    { texts, names },
  )
  const ours = names.flatMap(name =>
    texts.map(it => [
      createHash(name).update(it).digest('hex'),
      createHash(name).update(it).digest('base64'),
      createHmac(name, 'key').update(it).digest('hex'),
    ]),
  )
  expect(theirs).toEqual(ours)
})
test('encrypts and decrypts as Node does, in every mode that the doctor tries', async () => {
  const rows = [
    ['aes-256-cbc', 32, true],
    ['aes-256-ecb', 32, false],
    ['aes-128-cbc', 16, true],
  ] as const
  for (const [name, size, chained] of rows) {
    const [key, iv, plain] = [randomBytes(size), randomBytes(16), randomBytes(320)]
    const sealed = createCipheriv(name, key, chained ? iv : null)
      .setAutoPadding(false)
      .update(plain)
    const given = { name, key: [...key], iv: chained ? [...iv] : null, plain: [...plain] }
    const theirs = await inPage(({ crypto }, { name, key, iv, plain }) => {
      const at = [name, Uint8Array.from(key), iv && Uint8Array.from(iv)] as const
      const sealed = crypto
        .createCipheriv(...at)
        .setAutoPadding()
        .update(Uint8Array.from(plain))
      return [[...sealed], [...crypto.createDecipheriv(...at).update(sealed)]]
    }, given)
    expect(theirs, name).toEqual([[...sealed], [...plain]])
  }
})
test('reads and writes bytes as Node does', async () => {
  const samples = Array.from({ length: 60 }, (_, at) => [...randomBytes(at)])
  const forms = ['hex', 'base64', 'base64url', 'latin1'] as const
  const theirs = await inPage(
    ({ buffer: { Buffer, isUtf8 } }, { samples, forms }) =>
      samples.map(bytes => [
        ...forms.map(it => Buffer.from(bytes).toString(it as 'hex')),
        isUtf8(Uint8Array.from(bytes)),
        [...Buffer.from(Buffer.from(bytes).toString('base64').replace(/=+$/, ''), 'base64')],
      ]),
    { samples, forms },
  )
  const ours = samples.map(bytes => [
    ...forms.map(it => Buffer.from(bytes).toString(it)),
    isUtf8(Uint8Array.from(bytes)),
    bytes,
  ])
  expect(theirs).toEqual(ours)
})
test.each(vectors.encrypt)('encrypts the published vector $name', async ({ key, id, random, plain, cipher }) => {
  const sealed = await inPage(
    ({ encrypt }, { plain, key, id, random }) =>
      encrypt(plain, { EncodingAESKey: key, appId: id }, new TextEncoder().encode(random)),
    { plain, key, id, random },
  )
  expect(sealed).toBe(cipher)
})
test.each([...vectors.encrypt, ...vectors.decrypt])(
  'decrypts the published vector $name',
  async ({ key, id, cipher, plain }) => {
    const text = await inPage(
      ({ decrypt }, { cipher, key, id }) => decrypt(cipher, { EncodingAESKey: key, appId: id }),
      { cipher, key, id },
    )
    expect(text).toBe(plain)
  },
)
test('the doctor says in the browser what it says in Node, of everything that it knows', async () => {
  const given = explained.map(({ made, secret }) => ({ vendor: made.vendor.id, http: made.http as never, secret }))
  const theirs = await inPage(
    ({ explain }, all) => all.map(({ vendor, http, secret }) => explain({ id: vendor } as never, http, secret)),
    given,
  )
  const ours = explained.map(({ made, secret }) => explain(made.vendor, made.http, secret))
  expect(theirs).toEqual(JSON.parse(JSON.stringify(ours)))
})
