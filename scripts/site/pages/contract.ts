/** What pages of operations and of pushes have in common: where a contract lies, its heading, variants, errata. */
import type { Contract } from '../../../schemas/contracts.ts'
import { contracts } from '../../../schemas/contracts.ts'
import type { Erratum, Vendor } from '../../../schemas/define.ts'
import { partsOf } from '../evidence.ts'
import { type Html, html } from '../html.ts'
import { type Both, type Entry, type Language, linkFrom } from '../page.ts'
import { prose } from '../prose.ts'
import { vendorName } from '../sections.ts'
import { wordingOf } from '../wording.ts'
import { slug, variantTable } from './examples.ts'
import { entriesOf, fieldList } from './field-list.ts'

export const contractLabels = {
  operation: { en: 'Operation', zh: '接口' },
  push: { en: 'Push', zh: '推送' },
  operations: { en: 'Operations', zh: '接口' },
  pushes: { en: 'Pushes', zh: '推送' },
  section: { en: 'section', zh: '文档' },
  params: { en: 'Path', zh: '路径参数' },
  query: { en: 'Query', zh: '查询参数' },
  body: { en: 'Body', zh: '请求正文' },
  reply: { en: 'Reply', zh: '返回' },
  message: { en: 'Message', zh: '消息' },
  examples: { en: 'Examples', zh: '示例' },
  variants: { en: 'Variants that may be met', zh: '可能遇到的变体' },
  variantsSay: {
    en: 'The document shows these deviations from its own tables; a program has to stand them.',
    zh: '文档自己出现过这些与表格不符的写法，程序都要能承受。',
  },
  errata: { en: 'Errata', zh: '勘误' },
  says: { en: 'Says', zh: '原文' },
  reads: { en: 'Read as', zh: '读作' },
  filter: { en: 'Filter the fields', zh: '筛选字段' },
  documented: { en: 'documented', zh: '文档示例' },
} satisfies Record<string, Both>

export const pathOf = (vendor: Vendor, id: string) => `${vendor.id}/${id}`

/** The name of a contract in the language of the page, with the other one's beside it. */
export function heading(vendor: Vendor, { id, contract }: Contract, language: Language): Html {
  const { summary, description } = wordingOf(vendor, language).contracts[id] ?? { summary: contract.summary }
  const kind = contractLabels[contract.kind][language]
  const vendorLink = html`<a href="${linkFrom(pathOf(vendor, id), `${vendor.id}/index`)}">${vendorName(vendor, language)}</a>`
  const title =
    language === 'en'
      ? html`${contract.summary} <small lang="zh-Hans">${contract.title}</small>`
      : html`${contract.title} <small>${id}</small>`
  return html`<p class="crumbs">${vendorLink} · ${kind} · ${contractLabels.section[language]} ${contract.doc}</p>
<h1>${title}</h1>
<p class="lead">${prose(description ?? sentence(summary, language))}</p>`
}

const sentence = (text: string, language: Language) =>
  /[.。]$/.test(text) ? text : `${text}${language === 'en' ? '.' : '。'}`

export const titleOf = ({ id, contract }: Contract, language: Language) =>
  language === 'en' ? `${id} · ${contract.summary}` : `${id} · ${contract.title}`

/** Every part with fields, under a heading of its own. */
export const parts = ({ contract }: Contract, language: Language): Html =>
  html`${partsOf(contract).map(
    ({
      name,
      type,
      fields,
    }) => html`<section data-filtered="fields"><h2 id="${name}">${contractLabels[name as 'body'][language]}</h2>
${type !== 'object' && html`<p class="type">${type}</p>`}${fields.length > 0 && fieldList(name, fields, language)}</section>
`,
  )}`

export const fieldEntries = ({ contract }: Contract, language: Language): Entry[] =>
  partsOf(contract).flatMap(({ name, fields }) => entriesOf(name, fields, language))

/** Of the vendor's document. */
export const linesOf = ({ lines }: Erratum, language: Language): string =>
  ({ en: `line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}`, zh: `第 ${lines.join('、')} 行` })[language]

export const errataOf = (vendor: Vendor, id: string): readonly Erratum[] =>
  vendor.errata.filter(it => it.touches.includes(id))

export function variantsPart(vendor: Vendor, it: Contract, language: Language): Html {
  const names = Object.keys(it.contract.variants ?? {})
  if (!names.length) return html``
  const page = pathOf(vendor, it.id)
  const shown = names.map(name => {
    const shownBy = errataOf(vendor, it.id).filter(({ variant }) => variant === name)
    const links = shownBy.map(({ id }) => html` <a href="${linkFrom(page, `${vendor.id}/errata#${id}`)}">${id}</a>`)
    return html`<h3 id="variant-${slug(name)}">${name}${links}</h3>
${variantTable(it, name, language)}
`
  })
  return html`<h2 id="variants">${contractLabels.variants[language]}</h2>
<p>${contractLabels.variantsSay[language]}</p>
${shown}`
}

/** The errata that touch it, each linked to its place on the page of errata. */
export function errataPart(vendor: Vendor, { id }: Contract, language: Language): Html {
  const errata = errataOf(vendor, id)
  if (!errata.length) return html``
  const wording = wordingOf(vendor, language).errata
  const rows = errata.map(it => {
    const { says = it.says, reads = it.reads } = wording[it.id] ?? {}
    const link = linkFrom(pathOf(vendor, id), `${vendor.id}/errata#${it.id}`)
    return html`<li><a href="${link}">${it.id}</a> <span class="lines">${linesOf(it, language)}</span>
<p><b>${contractLabels.says[language]}</b> ${prose(says)}</p><p><b>${contractLabels.reads[language]}</b> ${prose(reads)}</p></li>
`
  })
  return html`<h2 id="errata">${contractLabels.errata[language]}</h2>
<ul class="errata">${rows}</ul>`
}

export const everyContract = (vendor: Vendor): Contract[] => [
  ...contracts(vendor, 'operation'),
  ...contracts(vendor, 'push'),
]
