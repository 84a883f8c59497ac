/** What is done to a text or to bytes before they are sent. */
import type { TextAlteration } from './case.ts'

export function alteredText(text: string | Uint8Array, alteration: TextAlteration): string | Uint8Array {
  if ('whole' in alteration) return alteration.whole
  if ('keep' in alteration) return Buffer.from(text).subarray(0, kept(Buffer.byteLength(text), alteration.keep))
  if ('bytes' in alteration) return Buffer.concat([Buffer.from(alteration.bytes, 'hex'), Buffer.from(text)])
  if ('before' in alteration) return `${alteration.before}${Buffer.from(text)}${alteration.after ?? ''}`
  if ('grow' in alteration) return `${Buffer.from(text)}${' '.repeat(alteration.grow)}`
  return alteration.replace.reduce((changed, [from, to]) => replaced(changed, from, to), Buffer.from(text).toString())
}

/** A share of it below 1, else so many bytes. */
const kept = (size: number, keep: number) => (keep < 1 ? Math.floor(size * keep) : keep)

/** A replacement that finds nothing would try nothing: a fault of the case. */
function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the message has no ${JSON.stringify(from)}`)
  return text.replaceAll(from, to)
}
