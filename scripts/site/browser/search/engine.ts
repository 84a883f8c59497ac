/** Finds parts of pages by words. Knows nothing of the page that it runs in. */
import MiniSearch from 'minisearch'
import type { SearchData } from '../../search.ts'
import { askedFor, looselyAskedFor, wordsOf } from './words.ts'

export interface Hit {
  /** Of the page, and the anchor in it. */
  path: string
  anchor: string
  page: string
  section: string
  title: string
  text: string
}

export interface Search {
  /** The best first, at most `most`. */
  find(query: string, most?: number): { hits: Hit[]; total: number }
}

/** Words of this length and more may differ in a letter, once nothing fits. */
const LONG = 5

export function createSearch({ p: pages, e: entries }: SearchData): Search {
  const index = new MiniSearch<{ id: number; title: string; text: string }>({
    fields: ['title', 'text'],
    tokenize: wordsOf,
    processTerm: term => term,
    searchOptions: {
      boost: { title: 4 },
      // A whole page before its parts.
      boostDocument: id => (entries[id as number]?.[1] === '' ? 2 : 1),
      prefix: term => term.length > 1,
      processTerm: term => term,
    },
  })
  index.addAll(entries.map(([, , title, text], id) => ({ id, title, text })))
  return {
    find(query, most = 40) {
      const strict = index.search(query, { tokenize: askedFor, combineWith: 'AND' })
      const found = strict.length
        ? strict
        : index.search(query, { tokenize: looselyAskedFor, combineWith: 'AND', fuzzy: it => it.length >= LONG && 1 })
      return { total: found.length, hits: found.slice(0, most).map(({ id }) => hitOf(id)) }
    },
  }

  function hitOf(id: number): Hit {
    const [page, anchor, title, text] = entries[id] as SearchData['e'][number]
    const [path, pageTitle, section] = pages[page] as SearchData['p'][number]
    return { path, anchor, title, text, page: pageTitle, section }
  }
}
