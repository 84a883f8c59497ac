/** Sentences as HTML: what stands between backticks is code. */
import { type Html, html, raw } from './html.ts'

/** One line of text. */
export const prose = (text: string): Html =>
  raw(
    text
      .split('`')
      .map((piece, index) => (index % 2 ? html`<code>${piece}</code>` : html`${piece}`))
      .join(''),
  )

/** The same, where a reader gets text only. */
export const bare = (text: string): string => text.replaceAll('`', '')
