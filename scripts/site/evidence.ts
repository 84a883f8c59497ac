/** Where a fact comes from, as a badge, and how often. */
import { contracts } from '../../schemas/contracts.ts'
import type { Evidence, Operation, Push, Vendor } from '../../schemas/define.ts'
import { type Field, fieldsOf, flattened, typeOf } from './fields.ts'
import { type Html, html } from './html.ts'
import type { Both, Language } from './page.ts'

export const kinds = ['table', 'example', 'observed', 'assumed'] as const

export const evidenceNames: Record<Evidence, Both> = {
  table: { en: 'table', zh: '表格' },
  example: { en: 'example', zh: '示例' },
  observed: { en: 'observed', zh: '实测' },
  assumed: { en: 'assumed', zh: '假设' },
}

export const evidenceMeanings: Record<Evidence, Both> = {
  table: { en: 'A table or sentence of the document states it.', zh: '文档的表格或文字写明。' },
  example: { en: 'Only a printed example of the document shows it.', zh: '只在文档印出的示例里出现。' },
  observed: { en: 'Others saw it of the vendor; the document does not say it.', zh: '他人在厂商处见到，文档没有写。' },
  assumed: { en: 'Our guess; nothing confirms it.', zh: '我们的推测，没有任何依据证实。' },
}

export const badge = (evidence: Evidence, language: Language): Html =>
  html`<span class="badge ${evidence}" title="${evidenceMeanings[evidence][language]}">${evidenceNames[evidence][language]}</span>`

export interface Part {
  name: string
  /** `object`, unless it is a list. */
  type: string
  fields: readonly Field[]
}

/** The parts of a contract that have fields, in the order in which they are read. */
export const partsOf = (contract: Operation | Push): Part[] =>
  (contract.kind === 'push'
    ? [['message', contract.message] as const]
    : (['params', 'query', 'body', 'reply'] as const).map(it => [it, contract[it]] as const)
  ).flatMap(([name, schema]) => (schema ? [{ name, type: typeOf(schema), fields: fieldsOf(schema) }] : []))

/** The fields of all contracts of a vendor, each as often as a contract has it. */
export function evidenceOf(vendor: Vendor): Record<Evidence, number> {
  const all = [...contracts(vendor, 'operation'), ...contracts(vendor, 'push')].flatMap(({ contract }) =>
    partsOf(contract).flatMap(({ fields }) => flattened(fields)),
  )
  const count = (kind: Evidence) => all.filter(it => it.evidence === kind).length
  return { table: count('table'), example: count('example'), observed: count('observed'), assumed: count('assumed') }
}
