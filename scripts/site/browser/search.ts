/** The search: a dialog behind `/`, and results that lead to the very field or code. The index is loaded at first use. */
import type { SearchData } from '../search.ts'
import { createSearch, type Hit, type Search } from './search/engine.ts'

type Language = 'en' | 'zh'
type Loaded = { kefuSearch?: Partial<Record<Language, SearchData>> }

const { root = '', language = 'en' } = document.documentElement.dataset as { root?: string; language?: Language }
const labels = {
  en: {
    label: 'Search fields, codes, pages',
    close: 'Close',
    none: 'Nothing found.',
    found: (total: number, shown: number) => `${total} found${total > shown ? `, ${shown} shown` : ''}`,
    elsewhere: 'Nothing in English; found in the Chinese pages:',
    failed: 'The index could not be loaded.',
  },
  zh: {
    label: '搜索字段、错误码、页面',
    close: '关闭',
    none: '没有找到。',
    found: (total: number, shown: number) => `找到 ${total} 条${total > shown ? `，显示前 ${shown} 条` : ''}`,
    elsewhere: '中文页面里没有，以下来自英文页面：',
    failed: '索引加载失败。',
  },
}[language]
const otherLanguage: Language = language === 'en' ? 'zh' : 'en'

const searches: Partial<Record<Language, Promise<Search>>> = {}

/** By a script element: a page that was opened from a file may not fetch. */
function loaded(which: Language): Promise<Search> {
  searches[which] ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `${root}assets/index-${which}.js`
    script.onload = () => {
      const data = (globalThis as Loaded).kefuSearch?.[which]
      if (data) resolve(createSearch(data))
      else reject(new Error(labels.failed))
    }
    script.onerror = () => reject(new Error(labels.failed))
    document.head.append(script)
  })
  return searches[which]
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}

const input = element('input', {
  id: 'search-input',
  type: 'search',
  autocomplete: 'off',
  spellcheck: 'false',
  placeholder: labels.label,
  'aria-label': labels.label,
  'aria-controls': 'search-results',
})
const status = element('p', { id: 'search-status', role: 'status' })
const results = element('ul', { id: 'search-results' })
const close = element('button', { type: 'button', class: 'close' }, labels.close)
const dialog = element(
  'dialog',
  { id: 'search', 'aria-label': labels.label },
  element('div', { class: 'ask' }, input, close),
  status,
  results,
)
document.body.append(dialog)

function open() {
  if (dialog.open) return
  dialog.showModal()
  input.select()
  loaded(language).catch(tellFailure)
}

const tellFailure = (error: Error) => {
  status.textContent = error.message
}

const SHOWN = 40
let asked = 0

/** Typing on is faster than loading: only the last question is answered. */
async function ask() {
  const query = input.value.trim()
  const number = ++asked
  if (!query) return show('', [], language)
  const own = (await loaded(language)).find(query, SHOWN)
  if (number !== asked) return
  if (own.total) return show(labels.found(own.total, own.hits.length), own.hits, language)
  const other = (await loaded(otherLanguage)).find(query, SHOWN)
  if (number !== asked) return
  show(other.total ? labels.elsewhere : labels.none, other.hits, otherLanguage)
}

function show(told: string, hits: readonly Hit[], which: Language) {
  status.textContent = told
  results.replaceChildren(...hits.map(it => item(it, which)))
}

function item({ path, anchor, page, section, title, text }: Hit, which: Language) {
  const href = `${root}${which}/${path}.html${anchor ? `#${encodeURIComponent(anchor)}` : ''}`
  const where = anchor || title !== page ? `${section} › ${page}` : section
  const link = element(
    'a',
    { href },
    element('b', {}, title),
    element('span', { class: 'where' }, where),
    element('span', { class: 'text' }, text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text),
  )
  link.addEventListener('click', () => dialog.close())
  return element('li', which === language ? {} : { lang: which === 'zh' ? 'zh-Hans' : 'en' }, link)
}

const LONGEST = 140

/** Arrows go through the results, and from the first back to the question. */
function move(event: KeyboardEvent) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const links = Array.from(results.querySelectorAll('a'))
  if (step === undefined || !links.length) return
  event.preventDefault()
  const place = links.indexOf(document.activeElement as HTMLAnchorElement) + step
  if (place < 0) input.focus()
  else links[Math.min(place, links.length - 1)]?.focus()
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

document.getElementById('search-open')?.addEventListener('click', open)
close.addEventListener('click', () => dialog.close())
dialog.addEventListener('keydown', move)
dialog.addEventListener('click', event => event.target === dialog && dialog.close())
let asking: Promise<void> | undefined
input.addEventListener('input', () => {
  asking = ask().catch(tellFailure)
})
input.addEventListener('keydown', event => {
  // The index may still be on its way.
  if (event.key === 'Enter') asking?.then(() => results.querySelector('a')?.click())
})
document.addEventListener('keydown', event => {
  const short = event.key === '/' && !isTyping(event.target)
  if (!short && !(event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) return
  event.preventDefault()
  open()
})
