/** The examples of a contract in every form in which it is met, and how its variants differ from them. */
import type { Contract } from '../../../schemas/contracts.ts'
import type { Operation, Vendor } from '../../../schemas/define.ts'
import { wireOf } from '../../../src/wire/index.ts'
import { codeBlock, type Tab, tabs } from '../code.ts'
import { type Difference, differences } from '../differences.ts'
import { type Html, html } from '../html.ts'
import { indented } from '../indent.ts'
import type { Both, Language } from '../page.ts'
import { table } from '../table.ts'
import { clientOfCall, commandOfPush, curlOfCall, curlOfPush, receiverOfPush } from '../usage.ts'

const labels = {
  form: { en: 'Form of the example', zh: '示例的形式' },
  request: { en: 'Request', zh: '请求' },
  reply: { en: 'Reply', zh: '返回' },
  path: { en: 'Where', zh: '位置' },
  before: { en: 'Example', zh: '示例' },
  after: { en: 'Variant', zh: '变体' },
  absent: { en: 'absent', zh: '无' },
  more: { en: 'further differences', zh: '处其他差异' },
} satisfies Record<string, Both>

type Call = Operation['examples'][string]

const json = (value: unknown) => JSON.stringify(value, null, 2)

/** Names of examples become anchors. */
export const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

export function callExample(vendor: Vendor, it: Contract<'operation'>, name: string, language: Language): Html {
  const call = it.contract.examples[name] as Call
  const { reply, ...asked } = call as Record<string, unknown>
  const all: Tab[] = [
    {
      title: 'JSON',
      body: html`${Object.keys(asked).length > 0 && html`<h4>${labels.request[language]}</h4>${codeBlock(json(asked), 'json', language)}`}
<h4>${labels.reply[language]}</h4>${codeBlock(json(reply), 'json', language)}`,
    },
    { title: 'curl', body: codeBlock(curlOfCall(vendor, it, call), 'bash', language) },
    { title: 'TypeScript', body: codeBlock(clientOfCall(vendor, it, call), 'typescript', language) },
  ]
  return tabs(`example-${slug(name)}`, labels.form[language], all)
}

/** XML as the kit writes it, but for the line breaks. */
export function pushExample(vendor: Vendor, it: Contract<'push'>, name: string, language: Language): Html {
  const message = it.contract.examples[name] as unknown
  const query = Object.fromEntries(
    Object.entries(it.contract.match).flatMap(([path, value]) =>
      path.startsWith('query.') ? [[path.slice(6), String([value].flat()[0])]] : [],
    ),
  )
  const text = wireOf(vendor).push?.write({ query, body: message }).text
  const all: Tab[] = [
    { title: 'JSON', body: codeBlock(json(message), 'json', language) },
    ...(vendor.push?.contentType === 'text/xml'
      ? [{ title: 'XML', body: codeBlock(indented(String(text)), 'xml', language) }]
      : []),
    {
      title: 'curl',
      body: codeBlock(
        name === 'documented' ? curlOfPush(vendor, it) : commandOfPush(vendor, it, name),
        'bash',
        language,
      ),
    },
    { title: 'TypeScript', body: codeBlock(receiverOfPush(vendor, it), 'typescript', language) },
  ]
  return tabs(`example-${slug(name)}`, labels.form[language], all)
}

/** Against the example that it is nearest to. */
export function variantTable({ contract }: Contract, name: string, language: Language): Html {
  const variant = contract.variants?.[name]
  const [nearest = []] = Object.values(contract.examples)
    .map(it => differences(it, variant))
    .sort((a, b) => a.length - b.length)
  const rows = nearest.slice(0, MOST).map(it => ({ cells: cellsOf(it, language) }))
  const heads = [labels.path[language], labels.before[language], labels.after[language]]
  const left = nearest.length - rows.length
  return html`${table(name, heads, rows)}${left > 0 && html`<p>… ${left} ${labels.more[language]}</p>`}`
}

const MOST = 10

const cellsOf = ({ path, before, after }: Difference, language: Language) => [
  html`<code>${path}</code>`,
  shown(before, language),
  shown(after, language),
]

const shown = (value: string | undefined, language: Language) =>
  value === undefined ? html`<i>${labels.absent[language]}</i>` : html`<code>${value}</code>`
