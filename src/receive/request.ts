/** A request as a server has it, made ready for the receiver. */
import { KefuError } from '../wire/errors.ts'
import { flat } from '../wire/send.ts'
import type { Http } from '../wire/wire.ts'

export interface RawRequest {
  /** Path and query as they came, or a whole URL. */
  url: string
  headers: Record<string, string | string[] | undefined>
  body: Uint8Array
}

/** Throws request-malformed for a parameter that came twice: which one was meant cannot be known. */
export function httpOf({ url, headers, body }: RawRequest): Http {
  const at = url.indexOf('?')
  const query: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(at < 0 ? '' : url.slice(at + 1).replace(/#.*$/s, ''))) {
    if (Object.hasOwn(query, name))
      throw new KefuError('request-malformed', {
        detail: `Expected ${JSON.stringify(name.slice(0, 50))} once in the address.`,
      })
    Object.defineProperty(query, name, { value, enumerable: true, configurable: true, writable: true })
  }
  return { query, headers: flat(headers), body }
}
