/** Files beside the pages: the OpenAPI documents, and `llms.txt`, a map of the site for readers that are programs. */
import { stringify } from 'yaml'
import { openapi } from '../openapi.ts'
import type { Language, Page } from './page.ts'
import { sections, vendors } from './sections.ts'

export const specOf = (vendor: string) => `openapi/${vendor}.yaml`

export async function downloads(pages: Record<Language, readonly Page[]>): Promise<[path: string, content: string][]> {
  const files: [string, string][] = [['llms.txt', map(pages.en)]]
  for (const vendor of vendors)
    files.push([specOf(vendor.id), stringify(await openapi(vendor), { aliasDuplicateObjects: false, lineWidth: 0 })])
  return files
}

const introduction = `# kefu-kit

> Contracts, a mock server and a push simulator for five customer-service and CRM platforms that Chinese companies integrate with: Sobot, OkayAPI, Echat, Yunduo, EasyLiao. Not made or endorsed by any of them.

Every page is there in English (\`en/\`) and Chinese (\`zh/\`), under the same path. OpenAPI 3.1 documents, with errors, assumptions and errata of each vendor in \`x-errors\`, \`x-assumptions\` and \`x-errata\`:

${vendors.map(({ id, title }) => `- [${id} ${title}](${specOf(id)})`).join('\n')}
`

function map(pages: readonly Page[]): string {
  const parts = sections.map(({ id, title }) => {
    const links = pages.filter(it => it.section === id).map(it => `- [${it.title}](en/${it.path}.html): ${it.summary}`)
    return links.length ? `\n## ${title.en}\n\n${links.join('\n')}\n` : ''
  })
  return introduction + parts.join('')
}
