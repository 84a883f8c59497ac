/** What leads from a page to others: the sidebar, what comes before and after, and the headings of the page itself. */
import { type Html, html, raw } from './html.ts'
import { type Both, type Language, linkFrom, type Page } from './page.ts'
import { type Section, sections } from './sections.ts'

const labels = {
  navigation: { en: 'All pages', zh: '全部页面' },
  contents: { en: 'On this page', zh: '本页内容' },
  neighbours: { en: 'Before and after', zh: '上一页和下一页' },
  before: { en: 'Before', zh: '上一页' },
  after: { en: 'Next', zh: '下一页' },
} satisfies Record<string, Both>

/** The pages in the order of the sidebar. */
export const ordered = (pages: readonly Page[]): Page[] =>
  sections.flatMap(({ id }) => pages.filter(it => it.section === id))

/** On a narrow screen a popover behind the button of the header. */
export const sidebar = (page: Page, pages: readonly Page[], language: Language): Html =>
  html`<nav id="navigation" class="sidebar" popover aria-label="${labels.navigation[language]}">
${sections.map(it => listed(it, page, pages, language))}</nav>`

function listed({ id, title }: Section, page: Page, pages: readonly Page[], language: Language) {
  const mine = pages.filter(it => it.section === id)
  if (!mine.length) return html``
  const chapters = [...new Set(mine.map(it => it.chapter))]
  const groups = chapters.map(chapter => {
    const links = mine
      .filter(it => it.chapter === chapter)
      .map(
        it => html`<li>${link(it, page)}</li>
`,
      )
    return html`${chapter !== undefined && html`<p class="chapter">${chapter}</p>`}<ul>${links}</ul>`
  })
  const open = raw(id === page.section || id === 'start' ? ' open' : '')
  return html`<details${open}><summary>${title[language]}</summary>${groups}</details>
`
}

const link = (to: Page, from: Page) =>
  html`<a href="${linkFrom(from.path, to.path)}"${to.path === from.path && raw(' aria-current="page"')}>${to.label ?? to.title}</a>`

export function neighbours(page: Page, pages: readonly Page[], language: Language): Html {
  const all = ordered(pages)
  const place = all.findIndex(it => it.path === page.path)
  const [before, after] = [all[place - 1], all[place + 1]]
  if (place < 0) return html``
  return html`<nav class="neighbours" aria-label="${labels.neighbours[language]}">
${before && html`<p><span>${labels.before[language]}</span> ${link(before, page)}</p>`}
${after && html`<p class="after"><span>${labels.after[language]}</span> ${link(after, page)}</p>`}
</nav>`
}

/** Read off the headings in the body, so that no page has to list them. */
export function contents({ body }: Page, language: Language): Html {
  const headings = [...body.text.matchAll(/<h2 id="([^"]+)"[^>]*>(.*?)<\/h2>/gs)]
  if (headings.length < 2) return html`<div class="contents"></div>`
  const links = headings.map(
    ([, id = '', title = '']) => html`<li><a href="#${id}">${raw(withoutTags(title))}</a></li>
`,
  )
  return html`<nav class="contents" aria-label="${labels.contents[language]}"><p>${labels.contents[language]}</p><ul>
${links}</ul></nav>`
}

const withoutTags = (text: string) => text.replace(/<[^>]+>/g, '')
