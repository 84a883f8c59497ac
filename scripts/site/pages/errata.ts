/** The page of the places where a vendor's document contradicts itself or is broken. */
import type { Erratum, ErratumKind, Vendor } from '../../../schemas/define.ts'
import { type Html, html } from '../html.ts'
import { type Both, type Language, linkFrom, type Page } from '../page.ts'
import { bare, prose } from '../prose.ts'
import { vendorName } from '../sections.ts'
import { wordingOf } from '../wording.ts'
import { contractLabels, everyContract, linesOf } from './contract.ts'
import { errorLabels } from './errors.ts'
import { slug } from './examples.ts'

const labels = {
  title: { en: 'Errata', zh: '勘误' },
  touches: { en: 'Touches', zh: '涉及' },
  unmet: { en: 'Not met on the wire', zh: '线上遇不到' },
  filter: { en: 'Filter the errata', zh: '筛选勘误' },
} satisfies Record<string, Both>

const kindNames: Record<ErratumKind, string> = {
  'type-mismatch': '类型不一致',
  'enum-mismatch': '取值不一致',
  'name-mismatch': '名称不一致',
  'unit-mismatch': '单位不一致',
  'inconsistent-example': '示例不一致',
  'invalid-json': 'JSON 不合法',
  'invalid-xml': 'XML 不合法',
  'invalid-value': '值不合法',
  'invalid-shell': '命令不合法',
  missing: '缺失',
  duplicate: '重复',
  ambiguous: '含糊',
  typo: '错别字',
  'copy-paste': '复制粘贴',
  'lost-formatting': '格式丢失',
  misplaced: '位置不对',
  'shifted-column': '错列',
  'wrong-url': '地址有误',
  'wrong-method': '方法有误',
}

const summaryOf = (vendor: Vendor, language: Language) =>
  ({
    en: `The ${vendor.errata.length} places where the document of ${vendorName(vendor, 'en')} contradicts itself or is broken, and how we read them.`,
    zh: `${vendor.title}的文档自相矛盾或有误的 ${vendor.errata.length} 处，以及我们的读法。`,
  })[language]

export function errataPage(vendor: Vendor, language: Language): Page {
  const wording = wordingOf(vendor, language).errata
  return {
    path: `${vendor.id}/errata`,
    title: `${vendorName(vendor, language)} · ${labels.title[language]}`,
    label: labels.title[language],
    summary: summaryOf(vendor, language),
    section: vendor.id,
    chapter: errorLabels.chapter[language],
    scripts: ['filter'],
    entries: vendor.errata.map(it => ({
      anchor: it.id,
      title: it.id,
      text: bare(`${wording[it.id]?.says ?? it.says} ${wording[it.id]?.reads ?? it.reads}`),
    })),
    body: html`<h1>${vendorName(vendor, language)} · ${labels.title[language]}</h1>
<p class="lead">${summaryOf(vendor, language)}</p>
<div data-filtered="items" data-filter-label="${labels.filter[language]}">${vendor.errata.map(it => item(vendor, it, language))}</div>`,
  }
}

function item(vendor: Vendor, it: Erratum, language: Language): Html {
  const { says = it.says, reads = it.reads, unmet = it.unmet } = wordingOf(vendor, language).errata[it.id] ?? {}
  const kind = language === 'en' ? it.kind.replace('-', ' ') : kindNames[it.kind]
  return html`<section class="item" id="${it.id}"><h2><a href="#${it.id}">${it.id}</a> <span class="kind">${kind}</span> <span class="lines">${linesOf(it, language)}</span></h2>
<p><b>${contractLabels.says[language]}</b> ${prose(says)}</p>
<p><b>${contractLabels.reads[language]}</b> ${prose(reads)}</p>
${it.touches.length > 0 && html`<p><b>${labels.touches[language]}</b> ${it.touches.map(id => touched(vendor, it, id))}</p>`}
${unmet !== undefined && html`<p><b>${labels.unmet[language]}</b> ${prose(unmet)}</p>`}</section>
`
}

/** Leads to the variant, where the contract has one that shows it. */
function touched(vendor: Vendor, { variant }: Erratum, id: string): Html {
  const found = everyContract(vendor).find(it => it.id === id)
  if (!found) return html`<code>${id}</code> `
  const anchor = variant !== undefined && found.contract.variants?.[variant] ? `variant-${slug(variant)}` : 'errata'
  return html`<a href="${linkFrom(`${vendor.id}/errata`, `${vendor.id}/${id}#${anchor}`)}"><code>${id}</code></a> `
}
