/** Text for XML and HTML: visible, escaped, and whole elements made of it. */
import { visible } from './text.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Between tags or in an attribute, in either language; `]]>` is broken by its last character. */
export const escaped = (text: string): string => visible(text).replace(/[&<>"']/g, it => entities[it] ?? it)

export type Attributes = Record<string, string | number | undefined>

/** Attributes that are undefined are left out; `content` is markup already. */
export function element(name: string, attributes: Attributes = {}, content: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    // A line feed in an attribute of XML would be read as a space.
    .map(([key, value]) => ` ${key}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
  return `<${name}${written.join('')}>${content.join('')}</${name}>`
}
