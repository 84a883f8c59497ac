/** How PhalApi reads a request: query and body are one bag of parameters, in which the body wins, and one of them may name the service. */
import { isUtf8 } from 'node:buffer'
import { okayapi as vendor } from '../../schemas/index.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { readJson } from '../../src/wire/json.ts'
import { textOf } from '../../src/wire/text.ts'
import type { Http } from '../../src/wire/wire.ts'

/** Without a prototype, so that `constructor` is a name like any other. */
export type Parameters = Record<string, unknown>

/** What came, and the names whose values came as JSON, with types of their own. */
export interface Sent {
  parameters: Parameters
  typed: ReadonlySet<string>
}

/** Throws body-malformed, body-not-utf8 and contract-violated. Only multipart has to be waited for. */
export function parametersOf({ query, headers, body }: Http, notes: string[]): Sent | Promise<Sent> {
  const type = headers['content-type'] ?? ''
  if (body.length && /^multipart\/form-data\s*;/i.test(type))
    return partsOf(body, type, notes).then(parts => ({ parameters: bag(query, parts), typed: NONE }))
  if (!body.length) return { parameters: bag(query), typed: NONE }
  if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
    return { parameters: bag(query, pairsOf(textOf(body))), typed: NONE }
  const json = jsonIn(body, type, notes)
  return { parameters: bag(query, json), typed: new Set(Object.keys(json)) }
}

const NONE: ReadonlySet<string> = new Set()

const bag = (...sources: object[]): Parameters => Object.assign(Object.create(null), ...sources)

function jsonIn(body: Http['body'], type: string, notes: string[]): object {
  if (/^application\/json\s*(;|$)/i.test(type)) return objectOf(readJson(body, vendor))
  const guessed = type ? undefined : guess(body)
  notes.push(
    guessed
      ? 'the body has no content type; it was read as JSON'
      : `the body was ignored: its content type is ${type.slice(0, 100) || 'missing'}`,
  )
  return guessed ?? {}
}

function objectOf(value: unknown): object {
  if (isObject(value)) return value
  const got = Array.isArray(value) ? 'a list' : typeof value === 'string' ? 'text' : String(value)
  throw new KefuError('contract-violated', { detail: `body: expected a JSON object, got ${got}.` })
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A JSON object, if the bytes hold one. */
function guess(body: Http['body']): object | undefined {
  try {
    const value: unknown = JSON.parse(textOf(body))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The fields of a multipart body; none of the operations takes a file this way. */
async function partsOf(body: Http['body'], type: string, notes: string[]): Promise<object> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(cause => {
    throw new KefuError('body-malformed', { detail: 'Expected the parts of multipart/form-data.', cause })
  })
  const fields = bag()
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value
    else notes.push(`the file in ${name.slice(0, 100)} was ignored`)
  }
  return fields
}

/** The query of a URL as it came, the way PHP reads it: unencoded UTF-8 and broken percent signs do no harm. */
export function rawQuery(url: string): Record<string, string> {
  const start = url.indexOf('?')
  return pairsOf(start < 0 ? '' : fromLatin1(url.slice(start + 1)))
}

/** Names and values; of a name that comes twice the last value counts. */
function pairsOf(text: string): Record<string, string> {
  const pairs = bag() as Record<string, string>
  for (const pair of text.split('&')) {
    const equals = pair.indexOf('=')
    const name = decode(equals < 0 ? pair : pair.slice(0, equals))
    if (name) pairs[name] = equals < 0 ? '' : decode(pair.slice(equals + 1))
  }
  return pairs
}

const decode = (text: string) => text.replaceAll('+', ' ').replace(/(?:%[\da-f]{2})+/gi, unescaped)

/** What does not decode to UTF-8 is kept as it is. */
function unescaped(run: string) {
  const bytes = Buffer.from(run.replaceAll('%', ''), 'hex')
  return isUtf8(bytes) ? bytes.toString() : run
}

/** Node hands over the bytes of an address as one character each. */
function fromLatin1(text: string) {
  const bytes = Buffer.from(text, 'latin1')
  return isUtf8(bytes) && bytes.toString('latin1') === text ? bytes.toString() : text
}

/** The dotted name of the service: from the path, else from `service`, else from `s`. PhalApi completes a short one. */
export function serviceOf(path: string, { service, s }: Parameters): string {
  const [first, ...rest] = path.split('/').filter(Boolean)
  const named = (first === 'api' && rest.join('.')) || textIn(service) || textIn(s) || 'Site'
  const parts = named.split('.')
  if (parts.length === 1) return `App.${named}.Index`
  return parts.length === 2 ? `App.${named}` : named
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : '')
