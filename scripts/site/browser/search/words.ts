/** Text as the words that a search compares: Latin words with the parts of their names, Chinese in pairs of characters. */

/** Chinese, or anything else that is written in words. */
const RUNS =
  /\p{Script=Han}+|[^\P{L}\p{Script=Han}]+(?:[\p{N}_]|[^\P{L}\p{Script=Han}])*|[\p{N}_]+(?:[\p{N}_]|[^\P{L}\p{Script=Han}])*/gu
const HAN = /^\p{Script=Han}/u
/** Between `visitor` and `Enter`, `user` and `id`, `ret` and `200`. */
const SEAMS = /_+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u

const runsOf = (text: string): string[] => text.normalize('NFKC').match(RUNS) ?? []

/** What a text is found by. */
export const wordsOf = (text: string): string[] =>
  runsOf(text).flatMap(run =>
    HAN.test(run) ? [...run, ...pairs(run)] : [...new Set([run, ...partsOf(run)])].map(lower),
  )

/** What is looked for; every one of them has to be found. A single Chinese character is its own word. */
export const askedFor = (text: string): string[] =>
  runsOf(text).flatMap(run => (!HAN.test(run) ? [lower(run)] : [...run].length > 1 ? pairs(run) : [run]))

/** What is looked for where that finds nothing. */
export const looselyAskedFor = (text: string): string[] =>
  runsOf(text).flatMap(run => (HAN.test(run) ? askedFor(run) : partsOf(run).map(lower)))

const partsOf = (run: string) => run.split(SEAMS).filter(Boolean)

const lower = (word: string) => word.toLowerCase()

function pairs(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((it, index) => `${characters[index]}${it}`)
}
