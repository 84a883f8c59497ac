/** How a signature comes about, step by step, as HTML: written when the site is built, and again whenever something is typed. */
import { captureOf } from '../../../../src/explain/capture.ts'
import { ordered, type Part, plain, type Recipe, signatureOf } from '../../../../src/explain/recipe.ts'
import { schemes } from '../../../../src/explain/schemes.ts'
import { type Html, html } from '../../html.ts'
import type { Both, Language } from '../../page.ts'
import type { Form, Values } from './forms.ts'

const labels = {
  parts: { en: 'The parts, in the order in which they are joined', zh: '参与签名的各部分，按拼接顺序' },
  name: { en: 'Part', zh: '名称' },
  value: { en: 'Value', zh: '值' },
  joined: { en: 'Joined, with nothing between them', zh: '直接拼接，中间没有任何字符' },
  bytes: { en: 'bytes of UTF-8', zh: '字节（UTF-8）' },
  digest: { en: 'Digested', zh: '求摘要' },
  result: { en: 'The signature', zh: '签名' },
  unreadable: { en: 'data is no JSON: it cannot be found in the body.', zh: 'data 不是 JSON，无法从报文中取出。' },
} satisfies Record<string, Both>

/** By the length of the digest, in bytes. */
const algorithms: Readonly<Record<number, string>> = { 16: 'md5', 20: 'sha1' }

/** The right signature of what was typed. */
export const resultOf = (form: Form, values: Values) => signatureOf(recipeOf(form, values))

export function recipeOf({ vendor, scheme: name, asked }: Form, values: Values): Recipe {
  const { http, secret } = asked(values)
  const scheme = schemes[vendor]?.find(it => it.name === name)
  if (!scheme) throw new Error(`${vendor} has no scheme ${name}`)
  return { ...plain, extras: [], credentials: {}, ...scheme.recipe(captureOf(http), secret) }
}

export function stepsOf(form: Form, values: Values, language: Language): Html {
  const recipe = recipeOf(form, values)
  const parts = ordered(recipe)
  const text = recipe.join(parts)
  const digest = recipe.digest(text)
  const size = new TextEncoder().encode(text).length
  const lost = parts.find(it => it.json && it.value === '' && values[it.name] !== '')
  return html`<ol class="steps">
<li><p>${labels.parts[language]}</p>${table(parts, language)}${lost && html`<p class="fault">${labels.unreadable[language]}</p>`}</li>
<li><p>${labels.joined[language]}</p><p class="bytes" data-step="joined">${parts.map(segment)}</p></li>
<li><p>${labels.digest[language]}: ${algorithms[digest.length]}, ${size} ${labels.bytes[language]}</p><p class="bytes" data-step="digest">${digest.toString('hex')}</p></li>
<li><p>${labels.result[language]}</p><p class="bytes result" data-step="result">${recipe.print(digest)}</p></li>
</ol>`
}

const segment = (part: Part, index: number) =>
  html`<span class="segment-${index % 2}${part.secret ? ' secret' : ''}" title="${part.name}">${part.value}</span>`

const table = (parts: readonly Part[], language: Language) => html`<table class="parts">
<thead><tr><th scope="col">${labels.name[language]}</th><th scope="col">${labels.value[language]}</th></tr></thead>
<tbody>${parts.map(
  part =>
    html`<tr><th scope="row">${part.name}</th><td class="bytes${part.secret ? ' secret' : ''}">${part.value}</td></tr>`,
)}</tbody>
</table>`
