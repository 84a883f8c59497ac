/** What becomes of a single value, read off the schema of its field: codes and ids are text, quantities are numbers. */
import type { TSchema } from '@sinclair/typebox'

type Single = string | number
/** Answers the same value where nothing is to be changed. */
export type Convert = (value: Single) => unknown

/** The alternatives of a union, those of inner unions too; of any other schema the schema itself. */
export const alternativesOf = (schema: TSchema): TSchema[] =>
  (schema.anyOf as TSchema[] | undefined)?.flatMap(alternativesOf) ?? [schema]

/** Undefined where every value stays as it is. */
export function conversionOf(schema: TSchema, trims: boolean): Convert | undefined {
  const tidy = tidyingOf(schema, trims)
  const convert = kindOf(schema)
  if (!tidy) return convert
  const tidied = (value: Single) => (typeof value === 'string' ? tidy(value) : value)
  return convert ? value => convert(tidied(value)) : tidied
}

function kindOf(schema: TSchema): Convert | undefined {
  const singles = alternativesOf(schema).filter(it => it.type !== 'object' && it.type !== 'array')
  const codes = schema.anyOf ? singles.filter(it => it.const !== undefined && it.title) : []
  if (codes.length) return codeBy(namesOf(codes))
  const counts = singles.some(it => it.type === 'integer' || it['x-format'] === 'digits')
  if (ID.test(schema.title ?? '')) return asText
  return counts ? asNumber : undefined
}

/** The vendors call every id so. */
const ID = /(?:id|编号)$/i

/** A float that has lost digits stays what it is: a text of it would look like the id and be another. */
const asText: Convert = value => (Number.isSafeInteger(value) ? String(value) : value)

/** Empty text, which stands for no value, stays. */
const asNumber: Convert = value => {
  if (typeof value !== 'string' || !/^-?\d{1,16}$/.test(value)) return value
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

const codeBy =
  (names: ReadonlyMap<string, string>): Convert =>
  value =>
    typeof value === 'string' ? (names.get(value) ?? value) : asText(value)

/**
 * The number of each name, and of each meaning in Chinese. Name and number belong together where they mean the same in Chinese, or
 * in English but for the remark that follows the name's meaning.
 */
function namesOf(codes: TSchema[]): ReadonlyMap<string, string> {
  const chinese = numbersBy(codes, it => it.title ?? '')
  const english = numbersBy(codes, it => it.description ?? '')
  const names = codes
    .filter(it => !isNumber(it))
    .map(it => [it.const, chinese.get(it.title ?? '') ?? english.get(withoutRemark(it.description ?? ''))] as const)
  return new Map([...chinese, ...names].filter((it): it is [string, string] => it[1] !== undefined))
}

/** What two numbers mean tells neither. */
function numbersBy(codes: TSchema[], meaningOf: (code: TSchema) => string) {
  const numbers = new Map<string, string | undefined>()
  for (const code of codes.filter(isNumber)) {
    const [meaning, number] = [meaningOf(code), String(code.const)]
    numbers.set(meaning, numbers.has(meaning) && numbers.get(meaning) !== number ? undefined : number)
  }
  return numbers
}

const isNumber = ({ const: code }: TSchema) => /^-?\d+$/.test(String(code))
const withoutRemark = (description: string) => description.replace(/[,;].*$/, '')

/** Blanks around a value, and inside the head of an address, are slips of the pen; what people said keeps them. */
function tidyingOf(schema: TSchema, trims: boolean): ((text: string) => string) | undefined {
  const { description = '' } = schema
  if (!trims || description.includes('blanks included')) return undefined
  return description.startsWith('URL ')
    ? text => text.trim().replace(/^(https?):\s*\/\/\s*/, '$1://')
    : text => text.trim()
}
