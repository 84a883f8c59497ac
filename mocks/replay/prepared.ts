/** Makes a recorded request ready to be sent again: with its signature and envelope taken off, or byte for byte. */
import { validateHeaderName, validateHeaderValue } from 'node:http'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { wireOf } from '../../src/wire/index.ts'
import { recogniser } from '../../src/wire/recognise.ts'
import { conversationsOf } from '../deliver/conversation.ts'
import type { Prepared } from '../deliver/prepare.ts'
import type { Recorded } from './recording.ts'

/** Headers that belong to the connection that was recorded. */
const CONNECTION = [
  'host',
  'content-length',
  'connection',
  'transfer-encoding',
  'keep-alive',
  'expect',
  'upgrade',
  'te',
  'trailer',
]

/** Throws what the vendor's wire throws: an envelope that the secret does not open, no such secret. */
export function preparedFrom(
  vendor: Vendor,
  secret: unknown,
  recorded: Recorded,
  keepBytes: boolean,
): { push: string; prepared: Prepared } {
  const { push: codec } = wireOf(vendor)
  if (!codec) throw new KefuError('contract-unknown', { detail: `${vendor.id} sends no pushes.` })
  const { query, body, headers } = recorded
  const known = attempt(() => codec.read(codec.unwrap({ query, headers, body }, secret)))
  const push = (known && recogniser(vendor)(known)?.id) ?? recorded.push ?? 'unknown'
  const conversations = known ? conversationsOf(vendor, push, known.body) : [push]
  const content = keepBytes
    ? { query, contentType: headers['content-type'], text: body, headers: ownHeaders(headers) }
    : codec.unwrap({ query, headers, body }, secret)
  return { push, prepared: { content: { ...content, text: Buffer.from(content.text) }, conversations } }
}

/** What cannot be read may have been recorded for that very reason. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    if (error instanceof KefuError) return undefined
    throw error
  }
}

/** Throws value-unsendable. */
function ownHeaders(headers: Record<string, string>) {
  const own = Object.entries(headers).filter(([name]) => !CONNECTION.includes(name))
  for (const [name, value] of own) {
    try {
      validateHeaderName(name)
      validateHeaderValue(name, value)
    } catch {
      const got = JSON.stringify(`${name}: ${value}`.slice(0, 200))
      throw new KefuError('value-unsendable', { detail: `headers: expected a header of HTTP, got ${got}.` })
    }
  }
  return Object.fromEntries(own)
}
