/** Names the known words closest to one that is not known. */
import { distance } from 'fastest-levenshtein'

/** `did you mean labelSave, labelList?`, or all of them when none is close and they are few. */
export function nearest(word: string, known: readonly string[], most = 3): string {
  if (known.length === 0) return 'there is none.'
  const rated = known
    .map(it => ({ it, far: distance(word.toLowerCase(), it.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
  const close = rated.filter(({ it, far }) => far <= Math.max(2, Math.ceil(Math.max(word.length, it.length) / 2)))
  const named = (close.length ? close : rated).slice(0, most).map(({ it }) => it)
  return close.length
    ? `did you mean ${named.join(', ')}?`
    : `known are ${named.join(', ')}${known.length > most ? ', …' : ''}.`
}
