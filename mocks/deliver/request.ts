/** The request that an address gets: its own headers and parameters besides those of the message. */
import type { Http } from '../../src/wire/wire.ts'
import type { Outgoing } from './transport.ts'

/** How an address is called, worked out once. */
export interface Target {
  origin: string
  /** With a question mark or an ampersand at its end. */
  path: string
  headers: Record<string, string>
}

export function targetOf({
  url,
  headers = NONE,
  query = {},
}: Pick<TargetOptions, 'url' | 'headers' | 'query'>): Target {
  const { origin, pathname, search } = new URL(url)
  const own = Object.entries(query).map(pair)
  const path = [search.slice(1), ...own].filter(Boolean).join('&')
  return { origin, path: `${pathname}?${path && `${path}&`}`, headers: headers === NONE ? NONE : lowerCase(headers) }
}

interface TargetOptions {
  url: string
  headers?: Record<string, string> | undefined
  query?: Record<string, string> | undefined
}

export function outgoing(
  { origin, path, headers }: Target,
  http: Http,
  timeout: number,
  method: 'GET' | 'POST' = 'POST',
): Outgoing {
  let whole = path
  for (const name in http.query) whole += `${pair([name, http.query[name] as string])}&`
  return {
    origin,
    // Nothing stands behind the last sign.
    path: whole.slice(0, -1),
    method,
    headers: headers === NONE ? http.headers : { ...http.headers, ...headers },
    body: method === 'POST' ? http.body : null,
    timeout,
  }
}

const NONE: Record<string, string> = {}

const pair = ([name, value]: [string, string]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`

/** So that a header of an address takes the place of the message's own. */
const lowerCase = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
