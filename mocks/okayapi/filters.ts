/** How a parameter is compared with a column, what of a list remains then, and which page of it is asked for. */
import { intval } from './convert.ts'
import type { Parameters } from './request.ts'
import type { Row } from './rows/rows.ts'

/** Whether a row passes what was asked. */
export type Test = (row: Row, asked: string) => boolean

const text = (row: Row, column: string) => String(row[column] ?? '')
const number = (row: Row, column: string) => intval(text(row, column))

type Compare = (column: string) => Test
export const contains: Compare = column => (row, asked) => text(row, column).includes(asked)
export const equals: Compare = column => (row, asked) => text(row, column) === asked
export const above: Compare = column => (row, asked) => number(row, column) > intval(asked)
export const below: Compare = column => (row, asked) => number(row, column) < intval(asked)
export const atLeast: Compare = column => (row, asked) => number(row, column) >= intval(asked)
/** An open end, which is empty, is beyond every number. */
export const atMost: Compare = column => (row, asked) =>
  text(row, column) !== '' && number(row, column) <= intval(asked)

/** The vendor does not say what stands between the words. */
const wordsOf = (asked: string) => asked.split(/[\s,，、]+/).filter(Boolean)

export const anyWord: Compare = column => (row, asked) => wordsOf(asked).some(word => text(row, column).includes(word))
export const anyWordAnywhere: Test = (row, asked) =>
  wordsOf(asked).some(word => Object.values(row).some(value => String(value).includes(word)))

/** Parameter → what a row has to pass. */
export type Filters = { readonly [parameter: string]: Test }

/** Parameters named after the columns that have to contain them. */
export const containing = (...columns: string[]): Filters => Object.fromEntries(columns.map(it => [it, contains(it)]))

/** An empty parameter narrows nothing. */
export function narrowed(rows: readonly Row[], filters: Filters, query: Parameters): readonly Row[] {
  const tests = Object.entries(filters).flatMap(([name, test]) => {
    const asked = String(query[name] ?? '')
    return asked ? [(row: Row) => test(row, asked)] : []
  })
  return tests.length ? rows.filter(row => tests.every(test => test(row))) : rows
}

/** Beyond the end it is empty. Without perpage, which only a switch allows, it is everything. */
export function pageOf<R>(rows: readonly R[], { page, perpage }: Parameters): R[] {
  const size = perpage === undefined ? rows.length : intval(perpage)
  const start = (intval(page ?? 1) - 1) * size
  return rows.slice(start, start + size)
}
