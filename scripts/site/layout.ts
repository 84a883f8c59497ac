/** The frame around every page: head, header, sidebar, contents, footer. */
import { type Html, html, raw } from './html.ts'
import { contents, neighbours, sidebar } from './navigation.ts'
import { type Both, type Language, languages, linkFrom, type Page } from './page.ts'

export const languageNames: Both = { en: 'English', zh: '中文' }
const codes: Both = { en: 'en', zh: 'zh-Hans' }

const labels = {
  skip: { en: 'Skip to the content', zh: '跳到正文' },
  menu: { en: 'Menu', zh: '目录' },
  search: { en: 'Search', zh: '搜索' },
  theme: { en: 'Light or dark', zh: '浅色或深色' },
  home: { en: 'kefu-kit, start page', zh: 'kefu-kit 首页' },
  footer: {
    en: 'Written from the vendors’ own documents; not made or endorsed by any of them.',
    zh: '依据厂商自己的文档编写，与各厂商无关，也未经其认可。',
  },
} satisfies Record<string, Both>

/** Scripts of every page; `theme` runs before anything is shown. */
export const everywhere = ['search', 'reading'] as const

/** Pages come from a file or any host, so that both are named; nothing else is ever asked for. */
const policy = (page: Page) =>
  [
    "default-src 'none'",
    "script-src 'self' file:",
    "style-src 'self' file:",
    "img-src 'self' file: data:",
    `connect-src ${page.connects ? 'http://127.0.0.1:* http://localhost:*' : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** The whole document. `pages` are all of the language. */
export function framed(page: Page, pages: readonly Page[], language: Language): string {
  const root = '../'.repeat(page.path.split('/').length)
  return `<!doctype html>
${html`<html lang="${codes[language]}" data-root="${root}" data-language="${language}">
${head(page, language, root)}
<body>
<a class="skip" href="#main">${labels.skip[language]}</a>
${header(page, language)}
<div class="columns">
${sidebar(page, pages, language)}
<main id="main" tabindex="-1"><article>
${page.body}
</article>
${neighbours(page, pages, language)}
</main>
${contents(page, language)}
</div>
<footer><p>${labels.footer[language]}</p><p><a href="${root}llms.txt">llms.txt</a> · <a href="${linkFrom(page.path, 'reference/downloads')}">OpenAPI</a></p></footer>
</body>
</html>`}
`
}

function head(page: Page, language: Language, root: string): Html {
  const scripts = [...everywhere, ...(page.scripts ?? [])]
  const title = page.path === 'index' ? `kefu-kit · ${page.title}` : `${page.title} · kefu-kit`
  const others = languages.filter(it => it !== language)
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${raw(policy(page))}">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${page.summary}">
${others.map(it => html`<link rel="alternate" hreflang="${codes[it]}" href="${root}${it}/${page.path}.html">`)}
<link rel="icon" href="${root}assets/icon.svg">
<link rel="stylesheet" href="${root}assets/style.css">
<script src="${root}assets/theme.js"></script>
${scripts.map(it => html`<script defer src="${root}assets/${it}.js"></script>`)}
</head>`
}

function header(page: Page, language: Language): Html {
  const root = '../'.repeat(page.path.split('/').length)
  const others = languages.filter(it => it !== language)
  return html`<header class="bar">
<button type="button" class="menu" popovertarget="navigation">${labels.menu[language]}</button>
<a class="brand" href="${linkFrom(page.path, 'index')}" title="${labels.home[language]}"><span aria-hidden="true">客</span>kefu-kit</a>
<button type="button" id="search-open" class="search-open" aria-haspopup="dialog"><span>${labels.search[language]}</span> <kbd aria-hidden="true">/</kbd></button>
${others.map(it => html`<a class="language" hreflang="${codes[it]}" lang="${codes[it]}" href="${root}${it}/${page.path}.html">${languageNames[it]}</a>`)}
<button type="button" id="theme" class="theme" aria-label="${labels.theme[language]}"><span aria-hidden="true">◐</span></button>
</header>`
}
