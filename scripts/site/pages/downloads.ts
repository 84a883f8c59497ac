/** The files to download: OpenAPI documents of each vendor, and the map for programs. */
import { specOf } from '../downloads.ts'
import { html } from '../html.ts'
import type { Both, Maker } from '../page.ts'
import { vendorName, vendors } from '../sections.ts'
import { table } from '../table.ts'

const labels = {
  title: { en: 'Downloads', zh: '下载' },
  summary: {
    en: 'The OpenAPI document of each vendor, and a map of this site for programs.',
    zh: '各厂商的 OpenAPI 文档，以及供程序阅读的站点地图。',
  },
  says: {
    en: 'Operations are paths, pushes are webhooks. Errors, assumptions and errata stand in x-errors, x-assumptions and x-errata.',
    zh: '接口写在 paths 里，推送写在 webhooks 里；错误码、假设、勘误分别在 x-errors、x-assumptions、x-errata 里。',
  },
  map: { en: 'Every page with a sentence about it, as text.', zh: '每个页面及其一句话说明，纯文本。' },
  vendor: { en: 'Vendor', zh: '厂商' },
  file: { en: 'OpenAPI 3.1', zh: 'OpenAPI 3.1' },
} satisfies Record<string, Both>

export const downloadPage: Maker = language => [
  {
    path: 'reference/downloads',
    title: labels.title[language],
    summary: labels.summary[language],
    section: 'reference',
    entries: [],
    body: html`<h1>${labels.title[language]}</h1>
<p class="lead">${labels.summary[language]}</p>
<h2 id="openapi">OpenAPI</h2>
<p>${labels.says[language]}</p>
${table(
  'OpenAPI',
  [labels.vendor[language], labels.file[language]],
  vendors.map(it => ({
    cells: [vendorName(it, language), html`<a href="../../${specOf(it.id)}" download>${it.id}.yaml</a>`],
  })),
)}
<h2 id="llms">llms.txt</h2>
<p><a href="../../llms.txt">llms.txt</a>: ${labels.map[language]}</p>`,
  },
]
