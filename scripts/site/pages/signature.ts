/** The calculator on a vendor's page: signatures computed from typed values, and why a pasted one does not match. It shows an example without any script. */
import type { Vendor } from '../../../schemas/define.ts'
import { envelopeSteps } from '../browser/signature/envelope.ts'
import { envelopeFields, type Field, type Form, forms } from '../browser/signature/forms.ts'
import { rulesIn } from '../browser/signature/rules.ts'
import { stepsOf } from '../browser/signature/steps.ts'
import { type Html, html, raw } from '../html.ts'
import type { Both, Language } from '../page.ts'

/** What a page needs that holds a calculator. */
export const signatureScripts = ['signature'] as const

const labels = {
  title: { en: 'Compute and check a signature', zh: '计算与核对签名' },
  privacy: {
    en: 'Everything is computed in this page: nothing that you type is sent or stored. The values are examples until you change them.',
    zh: '一切都在本页内计算：输入的内容不会发送，也不会保存。修改之前，各项都是示例值。',
  },
  envelope: { en: 'An encrypted message, opened step by step', zh: '逐步解开一条加密消息' },
  envelopeRule: {
    en: 'Paste a body and the keys of the application; every byte is shown as far as it opens, and the reason where it does not.',
    zh: '粘贴报文体和应用的密钥；能解开的字节逐一展示，解不开时说明原因。',
  },
  steps: { en: 'Steps', zh: '步骤' },
} satisfies Record<string, Both>

/** Undefined for a vendor that signs nothing. */
export function signaturePart({ id }: Pick<Vendor, 'id'>, language: Language): Html | undefined {
  const own = forms.filter(it => it.vendor === id)
  if (own.length === 0) return undefined
  return html`<section class="calculator" aria-labelledby="signature" data-language="${language}">
<h2 id="signature">${labels.title[language]}</h2>
<p class="privacy">${labels.privacy[language]}</p>
${own.map(it => calculator(it, language))}
${id === 'echat' && opener(language)}
</section>`
}

function calculator(form: Form, language: Language): Html {
  const values = examplesOf(form.fields)
  return html`<form class="scheme" id="${form.id}" autocomplete="off" aria-labelledby="${form.id}-title">
<h3 id="${form.id}-title">${form.title[language]}</h3>
<p>${rulesIn(form.scheme, language)}</p>
${[...form.fields, form.came].map(it => field(form.id, it, language))}
${outcome(stepsOf(form, values, language), language)}
</form>`
}

function opener(language: Language): Html {
  const fields = envelopeFields()
  return html`<form class="scheme" id="envelope" autocomplete="off" aria-labelledby="envelope-title">
<h3 id="envelope-title">${labels.envelope[language]}</h3>
<p>${labels.envelopeRule[language]}</p>
${fields.map(it => field('envelope', it, language))}
${outcome(envelopeSteps(examplesOf(fields), language), language)}
</form>`
}

const examplesOf = (fields: readonly Field[]) => Object.fromEntries(fields.map(it => [it.name, it.example]))

/** What is said stands before the steps, as it is what most people come for. */
const outcome = (steps: Html, language: Language) => html`<div class="verdict" role="status"></div>
<div class="outcome" role="group" aria-label="${labels.steps[language]}">${steps}</div>`

function field(form: string, { name, hint, example, long }: Field, language: Language): Html {
  const id = `${form}-${name}`
  const quiet = raw('autocomplete="off" autocapitalize="off" spellcheck="false"')
  return html`<div class="field"><label for="${id}"><code>${name}</code> <span class="hint">${hint[language]}</span></label>
${
  long
    ? html`<textarea id="${id}" name="${name}" rows="${Math.max(2, example.split('\n').length)}" ${quiet}>${example}</textarea>`
    : html`<input id="${id}" name="${name}" type="text" value="${example}" ${quiet}>`
}</div>`
}
