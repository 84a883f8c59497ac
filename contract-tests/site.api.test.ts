/** The interactive page of the docs site in Chromium, against a mock that runs. */
import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import type { Vendor } from '../schemas/define.ts'
import * as vendors from '../schemas/index.ts'
import { bundled } from '../scripts/site/bundle.ts'
import type { Language } from '../scripts/site/page.ts'
import { apiPage } from '../scripts/site/pages/api.ts'
import { violations } from './chromium.ts'
import { type Reader, reader } from './site-page.ts'

const mocking = (origins: readonly string[]): FastifyInstance =>
  mockServer(Object.values(vendors) as Vendor[], createWorlds({ now: Date.now }), { origins })
const [open, closed] = [mocking(['null']), mocking([])]
let browser: Reader
beforeAll(async () => {
  for (const app of [open, closed]) await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await reader({ api: await bundled('api') })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await Promise.all([open.close(), closed.close()])
})

const addressOf = (app: FastifyInstance) => app.listeningOrigin

async function showing(language: Language, app = open) {
  const [page] = await apiPage(language)
  const opened = await browser.open(`api-${language}`, String(page?.body), ['api'], 'http://127.0.0.1:*')
  await opened.page.fill('#api-base', addressOf(app))
  return opened
}

async function sent(page: Page, vendor: string, contract: string) {
  await page.selectOption('#api-vendor', vendor)
  await page.selectOption('#api-contract', contract)
  await page.click('button[type=submit]')
  await page.locator('#api-status', { hasText: /\S/ }).waitFor()
  return {
    status: await page.innerText('#api-status'),
    curl: (await page.textContent('#api-curl')) ?? '',
    answer: (await page.textContent('#api-answer')) ?? '',
  }
}

test('gets a token of Sobot with a signature made in the page, and calls with it', async () => {
  const { page } = await showing('en')
  const token = await sent(page, 'sobot', 'getToken')
  expect(token.status).toContain('200')
  expect(JSON.parse(token.answer)).toMatchObject({ ret_code: '000000', item: { token: expect.any(String) } })
  const fields = await sent(page, 'sobot', 'customFieldList')
  expect(fields.status).toContain('200')
  expect(fields.curl).toMatch(/-H 'token: \w+/)
  expect(JSON.parse(fields.answer)).toMatchObject({ ret_code: '000000' })
})

test('calls OkayAPI, whose signature the mock checks', async () => {
  const { page } = await showing('zh')
  const { answer, curl, status } = await sent(page, 'okayapi', 'ALieBiaoAndypromptsteps')
  expect(curl).toContain('sign=')
  expect([status, JSON.parse(answer).ret]).toEqual([expect.stringContaining('200'), 200])
})

test('shows a push as it would be sent', async () => {
  const { page, seen } = await showing('en')
  const { status, answer } = await sent(page, 'echat', 'chatStart')
  expect(status).toContain('200')
  expect(JSON.parse(answer)).toMatchObject({ query: { dataType: 'chatStart' }, body: expect.stringContaining('<') })
  expect(seen.filter(it => /^https?:/.test(it) && !it.startsWith(addressOf(open)))).toEqual([])
})

test('says what to do where the mock does not let the page in', async () => {
  const { page } = await showing('en', closed)
  expect((await sent(page, 'sobot', 'getToken')).status).toContain('does not let this page in')
})

test('a body that is no JSON is not sent', async () => {
  const { page, seen } = await showing('en')
  await page.selectOption('#api-vendor', 'sobot')
  await page.selectOption('#api-contract', 'labelSave')
  await page.fill('#api-body', '{')
  await page.click('button[type=submit]')
  await page.locator('#api-status', { hasText: 'no JSON' }).waitFor()
  expect(seen.filter(it => it.startsWith(addressOf(open)))).toEqual([])
})

test('axe finds nothing serious, and would tell what is', async () => {
  const { page } = await showing('en')
  expect(await violations(page)).toEqual([])
  await page.evaluate("document.documentElement.lang = ''; document.querySelector('label').style.color = '#eee'")
  expect(await violations(page)).toEqual([expect.stringMatching(/^color-contrast: /), 'html-has-lang: html'])
})
