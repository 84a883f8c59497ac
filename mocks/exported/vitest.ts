/** A call as a test file for Vitest: a mock of its own, what was written before, the call, and what has to come again. */
import type { Vendor } from '../../schemas/define.ts'
import type { Choices } from '../world/switches.ts'
import { lasting } from './lasting.ts'
import { type Request, said, textsOf } from './request.ts'
import { credentialsIn, type Reference, type Text, wantsToken } from './text.ts'

export interface VitestOptions {
  vendor: Vendor
  seed: string
  strict: boolean
  choices: Choices
  /** What had been carried out before and was more than reading, oldest first. */
  before: readonly Request[]
  /** Not all of it is known any more. */
  incomplete: boolean
}

export function asVitest(request: Request, options: VitestOptions): string {
  const { vendor, before } = options
  const { entry } = request
  const texts = [request, ...before].flatMap(textsOf)
  const { code: field = 'code' } = vendor.failure ?? {}
  const token = wantsToken(texts)
  return [
    `/** Entry ${entry.number} of a journal: ${said(entry)} */`,
    ...(hashes(texts) ? ["import { createHash } from 'node:crypto'"] : []),
    "import { type Mock, startMock } from 'kefu-kit/mock'",
    "import { afterAll, beforeAll, expect, test } from 'vitest'",
    '',
    'let mock: Mock',
    ...(token ? ['let token: string'] : []),
    'beforeAll(async () => {',
    `  mock = await startMock({ seed: ${literal(options.seed)}, still: ${entry.at}, strict: ${options.strict} })`,
    ...chosen(options.choices),
    ...(token ? ['  token = await login()'] : []),
    ...(options.incomplete ? ['  // The journal no longer holds everything that was written before.'] : []),
    ...before.map(it => `  await ask(${written(it)})`),
    '})',
    'afterAll(() => mock.close())',
    '',
    `test(${literal(`${vendor.id} ${entry.operation ?? entry.request.path} answers ${entry.code ?? entry.answer.status}`)}, async () => {`,
    ...faultLines(request),
    `  const { status, answer } = await ask(${written(request)})`,
    `  expect(status).toBe(${entry.answer.status})`,
    ...(entry.code === undefined ? [] : [`  expect(answer.${field}).toBe(${literal(entry.code)})`]),
    ...answerLines(entry.answer.body),
    '})',
    '',
    ...functions(texts, vendor, token),
  ].join('\n')
}

const chosen = (choices: Choices) =>
  Object.keys(choices).length
    ? [`  mock.first.restore({ ...mock.first.snapshot(), choices: ${literal(choices)} })`]
    : []

/** What was injected strikes again, as the journal words it. */
function faultLines({ entry: { fault = '', vendor, operation } }: Request): string[] {
  const effects = fault.split(', ').map(it => it.split(' '))
  const told = Object.fromEntries(
    effects.filter(([name]) => name === 'code' || name === 'status' || name === 'expired'),
  )
  const effect = Object.entries(told).map(([name, value]) => [name, effectOf(name, String(value), vendor)])
  if (!effect.length || !operation) return []
  const how = literal({ ...Object.fromEntries(effect), times: 1 })
  return [`  mock.first.fail(${literal(`${vendor}.${operation}`)}, ${how})`]
}

function effectOf(name: string, value: string, vendor: string) {
  if (name === 'expired') return true
  return name === 'code' && vendor === 'sobot' ? value : Number(value)
}

function answerLines(body: string): string[] {
  const kept = lasting(body)
  return kept === undefined ? [] : [`  expect(answer).toMatchObject(${literal(kept)})`]
}

/** The login signs, too. */
const hashes = (texts: readonly Text[]) =>
  wantsToken(texts) || texts.some(text => text.some(it => typeof it !== 'string' && it.kind === 'md5'))

function functions(texts: readonly Text[], { id }: Vendor, token: boolean): string[] {
  const used = [...new Set([...credentialsIn(texts).map(it => it.vendor), ...(token ? [id] : [])])]
  return [
    ...used.map(it => `const ${it} = () => mock.first.credentials.${it} as Record<string, string>`),
    ...(hashes(texts) ? ["const md5 = (text: string) => createHash('md5').update(text).digest('hex')"] : []),
    ...(token ? LOGIN : []),
    '',
    ...ASK.map(it => it.replace('<vendor>', id)),
    '',
  ]
}

const LOGIN = [
  '',
  'async function login() {',
  '  const create_time = String(Math.floor(mock.first.clock.now() / 1000))',
  '  const sign = md5(`${sobot().appid}${create_time}${sobot().app_key}`)',
  "  const query = { appid: sobot().appid ?? '', create_time, sign }",
  "  const { answer } = await ask({ method: 'GET', path: '/api/get_token', query, headers: {}, body: '' })",
  '  return answer.item.token as string',
  '}',
]

const ASK = [
  'interface Request {',
  '  method: string',
  '  path: string',
  '  query: Record<string, string>',
  '  headers: Record<string, string>',
  '  body: string',
  '}',
  '',
  'async function ask({ method, path, query, headers, body }: Request) {',
  '  const url = `${mock.url}/<vendor>${path}?${new URLSearchParams(query)}`',
  "  const response = await fetch(url, { method, headers, ...(body !== '' && { body: Buffer.from(body) }) })",
  '  const text = await response.text()',
  "  const isJson = response.headers.get('content-type')?.includes('json')",
  '  return { status: response.status, answer: isJson ? JSON.parse(text) : text }',
  '}',
]

const written = ({ method, path, query, headers, body }: Request) =>
  `{ method: ${literal(method)}, path: ${template(path)}, query: ${record(query)}, headers: ${record(headers)}, body: ${template(body)} }`

const record = (pairs: readonly [string, Text][]) =>
  pairs.length ? `{ ${pairs.map(([name, value]) => `${literal(name)}: ${template(value)}`).join(', ')} }` : '{}'

/** Line separators end a line in no string of today, but in a comment or an old parser. */
const literal = (value: unknown) =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, it => `\\u${it.charCodeAt(0).toString(16)}`)

/** A text, or a template where it refers to something. */
function template(text: Text): string {
  if (text.every(it => typeof it === 'string')) return literal(text.join(''))
  const [only, ...others] = text
  if (typeof only === 'object' && only.kind !== 'credential' && !others.length) return expression(only)
  return `\`${text.map(it => (typeof it === 'string' ? escaped(it) : `\${${expression(it)}}`)).join('')}\``
}

const escaped = (text: string) => text.replace(/[\\`]|\$(?=\{)|\r/g, it => (it === '\r' ? '\\r' : `\\${it}`))

function expression(it: Reference): string {
  if (it.kind === 'token') return 'token'
  if (it.kind === 'credential') return `${it.vendor}().${it.name}`
  return `md5(${template(it.of)})${it.upper ? '.toUpperCase()' : ''}`
}
