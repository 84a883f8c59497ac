/** The page of an operation that we call: address, fields, examples, variants, the errors that it can answer. */
import type { Contract } from '../../../schemas/contracts.ts'
import type { Vendor, VendorError } from '../../../schemas/define.ts'
import { badge } from '../evidence.ts'
import { type Html, html } from '../html.ts'
import { type Both, type Language, linkFrom, type Page } from '../page.ts'
import { prose } from '../prose.ts'
import { table } from '../table.ts'
import { wordingOf } from '../wording.ts'
import { errorKey } from '../zh/missing.ts'
import { contractLabels, errataPart, fieldEntries, heading, parts, pathOf, titleOf, variantsPart } from './contract.ts'
import { anchorOfError, errorLabels } from './errors.ts'
import { callExample, slug } from './examples.ts'

const labels = {
  also: { en: 'Also at', zh: '也可用' },
  proof: { en: 'Proof', zh: '凭证' },
  errors: { en: 'Errors that it can answer', zh: '可能返回的错误' },
} satisfies Record<string, Both>

export function operationPage(vendor: Vendor, it: Contract<'operation'>, language: Language): Page {
  const { id, contract } = it
  const { summary = contract.summary } = wordingOf(vendor, language).contracts[id] ?? {}
  const names = Object.keys(contract.examples)
  return {
    path: pathOf(vendor, id),
    title: titleOf(it, language),
    label: language === 'en' ? contract.summary : contract.title,
    summary,
    section: vendor.id,
    chapter: contractLabels.operations[language],
    scripts: ['filter'],
    entries: [
      {
        title: `${id} ${contract.title}`,
        text: `${contract.summary} ${contract.method} ${contract.path} ${contract.fails?.join(' ') ?? ''}`,
      },
      ...fieldEntries(it, language),
    ],
    body: html`${heading(vendor, it, language)}
${address(vendor, it, language)}
${parts(it, language)}
<h2 id="examples">${contractLabels.examples[language]}</h2>
${names.map(
  name => html`<h3 id="example-${slug(name)}">${name === 'documented' ? contractLabels.documented[language] : name}</h3>
${callExample(vendor, it, name, language)}
`,
)}
${variantsPart(vendor, it, language)}
${errors(vendor, it, language)}
${errataPart(vendor, it, language)}`,
  }
}

/** The hosts are the vendor's; the credential stands where `security` says. */
function address(vendor: Vendor, { id, contract }: Contract<'operation'>, language: Language): Html {
  const { method, path, otherMethod, aliases = [] } = contract
  const others = [...aliases, ...(otherMethod ? [`${otherMethod} ${path}`] : [])]
  const proofs = Object.values(vendor.security ?? {}).filter(it => (it.open ?? false) === (contract.open ?? false))
  return html`<p class="address"><b class="method">${method}</b> <code>${path}</code></p>
<dl class="facts">
${others.length > 0 && html`<div><dt>${labels.also[language]}</dt><dd>${others.map(it => html`<code>${it}</code> `)}</dd></div>`}
${proofs.length > 0 && html`<div><dt>${labels.proof[language]}</dt><dd>${proofs.map(it => html`<a href="${linkFrom(pathOf(vendor, id), `${vendor.id}/index#authentication`)}"><code>${it.in} ${it.name}</code></a> `)}</dd></div>`}
</dl>`
}

export const errorsOf = (vendor: Vendor, { contract }: Contract<'operation'>): VendorError[] =>
  vendor.errors.filter(
    ({ code, everywhere }) =>
      contract.fails?.includes(code) || everywhere === true || (everywhere === 'guarded' && !contract.open),
  )

function errors(vendor: Vendor, it: Contract<'operation'>, language: Language): Html {
  const all = errorsOf(vendor, it)
  if (!all.length) return html``
  const wording = wordingOf(vendor, language).errors
  const own = (error: VendorError) => it.contract.fails?.includes(error.code) ?? false
  const rows = [...all.filter(own), ...all.filter(error => !own(error))].map(error => {
    const { cause = error.cause, cure = error.cure } = wording[errorKey(vendor, error)] ?? {}
    const link = linkFrom(pathOf(vendor, it.id), `${vendor.id}/errors#${anchorOfError(vendor, error)}`)
    const code = html`<a href="${link}"><code>${error.code}</code></a>`
    return {
      cells: [
        code,
        html`<span lang="zh-Hans">${error.message}</span> ${badge(error.evidence ?? 'table', language)}`,
        prose(cause),
        prose(cure),
      ],
    }
  })
  const heads = (['code', 'message', 'cause', 'cure'] as const).map(name => errorLabels[name][language])
  return html`<h2 id="errors">${labels.errors[language]}</h2>
${table(labels.errors[language], heads, rows)}`
}
