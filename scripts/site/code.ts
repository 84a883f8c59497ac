/** Code on a page: coloured when the site is built, in tabs that need no script. */
import { createRequire } from 'node:module'
import { escaped, type Html, html, raw } from './html.ts'
import type { Language } from './page.ts'

interface Highlighter {
  registerLanguage(name: string, grammar: unknown): void
  highlight(code: string, options: { language: string }): { value: string }
}

/** Its types would bring those of browsers along, for the whole repository. */
const load = createRequire(import.meta.url)
const highlight: Highlighter = load('highlight.js/lib/core')
const grammars = ['bash', 'json', 'typescript', 'xml', 'yaml']
for (const name of grammars) highlight.registerLanguage(name, load(`highlight.js/lib/languages/${name}`))

const aliases: Record<string, string> = { sh: 'bash', ts: 'typescript', yml: 'yaml' }

/** Other languages than those of `grammars` (and sh, ts, yml) stay uncoloured. */
export function codeBlock(code: string, grammar: string, language: Language): Html {
  const name = aliases[grammar] ?? grammar
  const text = code.replace(/\n$/, '')
  const coloured = grammars.includes(name) ? colouredAs(name, text) : escaped(text)
  const label = { en: `Code: ${name}`, zh: `代码：${name}` }[language]
  return html`<figure class="code"><pre tabindex="0" role="group" aria-label="${label}"><code>${raw(coloured)}</code></pre></figure>`
}

const known = new Map<string, string>()

/** Both languages show the same code: it is coloured once. */
function colouredAs(grammar: string, text: string): string {
  const key = `${grammar}\n${text}`
  const found = known.get(key) ?? highlight.highlight(text, { language: grammar }).value
  known.set(key, found)
  return found
}

export interface Tab {
  title: string
  body: Html
}

/** `id` is unique on its page. One tab needs no row of tabs. */
export function tabs(id: string, label: string, all: readonly Tab[]): Html {
  const [only, ...others] = all
  if (!only || !others.length) return only?.body ?? html``
  const heads = all.map(
    ({ title }, index) => html`<input type="radio" name="${id}" id="${id}-${index}"${raw(index ? '' : ' checked')}>
<label for="${id}-${index}">${title}</label>`,
  )
  return html`<div class="tabs" role="group" aria-label="${label}">${heads}
${all.map(({ body }) => html`<div class="panel">${body}</div>`)}</div>`
}
