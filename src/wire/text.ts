/** Bytes to text and back, without guessing. */
import { timingSafeEqual } from 'node:crypto'
import { KefuError } from './errors.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text of a body; a byte order mark is dropped, anything but UTF-8 refused. */
export function textOf(body: Uint8Array): string {
  if (body.length === 0) throw new KefuError('body-empty')
  try {
    return utf8.decode(body)
  } catch (cause) {
    throw new KefuError('body-not-utf8', { cause })
  }
}

/** Compares two texts in a time that depends only on their lengths. */
export function sameText(left: string, right: string) {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
