/** The headings of the sidebar, in their order: the start, the guides, a section for each vendor, the reference. */
import type { Vendor } from '../../schemas/define.ts'
import * as documents from '../../schemas/index.ts'
import type { Both, Language } from './page.ts'

/** In the order of the site: those with operations to call first. */
export const vendors: readonly Vendor[] = [
  documents.sobot,
  documents.okayapi,
  documents.echat,
  documents.yunduo,
  documents.easyliao,
] as Vendor[]

/** Names of the vendors as a reader of English knows them; their Chinese names stand in the contracts. */
const english: Record<string, string> = {
  sobot: 'Sobot',
  okayapi: 'OkayAPI',
  echat: 'Echat',
  yunduo: 'Yunduo',
  easyliao: 'EasyLiao',
}

export const vendorName = (vendor: Vendor, language: Language): string =>
  language === 'en' ? (english[vendor.id] ?? vendor.id) : vendor.title

export interface Section {
  id: string
  title: Both
}

export const sections: readonly Section[] = [
  { id: 'start', title: { en: 'Start', zh: '开始' } },
  { id: 'guides', title: { en: 'Guides', zh: '指南' } },
  ...vendors.map(it => ({
    id: it.id,
    title: { en: `${vendorName(it, 'en')} ${it.title}`, zh: `${it.title} ${vendorName(it, 'en')}` },
  })),
  { id: 'reference', title: { en: 'Reference', zh: '参考' } },
]
