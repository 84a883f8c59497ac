/** What a page of the site is, before it is put into its frame. */
import type { Html } from './html.ts'

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** A text in both languages. */
export type Both = Record<Language, string>

/** A part of a page that is found by itself. */
export interface Entry {
  /** Of the element it leads to; the page itself where it is left out. */
  anchor?: string
  title: string
  /** Words besides the title that lead here: terms, names, meanings of codes. */
  text: string
}

export interface Page {
  /** Without language and ending, the same in every language: `echat/chatStart`, `guides/verify`, `index`. */
  path: string
  title: string
  /** What the sidebar calls it; its title where that is left out. */
  label?: string
  /** One sentence for the head and for results of the search. */
  summary: string
  /** The heading of the sidebar that it stands under: `start`, `guides`, `reference`, or the id of a vendor. */
  section: string
  /** A heading inside of the section: the chapter of a vendor. */
  chapter?: string
  body: Html
  entries: readonly Entry[]
  /** Names of the scripts of `browser/` that it needs besides those of every page. */
  scripts?: readonly string[]
  /** Whether it may call a server on this machine. */
  connects?: true
}

/** Makes pages of one language; each maker makes the same paths in both. */
export type Maker = (language: Language) => readonly Page[] | Promise<readonly Page[]>

/** From one page to another, as both lie in the folder of one language. `#anchor` may follow. */
export function linkFrom(path: string, to: string): string {
  const [target = '', anchor] = to.split('#')
  const up = '../'.repeat(path.split('/').length - 1)
  return `${up}${target}.html${anchor === undefined ? '' : `#${anchor}`}`
}
