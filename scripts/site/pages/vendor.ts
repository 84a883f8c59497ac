/** All pages of a vendor: the first one, its contracts in the order of the document, errors, assumptions, errata. */
import { contracts } from '../../../schemas/contracts.ts'
import type { Vendor } from '../../../schemas/define.ts'
import { remedy, schemes } from '../authentication.ts'
import { specOf } from '../downloads.ts'
import { fieldsOf } from '../fields.ts'
import { type Html, html } from '../html.ts'
import { type Both, type Language, linkFrom, type Maker, type Page } from '../page.ts'
import { envelopeLayout } from '../pictures/envelope.ts'
import { customerStates } from '../pictures/states.ts'
import { prose } from '../prose.ts'
import { vendorName, vendors } from '../sections.ts'
import { table } from '../table.ts'
import { wordingOf } from '../wording.ts'
import { assumptionsPage } from './assumptions.ts'
import { contractLabels, pathOf } from './contract.ts'
import { countLabels, counts, legend } from './counts.ts'
import { delivery } from './delivery.ts'
import { errataPage } from './errata.ts'
import { errorsPage } from './errors.ts'
import { entriesOf, fieldList } from './field-list.ts'
import { operationPage } from './operation.ts'
import { pushPage } from './push.ts'
import { signaturePart, signatureScripts } from './signature.ts'

const labels = {
  overview: { en: 'Overview', zh: '概览' },
  authentication: { en: 'How to authenticate', zh: '如何认证' },
  credentials: { en: 'Credentials', zh: '凭证' },
  none: { en: 'The vendor hands out none.', zh: '该厂商不发放凭证。' },
  stamp: { en: 'On every push', zh: '每条推送都带' },
  proof: { en: 'Where they stand', zh: '放在哪里' },
  gaps: { en: 'What the scheme cannot protect', zh: '这套方案保护不了什么' },
  origins: { en: 'Hosts', zh: '主机' },
  source: { en: 'Source', zh: '来源' },
  here: { en: 'On the mock', zh: '模拟服务器' },
  spec: { en: 'OpenAPI', zh: 'OpenAPI' },
  section: { en: 'Section', zh: '章节' },
  id: { en: 'Id', zh: '标识' },
  title: { en: 'Title', zh: '标题' },
  how: { en: 'How', zh: '方式' },
} satisfies Record<string, Both>

/** What a vendor has to show besides: pictures of its own. */
const pictures: Record<string, (language: Language) => Html> = { echat: envelopeLayout, sobot: customerStates }

export const vendorPages: Maker = language => vendors.flatMap(it => pagesOf(it, language))

export const pagesOf = (vendor: Vendor, language: Language): Page[] => [
  vendorPage(vendor, language),
  ...contracts(vendor, 'operation').map(it => operationPage(vendor, it, language)),
  ...contracts(vendor, 'push').map(it => pushPage(vendor, it, language)),
  errorsPage(vendor, language),
  assumptionsPage(vendor, language),
  errataPage(vendor, language),
]

export function vendorPage(vendor: Vendor, language: Language): Page {
  const signature = signaturePart(vendor, language)
  const { summary } = wordingOf(vendor, language)
  const path = `${vendor.id}/index`
  return {
    path,
    title: { en: `${vendorName(vendor, 'en')} ${vendor.title}`, zh: `${vendor.title} ${vendorName(vendor, 'en')}` }[
      language
    ],
    label: labels.overview[language],
    summary,
    section: vendor.id,
    ...(signature && { scripts: signatureScripts }),
    entries: [
      {
        anchor: 'authentication',
        title: `${vendorName(vendor, language)} ${labels.authentication[language]}`,
        text: words(vendor, language),
      },
      ...entriesOf('credentials', fieldsOf(vendor.credentials), language),
      ...entriesOf('push', stampOf(vendor), language),
    ],
    body: html`<h1>${language === 'en' ? vendorName(vendor, 'en') : vendor.title} <small>${language === 'en' ? vendor.title : vendorName(vendor, 'en')}</small></h1>
<p class="lead">${prose(summary)}</p>
${facts(vendor, language)}
${authentication(vendor, language)}
${signature}
${pictures[vendor.id]?.(language)}
${lists(vendor, language)}
${delivery(vendor, language)}
${gaps(vendor, language)}
<h2 id="evidence">${countLabels.evidence[language]}</h2>
${counts([vendor], path, language)}
${legend(language)}`,
  }
}

const words = ({ id }: Vendor, language: Language) =>
  schemes[id]?.steps.map(it => it[language].replaceAll('`', '')).join(' ') ?? ''

function facts(vendor: Vendor, language: Language): Html {
  const line = (label: keyof typeof labels, value: Html | string) =>
    html`<div><dt>${labels[label][language]}</dt><dd>${value}</dd></div>
`
  return html`<dl class="facts">
${line('source', prose(wordingOf(vendor, language).source))}${vendor.origins.length > 0 && line('origins', html`${vendor.origins.map(it => html`<code>${it}</code> `)}`)}${line('here', html`<code>http://127.0.0.1:4010/${vendor.id}</code>`)}${line('spec', html`<a href="../../${specOf(vendor.id)}" download>${vendor.id}.yaml</a>`)}</dl>`
}

/** Parameters and headers that stand on each of its pushes. */
const stampOf = ({ push }: Vendor) => [
  ...fieldsOf(push?.query),
  ...fieldsOf(push?.headers),
  ...fieldsOf(push?.envelope),
]

function authentication(vendor: Vendor, language: Language): Html {
  const credentials = fieldsOf(vendor.credentials)
  const stamp = stampOf(vendor)
  const wording = wordingOf(vendor, language).security
  const proofs = Object.entries(vendor.security ?? {}).map(([name, it]) => ({
    cells: [html`<code>${it.in}</code>`, html`<code>${it.name}</code>`, prose(wording[name] ?? it.description)],
  }))
  return html`<h2 id="authentication">${labels.authentication[language]}</h2>
<ol class="steps">${schemes[vendor.id]?.steps.map(
    it => html`<li>${prose(it[language])}</li>
`,
  )}</ol>
${proofs.length > 0 && html`<h3>${labels.proof[language]}</h3>${table(labels.proof[language], [labels.how[language], labels.id[language], labels.title[language]], proofs)}`}
<h3 id="credentials">${labels.credentials[language]}</h3>
${credentials.length ? fieldList('credentials', credentials, language) : html`<p>${labels.none[language]}</p>`}
${stamp.length > 0 && html`<h3 id="stamp">${labels.stamp[language]}</h3>${fieldList('push', stamp, language)}`}`
}

function lists(vendor: Vendor, language: Language): Html {
  const here = `${vendor.id}/index`
  const link = (id: string) => html`<a href="${linkFrom(here, pathOf(vendor, id))}"><code>${id}</code></a>`
  const title = (it: { summary: string; title: string }) =>
    language === 'en' ? html`${it.summary} <span lang="zh-Hans">${it.title}</span>` : it.title
  const operations = contracts(vendor, 'operation').map(({ id, contract }) => ({
    cells: [contract.doc, link(id), title(contract), html`<code>${contract.method} ${contract.path}</code>`],
  }))
  const pushes = contracts(vendor, 'push').map(({ id, contract }) => ({
    cells: [
      contract.doc,
      link(id),
      title(contract),
      html`${Object.entries(contract.match).map(([path, value]) => html`<code>${path} = ${[value].flat().join(' | ')}</code> `)}`,
    ],
  }))
  const heads = (['section', 'id', 'title', 'how'] as const).map(it => labels[it][language])
  const part = (kind: 'operations' | 'pushes', rows: typeof operations) =>
    rows.length > 0 &&
    html`<h2 id="${kind}">${contractLabels[kind][language]}</h2>
${table(contractLabels[kind][language], heads, rows)}
`
  return html`${part('operations', operations)}${part('pushes', pushes)}`
}

const gaps = (vendor: Vendor, language: Language): Html => html`<h2 id="protection">${labels.gaps[language]}</h2>
<ul>${schemes[vendor.id]?.gaps.map(
  it => html`<li>${prose(it[language])}</li>
`,
)}</ul>
${vendor.push && html`<p>${prose(remedy[language])}</p>`}`
