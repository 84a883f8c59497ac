/** The calculator of the docs site in Chromium, right and wrong, in both languages. */
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { easyliao, echat, okayapi, sobot, yunduo } from '../schemas/index.ts'
import { bundled, loadedLater } from '../scripts/site/bundle.ts'
import { languages } from '../scripts/site/page.ts'
import { signaturePart, signatureScripts } from '../scripts/site/pages/signature.ts'
import { type Reader, reader } from './site-page.ts'
import { trials } from './site-trials.ts'
import vectors from './vectors.json' with { type: 'json' }

const vendors = { easyliao, echat, okayapi, sobot, yunduo }

let browser: Reader
beforeAll(async () => {
  const names = signatureScripts.flatMap(it => [it, ...(loadedLater[it] ?? [])])
  const scripts = await Promise.all(names.map(async it => [it, await bundled(it)] as const))
  browser = await reader(Object.fromEntries(scripts))
}, 60_000)
afterAll(() => browser?.close())

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

describe.each(languages)('the calculator, %s', language => {
  const showing = (vendor: 'echat' | 'sobot' | 'okayapi') =>
    browser.open(`${vendor}-${language}`, String(signaturePart(vendors[vendor], language)), signatureScripts)

  const said = async (page: Page, form: string) => {
    const verdict = page.locator(`#${form} [data-verdict]`)
    await verdict.waitFor()
    const mistakes = page.locator(`#${form} [data-mistake]`)
    return [
      await verdict.getAttribute('data-verdict'),
      ...(await mistakes.evaluateAll(all =>
        all.map(it => (it as never as { dataset: { mistake: string } }).dataset.mistake),
      )),
    ]
  }
  const result = (page: Page, form: string) => page.locator(`#${form} [data-step=result]`).innerText()
  const fill = async (page: Page, form: string, values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) await page.locator(`#${form} [name="${name}"]`).fill(value)
    await page.locator('html[data-calculator]').waitFor({ state: 'attached' })
  }

  test('shows the published examples before any script has run, and asks for nothing but its own files', async () => {
    const { page, seen } = await showing('okayapi')
    expect(await result(page, 'signature-okayapi-sign')).toBe(vectors.okayapiSign[0]?.sign)
    expect(seen).toEqual([`okayapi-${language}.html`, 'signature.js'])
    await fill(page, 'signature-okayapi-sign', { app_secrect: 'x' })
    expect(seen.slice(2)).toEqual(['signature-kit.js'])
  })
  test.each(trials)(
    '$vendor: $form, right and wrong',
    async ({ vendor, form, values, came, right, wrong, mistake }) => {
      const { page } = await showing(vendor)
      await fill(page, form, { ...values, [came]: right })
      expect(await result(page, form)).toBe(right)
      expect(await said(page, form)).toEqual(['right'])
      await fill(page, form, { [came]: wrong })
      await page.locator(`#${form} [data-mistake]`).first().waitFor()
      expect((await said(page, form)).slice(0, 2)).toEqual(['mistaken', mistake])
    },
  )
  test('an encrypted message is opened step by step, and a wrong key is named', async () => {
    const { page } = await showing('echat')
    const field = (name: string) => page.locator(`#envelope [data-field=${name}]`)
    expect(await field('message').innerText()).toBe('<xml><chatStart>洽谈</chatStart></xml>')
    const vector = vectors.decrypt[1]
    await fill(page, 'envelope', {
      EncodingAESKey: vector?.key ?? '',
      appId: vector?.id ?? '',
      body: vector?.cipher ?? '',
    })
    expect(await field('message').textContent()).toBe(vector?.plain)
    expect(await field('appId').innerText()).toBe(vector?.id)
    expect(await said(page, 'envelope')).toEqual(['right'])
    await fill(page, 'envelope', { EncodingAESKey: 'B'.repeat(43) })
    await page.locator('#envelope [data-mistake]').waitFor()
    expect(await said(page, 'envelope')).toEqual(['mistaken', 'key-wrong'])
    expect(await field('message').count()).toBe(0)
  })
  test('the keyboard is enough, and every input has its label', async () => {
    const { page } = await showing('sobot')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('17')
    await page.locator('html[data-calculator]').waitFor({ state: 'attached' })
    await page.getByLabel('appid').first().waitFor()
    const right = md5('1715693977732')
    expect(await result(page, 'signature-sobot-token')).toBe(right)
    await page.locator('#signature-sobot-token [role=status]', { hasText: right }).waitFor()
    expect(
      await page
        .locator('input, textarea')
        .evaluateAll(all => all.map(it => (it as never as { labels: unknown[] }).labels.length)),
    ).not.toContain(0)
  })
})

test('the first view of a page pays for next to nothing, and the same sources give the same bytes', async () => {
  const [first, again] = [await bundled('signature'), await bundled('signature')]
  expect(first).toBe(again)
  expect(first.length).toBeLessThan(2_000)
  expect((await bundled('signature-kit')).length).toBeLessThan(200_000)
})

test('vendors that sign nothing have no calculator', () => {
  for (const vendor of [vendors.yunduo, vendors.easyliao]) expect(signaturePart(vendor, 'en')).toBeUndefined()
})
