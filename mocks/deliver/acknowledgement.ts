/** Reads a receiver's answer as the vendor does. */
import type { Acceptance } from '../../schemas/define.ts'
import type { Answer } from '../../src/wire/send.ts'

/** Undefined when the push counts as received; otherwise a sentence that says why not. */
export function refusal(accepts: Acceptance, { status, body }: Pick<Answer, 'status' | 'body'>): string | undefined {
  if (accepts.status === '200' ? status !== 200 : status < 200 || status > 299)
    return `Expected status ${accepts.status}, got ${status}${known(status)} with ${quoted(body.toString())}.`
  if (accepts.text === undefined && !accepts.json) return undefined
  const text = body.toString()
  return wrongText(accepts, text) ?? wrongJson(accepts, text)
}

function wrongText({ text: wanted, loose }: Acceptance, text: string) {
  if (wanted === undefined) return undefined
  if (loose ? text.toLowerCase().includes(wanted) : text.trimEnd() === wanted) return undefined
  return `Expected the body ${wanted}, got ${quoted(text)}${nearly(wanted, text)}.`
}

function wrongJson({ json = [] }: Acceptance, text: string) {
  const body = json.length ? objectIn(text) : undefined
  for (const { field, values, optional } of json) {
    const value = body?.[field]
    if ((value === undefined && optional) || values.includes(value as string)) continue
    return `Expected JSON with ${field} ${values[0]}, got ${quoted(text)}.`
  }
  return undefined
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    return Object(JSON.parse(text))
  } catch {
    return undefined
  }
}

function known(status: number) {
  if (status === 204) return ' (no content)'
  return status >= 300 && status < 400 ? ' (a redirect, which is not followed)' : ''
}

/** What a body has too much of, when the right word is in it. */
function nearly(wanted: string, text: string) {
  const bare = text.trim()
  if (bare === wanted) return ': nothing may stand before it'
  if (bare.toLowerCase() === wanted) return ': its case matters'
  if (bare === JSON.stringify(wanted)) return ': it stands in quotes, as JSON'
  return bare.startsWith('<') ? ': that is markup' : ''
}

/** At most 200 characters of it. */
const quoted = (text: string) =>
  text ? JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text) : 'an empty body'
