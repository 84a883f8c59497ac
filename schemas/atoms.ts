/**
 * The value types that documents are made of. Each takes the vendor's Chinese term and an English description first, so that a
 * field without them does not compile. Times and codes from a vendor are described, not enforced: a receiver that refuses a
 * message for an odd date is sent it again for ever.
 */
import { Type as T, type TProperties, type TSchema } from '@sinclair/typebox'
import type { Evidence } from './define.ts'

/** What an atom takes besides term and description: evidence, and any keyword of JSON Schema. */
export interface More {
  /** Left out when a table of the document states the field. */
  evidence?: Evidence
  [keyword: string]: unknown
}

/** Text. */
export const text = (title: string, description: string, more?: More) => T.String(facts(title, description, more))

/** One fixed value. */
export const constant = <const V extends string | number>(value: V, title: string, description: string, more?: More) =>
  T.Literal(value, facts(title, description, more))

/** A JSON number without fraction, or digits in a query. */
export const integer = (title: string, description: string, more?: More) => T.Integer(facts(title, description, more))

/** Digits written as text: ids with leading zeros or beyond 2^53, counts in XML. */
export const digits = (title: string, description: string, more?: More) => T.String(facts(title, description, { 'x-format': 'digits', ...more }))

/** A number for which the document shows both spellings: 3 and "3" (and "" for none). */
export const numeric = (title: string, description: string, more?: More) =>
  T.Union([T.Integer(), T.String()], facts(title, description, { 'x-format': 'digits', ...more }))

/** `2020-04-09 10:59:43`, Beijing time, as text. */
export const localTime = (title: string, description: string, more?: More) =>
  T.String(facts(title, description, { 'x-format': 'yyyy-MM-dd HH:mm:ss', ...more }))

/** `2024-06-28T10:12:41.000+08:00`, as text. */
export const offsetTime = (title: string, description: string, more?: More) =>
  T.String(facts(title, description, { 'x-format': "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", ...more }))

/** Text that holds JSON; `content` describes what is inside. */
export const jsonText = (title: string, description: string, content: TSchema, more?: More) =>
  T.String(facts(title, description, { contentMediaType: 'application/json', contentSchema: content, ...more }))

/** An object. Give it an `$id` to publish it once, by that name, instead of at each use. */
export const block = <P extends TProperties>(title: string, description: string, fields: P, more?: More) => T.Object(fields, facts(title, description, more))

export const list = <S extends TSchema>(title: string, description: string, item: S, more?: More) => T.Array(item, facts(title, description, more))

/** Each code with its meaning: the vendor's Chinese, then English, then its evidence where that differs from the field's. */
export type Meanings = { readonly [code: string]: readonly [chinese: string, english: string, evidence?: Evidence] }

/** 1 of the key `1` and of the key `'1'`. */
type NumberOf<K> = K extends number ? K : K extends `${infer N extends number}` ? N : never

/** Codes as text; nothing else is valid. */
export const codes = <const M extends Meanings>(title: string, description: string, meanings: M, more?: More) =>
  T.Unsafe<keyof M & string>(T.Union(literals(meanings, String), facts(title, description, more)))

/** Codes as text, to which the vendor may add. */
export const openCodes = (title: string, description: string, meanings: Meanings, more?: More) =>
  T.Unsafe<string>(T.Union([...literals(meanings, String), T.String()], facts(title, description, more)))

/** Codes as numbers; nothing else is valid. */
export const integerCodes = <const M extends Meanings>(title: string, description: string, meanings: M, more?: More) =>
  T.Unsafe<NumberOf<keyof M>>(T.Union(literals(meanings, Number), facts(title, description, more)))

/** Codes as numbers, to which the vendor may add. */
export const openIntegerCodes = (title: string, description: string, meanings: Meanings, more?: More) =>
  T.Unsafe<number>(T.Union([...literals(meanings, Number), T.Integer()], facts(title, description, more)))

/** Codes for which the document shows both spellings, 3 and "3"; the vendor may add more. */
export const numericCodes = (title: string, description: string, meanings: Meanings, more?: More) =>
  T.Unsafe<number | string>(T.Union([...literals(meanings, Number), T.Integer(), ...literals(meanings, String), T.String()], facts(title, description, more)))

/** The same value, or null. */
export const nullable = <S extends TSchema>(schema: S) => {
  const { title, description, 'x-evidence': evidence } = schema
  return T.Union([schema, T.Null()], { title, description, ...(evidence && { 'x-evidence': evidence }) })
}

const literals = (meanings: Meanings, spell: (code: string) => string | number) =>
  Object.entries(meanings).map(([code, [title, description, evidence]]) =>
    T.Literal(spell(code), { title, description, ...(evidence && { 'x-evidence': evidence }) }),
  )

const facts = (title: string, description: string, { evidence, ...more }: More = {}) => ({
  title,
  description,
  ...(evidence && { 'x-evidence': evidence }),
  ...more,
})
