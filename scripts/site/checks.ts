/** What keeps a site from being published: dead links, ids that are there twice, pages that one language lacks, sizes, and faults of its content. */
import { posix } from 'node:path'
import { contentFaults } from './content-checks.ts'
import { languages } from './page.ts'
import type { Files, Site } from './site.ts'

/** Bytes before compression. */
export const limits = { site: 15_000_000, firstView: 300_000 }

/** A sentence for each fault, with the file; empty when the site is sound. */
export const faults = (site: Site): string[] => [
  ...contentFaults(),
  ...deadLinks(site.files),
  ...twiceTheSameId(site.files),
  ...onlyInOne(site),
  ...tooLarge(site.files),
]

const htmlIn = (files: Files) =>
  [...files].flatMap(([path, content]) =>
    path.endsWith('.html') ? [[path, String(content)] as [path: string, text: string]] : [],
  )

const idsIn = (text: string) => [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => decoded(id as string))

/** Links, scripts, styles and pictures all lead to a file of the site, and anchors to an element of it. */
export function deadLinks(files: Files): string[] {
  const pages = htmlIn(files)
  const ids = new Map(pages.map(([path, text]) => [path, new Set(idsIn(text))]))
  return pages.flatMap(([path, text]) =>
    [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].flatMap(([, link = '']) => {
      const [target = '', anchor] = decoded(link).split('#')
      if (/^(https?:|mailto:|data:)/.test(target)) return []
      const file = target ? posix.join(posix.dirname(path), target) : path
      if (!files.has(file)) return [`${path}: the link ${link} leads to ${file}, which is not there.`]
      if (anchor && !ids.get(file)?.has(decodeURIComponent(anchor)))
        return [`${path}: the link ${link} leads to the anchor ${anchor}, which ${file} does not have.`]
      return []
    }),
  )
}

export const twiceTheSameId = (files: Files): string[] =>
  htmlIn(files).flatMap(([path, text]) => {
    const all = idsIn(text)
    return [...new Set(all.filter((id, index) => all.indexOf(id) !== index))].map(
      id => `${path}: the id ${id} is there more than once.`,
    )
  })

export function onlyInOne({ pages }: Pick<Site, 'pages'>): string[] {
  const paths = languages.map(it => new Set(pages[it].map(({ path }) => path)))
  return languages.flatMap((language, index) =>
    [...(paths[index] ?? [])]
      .filter(path => !paths.every(it => it.has(path)))
      .map(path => `${path}: there is a page in ${language} only.`),
  )
}

/** The page, its style sheet, and the scripts that load at once. */
export function firstView(files: Files, path: string, text: string): number {
  const loaded = [...text.matchAll(/<(?:script|link)[^>]*?\s(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
    ([, link = '']) => posix.join(posix.dirname(path), link),
  )
  return [path, ...loaded].reduce((sum, it) => sum + bytes(files.get(it) ?? ''), 0)
}

export function tooLarge(files: Files): string[] {
  const whole = [...files.values()].reduce((sum: number, it) => sum + bytes(it), 0)
  return [
    ...(whole > limits.site ? [`The site has ${whole} bytes, of at most ${limits.site}.`] : []),
    ...htmlIn(files).flatMap(([path, text]) => {
      const size = firstView(files, path, text)
      return size > limits.firstView
        ? [`${path}: its first view has ${size} bytes, of at most ${limits.firstView}.`]
        : []
    }),
  ]
}

const bytes = (content: string | Uint8Array) => Buffer.byteLength(content)

const decoded = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
