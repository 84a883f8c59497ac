/** Reads a receiver's answer as the vendor does. */
import type { Vendor } from '../../schemas/define.ts'
import type { Answer } from '../../src/wire/send.ts'

/** Undefined when the push counts as received; otherwise a sentence that says why not. */
export function refusal(vendor: Vendor, { status, body }: Pick<Answer, 'status' | 'body'>): string | undefined {
  const rule = vendor.push?.acknowledgement.accepts
  if (!rule) return `${vendor.id} sends no pushes.`
  const text = body.toString()
  if (rule.status === '200' ? status !== 200 : status < 200 || status > 299) {
    return `Expected status ${rule.status}, got ${status} with ${quoted(text)}.`
  }
  if (rule.text !== undefined && text.trimEnd() !== rule.text)
    return `Expected the body ${rule.text}, got ${quoted(text)}.`
  if (!rule.json) return undefined
  const { field, values, optional } = rule.json
  const value = member(text, field)
  if (value === undefined && optional) return undefined
  return values.includes(value as string) ? undefined : `Expected JSON with ${field} ${values[0]}, got ${quoted(text)}.`
}

function member(text: string, field: string): unknown {
  try {
    return Object(JSON.parse(text))[field]
  } catch {
    return undefined
  }
}

const quoted = (text: string) =>
  text ? JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text) : 'an empty body'
