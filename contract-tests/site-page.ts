/** A page of the docs site in Chromium, opened from a file, as a reader without a server has it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { launched } from './chromium.ts'

export interface Opened {
  page: Page
  /** Names of the files that were asked for, other addresses whole, and what was said on the console. */
  seen: string[]
}

export interface Reader {
  /** A page with that alone on it, and with these scripts, in place of the one before; `connect` is what its policy lets it call. */
  open(name: string, body: string, scripts: readonly string[], connect?: string): Promise<Opened>
  close(): Promise<void>
}

/** With these scripts, by name, in the folder of the pages. */
export async function reader(scripts: Readonly<Record<string, string>>): Promise<Reader> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-site-'))
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, `${name}.js`), text)
  const browser = await launched()
  const page = await browser.newPage()
  let seen: string[] = []
  page.on('request', request => seen.push(request.url().replace(/^file:.*\//, '')))
  page.on('pageerror', error => seen.push(`error ${error.message}`))
  page.on('console', message => seen.push(`console ${message.text()}`))
  return {
    async open(name, body, loaded, connect = "'none'") {
      const file = join(folder, `${name}.html`)
      writeFileSync(file, documentOf(name, body, loaded, connect))
      await page.goto('about:blank')
      seen = []
      await page.goto(pathToFileURL(file).href)
      return { page, seen }
    },
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function documentOf(name: string, body: string, scripts: readonly string[], connect: string) {
  const policy = `default-src 'none'; script-src 'self' file:; connect-src ${connect}; form-action 'none'`
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${name}</title>`
  const elements = scripts.map(it => `<script defer src="${it}.js"></script>`).join('')
  return `<!doctype html><html lang="en"><head>${head}${elements}</head><body><main>${body}</main></body></html>`
}
