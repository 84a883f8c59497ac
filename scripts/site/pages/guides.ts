/** The guides: Markdown in both languages, in the order in which they are read. */
import { readFileSync } from 'node:fs'
import { Marked, type Tokens } from 'marked'
import { codeBlock } from '../code.ts'
import { type Html, html, raw } from '../html.ts'
import { type Both, type Entry, type Language, linkFrom, type Maker, type Page } from '../page.ts'
import { bare } from '../prose.ts'
import { sampleOf } from '../samples.ts'
import { table } from '../table.ts'

export interface Guide {
  /** Of its files and its page. */
  name: string
  section: 'start' | 'guides'
  title: Both
}

const guide = (name: string, en: string, zh: string): Guide => ({ name, section: 'guides', title: { en, zh } })

export const guides: readonly Guide[] = [
  { name: 'start', section: 'start', title: { en: 'A push in five minutes', zh: '五分钟收到第一条推送' } },
  guide('verify', 'Test your handler', '测试你的处理程序'),
  guide('effects', 'Test what it brings about', '测试推送的效果'),
  guide('audit', 'Test your client', '测试你的客户端'),
  guide('mock', 'The mock in your tests', '在测试里使用模拟服务'),
  guide('other-languages', 'Tests in other languages', '用其他语言写测试'),
  guide('ci', 'Continuous integration', '持续集成'),
  guide('clock', 'The clock', '时钟'),
  guide('faults', 'Faults', '故障注入'),
  guide('scenarios', 'Scenarios and replay', '场景与重放'),
  guide('secure-mode', 'Secure mode, byte by byte', '逐字节看懂安全模式'),
  guide('receivers', 'Ship a receiver', '上线接收端'),
  guide('clients', 'Call the vendors', '调用厂商接口'),
  guide('production', 'Going to production', '上线前检查'),
  guide('doctor', 'Ask the doctor', '签名诊断'),
]

/** Markdown; its first paragraph is the summary. */
export const guideText = (name: string, language: Language) =>
  readFileSync(new URL(`../guides/${language}/${name}.md`, import.meta.url), 'utf8')

export const guidePages: Maker = language => guides.map(it => pageOf(it, language))

function pageOf({ name, section, title }: Guide, language: Language): Page {
  const path = `guides/${name}`
  const text = guideText(name, language)
  const [summary = ''] = text.trim().split('\n\n')
  return {
    path,
    title: title[language],
    summary: bare(summary),
    section,
    body: html`<h1>${title[language]}</h1>
${raw(rendering(path, language).parse(text, { async: false }))}`,
    entries: entriesOf(text, bare(summary), title[language]),
  }
}

/** `## Title {#anchor}`: the anchors are the same in every language. */
const ANCHORED = /^(.*?)\s*\{#([\w-]+)\}$/

/** Links name pages of the site, `guides/verify` or `echat/index#field-…`; blocks of code are samples. */
function rendering(path: string, language: Language): Marked {
  const marked = new Marked()
  const inline = (text: string) => raw(marked.parseInline(text, { async: false }))
  marked.use({
    renderer: {
      heading({ depth, text }) {
        const [, title, anchor] = ANCHORED.exec(text) ?? []
        if (!title || !anchor) throw new Error(`${path} has a heading without {#anchor}: ${text}`)
        return `<h${depth} id="${anchor}">${inline(title)}</h${depth}>\n`
      },
      code: token => `${sampleBlock(token, language)}\n`,
      link: ({ href, text }) =>
        html`<a href="${href.startsWith('#') ? href : linkFrom(path, href)}">${inline(text)}</a>`.text,
      table({ header, rows }) {
        const cells = rows.map(row => ({ cells: row.map(it => inline(it.text)) }))
        return table(
          header.map(it => bare(it.text)).join(', '),
          header.map(it => inline(it.text)),
          cells,
        ).text
      },
    },
  })
  return marked
}

const captions = {
  serve: { en: 'In a terminal of its own', zh: '另开一个终端' },
  output: { en: 'Prints', zh: '输出' },
} satisfies Record<string, Both>

function sampleBlock(token: Tokens.Code, language: Language): Html {
  const { use, file, language: grammar, text } = sampleOf(token)
  const caption = file ?? (use === 'serve' || use === 'output' ? captions[use][language] : undefined)
  const block = codeBlock(text, /^m?js$/.test(grammar) ? 'ts' : grammar, language)
  return caption === undefined
    ? block
    : html`<p class="caption">${file === undefined ? caption : html`<code>${file}</code>`}</p>
${block}`
}

/** The guide itself, and each of its headings with the words below it. */
function entriesOf(text: string, summary: string, title: string): Entry[] {
  const parts = text.replace(/^```[\s\S]*?^```$/gm, '').split(/^#+ /m)
  return [
    { title, text: summary },
    ...parts.slice(1).flatMap(part => {
      const [head = '', ...lines] = part.split('\n')
      const [, heading = '', anchor = ''] = ANCHORED.exec(head) ?? []
      return { anchor, title: bare(heading), text: wordsOf(lines.join(' ')) }
    }),
  ]
}

/** Without the marks of Markdown. */
const wordsOf = (text: string) =>
  bare(text.replace(/\]\([^)]*\)/g, '').replace(/[*|[]|-{3,}|(?<!\S)(-|\d\.)(?= )/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
