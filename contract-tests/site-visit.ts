/** The whole site in Chromium, opened from its files or from a server on this machine; what its pages asked for and said is kept. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Files, makeSite } from '../scripts/site/site.ts'
import { launched } from './chromium.ts'

/** Where a reader has it from. */
export const origins = ['files', 'a server'] as const
export type Origin = (typeof origins)[number]

export interface VisitedSite {
  files: Files
  /** What should not have happened: requests that led out of the site, messages on the console, errors. */
  complaints: string[]
  /** What the server sent, in order. */
  sent: { path: string; bytes: number }[]
  /** The address of `en/index` and the like; an anchor may follow. */
  address(origin: Origin, path: string): string
  /** A reader with nothing stored, on that page. */
  visit(origin: Origin, path: string, reader?: BrowserContextOptions): Promise<Page>
  /** Whether a link of one of its pages leads to a file, and to an element of it. */
  has(link: string): boolean
  /** Ends all visits. */
  leave(): Promise<void>
  close(): Promise<void>
}

/** Builds it and opens one browser; fails where there is none. */
export async function visitedSite(): Promise<VisitedSite> {
  const { files } = await makeSite()
  const folder = written(files)
  const sent: VisitedSite['sent'] = []
  const server = await serving(files, sent)
  const browser = await launched()
  const roots: Record<Origin, string> = {
    files: `${pathToFileURL(folder).href}/`,
    'a server': `http://127.0.0.1:${(server.address() as AddressInfo).port}${below}`,
  }
  const complaints: string[] = []
  const address: VisitedSite['address'] = (origin, path) => {
    const [page, anchor] = path.split('#')
    return `${roots[origin]}${page}.html${anchor === undefined ? '' : `#${anchor}`}`
  }
  return {
    files,
    complaints,
    sent,
    address,
    async visit(origin, path, reader = {}) {
      const page = await listened(browser, reader, roots[origin], complaints)
      await page.goto(address(origin, path))
      return page
    },
    has(link) {
      const [path = '', anchor] = decodeURIComponent(link.replace(/^(\.\.\/)+/, '')).split('#')
      const text = files.get(path)
      return text !== undefined && (!anchor || String(text).includes(`id="${anchor}"`))
    },
    async leave() {
      for (const it of browser.contexts()) await it.close()
    },
    async close() {
      await browser.close()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function written(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-site-'))
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** The site has to work in any folder of a server. */
const below = '/docs/kefu-kit/'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

async function serving(files: Files, sent: VisitedSite['sent']): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url?.slice(below.length) ?? '')
    const content = files.get(path)
    if (content === undefined || !request.url?.startsWith(below)) return response.writeHead(404).end()
    sent.push({ path, bytes: Buffer.byteLength(content) })
    return response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain; charset=utf-8' }).end(content)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return server
}

/** Requests that lead out of the site are told, and not let out. */
async function listened(browser: Browser, reader: BrowserContextOptions, root: string, complaints: string[]) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...reader })
  context.setDefaultTimeout(10_000)
  const complain = (page: Page | null, what: string) => complaints.push(`${page?.url().replace(root, '')}: ${what}`)
  await context.route(
    url => !url.href.startsWith(root),
    route => {
      complain(route.request().frame().page(), `asked for ${route.request().url()}`)
      return route.abort()
    },
  )
  context.on('console', message => complain(message.page(), `said ${message.text()}`))
  context.on('weberror', error => complain(error.page(), `failed with ${error.error().message}`))
  context.on('requestfailed', request => {
    // What is still loading when the reader goes on is nobody's fault.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      complain(request.frame().page(), `did not get ${request.url()}`)
  })
  return context.newPage()
}

export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

/** Below the bar that stays on top, and above the lower edge of the window. */
export const expectInView = (target: Locator) =>
  expect
    .poll(async () => (await target.boundingBox())?.y ?? -1)
    .toSatisfy((y: number) => y >= 50 && y < 700, `${target} is in the window`)

export const element = (page: Page, id: string) => page.locator(`[id="${id}"]`)
export const focused = (page: Page) => page.locator(':focus')

/** A page is there when its list of all pages says so. */
export const arrived = (page: Page, path: string) =>
  page.locator(`.sidebar [aria-current][href$="${path.split('/').at(-1)}.html"]`).waitFor({ state: 'attached' })

/** Pixels by which the page could be pushed to the side. */
export const sideways = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

export async function isDark(page: Page): Promise<boolean> {
  const colour = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
  return (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, it) => sum + Number(it), 0) < 150
}

/** Of what has the focus: its beginning, the kind of its outline, and its place in the window, in pixels. */
export const focusShown = (page: Page) =>
  page.evaluate<{ name: string; outline: string; top: number }>(`({
    name: document.activeElement.outerHTML.slice(0, 80),
    outline: getComputedStyle(document.activeElement).outlineStyle,
    top: document.activeElement.getBoundingClientRect().top,
  })`)
