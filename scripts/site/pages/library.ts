/** The page of the library: every export of every door, from the sources and their docstrings. */
import { codeBlock } from '../code.ts'
import { type Html, html } from '../html.ts'
import { type Both, type Entry, type Language, linkFrom, type Maker } from '../page.ts'
import { bare, prose } from '../prose.ts'
import type { Described, Member } from '../reference/described.ts'
import { documentDoors } from '../reference/doors.ts'
import { type Listed, library } from '../reference/library.ts'
import { said } from '../reference/wording.ts'
import { vendorName, vendors } from '../sections.ts'
import { table } from '../table.ts'

const PATH = 'reference/library'

const labels = {
  title: { en: 'The library', zh: '程序库' },
  summary: {
    en: 'Every export of kefu-kit: signatures, options, results, errors.',
    zh: 'kefu-kit 的全部导出：签名、选项、结果和错误。',
  },
  lead: {
    en: 'Written from the docstrings of the sources. Errors that a function throws are named by their code.',
    zh: '由源代码的文档注释生成。函数抛出的错误用错误码表示。',
  },
  errors: { en: 'All codes', zh: '全部错误码' },
  name: { en: 'Name', zh: '名称' },
  type: { en: 'Type', zh: '类型' },
  meaning: { en: 'Meaning', zh: '说明' },
  optional: { en: 'optional', zh: '可选' },
  members: { en: 'Members of', zh: '成员：' },
  types: { en: 'Types that say all by themselves:', zh: '其余类型，用法见其定义：' },
  passed: { en: 'Also exported here:', zh: '这里也导出：' },
  documents: { en: 'One vendor’s document', zh: '单个厂商的契约' },
  document: {
    en: 'Each of these has one export, the document of its vendor, so that a bundle holds no other.',
    zh: '每个入口只导出一个厂商的契约，打包时不会带上其他厂商。',
  },
  vendor: { en: 'Vendor', zh: '厂商' },
  door: { en: 'Import', zh: '导入' },
} satisfies Record<string, Both>

export const libraryPage: Maker = language => [
  {
    path: PATH,
    title: labels.title[language],
    summary: labels.summary[language],
    section: 'reference',
    entries: library.flatMap(door => door.shown.map(it => entryOf(door, it, language))),
    body: html`<h1>${labels.title[language]}</h1>
<p class="lead">${labels.lead[language]} <a href="${linkFrom(PATH, 'reference/errors')}">${labels.errors[language]}</a></p>
${library.map(it => section(it, language))}${documents(language)}`,
  },
]

const anchorOf = (door: string, name: string) => `${door}-${name}`

function entryOf(door: Listed, { name, says, members }: Described, language: Language): Entry {
  const words = [says, ...members.map(it => it.says)].map(it => (it ? bare(said(it, language)) : ''))
  return {
    anchor: anchorOf(door.name, name),
    title: `${name} · ${door.import}`,
    text: [...members.map(it => it.name), ...words].join(' ').trim(),
  }
}

function section(door: Listed, language: Language): Html {
  const index = door.shown.map(it => html`<a href="#${anchorOf(door.name, it.name)}"><code>${it.name}</code></a> `)
  const passed = door.passed.map(it =>
    it.shown
      ? html`<a href="#${anchorOf(it.door, it.name)}"><code>${it.name}</code></a> `
      : html`<code>${it.name}</code> `,
  )
  return html`<h2 id="${door.name}">${door.import}</h2>
<p>${prose(said(door.says, language))}</p>
<p>${index}</p>
${door.shown.map(it => item(door, it, language))}
${door.named.length > 0 && html`<p>${labels.types[language]} ${door.named.map(it => html`<code>${it}</code> `)}</p>`}
${passed.length > 0 && html`<p>${labels.passed[language]} ${passed}</p>`}`
}

function item(door: Listed, { name, signature, says, members }: Described, language: Language): Html {
  const anchor = anchorOf(door.name, name)
  return html`<h3 id="${anchor}"><a href="#${anchor}"><code>${name}</code></a></h3>
${says && paragraphs(said(says, language))}
${signature !== undefined && codeBlock(signature, 'ts', language)}
${members.length > 0 && memberTable(name, members, language)}
`
}

function memberTable(name: string, members: readonly Member[], language: Language): Html {
  const heads = (['name', 'type', 'meaning'] as const).map(it => labels[it][language])
  const rows = members.map(it => ({
    cells: [
      html`<code>${it.name}</code>${it.optional && html` <span class="optional">${labels.optional[language]}</span>`}`,
      html`<code>${it.type}</code>`,
      it.says ? prose(said(it.says, language)) : '',
    ],
  }))
  return table(`${labels.members[language]} ${name}`, heads, rows)
}

/** A line that begins with a dash is an entry of a list. */
function paragraphs(text: string): Html {
  const lines = text.split('\n')
  const entries = lines.filter(it => it.startsWith('- ')).map(it => html`<li>${prose(it.slice(2))}</li>`)
  const others = lines.filter(it => !it.startsWith('- ')).map(it => html`<p>${prose(it)}</p>`)
  return html`${others}${entries.length > 0 && html`<ul>${entries}</ul>`}`
}

function documents(language: Language): Html {
  const rows = vendors.map(vendor => ({
    cells: [
      html`<a href="${linkFrom(PATH, `${vendor.id}/index`)}">${vendorName(vendor, language)}</a>`,
      html`<code>import { ${vendor.id} } from '${documentDoors.find(it => it.name === vendor.id)?.import ?? ''}'</code>`,
    ],
  }))
  return html`<h2 id="documents">${labels.documents[language]}</h2>
<p>${labels.document[language]}</p>
${table(labels.documents[language], [labels.vendor[language], labels.door[language]], rows)}`
}
