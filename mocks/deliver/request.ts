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

export function targetOf({ url, headers = {}, query = {} }: Pick<TargetOptions, 'url' | 'headers' | 'query'>): Target {
  const { origin, pathname, search } = new URL(url)
  const own = Object.entries(query).map(pair)
  const path = [search.slice(1), ...own].filter(Boolean).join('&')
  return { origin, path: `${pathname}?${path && `${path}&`}`, headers }
}

interface TargetOptions {
  url: string
  headers?: Record<string, string> | undefined
  query?: Record<string, string> | undefined
}

export function outgoing({ origin, path, headers }: Target, http: Http, method: 'GET' | 'POST' = 'POST') {
  const query = Object.entries(http.query).map(pair).join('&')
  return {
    origin,
    // Nothing stands behind the last sign when there are no parameters.
    path: query ? path + query : path.slice(0, -1),
    method,
    headers: { ...http.headers, ...headers },
    body: method === 'POST' ? http.body : null,
  } satisfies Omit<Outgoing, 'timeout'>
}

const pair = ([name, value]: [string, string]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
