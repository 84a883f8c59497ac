/** The whole docs site in Chromium, as a reader has it: from files and from a server, in both languages, by keyboard, on a phone, without script. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { contracts } from '../schemas/contracts.ts'
import { limits } from '../scripts/site/checks.ts'
import { vendors } from '../scripts/site/sections.ts'
import { violations } from './chromium.ts'
import { published } from './site-trials.ts'
import {
  arrived,
  element,
  expectInView,
  focused,
  focusShown,
  isDark,
  phone,
  sideways,
  type VisitedSite,
  visitedSite,
} from './site-visit.ts'

let site: VisitedSite
beforeAll(async () => {
  site = await visitedSite()
})
afterAll(() => site?.close())
afterEach(async () => {
  await site.leave()
  expect(site.complaints.splice(0), 'requests to others, messages, errors').toEqual([])
})

const pairs = [
  ['files', 'zh'],
  ['a server', 'en'],
] as const

test.each([
  ['files', 'zh-CN', 'zh'],
  ['files', 'fr-FR', 'en'],
  ['a server', 'zh-TW', 'zh'],
  ['a server', 'en-GB', 'en'],
] as const)('the first page, from %s, sends a reader of %s on', async (origin, locale, language) => {
  const page = await site.visit(origin, 'index', { locale })
  await page.waitForURL(site.address(origin, `${language}/index`))
  await arrived(page, 'index')
})

describe.each(pairs)('from %s, in %s', (origin, language) => {
  const visit = (path: string, reader = {}) => site.visit(origin, `${language}/${path}`, reader)

  test('the start page shows the two commands, and how much of each vendor is documented', async () => {
    const page = await visit('index')
    const commands = (await page.locator('#try + figure code').innerText()).split('\n')
    expect(commands).toEqual(['npx kefu mock', expect.stringMatching(/^npx kefu push echat chatStart --to /)])
    const rows = page.locator('#evidence ~ .scroll').first().locator('tbody tr')
    for (const [index, vendor] of vendors.entries()) {
      const [, all, ...counts] = await rows.nth(index).locator('td').allInnerTexts()
      expect(Number(all)).toBe(contracts(vendor, 'operation').length + contracts(vendor, 'push').length)
      expect(counts.join()).toMatch(/^\d+(,\d+){6}$/)
    }
  })

  test('the list of all pages leads to the contracts of every vendor', async () => {
    const page = await visit('index')
    for (const [path, title, anchor] of [
      ['sobot/customerSave', '新建客户', 'field-body.nick'],
      ['okayapi/AReceiveMsg', '消息', 'errors'],
      ['echat/chatStart', '对话开始', 'message'],
      ['yunduo/conversation', '会话推送', 'field-message.cardId'],
      ['easyliao/lead', '', 'message'],
    ] as const) {
      const place = vendors.findIndex(({ id }) => path.startsWith(`${id}/`))
      await page
        .locator('.sidebar details')
        .nth(2 + place)
        .locator('summary')
        .click()
      await page.locator(`.sidebar a[href$="${path}.html"]`).click()
      await arrived(page, path)
      expect(await page.locator('h1').innerText()).toContain(title)
      expect(await element(page, anchor).count(), `${path} has ${anchor}`).toBe(1)
      await expectInView(page.locator('.sidebar [aria-current]'))
    }
  })

  test.each(published)('the calculator says right, and why a wrong one is wrong: $vendor', async trial => {
    const { vendor, form, values, came, right, wrong, mistake } = trial
    const page = await visit(`${vendor}/index`)
    for (const [name, value] of Object.entries({ ...values, [came]: wrong }))
      await page.locator(`#${form} [name="${name}"]`).fill(value)
    const reason = page.locator(`#${form} [data-mistake="${mistake}"]`)
    expect(await reason.innerText()).toMatch(language === 'zh' ? /[一-鿿]{4}/ : /^[A-Z][a-z ]{4}/)
    expect(await page.locator(`#${form} [data-step=result]`).innerText()).toBe(right)
    await page.locator(`#${form} [name="${came}"]`).fill(right)
    await page.locator(`#${form} [data-verdict=right]`).waitFor()
    expect(await reason.count()).toBe(0)
    expect(await violations(page)).toEqual([])
  })

  test('the switch of the language leads to the same page and back', async () => {
    const other = language === 'en' ? 'zh' : 'en'
    const page = await visit('sobot/errors')
    for (const path of ['sobot/errors', 'guides/verify', 'reference/cli']) {
      await page.goto(site.address(origin, `${language}/${path}`))
      for (const next of [other, language]) {
        await page.click('.bar .language')
        await page.waitForURL(site.address(origin, `${next}/${path}`))
        expect(await page.locator('html').getAttribute('lang')).toBe(next === 'zh' ? 'zh-Hans' : 'en')
      }
    }
  })

  test('light or dark is as the system has it, until it is chosen: that stays on the next pages', async () => {
    const page = await visit('index', { colorScheme: 'dark' })
    expect(await isDark(page)).toBe(true)
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await isDark(page)).toBe(false)
    await page.click('#theme')
    await page.locator('.neighbours .after a').click()
    await arrived(page, 'guides/start')
    expect(await isDark(page)).toBe(true)
    expect(await page.locator('#theme').getAttribute('aria-pressed')).toBe('true')
  })

  test('with the keyboard alone the search opens, is walked through, leads on, and closes', async () => {
    const page = await visit('index')
    await page.keyboard.press('/')
    await page.keyboard.type('visitorEnter')
    await page.locator('#search-results a').nth(1).waitFor()
    expect(await violations(page)).toEqual([])
    for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    expect(await page.locator('#search-results li:nth-child(2) a:focus').count()).toBe(1)
    for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
    await arrived(page, 'echat/visitorEnter')
    await page.locator('#search-open').focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    expect(await focused(page).getAttribute('id')).toBe('search-open')
  })

  test('on a phone the menu opens, leads on, and closes', async () => {
    const page = await visit('sobot/errata', phone)
    const menu = page.locator('#navigation')
    await page.tap('.bar .menu')
    await expectInView(page.locator('.sidebar [aria-current]'))
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await menu.isVisible()).toBe(false)
    await page.tap('.bar .menu')
    await page.tap('.sidebar a[href$="sobot/errors.html"]')
    await arrived(page, 'sobot/errors')
    expect(await menu.isVisible()).toBe(false)
  })

  test('without script, pages are reached, tabs are turned, and nothing is offered that does not work', async () => {
    const page = await visit('sobot/customerSave', { javaScriptEnabled: false })
    const [first, second] = [page.locator('.tabs .panel').nth(0), page.locator('.tabs .panel').nth(1)]
    expect([await first.isVisible(), await second.isVisible()]).toEqual([true, false])
    await page.locator('.tabs label').nth(1).click()
    expect([await first.isVisible(), await second.isVisible()]).toEqual([false, true])
    for (const it of ['#search-open', '#theme']) expect(await page.locator(it).isVisible()).toBe(false)
    await page.locator('.sidebar summary').nth(1).click()
    await page.locator('.sidebar a[href$="guides/verify.html"]').click()
    await arrived(page, 'guides/verify')
    await page.setViewportSize(phone.viewport)
    await page.click('.bar .menu')
    expect(await page.locator('#navigation').isVisible()).toBe(true)
  })

  test('a link to a field inside of closed parts opens them', async () => {
    const anchor = 'field-message.pushInfoCrmDTO.conversationList.activationTime'
    const page = await visit(`yunduo/conversation#${anchor}`)
    await expectInView(element(page, anchor))
  })
})

test.each(pairs)('a search from %s, in %s, leads to the very field or code', async (origin, language) => {
  const page = await site.visit(origin, `${language}/echat/index`)
  // Faster than the index is loaded.
  for (const key of ['/', ...'510002', 'Enter']) await page.keyboard.press(key)
  await page.waitForURL(site.address(origin, `${language}/sobot/errors#code-510002`))
  for (const [query, path, anchor] of [
    ['回调', 'okayapi/AReceiveMsg', ''],
    ['手机号', 'sobot/customerSave', '#field-body.tel'],
    ['510002', 'sobot/errors', '#code-510002'],
    ['visitorEnter', 'echat/visitorEnter', ''],
  ] as const) {
    await page.click('#search-open')
    await page.locator('#search-input').fill(query)
    const links = page.locator('#search-results a')
    await links.first().waitFor()
    for (const it of await links.all()) expect(site.has((await it.getAttribute('href')) ?? ''), `${it}`).toBe(true)
    await links.first().click()
    await page.waitForURL(site.address(origin, `${language}/${path}${anchor}`))
    await expectInView(anchor ? element(page, anchor.slice(1)) : page.locator('h1'))
  }
})

const sample = [
  ...['index', 'guides/verify', 'api', 'reference/cli', 'reference/library', 'reference/scenarios'],
  ...['echat/index', 'sobot/index', 'okayapi/index', 'sobot/customerSave', 'echat/chatStart', 'yunduo/conversation'],
  ...['sobot/errors', 'okayapi/assumptions', 'echat/errata'],
]

test.each(sample)('%s is light, fits on a phone, and bars nobody', async path => {
  site.sent.length = 0
  const page = await site.visit('a server', `en/${path}`)
  expect(site.sent.map(it => it.path)).toContain(`en/${path}.html`)
  expect(site.sent.reduce((sum, it) => sum + it.bytes, 0)).toBeLessThan(limits.firstView)
  expect(await violations(page)).toEqual([])
  await page.setViewportSize(phone.viewport)
  expect(await sideways(page)).toBe(0)
  const small = await site.visit('files', `zh/${path}`, { ...phone, colorScheme: 'dark' })
  expect(await sideways(small)).toBe(0)
  expect(await violations(small)).toEqual([])
})

test('what machines read is there: llms.txt, and the OpenAPI document of every vendor', async () => {
  const page = await site.visit('a server', 'en/index')
  await page.click('footer a[href$="llms.txt"]')
  expect(await page.innerText('body')).toMatch(/^# kefu-kit\n/)
  for (const { id } of vendors) {
    await page.goto(site.address('a server', 'en/index').replace('en/index.html', `openapi/${id}.yaml`))
    expect(await page.innerText('body')).toMatch(/^openapi: ['"]?3\.1/)
  }
})

test('every stop of the keyboard shows where it is, from the link over the lists on', async () => {
  const page = await site.visit('files', 'en/guides/verify')
  for (let stop = 0; stop < 50; stop++) {
    await page.keyboard.press('Tab')
    if (stop === 0) expect(await focused(page).innerText()).toBe('Skip to the content')
    const { name, outline, top } = await focusShown(page)
    expect([outline, top > -20 && top < 800], name).toEqual(['solid', true])
  }
  await page.locator('.skip').focus()
  for (const key of ['Enter', 'Tab']) await page.keyboard.press(key)
  expect(await page.locator('article :focus').count()).toBe(1)
})

test('a request to another host would be told, as would a message of the console', async () => {
  const page = await site.visit('files', 'en/api')
  await page.evaluate("fetch('http://localhost:9/').catch(() => console.log('lost'))")
  await expect.poll(() => site.complaints).toContain('en/api.html: said lost')
  expect(site.complaints.splice(0).join('\n')).toContain('en/api.html: asked for http://localhost:9/')
})
