/** A captured request as the schemes read it. Whatever came, nothing here throws. */
import type { Http } from '../wire/wire.ts'

export interface Capture {
  query: Readonly<Record<string, string>>
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  text: string
}

export function captureOf({ query, headers, body }: Http): Capture {
  const texts = (record: object) => Object.entries(record).map(([name, value]) => [name, String(value ?? '')] as const)
  return {
    query: Object.fromEntries(texts(query)),
    headers: Object.fromEntries(texts(headers).map(([name, value]) => [name.toLowerCase(), value])),
    text: typeof body === 'string' ? body : Buffer.from(body).toString(),
  }
}

/** The ciphertext of a secure message. */
export const sealedIn = (text: string) => /<Encrypt>\s*(?:<!\[CDATA\[)?([^<\]]*)/.exec(text)?.[1]

/** The JSON object in the body; empty when there is none. */
export function objectIn({ text }: Capture): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {}
  }
}

/** Parameters of the query and of a JSON body or form; the body wins. */
export const parametersOf = (capture: Capture): Record<string, unknown> => ({
  ...capture.query,
  ...(/x-www-form-urlencoded/.test(capture.headers['content-type'] ?? '')
    ? Object.fromEntries(new URLSearchParams(capture.text))
    : objectIn(capture)),
})
