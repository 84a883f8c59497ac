/** A plain HTTP client of Sobot, as an integrator would write it: fetch, md5, and a look at every answer. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { kept, type Step, type WalkOptions } from './steps.ts'

export interface SobotOptions extends WalkOptions {
  appid: string
  app_key: string
  /** Leaves out every call that is to be refused, and every path that no table has. */
  soundOnly?: boolean
}

type Query = Record<string, string | number>

export interface Outcome {
  ret_code: string
  ret_msg: string
}
export interface Page<T> extends Outcome {
  items: T[]
  page_no: number
  page_count: number
  page_size: number
  total_count: number
}
export interface Item<T> extends Outcome {
  item: T
}

/** `what` is the section and the operation. Every call fails unless the answer has the code expected, which is success. */
export interface Sobot {
  options: SobotOptions
  steps: Step[]
  /** Sent with every call; empty for none. */
  token: string
  get<T = Outcome>(what: string, path: string, query?: Query, code?: string): Promise<T>
  post<T = Outcome>(what: string, path: string, body: unknown, code?: string): Promise<T>
}

export const SUCCESS = '000000'

export function caller(options: SobotOptions): Sobot {
  const sobot: Sobot = {
    options,
    steps: [],
    token: '',
    get: (what, path, query = {}, code = SUCCESS) => call(sobot, what, pathWith(path, query), {}, code),
    post: (what, path, body, code = SUCCESS) =>
      call(sobot, what, path, { method: 'POST', body: JSON.stringify(body) }, code),
  }
  return sobot
}

const pathWith = (path: string, query: Query) => {
  const texts = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
  const search = new URLSearchParams(texts)
  return search.size ? `${path}?${search}` : path
}

async function call<T>(sobot: Sobot, what: string, path: string, init: RequestInit, code: string): Promise<T> {
  const { options, token, steps } = sobot
  if (options.soundOnly && code !== SUCCESS) return {} as T
  const headers = { 'content-type': 'application/json', ...(token && { token }) }
  const response = await fetch(options.baseUrl + path, { ...init, headers })
  const text = await response.text()
  assert.equal(response.status, 200, `${what}: ${text}`)
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/, what)
  const answer = JSON.parse(text) as Outcome
  assert.equal(answer.ret_code, code, `${what}: ${text}`)
  const [section = '', operation = ''] = what.split(' ')
  kept(steps, { section, operation, code, said: inWords(answer) }, options)
  return answer as T
}

function inWords(answer: Outcome & { item?: unknown; items?: unknown[]; total_count?: unknown }) {
  const { ret_msg, item, items, total_count } = answer
  if (items) return `${items.length} entries${total_count === undefined ? '' : ` of ${total_count}`}`
  return typeof item === 'string' ? item : ret_msg
}

/** The query of get_token at that time. */
export function signed({ appid, app_key }: Pick<SobotOptions, 'appid' | 'app_key'>, milliseconds = Date.now()) {
  const create_time = String(Math.floor(milliseconds / 1000))
  const sign = createHash('md5').update(`${appid}${create_time}${app_key}`).digest('hex')
  return { appid, create_time, sign }
}
