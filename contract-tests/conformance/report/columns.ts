/** Text in the columns of a terminal: Chinese characters and most emoji take two. */

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

const characters = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)

export const columns = (text: string): number =>
  characters(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)

/** Lines of at most `width` columns, broken at spaces; a word is broken only where it does not fit a line of its own. */
export function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap(paragraph => {
    const lines = ['']
    for (const piece of paragraph.split(/(?<= )/).flatMap(word => pieces(word, width))) {
      const begun = lines.at(-1) ?? ''
      if (columns(begun) + columns(piece.trimEnd()) <= width) lines[lines.length - 1] = begun + piece
      else lines.push(piece)
    }
    return lines.map(it => it.trimEnd())
  })
}

/** Chinese has no spaces: there a line may end behind every character. */
function pieces(word: string, width: number): string[] {
  if (columns(word.trimEnd()) <= width && !wide.test(word)) return [word]
  const all = ['']
  for (const character of characters(word)) {
    const begun = all.at(-1) ?? ''
    const joined = !wide.test(character) && !wide.test(begun) && columns(begun) < width
    if (joined || !begun) all[all.length - 1] = begun + character
    else all.push(character)
  }
  return all
}

/** As many names as fit, and how many more there are; the first stands there in any case. */
export function listed(names: readonly string[], width: number): string {
  const all = names.join(', ')
  if (names.length < 2 || columns(all) <= width) return all
  const room = width - ` and ${names.length - 1} more`.length
  let [fitting, taken] = [1, columns(names[0] ?? '')]
  for (const name of names.slice(1)) {
    taken += 2 + columns(name)
    if (taken > room) break
    fitting++
  }
  return `${names.slice(0, fitting).join(', ')} and ${names.length - fitting} more`
}
