/** Requests changed on the way, for the tests of the doctor. */
import type { Http } from '../src/wire/wire.ts'
import { aes, type Case, KEY, keys, laidOut, okayapiReply, padded } from './explain-cases.ts'

export const bare = (query: Record<string, string>): Http => ({ query, headers: {}, body: '' })

export interface Field {
  text: string
  put(text: string): Http
}

/** What a signature covers, and the signature itself. */
export function tamperable({ http }: Case): Field[] {
  const { query, headers } = http
  const body = String(http.body)
  const ofQuery = Object.entries(query).map(([name, text]) => ({
    text,
    put: (it: string) => ({ ...http, query: { ...query, [name]: it } }),
  }))
  const ofHeaders = Object.entries(headers).map(([name, text]) => ({
    text,
    put: (it: string) => ({ ...http, headers: { ...headers, [name]: it } }),
  }))
  const inBody = ['"_auth":"', '"url":"'].filter(it => body.includes(it))
  const ofBody = inBody.map(before => {
    const from = body.indexOf(before) + before.length
    const to = body.indexOf('"', from)
    return {
      text: body.slice(from, to),
      put: (it: string) => ({ ...http, body: body.slice(0, from) + it + body.slice(to) }),
    }
  })
  return [...ofQuery, ...ofHeaders, ...ofBody].filter(it => it.text !== '')
}

/** The same request with another signature. */
export function altered({ vendor, http }: Case, change: (signature: string) => string): Case {
  const in_ = (record: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(record).map(([name, it]) => [name, /^(sign|signature|x-log-sign)$/.test(name) ? change(it) : it]),
    )
  const body = String(http.body).replace(/(?<="_auth":")[^"]*/, it => change(it))
  return { vendor, http: { query: in_(http.query), headers: in_(http.headers), body } }
}

/** Sealed with an IV of zeros. */
export const otherIv = () => aes(padded(laidOut()), KEY, Buffer.alloc(16)).toString('base64')

/** An answer of 32 KiB with a wrong signature. */
export const largeReply = () => {
  const rows = Array.from({ length: 500 }, (_, id) => ({ id, name: `洽谈/${id}`, note: 'x'.repeat(30) }))
  return okayapiReply('0'.repeat(32), JSON.stringify({ rows }))
}

export function opens(run: () => unknown) {
  try {
    run()
    return true
  } catch {
    return false
  }
}

export const secretOf = ({ vendor }: Case): Record<string, string> => keys[vendor.id as keyof typeof keys]
