/** A picture on a page: it shrinks on a phone until it can hardly be read and is scrolled from there; words beside it say the same. */
import { type Html, html } from '../html.ts'
import type { Both, Language } from '../page.ts'

export interface Picture {
  /** Unique on its page. */
  name: string
  title: string
  /** What there is to see, in a sentence or two. */
  about: string
  width: number
  height: number
  /** Too wide for a phone: scrolled, never shrunk. */
  wide?: boolean
  drawn: readonly Html[]
  /** Everything that is drawn, as a table or a list. */
  words: Html
}

const summary: Both = { en: 'The same in words', zh: '文字版' }

export function pictureOf(picture: Picture, language: Language): Html {
  const { name, title, about, width, height, wide = false, drawn, words } = picture
  const id = `picture-${name}`
  return html`<figure class="picture${wide && ' wide'}">
<div class="scroll" role="group" aria-label="${title}" tabindex="0"><svg xmlns="http://www.w3.org/2000/svg" role="img" font-family="var(--sans, system-ui, sans-serif)" aria-labelledby="${id}-title" aria-describedby="${id}-about" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title id="${id}-title">${title}</title><desc id="${id}-about">${about}</desc>
${drawn.map(
  it => html`${it}
`,
)}</svg></div>
<figcaption>${about}</figcaption>
<details><summary>${summary[language]}</summary>
${words}
</details>
</figure>`
}
