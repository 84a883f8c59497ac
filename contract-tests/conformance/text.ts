/** What is done to a text or to bytes before they are sent. */
import type { TextAlteration } from './case.ts'

export function alteredText(text: string | Uint8Array, alteration: TextAlteration): string | Uint8Array {
  if ('whole' in alteration) return alteration.whole
  if ('keep' in alteration) return Buffer.from(text).subarray(0, kept(Buffer.byteLength(text), alteration.keep))
  if ('bytes' in alteration) return withBytes(Buffer.from(text), alteration)
  if ('before' in alteration) return `${alteration.before}${Buffer.from(text)}${alteration.after ?? ''}`
  if ('grow' in alteration) return `${Buffer.from(text)}${' '.repeat(alteration.grow)}`
  return alteration.replace.reduce((changed, [from, to]) => replaced(changed, from, to), Buffer.from(text).toString())
}

function withBytes(text: Buffer, { bytes, behind = '' }: { bytes: string; behind?: string }): Buffer {
  const found = text.indexOf(behind)
  if (found < 0) throw missing(behind)
  const at = found + Buffer.byteLength(behind)
  return Buffer.concat([text.subarray(0, at), Buffer.from(bytes, 'hex'), text.subarray(at)])
}

/** A share of it below 1, else so many bytes. */
const kept = (size: number, keep: number) => (keep < 1 ? Math.floor(size * keep) : keep)

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw missing(from)
  return text.replaceAll(from, to)
}

/** An alteration that finds nothing would try nothing: a fault of the case. */
const missing = (what: string) => new Error(`the message has no ${JSON.stringify(what)}`)
