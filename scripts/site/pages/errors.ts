/** The page of a vendor's error catalogue. */
import type { Contract } from '../../../schemas/contracts.ts'
import { contracts } from '../../../schemas/contracts.ts'
import type { Vendor, VendorError } from '../../../schemas/define.ts'
import { badge } from '../evidence.ts'
import { type Html, html } from '../html.ts'
import { type Both, type Language, linkFrom, type Page } from '../page.ts'
import { bare, prose } from '../prose.ts'
import { vendorName } from '../sections.ts'
import { wordingOf } from '../wording.ts'
import { errorKey } from '../zh/missing.ts'

export const errorLabels = {
  title: { en: 'Errors', zh: '错误码' },
  code: { en: 'Code', zh: '错误码' },
  message: { en: 'Message', zh: '提示' },
  cause: { en: 'Cause', zh: '原因' },
  cure: { en: 'Cure', zh: '处理' },
  retryable: { en: 'Trying again can help.', zh: '重试可能有用。' },
  final: { en: 'Trying again does not help.', zh: '重试没有用。' },
  everywhere: { en: 'Every operation can answer it.', zh: '所有接口都可能返回。' },
  guarded: { en: 'Every operation that needs a credential can answer it.', zh: '需要凭证的接口都可能返回。' },
  answeredBy: { en: 'Answered by', zh: '返回它的接口' },
  none: {
    en: 'The vendor only pushes: it answers no calls, and so no codes.',
    zh: '该厂商只推送，不接受调用，因此没有错误码。',
  },
  chapter: { en: 'About the document', zh: '关于文档' },
  filter: { en: 'Filter by code or word', zh: '按错误码或文字筛选' },
} satisfies Record<string, Both>

const summaryOf = (vendor: Vendor, language: Language) =>
  ({
    en: `Every error code of ${vendorName(vendor, 'en')}, with cause and cure.`,
    zh: `${vendor.title}的全部错误码、原因和处理方法。`,
  })[language]

/** A code that is there twice has a number behind it. */
export function anchorOfError(vendor: Vendor, error: VendorError): string {
  const place = vendor.errors.filter(it => it.code === error.code).indexOf(error)
  return `code-${error.code}${place > 0 ? `-${place + 1}` : ''}`
}

export function errorsPage(vendor: Vendor, language: Language): Page {
  const wording = wordingOf(vendor, language).errors
  return {
    path: `${vendor.id}/errors`,
    title: `${vendorName(vendor, language)} · ${errorLabels.title[language]}`,
    label: errorLabels.title[language],
    summary: summaryOf(vendor, language),
    section: vendor.id,
    chapter: errorLabels.chapter[language],
    scripts: ['filter'],
    entries: vendor.errors.map(it => ({
      anchor: anchorOfError(vendor, it),
      title: `${it.code} ${it.message}`,
      text: bare(`${wording[errorKey(vendor, it)]?.cause ?? ''} ${wording[errorKey(vendor, it)]?.cure ?? ''}`),
    })),
    body: html`<h1>${vendorName(vendor, language)} · ${errorLabels.title[language]}</h1>
<p class="lead">${vendor.errors.length ? summaryOf(vendor, language) : errorLabels.none[language]}</p>
<div data-filtered="items" data-filter-label="${errorLabels.filter[language]}">${vendor.errors.map(it => item(vendor, it, language))}</div>`,
  }
}

function item(vendor: Vendor, error: VendorError, language: Language): Html {
  const { cause = error.cause, cure = error.cure } = wordingOf(vendor, language).errors[errorKey(vendor, error)] ?? {}
  const anchor = anchorOfError(vendor, error)
  return html`<section class="item" id="${anchor}"><h2><a href="#${anchor}"><code>${error.code}</code></a> <span lang="zh-Hans">${error.message}</span> ${badge(error.evidence ?? 'table', language)}</h2>
<p><b>${errorLabels.cause[language]}</b> ${prose(cause)}</p>
<p><b>${errorLabels.cure[language]}</b> ${prose(cure)} ${errorLabels[error.retryable ? 'retryable' : 'final'][language]}</p>
${answeredBy(vendor, error, language)}</section>
`
}

function answeredBy(vendor: Vendor, { code, everywhere }: VendorError, language: Language): Html {
  if (everywhere) return html`<p>${errorLabels[everywhere === true ? 'everywhere' : 'guarded'][language]}</p>`
  const link = ({ id }: Contract) =>
    html`<a href="${linkFrom(`${vendor.id}/errors`, `${vendor.id}/${id}`)}"><code>${id}</code></a> `
  const all = contracts(vendor, 'operation').filter(it => it.contract.fails?.includes(code))
  if (!all.length) return html``
  return html`<p><b>${errorLabels.answeredBy[language]}</b> ${all.map(link)}</p>`
}
