/** Messages as the choices of a world have them: each choice but the default says what it does to a message. */
import type { Choose } from '../src/wire/wire.ts'

export type Message = Record<string, unknown>

/** Answers a new message that shares what did not change; the same one where nothing does. */
export type Reshape = (message: Message, push: string) => Message

/** Assumption → choice → what it does, in the order in which they are done. */
export type Reshapes = Record<string, Record<string, Reshape>>

export function reshaper(reshapes: Reshapes) {
  const all = Object.entries(reshapes)
  return (message: Message, push: string, choose: Choose): Message => {
    let shaped = message
    for (const [assumption, choices] of all) shaped = choices[choose(assumption)]?.(shaped, push) ?? shaped
    return shaped
  }
}

/** Changes what stands at a dotted path, where there is something; `*` stands for every entry of a list. */
export function changing<V>(path: string, change: (value: V) => unknown): (message: Message) => Message {
  const keys = path.split('.')
  return message => changed(message, keys, 0, change as (value: unknown) => unknown) as Message
}

function changed(value: unknown, keys: string[], at: number, change: (value: unknown) => unknown): unknown {
  const key = keys[at]
  if (key === undefined) return change(value)
  if (key === '*') {
    if (!Array.isArray(value)) return value
    const entries = value.map(it => changed(it, keys, at + 1, change))
    return entries.every((it, index) => it === value[index]) ? value : entries
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value
  const before = (value as Message)[key]
  const after = changed(before, keys, at + 1, change)
  return after === before ? value : { ...value, [key]: after }
}

/** Gives fields other names, order kept. */
export function renaming(names: Record<string, string>): Reshape {
  const named = (name: string) => (Object.hasOwn(names, name) ? (names[name] as string) : name)
  return message =>
    Object.keys(message).some(it => named(it) !== it)
      ? Object.fromEntries(Object.entries(message).map(([name, value]) => [named(name), value]))
      : message
}

/** Leaves fields out. */
export const without =
  (...names: string[]): Reshape =>
  message =>
    names.some(it => Object.hasOwn(message, it))
      ? Object.fromEntries(Object.entries(message).filter(([name]) => !names.includes(name)))
      : message
