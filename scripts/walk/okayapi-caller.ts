/** A plain HTTP client of OkayAPI, as an integrator would write it: its own signature, and the platform's signature held against the bytes. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { rawGet } from './raw-get.ts'
import { kept, type Step, type WalkOptions } from './steps.ts'

export interface OkayapiOptions extends WalkOptions {
  app_key: string
  app_secrect: string
}

export type Parameters = Record<string, string | number>

/** A request, once a way of calling has given it its form. */
export interface Formed {
  /** Path and query. */
  address: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | FormData
  /** Sent byte for byte, as no HTTP library would. */
  raw?: true
}

/** A way of calling. */
export interface Style {
  name: string
  /** What the request carries besides the parameters, and signs like them. */
  adds?: (service: string) => Parameters
  form: (service: string, parameters: Parameters) => Formed
}

export interface Okayapi {
  options: OkayapiOptions
  steps: Step[]
}

const SERVICE = 'SVIP.Swxiryan0788_MyApi'

export const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/** Values in the order of their names, then the secret. */
export function sign(parameters: Parameters, secret: string) {
  const values = Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1))
  return md5(values.map(([, value]) => String(value)).join('') + secret).toUpperCase()
}

/** One call in that style; answers the body as it came. */
export async function called({ options }: Okayapi, style: Style, name: string, own: Parameters, unsigned = false) {
  const { app_key, app_secrect, baseUrl } = options
  const service = `${SERVICE}.${name}`
  const all = { app_key, ...own, ...style.adds?.(service) }
  const parameters = unsigned ? all : { ...all, sign: sign(all, app_secrect) }
  const { address, raw, ...init } = style.form(service, parameters)
  if (raw) return rawGet(baseUrl, address)
  const response = await fetch(baseUrl + address, init)
  // Failures, too: the status is 200 whatever comes.
  assert.equal(response.status, 200, `${style.name} ${name}`)
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/)
  return response.text()
}

/** The data of an answer that succeeded, after its signature was held against the very bytes. */
export function opened<T>(text: string, secret: string): T {
  const parts = /^\{"ret":200,"data":(.*),"msg":"(?:[^"\\]|\\.)*","_t":(\d+),"_auth":"([0-9a-f]{32})"\}$/s.exec(text)
  assert.ok(parts, text)
  const [, data = '', time = '', auth] = parts
  assert.equal(md5(data + time + secret), auth, text)
  assert.notEqual(md5(`${data} ${time}${secret}`), auth)
  return JSON.parse(data) as T
}

/** Calls in that style and keeps the step. */
export async function ask<T>(okayapi: Okayapi, what: string, own: Parameters, style: Style): Promise<T> {
  const [section = '', operation = ''] = what.split(' ')
  const text = await called(okayapi, style, operation, own)
  const data = opened<T>(text, okayapi.options.app_secrect)
  kept(okayapi.steps, { section, operation, code: 200, said: `${style.name}: ${inWords(data)}` }, okayapi.options)
  return data
}

/** The same, of a call that is to fail; answers what is said. */
export async function refused(okayapi: Okayapi, ret: number, what: string, own: Parameters, style: Style, mark = '') {
  const [section = '', operation = ''] = what.split(' ')
  const text = await called(okayapi, style, operation + mark, own, 'sign' in own || 'app_key' in own)
  const answer = JSON.parse(text) as { ret: number; data: unknown; msg: string }
  assert.deepEqual([answer.ret, answer.data], [ret, {}], text)
  kept(okayapi.steps, { section, operation, code: ret, said: answer.msg }, okayapi.options)
  return answer.msg
}

function inWords(data: unknown) {
  const text = JSON.stringify(data)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
