/** The whole site as files in memory: what is written, and what is judged. */
import { assets } from './assets.ts'
import { downloads } from './downloads.ts'
import { framed } from './layout.ts'
import { ordered } from './navigation.ts'
import { type Language, languages, type Page } from './page.ts'
import { makers } from './pages/index.ts'
import { searchIndex } from './search.ts'

/** By path below the folder of the site, in alphabetical order. */
export type Files = Map<string, string | Uint8Array>

export interface Site {
  files: Files
  pages: Record<Language, readonly Page[]>
}

/** The same sources give the same bytes. */
export async function makeSite(): Promise<Site> {
  const pages = { en: await pagesIn('en'), zh: await pagesIn('zh') }
  const files: [string, string | Uint8Array][] = [...(await assets()), ...(await downloads(pages))]
  for (const language of languages) {
    const all = pages[language]
    for (const page of all) files.push([`${language}/${page.path}.html`, framed(page, all, language)])
    files.push([`assets/index-${language}.js`, searchIndex(all, language)])
  }
  return { files: new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))), pages }
}

async function pagesIn(language: Language): Promise<Page[]> {
  const all: Page[] = []
  for (const make of makers) all.push(...(await make(language)))
  return ordered(all)
}
