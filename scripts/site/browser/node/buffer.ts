/** Stands in for `node:buffer` in the browser: the package of that name, and what it lacks. */
import { Buffer as Package } from 'buffer/'

export const Buffer = /* @__PURE__ */ withBase64url(Package)

function withBase64url(buffer: typeof Package) {
  const written = buffer.prototype.toString
  buffer.prototype.toString = function (encoding, start, end) {
    if ((encoding as string) !== 'base64url') return written.call(this, encoding, start, end)
    const text = written.call(this, 'base64', start, end)
    return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  }
  return buffer
}

export function isUtf8(bytes: Uint8Array) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
