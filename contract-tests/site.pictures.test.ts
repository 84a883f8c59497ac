/** The pictures of the docs site: what they show is what the mock does, and in a browser no text lies on another or is cut. */
import { readFileSync } from 'node:fs'
import * as wecom from '@wecom/crypto'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { castOf } from '../mocks/scenarios/cast.ts'
import { scenarios } from '../mocks/scenarios/index.ts'
import { languages } from '../scripts/site/page.ts'
import { scenarioPage } from '../scripts/site/pages/scenarios.ts'
import { pictureNamed, pictureNames } from '../scripts/site/pictures/index.ts'
import { runOf, START } from '../scripts/site/pictures/run.ts'
import { schedulesOf, sendingOf } from '../scripts/site/pictures/schedules.ts'
import { sealedExample } from '../scripts/site/pictures/sealed-example.ts'
import { clockOf, spanOf } from '../scripts/site/pictures/times.ts'
import { vendors } from '../scripts/site/sections.ts'
import { kefu } from './kefu.ts'
import { hearing } from './receiver.ts'
import { type Reader, reader } from './site-page.ts'

describe('sequences', () => {
  test.each(scenarios)('$id shows each push of the story at its time, acknowledged', async ({ id, story }) => {
    const told = story(castOf({ seed: 'docs', index: 0, start: START }))
    const sent = await runOf(id)
    expect(sent.map(it => [it.at - START, it.vendor, it.push, it.acknowledged])).toEqual(
      told.map(it => [it.at, it.vendor.id, it.push, true]),
    )
    const drawn = (await pictureNamed(`sequence-${id}`, 'en')).text
    for (const { at, push } of sent)
      for (const words of [`>${clockOf(at - START)}</text>`, `>${push}</tspan>`]) expect(drawn).toContain(words)
    expect(drawn.match(/<polyline/g)).toHaveLength(2 * sent.length)
  })

  test('two refusals are followed by attempts after 5 and 15 seconds, and then by the rest of the visit', async () => {
    const sent = await runOf('browse-only', 2)
    expect(sent.slice(0, 4).map(it => [it.push, it.attempt, it.at - START, it.status])).toEqual([
      ['visitorEnter', 1, 0, 500],
      ['visitorEnter', 2, 5_000, 500],
      ['visitorEnter', 3, 20_000, 200],
      ['keywordReturn', 1, sent[3]!.at - START, 200],
    ])
    expect((await pictureNamed('sequence-retries', 'en')).text.match(/>500<\/text>/g)).toHaveLength(2)
  })

  test('a second run sends the same bytes', async () => {
    // Only the port is another.
    const bytes = async () => (await runOf('visitor-to-customer')).map(({ to: _, ...it }) => it)
    expect(await bytes()).toEqual(await bytes())
  })
})

test.each(vendors.filter(it => it.push))(
  'the timeline of $id shows every attempt and wait of each profile',
  async vendor => {
    const sending = sendingOf(vendor)!
    const [own, fast, patient] = schedulesOf(sending)
    expect(own).toEqual({ profile: 'vendor', delays: sending.delays, longer: 0 })
    expect(fast).toEqual({ profile: 'fast', delays: [50, 150, 600], longer: 0.2 })
    expect(patient?.delays.map(it => spanOf(it, 'en')).join()).toBe(
      '10 s,60 s,5 min,15 min,1 h,2 h,4 h,8 h,12 h,20 h,22 h',
    )
    const drawn = (await pictureNamed(`timeline-${vendor.id}`, 'en')).text
    const attempts = sending.delays.length + 1 + 4 + 12
    expect(drawn.match(/<circle/g)).toHaveLength(attempts + 3)
    expect(drawn.match(/<tr>/g)).toHaveLength(1 + attempts + 3)
    for (const delay of sending.delays) expect(drawn).toContain(`>${spanOf(delay, 'en')}</text>`)
  },
)

test('the parts of the envelope are those that another library reads', async () => {
  const { plain, random, length, message, appId, padding, cipher, base64, body, EncodingAESKey } = sealedExample()
  expect(wecom.decrypt(EncodingAESKey, base64)).toMatchObject({ message: `${message}`, id: `${appId}` })
  expect([random.length, length.readUInt32BE(), plain.length % 32]).toEqual([16, message.length, 0])
  expect(random.length + 4 + message.length + appId.length + padding.length).toBe(cipher.length)
  const drawn = (await pictureNamed('envelope', 'en')).text
  for (const part of [random, length, message, appId, padding, cipher, Buffer.from(body)])
    expect(drawn).toContain(`>${part.length} bytes</text>`)
})

/** Runs in the page, whose types are not those of this repository. */
const misplaced = readFileSync(new URL('site-misplaced.js', import.meta.url), 'utf8')

describe('in a browser', () => {
  let browser: Reader
  beforeAll(async () => {
    browser = await reader({})
  })
  afterAll(() => browser.close())

  test.each(languages)('no text of a picture in %s lies on another, is cut or leaves its box', async language => {
    const all = await Promise.all(pictureNames.map(it => pictureNamed(it, language)))
    const { page, seen } = await browser.open(`pictures-${language}`, all.join('\n'), [])
    expect(await page.evaluate(misplaced)).toEqual([])
    expect(seen).toEqual([`pictures-${language}.html`])
  })

  test('a picture has a title, says what is to be seen, and scrolls by the keyboard', async () => {
    const { page } = await browser.open('envelope', (await pictureNamed('envelope', 'en')).text, [])
    const found = page.getByRole('img', { name: 'Layout of the encrypted envelope' })
    expect(await found.count()).toBe(1)
    expect(await page.locator('desc').textContent()).toMatch(/^A short message/)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Layout of the encrypted envelope')
  })
})

test.each(languages)('the page of scenarios in %s has each of them under its anchor', async language => {
  const [page] = await scenarioPage(language)
  for (const { id, title } of scenarios) {
    expect(page?.body.text).toContain(`<h2 id="${id}">`)
    expect(page?.entries.find(it => it.anchor === id)?.text).toContain(title)
  }
  const ids = [...(page?.body.text ?? '').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the command of that page plays the scenario', async () => {
  const [page] = await scenarioPage('en')
  const [, typed = ''] = /kefu -- (scenario .*)/.exec(page?.body.text.replace(/<[^>]+>/g, '') ?? '') ?? []
  const receiver = await hearing()
  onTestFinished(receiver.end)
  const { code, stderr } = await kefu(...typed.trim().replace('http://127.0.0.1:3000', receiver.url('')).split(' '))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(receiver.at('/hooks/echat')).toHaveLength(11)
})
