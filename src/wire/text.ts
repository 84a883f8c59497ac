/** Bytes to text and back, without guessing. */
import { isUtf8 } from 'node:buffer'
import { timingSafeEqual } from 'node:crypto'
import { KefuError } from './errors.ts'

/** The text of a body; a byte order mark is dropped, anything but UTF-8 refused. */
export function textOf(body: Uint8Array | string): string {
  if (body.length === 0) throw new KefuError('body-empty')
  if (typeof body === 'string') return body
  if (!isUtf8(body)) throw new KefuError('body-not-utf8')
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8')
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** Compares two texts in a time that depends only on their lengths. */
export function sameText(left: string, right: string) {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
