/** How PhalApi turns what was sent into the type of a parameter, and what it says when it cannot. */
import type { TSchema } from '@sinclair/typebox'
import { paging } from '../../schemas/okayapi/common.ts'
import { fits, intval, leavesOf, strval } from './convert.ts'

export type Kind = 'integer' | 'code' | 'text' | 'json'

/** What is asked of one parameter. */
export interface Rule {
  name: string
  part: 'query' | 'body'
  required: boolean
  kind: Kind
  schema: TSchema
  /** Paging of which the table states nothing. */
  unstated: boolean
}

export interface Context {
  /** The world's choice for an assumption. */
  choice(name: string): string
  /** Names whose values came with a type of their own: there, digits in text are no number. */
  typed: ReadonlySet<string>
  /** Something to put up with: noted, or refused with that sentence. */
  remark(note: string, sentence: string): void
  refuse(sentence: string): never
}

type Formatter = (rule: Rule, given: unknown, context: Context) => unknown

/** Exact lengths in bytes, known from live answers; the tables state a minimum for app_key and nothing else. */
const lengths: { readonly [name: string]: { bytes: number; orEmpty?: true } } = {
  app_key: { bytes: 32 },
  uuid: { bytes: 32, orEmpty: true },
  token: { bytes: 64, orEmpty: true },
}

/** Values of a parameter whose list is lost in every copy of the document. */
const known: { readonly [name: string]: readonly string[] } = { return_data: ['0', '1'] }

/** Text by the table, which DingTalk sends as numbers. */
const times = ['createAt', 'sessionWebhookExpiredTime']

export const formatters: { readonly [kind in Kind]: Formatter } = { integer, code, text, json }

function integer(rule: Rule, given: unknown, context: Context): number {
  return limited(rule, whole(rule.name, given, context), context)
}

function whole(name: string, given: unknown, { typed, remark, refuse }: Context): number {
  const sentence = `${name}非法输入，只能输入整数`
  if (typeof given === 'object') return refuse(sentence)
  const number = intval(given)
  if (String(number) !== String(given) || (typed.has(name) && typeof given !== 'number'))
    remark(`${name}: ${shown(given)} was read as ${number}`, sentence)
  return number
}

function limited({ name, schema }: Rule, number: number, { choice, remark, refuse }: Context): number {
  const { minimum = -Infinity, maximum = Infinity } = schema as { minimum?: number; maximum?: number }
  const nearest = Math.min(Math.max(number, minimum), maximum)
  if (nearest === number) return number
  const bound = number < minimum ? `应该大于或等于${minimum}` : `应该小于等于${maximum}`
  const sentence = `${name}${bound}, 但现在${name} = ${number}`
  if (!Object.hasOwn(paging, name) || choice('pageLimits') !== 'clamp') return refuse(sentence)
  remark(`${name}: ${number} was read as ${nearest}`, sentence)
  return nearest
}

/** Codes to which nothing may be added. */
function code({ name, schema }: Rule, given: unknown, context: Context): unknown {
  const codes = leavesOf(schema).map(it => it.const as unknown)
  const value = typeof codes[0] === 'number' ? whole(name, given, context) : plain(name, given, context)
  return codes.includes(value) ? value : context.refuse(outside(name, codes, value))
}

const outside = (name: string, codes: readonly unknown[], value: unknown) =>
  `参数${name}应该为：${codes.join('/')}，但现在${name} = ${String(value).slice(0, 100)}`

function text({ name, schema }: Rule, given: unknown, context: Context): unknown {
  if (typeof given !== 'string' && typeof given !== 'object' && fits(schema, given)) {
    const dingTalk = times.includes(name) || typeof given === 'boolean'
    if (dingTalk && context.choice('jsonParameters') === 'text') return context.refuse(onlyText(name))
    return given
  }
  const value = measured(name, schema, plain(name, given, context), context)
  const codes = known[name]
  return !codes || codes.includes(value) ? value : fallBack(name, codes, value, context)
}

function plain(name: string, given: unknown, { remark, refuse }: Context): string {
  if (typeof given === 'object') return refuse(onlyText(name))
  const value = strval(given)
  if (value !== given) remark(`${name}: ${shown(given)} was read as the text ${shown(value)}`, onlyText(name))
  return value
}

const onlyText = (name: string) => `${name}非法输入，只能输入文本`

/** Lengths count bytes, not characters. */
function measured(name: string, { minLength, maxLength }: TSchema, value: string, { choice, refuse }: Context): string {
  const exact = lengths[name]
  if ((exact?.orEmpty && value === '') || (name === 'app_key' && choice('appKey') === 'any')) return value
  const bytes = Buffer.byteLength(value)
  const [least = 0, most = Infinity] = exact ? [exact.bytes, exact.bytes] : [minLength, maxLength]
  const now = `但现在${name}.len = ${bytes}`
  if (bytes < least) return refuse(`${name}.len应该大于或等于${least}, ${now}`)
  return bytes > most ? refuse(`${name}.len应该小于等于${most}, ${now}`) : value
}

function fallBack(name: string, codes: readonly string[], value: string, { choice, remark, refuse }: Context) {
  const sentence = outside(name, codes, value)
  if (choice('returnData') === 'refuse') return refuse(sentence)
  remark(`${name}: ${shown(value)} is not known, it was read as ${codes[0]}`, sentence)
  return codes[0]
}

/** JSON text, or the value itself, which DingTalk sends. */
function json({ name, schema }: Rule, given: unknown, { choice, remark, refuse }: Context): unknown {
  const sentence = `参数${name}的JSON数据格式错误`
  if (given === '') remark(`${name} is empty, which is no JSON; it was put up with`, sentence)
  else if (typeof given === 'string') return isJson(given) ? given : refuse(sentence)
  else if (choice('jsonParameters') === 'text') return refuse(sentence)
  if (fits(schema, given)) return given
  remark(`${name} has another shape than the contract says; it was read as JSON text`, sentence)
  return written(given) ?? refuse(sentence)
}

function isJson(value: string) {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}

/** Undefined for what is nested too deeply. */
function written(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

const shown = (value: unknown) => JSON.stringify(value).slice(0, 60)
