/** HTML as tagged templates: what is put in is escaped, unless it is HTML itself. */

/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
  toString() {
    return this.text
  }
}

type Piece = Html | string | number | undefined | false | readonly Piece[]

/** `html`<p>${name}</p>``: lists are put in one after the other, undefined and false as nothing. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(parts.reduce((text, part, index) => text + written(pieces[index - 1]) + part))

/** HTML that something else wrote. */
export const raw = (text: string): Html => new Html(text)

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return ''
  if (piece instanceof Html) return piece.text
  if (Array.isArray(piece)) return piece.map(written).join('')
  return escaped(String(piece))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escaped = (text: string): string => text.replace(/[&<>"']/g, it => entities[it] as string)
