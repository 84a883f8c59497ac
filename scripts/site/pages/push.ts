/** The page of a push that we receive: how it is told, its fields, examples, variants, what to answer. */
import type { Contract } from '../../../schemas/contracts.ts'
import type { Vendor } from '../../../schemas/define.ts'
import { codeBlock } from '../code.ts'
import { type Html, html } from '../html.ts'
import { type Both, type Language, linkFrom, type Page } from '../page.ts'
import { commandOfPush } from '../usage.ts'
import { wordingOf } from '../wording.ts'
import { contractLabels, errataPart, fieldEntries, heading, parts, pathOf, titleOf, variantsPart } from './contract.ts'
import { pushExample, slug } from './examples.ts'

const labels = {
  match: { en: 'Told by', zh: '识别方式' },
  form: { en: 'Form', zh: '格式' },
  answer: { en: 'Answer', zh: '应答' },
  or: { en: 'or', zh: '或' },
} satisfies Record<string, Both>

export function pushPage(vendor: Vendor, it: Contract<'push'>, language: Language): Page {
  const { id, contract } = it
  const { summary = contract.summary } = wordingOf(vendor, language).contracts[id] ?? {}
  const variant = Object.keys(contract.variants ?? {})[0]
  return {
    path: pathOf(vendor, id),
    title: titleOf(it, language),
    label: language === 'en' ? contract.summary : contract.title,
    summary,
    section: vendor.id,
    chapter: contractLabels.pushes[language],
    scripts: ['filter'],
    entries: [{ title: `${id} ${contract.title}`, text: contract.summary }, ...fieldEntries(it, language)],
    body: html`${heading(vendor, it, language)}
${facts(vendor, it, language)}
${parts(it, language)}
<h2 id="examples">${contractLabels.examples[language]}</h2>
${Object.keys(contract.examples).map(
  name => html`<h3 id="example-${slug(name)}">${name === 'documented' ? contractLabels.documented[language] : name}</h3>
${pushExample(vendor, it, name, language)}
`,
)}
${variantsPart(vendor, it, language)}
${variant !== undefined && codeBlock(commandOfPush(vendor, it, variant), 'bash', language)}
${errataPart(vendor, it, language)}`,
  }
}

function facts(vendor: Vendor, { id, contract }: Contract<'push'>, language: Language): Html {
  const { contentType, acknowledgement } = vendor.push ?? {}
  const link = (anchor: string) => linkFrom(pathOf(vendor, id), `${vendor.id}/index#${anchor}`)
  const conditions = Object.entries(contract.match).map(
    ([path, value]) => html`<code>${path} = ${[value].flat().join(` ${labels.or[language]} `)}</code> `,
  )
  return html`<dl class="facts">
<div><dt>${labels.match[language]}</dt><dd>${conditions}</dd></div>
<div><dt>${labels.form[language]}</dt><dd><code>POST</code> <code>${contentType}</code></dd></div>
<div><dt>${labels.answer[language]}</dt><dd><a href="${link('acknowledgement')}"><code>${acknowledgement?.answer.body}</code></a></dd></div>
</dl>
${codeBlock(commandOfPush(vendor, { id, contract, chapter: '' }), 'bash', language)}`
}
