/** Draws values from a seed, and gives a message ids of its own, so that no two messages of a run are taken for one. */
import { idsIn } from '../../mocks/deliver/conversation.ts'
import { seededRandom } from '../../mocks/world/random.ts'
import type { Vendor } from '../../schemas/define.ts'
import type { Draw } from './case.ts'

export function drawFrom(seed: string): Draw {
  const random = seededRandom(seed)
  const digit = () => (random(1)[0] as number) % 10
  return {
    digits: length => Array.from({ length }, (_, at) => (at === 0 ? 1 + (digit() % 9) : digit())).join(''),
    hex: length =>
      random(Math.ceil(length / 2))
        .toString('hex')
        .slice(0, length),
    same: name => drawFrom(`${seed}/${name}`).digits(9),
  }
}

/** A copy of the message with other ids of the same form; wherever one stands, it is the new one. */
export function withOwnIds(vendor: Vendor, message: unknown, draw: Draw): unknown {
  const { msgId } = Object(message)
  // Those of the visitor, too: a handler may keep a record for each visitor, and would find that of another case.
  const ids = [...new Set([...idsIn(vendor, message), ...(msgId === undefined ? [] : [String(msgId)])])].map(
    it => [it, another(it, draw)] as const,
  )
  return mapped(message, text => ids.reduce((changed, [id, own]) => changedId(changed, id, own), text))
}

/** A long id is found inside of other texts, too: addresses, ids that are made from it. */
const changedId = (text: string, id: string, own: string) =>
  id.length >= 8 ? text.replaceAll(id, own) : text === id ? own : text

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (typeof value === 'number') return Number(change(String(value)))
  if (Array.isArray(value)) return value.map(it => mapped(it, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, mapped(it, change)]))
}

/** Characters at the end of an id that change at most: enough that no two of many thousands are the same. */
const CHANGED = 12

/** Of the same form: digits for digits, and letters for letters where the whole id is hexadecimal. */
function another(id: string, draw: Draw): string {
  const kept = Math.max(1, id.length - CHANGED)
  const rest = id.slice(kept)
  if (/^[0-9a-f]{16,}$/.test(id) && /[a-f]/.test(id)) return id.slice(0, kept) + draw.hex(rest.length)
  return id.slice(0, kept) + rest.replace(/\d+/g, run => draw.digits(run.length))
}
