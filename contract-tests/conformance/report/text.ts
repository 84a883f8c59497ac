/** Texts of strangers made harmless: what a handler answered is read on terminals and pages that would obey it. */

/** Code points of one text that a report shows; the JSON report has all of them. */
const MOST = 2_000

/** Controls, directions that reorder a line, separators of lines, and what Unicode keeps free: no terminal, XML or HTML takes them unharmed. */
const harmful = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu

/** With a visible escape for whatever a reader would obey or could not carry; line feeds stay. */
export function visible(text: string): string {
  return text.toWellFormed().replace(harmful, character => (character === '\n' ? character : escaped(character)))
}

/** Visible, and at most so many characters, with the number of those left out. */
export function shown(text: string, most = MOST): string {
  // No character has more than two units; what lies beyond is not looked at one by one, since an answer may have a mebibyte.
  const begun = [...text.slice(0, 2 * most)].slice(0, most).join('')
  if (begun.length === text.length) return visible(text)
  const left = [...text.slice(begun.length)].length
  return `${visible(begun)}… (${left} more ${left === 1 ? 'character' : 'characters'})`
}

/** Shown on one line. */
export const line = (text: string, most = MOST): string => shown(text, most).replaceAll('\n', '\\n')

const short: Record<string, string> = { '\r': '\\r', '\t': '\\t' }

function escaped(character: string) {
  const hex = character.codePointAt(0)?.toString(16) ?? ''
  if (short[character]) return short[character]
  return hex.length > 4 ? `\\u{${hex}}` : hex.length > 2 ? `\\u${hex.padStart(4, '0')}` : `\\x${hex.padStart(2, '0')}`
}
