/** Changes of a text, each with its place, made all at once. */

export interface Repair {
  /** Id of the erratum that documents it, where there is one. */
  erratum?: string
  /** What was repaired, in a sentence with its place. */
  what: string
}

/** What stands from `at` to `until` becomes `by`. A repair of several changes is told by its first. */
export interface Edit {
  at: number
  until: number
  by: string
  told?: Repair
}

/** No document shows more faults than a few dozen; a text with thousands is something else, and stays as it is. */
export const MOST_EDITS = 1000

export function applied(text: string, edits: Edit[]): { text: string; repairs: Repair[] } {
  const placeOf = placer(text)
  const repairs: Repair[] = []
  const pieces: string[] = []
  let done = 0
  for (const { at, until, by, told } of edits.toSorted((one, other) => one.at - other.at)) {
    pieces.push(text.slice(done, at), by)
    // A note without a change can stand where a change has just been made.
    done = Math.max(done, until)
    if (told) repairs.push({ ...told, what: `${placeOf(at)}: ${told.what}` })
  }
  return { text: pieces.join('') + text.slice(done), repairs }
}

/** Line and column of offsets that only grow, so that the text is read once. */
function placer(text: string) {
  let line = 1
  let start = 0
  return (offset: number) => {
    for (let end = text.indexOf('\n', start); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
      line += 1
      start = end + 1
    }
    return `line ${line}, column ${offset - start + 1}`
  }
}
