/** The same value written by other hands: JSON as PHP, Python and others write it, values as other languages print them. */

type Form = readonly [who: string, write: (value: unknown) => string]

const escaped = (json: string) =>
  json.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const slashed = (json: string) => json.replaceAll('/', '\\/')
const json = (value: unknown) => JSON.stringify(value) ?? ''

/** JSON, from the likeliest writer on. */
export const jsonForms: readonly Form[] = [
  ['as JavaScript writes it', json],
  ['as PHP writes it, / as \\/ and Chinese as \\uXXXX', value => slashed(escaped(json(value)))],
  ['with Chinese as \\uXXXX', value => escaped(json(value))],
  ['with / as \\/', value => slashed(json(value))],
  ['as Python writes it, blanks after , and :', value => escaped(spaced(value))],
  ['with blanks after , and :', spaced],
  ['indented by two', value => JSON.stringify(value, null, 2) ?? ''],
  ['indented by four', value => JSON.stringify(value, null, 4) ?? ''],
  ['with sorted keys', value => json(sorted(value))],
]

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`
  if (value === null || typeof value !== 'object') return json(value)
  return `{${Object.entries(value)
    .map(([name, it]) => `${json(name)}: ${spaced(it)}`)
    .join(', ')}}`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, it]) => [name, sorted(it)]),
  )
}

const named = (names: Readonly<Record<string, string>>) => (value: unknown) =>
  typeof value === 'object' && value !== null ? json(value) : (names[String(value)] ?? String(value))

/** Values that are no text, as they are printed before they are joined. */
export const printedForms: readonly Form[] = [
  ['lists and objects as JavaScript joins them', joined],
  ['true as 1, false and null as nothing, as PHP prints them', named({ true: '1', false: '', null: '' })],
  ['True, False and None, as Python prints them', named({ true: 'True', false: 'False', null: 'None' })],
  ['true as 1, false as 0', named({ true: '1', false: '0' })],
  ['null as nothing', named({ null: '' })],
  ['lists as "Array", as PHP prints them', value => (typeof value === 'object' ? 'Array' : named({})(value))],
]

/** As String does it, which a member called toString would lead astray. */
function joined(value: unknown): string {
  if (Array.isArray(value)) return value.map(it => (it === null ? '' : joined(it))).join(',')
  return typeof value === 'object' && value !== null ? '[object Object]' : String(value)
}
