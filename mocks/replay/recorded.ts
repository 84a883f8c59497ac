/** One line of a recording: the request that it holds, or a sentence that says why it holds none. */
import { isUtf8 } from 'node:buffer'
import { type Static, Type as T } from '@sinclair/typebox'
import { violations } from '../../src/wire/check.ts'
import { firstFault } from '../../src/wire/json.ts'
import type { Line } from './lines.ts'

/** A request as it was recorded. */
export interface Recorded {
  /** Milliseconds since 1970; undefined when the line has none. */
  time?: number
  vendor?: string
  push?: string
  /** Names in lower case, as everywhere on the wire. */
  headers: Record<string, string>
  query: Record<string, string>
  body: string
}

const Texts = T.Unsafe<Record<string, string>>(T.Object({}, { additionalProperties: T.String() }))

/** The object as it is written; what it does not name is ignored. */
const Written = T.Object({
  time: T.Optional(T.Union([T.Number(), T.String()])),
  vendor: T.Optional(T.String()),
  push: T.Optional(T.String()),
  headers: T.Optional(Texts),
  query: T.Optional(Texts),
  body: T.String(),
})

type Read = { recorded: Recorded } | { fault: string }

/** Undefined when the line is blank. */
export function readLine(bytes: Buffer, { begin, ended }: Pick<Line, 'begin' | 'ended'>): Read | undefined {
  const cut = ended ? '' : ' The file seems cut off: its last line does not end with a line feed.'
  if (!isUtf8(bytes)) return { fault: `${notUtf8(bytes, begin)}${cut}` }
  // Every line may begin with a byte order mark: files that were joined have them in the middle.
  const text = bytes.toString().replace(/^\uFEFF/, '')
  if (text.trim() === '') return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const { offset, what } = firstFault(text)
    return { fault: `Expected JSON, which breaks at column ${offset + 1}: ${what}.${cut}` }
  }
  return recordedOf(value)
}

function recordedOf(value: unknown): Read {
  const found = violations(Written, value).map(it => `${it.path || 'the line'}: expected ${it.expected}, got ${it.got}`)
  if (found.length) return { fault: `${found.join('; ')}.${adviceFor(value)}` }
  const { time, vendor, push, headers = {}, query = {}, body } = value as Static<typeof Written>
  const half = halfIn({ query, headers, body })
  if (half) return { fault: `${half}: expected Unicode text, got half a surrogate pair.` }
  const milliseconds = typeof time === 'string' ? dateOf(time) : time
  if (milliseconds !== undefined && !Number.isFinite(milliseconds)) {
    return {
      fault: `time: expected milliseconds or a date like ${EXAMPLE}, with its zone, got ${JSON.stringify(`${time}`.slice(0, 40))}.`,
    }
  }
  const recorded: Recorded = { headers: lowerCase(headers), query, body }
  if (milliseconds !== undefined) recorded.time = milliseconds
  if (vendor !== undefined) recorded.vendor = vendor
  if (push !== undefined) recorded.push = push
  return { recorded }
}

/** A body that was parsed before it was written is the likeliest mistake. */
function adviceFor(value: unknown) {
  const body: unknown = Object(value).body
  return typeof body === 'object' && body !== null
    ? ' Give the body as text, byte for byte as it was sent, not as the JSON that it holds.'
    : ''
}

const EXAMPLE = '2026-01-01T08:00:00.000+08:00'
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/

/** Without a zone a date would mean another moment on every machine. */
const dateOf = (text: string) => (DATE.test(text) ? Date.parse(text) : Number.NaN)

/** The path of a text that UTF-8 cannot carry: JSON can write it, but nobody can have sent it. */
function halfIn({ body, ...pairs }: Required<Pick<Recorded, 'query' | 'headers' | 'body'>>): string | undefined {
  if (!body.isWellFormed()) return 'body'
  for (const [place, texts] of Object.entries(pairs)) {
    const name = Object.keys(texts).find(it => !it.isWellFormed() || !texts[it]?.isWellFormed())
    if (name !== undefined) return `${place}[${JSON.stringify(name)}]`
  }
  return undefined
}

const lowerCase = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

function notUtf8(bytes: Buffer, begin: number) {
  const at = firstBadByte(bytes)
  const byte = `0x${bytes[at]?.toString(16).padStart(2, '0')}`
  return `Expected UTF-8, got ${byte} at byte ${begin + at} of the file (byte ${at + 1} of the line).`
}

/** The offset of the first byte with which no character begins. */
function firstBadByte(bytes: Buffer) {
  let at = 0
  for (let end = 0; at < bytes.length; at = end) {
    const lead = bytes[at] as number
    end = at + (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4)
    if (!isUtf8(bytes.subarray(at, end))) break
  }
  return at
}
