/** What is done to a text or to bytes before they are sent. */
import type { TextAlteration } from './case.ts'

export function alteredText(text: string | Uint8Array, alteration: TextAlteration): string | Uint8Array {
  if ('whole' in alteration) return alteration.whole
  if ('keep' in alteration) return Buffer.from(text).subarray(0, kept(Buffer.byteLength(text), alteration.keep))
  if ('bytes' in alteration) return withBytes(Buffer.from(text), alteration)
  if ('before' in alteration) return `${alteration.before}${Buffer.from(text)}${alteration.after ?? ''}`
  if ('grow' in alteration) return `${Buffer.from(text)}${' '.repeat(alteration.grow)}`
  if ('json' in alteration) return spellings[alteration.json](String(Buffer.from(text)))
  return alteration.replace.reduce((changed, [from, to]) => replaced(changed, from, to), Buffer.from(text).toString())
}

function withBytes(text: Buffer, { bytes, behind = '' }: { bytes: string; behind?: string }): Buffer {
  const found = text.indexOf(behind)
  if (found < 0) throw missing(behind)
  const at = found + Buffer.byteLength(behind)
  return Buffer.concat([text.subarray(0, at), Buffer.from(bytes, 'hex'), text.subarray(at)])
}

/** The same JSON in other characters. */
const spellings: Record<'indented' | 'backwards' | 'escaped', (json: string) => string> = {
  indented: json => `\r\n${JSON.stringify(JSON.parse(json), null, '\t').replaceAll('\n', '\r\n')}\r\n`,
  backwards: json => JSON.stringify(JSON.parse(json), (_key, value) => backwards(value)),
  escaped: json => json.replace(/[^\x20-\x7e]/g, it => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`),
}

/** Members in the opposite order; lists keep theirs. */
const backwards = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).reverse())
    : value

/** A share of it below 1, else so many bytes. */
const kept = (size: number, keep: number) => (keep < 1 ? Math.floor(size * keep) : keep)

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw missing(from)
  return text.replaceAll(from, to)
}

/** An alteration that finds nothing would try nothing: a fault of the case. */
const missing = (what: string) => new Error(`the message has no ${JSON.stringify(what)}`)
