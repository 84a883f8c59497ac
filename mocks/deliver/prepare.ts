/** Makes a message ready for the queue: judged, shaped by the world's choices, written. What cannot be sent is refused here, with the place. */
import type { Contract } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { inWords, violations } from '../../src/wire/check.ts'
import { KefuError } from '../../src/wire/errors.ts'
import { wireOf } from '../../src/wire/index.ts'
import { matchQuery } from '../../src/wire/recognise.ts'
import type { Choose } from '../../src/wire/wire.ts'
import { sideOf } from '../sides.ts'
import type { Store } from '../world/store.ts'
import { conversationsOf } from './conversation.ts'
import type { Content } from './queue.ts'

/** Bytes of a message. */
const LIMIT = 1 << 20

export interface Prepared {
  content: Content
  conversations: readonly string[]
}

/** Undefined when the vendor sends no such message. Throws contract-violated, value-unsendable, text-unwritable and body-too-large. */
export function prepare(
  vendor: Vendor,
  push: Contract<'push'>,
  message: unknown,
  { choose, store, fieldNames }: { choose: Choose; store: Store; fieldNames?: Record<string, string> },
): Prepared | undefined {
  const { push: codec } = wireOf(vendor)
  if (!codec) throw new KefuError('contract-unknown', { detail: `${vendor.id} sends no pushes.` })
  refuseUnsendable(message, '')
  const found = violations(push.contract.message, message)
  if (found.length)
    throw new KefuError('contract-violated', { detail: `${push.id}: ${inWords(found)}.`, violations: found })
  const side = sideOf(vendor)
  const shaped = side.shape ? side.shape(message, push.id, { choose, store }) : message
  if (shaped === undefined) return undefined
  const body = fieldNames && side.rename ? side.rename(shaped, fieldNames) : shaped
  const written = codec.write({ query: matchQuery(push.contract.match), body }, choose)
  const text = Buffer.from(written.text)
  if (text.length > LIMIT)
    throw new KefuError('body-too-large', { detail: `The message has ${text.length} bytes; ${largest(message)}.` })
  return { content: { ...written, text }, conversations: conversationsOf(vendor, push.id, message) }
}

/** Half a surrogate pair, or a number that a receiver would read as another. Which characters XML can carry is for its writer to say. */
function refuseUnsendable(value: unknown, path: string) {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw unsendable(path, 'text', 'half a surrogate pair')
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw unsendable(path, 'a number', String(value))
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      throw unsendable(path, 'a whole number below 2^53, or text', String(value))
  } else if (typeof value === 'object' && value !== null) {
    const list = Array.isArray(value)
    for (const [name, it] of Object.entries(value)) refuseUnsendable(it, placeOf(path, name, list))
  }
}

const unsendable = (path: string, expected: string, got: string) =>
  new KefuError('value-unsendable', { detail: `${path || 'The message'}: expected ${expected}, got ${got}.` })

/** The path of its longest text. */
function largest(message: unknown): string {
  let longest = { path: '', length: -1 }
  const look = (value: unknown, path: string) => {
    if (typeof value === 'string' && value.length > longest.length) longest = { path, length: value.length }
    if (typeof value !== 'object' || value === null) return
    for (const [name, it] of Object.entries(value)) look(it, placeOf(path, name, Array.isArray(value)))
  }
  look(message, '')
  return `the longest field is ${longest.path} with ${longest.length} characters`
}

const placeOf = (path: string, name: string, inList: boolean) =>
  inList ? `${path}[${name}]` : path ? `${path}.${name}` : name
