/** The docs site: everything is on it, in both languages, and what is wrong with it is told. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Type as T, type TSchema } from '@sinclair/typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { sobot } from '../schemas/index.ts'
import { createSearch, type Search } from '../scripts/site/browser/search/engine.ts'
import { deadLinks, faults, firstView, limits, onlyInOne, tooLarge, twiceTheSameId } from '../scripts/site/checks.ts'
import { brokenExamples, contentFaults } from '../scripts/site/content-checks.ts'
import { type Language, languages } from '../scripts/site/page.ts'
import { pagesOf } from '../scripts/site/pages/vendor.ts'
import { searchData } from '../scripts/site/search.ts'
import { vendors } from '../scripts/site/sections.ts'
import { type Files, makeSite, type Site } from '../scripts/site/site.ts'
import { words } from '../scripts/site/zh/index.ts'
import { allFields } from './fields.ts'
import { finished } from './processes.ts'

let site: Site
let search: Record<Language, Search>
beforeAll(async () => {
  site = await makeSite()
  const { en, zh } = site.pages
  search = { en: createSearch(searchData(en)), zh: createSearch(searchData(zh)) }
})

const page = (path: string) => String(site.files.get(path))
const changed = (path: string, from: string | RegExp, to: string): Files => {
  expect(page(path), 'the text to change is there').toMatch(from)
  return new Map(site.files).set(path, page(path).replace(from, to))
}

test('the site has no fault', () => {
  expect(faults(site)).toEqual([])
})

const folder = mkdtempSync(join(tmpdir(), 'kefu-site-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the command writes every file into the folder, of the same bytes as this process makes', async () => {
  const { code, stderr } = await finished('node', ['--import', 'tsx', 'scripts/site/build.ts', folder])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(it => it.isFile())
  expect(written).toHaveLength(site.files.size)
  for (const [path, content] of site.files)
    expect(readFileSync(join(folder, path)).equals(Buffer.from(content as string)), path).toBe(true)
})

test('no page of all has a first view that is too large', () => {
  const pages = [...site.files].filter(([path]) => path.endsWith('.html'))
  const sizes = pages.map(([path, text]) => firstView(site.files, path, String(text)))
  expect(sizes.length).toBeGreaterThan(200)
  expect(Math.max(...sizes)).toBeLessThan(limits.firstView)
})

test('a link to a page that is not there is told', () => {
  const files = changed('en/echat/chatStart.html', 'href="../echat/index.html"', 'href="../echat/indx.html"')
  expect(deadLinks(files)).toContain(
    'en/echat/chatStart.html: the link ../echat/indx.html leads to en/echat/indx.html, which is not there.',
  )
})

test('a link to an anchor that is not there is told', () => {
  const files = changed('en/sobot/errors.html', 'id="code-510002"', 'id="code-510003x"')
  expect(deadLinks(files).join()).toContain('leads to the anchor code-510002, which en/sobot/errors.html does not have')
})

test('an id that stands twice on a page is told', () => {
  const files = changed('en/sobot/errors.html', 'id="code-510002"', 'id="code-900001"')
  expect(twiceTheSameId(files)).toEqual(['en/sobot/errors.html: the id code-900001 is there more than once.'])
})

test('a page that one language lacks is told', () => {
  const lacking = { en: site.pages.en, zh: site.pages.zh.filter(it => it.path !== 'sobot/getToken') }
  expect(onlyInOne({ pages: lacking })).toEqual(['sobot/getToken: there is a page in en only.'])
})

test('a page whose first view is too large is told', () => {
  const files = new Map(site.files).set('en/index.html', page('en/index.html') + ' '.repeat(300_000))
  expect(tooLarge(files).join()).toMatch(/^en\/index\.html: its first view has \d+ bytes, of at most 300000\.$/)
})

test('a missing translation is told by its name', () => {
  const errata = words.sobot?.errata ?? {}
  const { S01: kept } = errata
  delete errata.S01
  const found = contentFaults()
  if (kept) errata.S01 = kept
  expect(found.join('\n')).toMatch(/^sobot\.errata\.S01\./)
  expect(contentFaults()).toEqual([])
})

/** Sobot with another body of labelGroupSave. */
const withBody = (body: TSchema): Vendor => {
  const { labelGroup } = sobot.chapters
  const labelGroupSave = { ...labelGroup.labelGroupSave, body }
  return {
    ...sobot,
    chapters: { ...sobot.chapters, labelGroup: { ...labelGroup, labelGroupSave } },
  } as unknown as Vendor
}

test('an example that breaks its contract is told', () => {
  expect(brokenExamples(withBody(T.Object({ name: T.Number() }))).join('\n')).toContain(
    'sobot.labelGroupSave: the example "documented" breaks its contract: body.name: expected a number',
  )
  expect(vendors.flatMap(brokenExamples)).toEqual([])
})

test.each(languages)('a changed schema changes the page in %s', language => {
  const altered = withBody(T.Object({ rank: T.Integer({ title: '名次', description: 'Its rank.', maximum: 77 }) }))
  const body = pagesOf(altered, language).find(it => it.path === 'sobot/labelGroupSave')?.body.text
  expect(body).toContain('id="field-body.rank"')
  expect(body).toContain('名次')
  expect(body).toContain('≤ 77')
  expect(body).not.toContain('id="field-body.name"')
})

const partsOf = (vendor: Vendor) => [
  ...contracts(vendor, 'operation').map(({ id, contract: { params, query, body, reply } }) => ({
    id,
    parts: { params, query, body, reply } as Record<string, TSchema | undefined>,
  })),
  ...contracts(vendor, 'push').map(({ id, contract }) => ({
    id,
    parts: { message: contract.message } as Record<string, TSchema | undefined>,
  })),
]

test.each(languages)('every field of every contract has its place, with its Chinese term, in %s', language => {
  for (const vendor of vendors)
    for (const { id, parts } of partsOf(vendor))
      for (const [part, schema] of Object.entries(parts))
        for (const { path, field } of allFields(schema)) {
          const anchor = `field-${part}.${path.replaceAll('[]', '').replace(/^\./, '').replaceAll(' ', '_')}`
          const term = `<b lang="zh-Hans">${escaped(field.title ?? '')}</b>`
          expect(
            shownAt(page(`${language}/${vendor.id}/${id}.html`), anchor),
            `${vendor.id}.${id} ${anchor}`,
          ).toContain(term)
        }
})

/** Alternatives may have another field of the same name, each at a place of its own: with a number behind the name. */
const shownAt = (text: string, anchor: string) => {
  const places = anchor.split('.').map(it => it.replace(/[$()*+?[\]^{|}]/g, '\\$&'))
  const found = text.matchAll(new RegExp(`id="${places.join('(?:-\\d)?\\.')}(?:-\\d)?"`, 'g'))
  return [...found].map(({ index }) => text.slice(index, index + 1_500)).join('')
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

test.each(languages)('every error, assumption and erratum has its place in %s', language => {
  for (const vendor of vendors) {
    const text = (name: string) => page(`${language}/${vendor.id}/${name}.html`)
    for (const { code } of vendor.errors) expect(text('errors')).toContain(`id="code-${code}"`)
    for (const name of Object.keys(vendor.assumptions)) expect(text('assumptions')).toContain(`id="${name}"`)
    for (const { id, touches } of vendor.errata) {
      expect(text('errata')).toContain(`id="${id}"`)
      for (const it of touches) {
        expect(text(it), `${it} names ${id}`).toContain(`errata.html#${id}"`)
        expect(text('errata')).toMatch(new RegExp(`id="${id}"(?:(?!</section>)[\\s\\S])*${vendor.id}/${it}\\.html#`))
      }
    }
  }
})

test('no page loads anything from another host', () => {
  for (const [path, content] of site.files) {
    const text = String(content)
    if (path.endsWith('.html'))
      expect(text, path).not.toMatch(/\ssrc="(?:https?:)?\/\/|<link[^>]+href="(?:https?:)?\/\//)
    if (path.endsWith('.css')) expect(text, path).not.toMatch(/url\(|@import/)
  }
})

test.each([
  ['en', '回调', 'okayapi/AReceiveMsg', ''],
  ['zh', '手机号', 'sobot/customerSave', 'field-body.tel'],
  ['en', '手机号', 'sobot/customerSave', 'field-body.tel'],
  ['en', '510002', 'sobot/errors', 'code-510002'],
  ['zh', '510002', 'sobot/errors', 'code-510002'],
  ['en', 'visitorEnter', 'echat/visitorEnter', ''],
  ['zh', 'visitorEnter', 'echat/visitorEnter', ''],
  ['en', 'VISITORENTER', 'echat/visitorEnter', ''],
  ['en', 'create label group', 'sobot/labelGroupSave', ''],
] as const)('a search in %s for %s leads to %s', (language, query, path, anchor) => {
  const [first] = search[language].find(query).hits
  expect(first).toMatchObject({ path, anchor })
})

test('a search takes a letter that is wrong, and finds nothing where nothing is', () => {
  expect(search.en.find('visiterEnter').hits[0]?.path).toBe('echat/visitorEnter')
  expect(search.en.find('葡萄酒').total).toBe(0)
})
