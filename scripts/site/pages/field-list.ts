/** The fields of one part of a contract, nested, each with an anchor of its own. */
import { badge } from '../evidence.ts'
import { type Code, type Field, flattened } from '../fields.ts'
import { type Html, html, raw } from '../html.ts'
import type { Both, Entry, Language } from '../page.ts'
import { prose } from '../prose.ts'

const labels = {
  required: { en: 'required', zh: '必填' },
  optional: { en: 'optional', zh: '可选' },
  inside: { en: 'fields', zh: '个字段' },
  codes: { en: 'Codes of', zh: '取值：' },
  open: { en: 'Other values may come.', zh: '可能出现其他值。' },
  again: { en: 'The same fields again.', zh: '字段同上，逐层重复。' },
} satisfies Record<string, Both>

/** More than these nested fields stay closed until they are asked for. */
const MANY = 12

/** Dots of the path stay; what is a blank in the vendor's name must not be one in an address. */
export const anchorOf = (part: string, { place }: Pick<Field, 'place'>) => `field-${part}.${place.replaceAll(' ', '_')}`

export const fieldList = (part: string, fields: readonly Field[], language: Language): Html =>
  html`<ul class="fields">
${fields.map(it => item(part, it, language))}</ul>`

function item(part: string, field: Field, language: Language): Html {
  const { name, of, title, description, type, required, evidence, limits, codes, open } = field
  const anchor = anchorOf(part, field)
  return html`<li id="${anchor}"><p class="name"><a href="#${anchor}"><code>${name}</code></a> <span class="type">${type}</span>
${of !== undefined && html`<span class="of" lang="zh-Hans">${of}</span> `}<span class="${required ? 'required' : 'optional'}">${labels[required ? 'required' : 'optional'][language]}</span> ${badge(evidence, language)}</p>
<p class="says"><b lang="zh-Hans">${title}</b>${language === 'en' && html` ${prose(description)}`}${limits.map(it => html` <code class="limit">${it}</code>`)}</p>
${codes.length > 0 && codeList(field, language)}${open && html`<p class="open">${labels.open[language]}</p>`}${nested(part, field, language)}</li>
`
}

const codeList = ({ name, codes, evidence }: Field, language: Language): Html =>
  html`<dl class="codes" aria-label="${labels.codes[language]} ${name}">${codes.map(
    it => html`<div><dt><code>${it.value}</code></dt><dd>${meaning(it, language)}${it.evidence !== evidence && html` ${badge(it.evidence, language)}`}</dd></div>
`,
  )}</dl>`

const meaning = ({ title, description }: Code, language: Language) =>
  language === 'zh' ? html`${title}` : html`<span lang="zh-Hans">${title}</span> ${description}`

function nested(part: string, { name, fields }: Field, language: Language): Html {
  if (!fields.length) return html``
  const count = flattened(fields).length
  const words = { en: `${count} ${labels.inside.en}`, zh: `${count} ${labels.inside.zh}` }[language]
  return html`<details${raw(count > MANY ? '' : ' open')}><summary><code>${name}</code> · ${words}</summary>${fieldList(part, fields, language)}</details>
`
}

/** What the search finds of them. */
export const entriesOf = (part: string, fields: readonly Field[], language: Language): Entry[] =>
  flattened(fields).map(it => ({
    anchor: anchorOf(part, it),
    title: `${it.path} ${it.title}`,
    text: [
      language === 'en' && it.description,
      ...it.codes.map(code => `${code.value} ${code.title}${language === 'en' ? ` ${code.description}` : ''}`),
    ]
      .filter(Boolean)
      .join(' · '),
  }))
