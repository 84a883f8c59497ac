/** What the search knows: every page, and every part of one that has an anchor. It is indexed in the browser, at the first search. */
import type { Entry, Language, Page } from './page.ts'

/** `p`: path, title and section of each page. `e`: index into `p`, anchor, title, text of each part. */
export interface SearchData {
  p: [path: string, title: string, section: string][]
  e: [page: number, anchor: string, title: string, text: string][]
}

export function searchData(pages: readonly Page[]): SearchData {
  return {
    p: pages.map(({ path, title, section }) => [path, title, section]),
    e: pages.flatMap(({ title, summary, entries }, index): SearchData['e'] => [
      [index, '', title, [summary, ...aboutThePage(entries)].join(' · ')],
      ...entries.flatMap(({ anchor, title, text }): SearchData['e'] =>
        anchor === undefined ? [] : [[index, anchor, title, text]],
      ),
    ]),
  }
}

/** Entries that have no place of their own. */
const aboutThePage = (entries: readonly Entry[]) =>
  entries.flatMap(({ anchor, title, text }) => (anchor === undefined ? [title, text] : []))

/** A script, because a page that was opened from a file may load nothing else. */
export const searchIndex = (pages: readonly Page[], language: Language) =>
  `(globalThis.kefuSearch??={}).${language}=${JSON.stringify(searchData(pages))}\n`
