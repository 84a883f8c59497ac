/** The page of the kit's own errors: what is wrong, what to do about it, and which parts say so. */
import { type ProblemCode, problems } from '../../../src/wire/errors.ts'
import { type Html, html } from '../html.ts'
import { type Both, type Entry, type Language, linkFrom, type Maker } from '../page.ts'
import { bare, prose } from '../prose.ts'
import { raised } from '../reference/raised.ts'
import { problems as chinese } from '../zh/problems.ts'

const PATH = 'reference/errors'

const labels = {
  title: { en: 'Errors of the kit', zh: 'kefu-kit 的错误码' },
  summary: {
    en: 'Every code of a KefuError, with its HTTP status and what to do about it.',
    zh: 'KefuError 的全部错误码、HTTP 状态码和处理方法。',
  },
  lead: {
    en: 'A KefuError has a `code`, a `message` that is fit to be shown, and a `cure`; `status` is what a receiver or the mock answers with. Codes of the vendors stand with each vendor.',
    zh: 'KefuError 带有 `code`、可以直接展示的 `message` 和处理方法 `cure`；`status` 是接收端或模拟服务应答的 HTTP 状态码。厂商的错误码见各厂商页面。',
  },
  class: { en: 'The class in the library', zh: '程序库里的类' },
  cure: { en: 'Cure', zh: '处理' },
  raised: { en: 'Raised by', zh: '来自' },
  filter: { en: 'Filter by code or word', zh: '按错误码或文字筛选' },
} satisfies Record<string, Both>

const codes = Object.keys(problems) as ProblemCode[]

export const problemPage: Maker = language => [
  {
    path: PATH,
    title: labels.title[language],
    summary: labels.summary[language],
    section: 'reference',
    scripts: ['filter'],
    entries: codes.map(it => entryOf(it, language)),
    body: html`<h1>${labels.title[language]}</h1>
<p class="lead">${prose(labels.lead[language])} <a href="${linkFrom(PATH, 'reference/library#kit-KefuError')}">${labels.class[language]}</a></p>
<div data-filtered="items" data-filter-label="${labels.filter[language]}">${codes.map(it => item(it, language))}</div>`,
  },
]

function wordsOf(code: ProblemCode, language: Language) {
  const [, sentence, cure] = problems[code]
  return language === 'en' ? { sentence, cure } : chinese[code]
}

function entryOf(code: ProblemCode, language: Language): Entry {
  const { sentence, cure } = wordsOf(code, language)
  return { anchor: `code-${code}`, title: code, text: bare(`${sentence} ${cure}`) }
}

function item(code: ProblemCode, language: Language): Html {
  const { sentence, cure } = wordsOf(code, language)
  const [status] = problems[code]
  const parts = (raised.get(code) ?? []).map(it => it[language])
  return html`<section class="item" id="code-${code}"><h2><a href="#code-${code}"><code>${code}</code></a> <span class="kind">HTTP ${status}</span></h2>
<p>${prose(sentence)}</p>
<p><b>${labels.cure[language]}</b> ${prose(cure)}</p>
${parts.length > 0 && html`<p><b>${labels.raised[language]}</b> ${prose(parts.join(language === 'en' ? ', ' : '、'))}</p>`}</section>
`
}
