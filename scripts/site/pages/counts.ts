/** How much is documented and how much is our guess, counted. */
import type { Vendor } from '../../../schemas/define.ts'
import { badge, evidenceMeanings, evidenceNames, evidenceOf, kinds } from '../evidence.ts'
import { type Html, html } from '../html.ts'
import { type Both, type Language, linkFrom } from '../page.ts'
import { vendorName } from '../sections.ts'
import { table } from '../table.ts'
import { everyContract } from './contract.ts'

export const countLabels = {
  evidence: { en: 'Evidence', zh: '依据' },
  vendor: { en: 'Vendor', zh: '厂商' },
  contracts: { en: 'Contracts', zh: '契约' },
  fields: { en: 'Fields', zh: '字段' },
  assumptions: { en: 'Assumptions', zh: '假设' },
  errata: { en: 'Errata', zh: '勘误' },
} satisfies Record<string, Both>

/** A row a vendor; `from` is the path of the page. */
export function counts(vendors: readonly Vendor[], from: string, language: Language): Html {
  const heads = [
    ...(['vendor', 'contracts', 'fields'] as const).map(it => countLabels[it][language]),
    ...kinds.map(it => evidenceNames[it][language]),
    ...(['assumptions', 'errata'] as const).map(it => countLabels[it][language]),
  ]
  const link = (to: string, text: string | number) => html`<a href="${linkFrom(from, to)}">${text}</a>`
  const rows = vendors.map(it => {
    const found = evidenceOf(it)
    const all = kinds.reduce((sum, kind) => sum + found[kind], 0)
    return {
      cells: [
        link(`${it.id}/index`, vendorName(it, language)),
        everyContract(it).length,
        all,
        ...kinds.map(kind => found[kind]),
        link(`${it.id}/assumptions`, Object.keys(it.assumptions).length),
        link(`${it.id}/errata`, it.errata.length),
      ],
    }
  })
  return table(countLabels.evidence[language], heads, rows)
}

/** What each badge means. */
export const legend = (language: Language): Html =>
  html`<dl class="legend">${kinds.map(
    it => html`<div><dt>${badge(it, language)}</dt><dd>${evidenceMeanings[it][language]}</dd></div>
`,
  )}</dl>`
