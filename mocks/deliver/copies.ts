/** Copies of a message that are messages of their own: each with its own id and its own conversation. */
import type { Vendor } from '../../schemas/define.ts'
import { conversationsOf } from './conversation.ts'

/** The copy of that index; the first is the message itself. Wherever an id of it stands, the copy has another. */
export function copyOf(vendor: Vendor, push: string, message: unknown, index: number): unknown {
  if (index === 0) return message
  const { msgId } = Object(message)
  const ids = new Set([...conversationsOf(vendor, push, message), ...(msgId === undefined ? [] : [String(msgId)])])
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.has(value) ? value + index : value
    if (typeof value === 'number') return ids.has(String(value)) ? Number(`${value}${index}`) : value
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, renamed(it)]))
  }
  return renamed(message)
}
