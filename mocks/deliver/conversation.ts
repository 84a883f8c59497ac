/** Tells which conversations a message belongs to, by the paths that the vendor's contract names. */
import type { Vendor } from '../../schemas/define.ts'

/** The ids of the first path that the message has; else the id of the push, so that what belongs to nothing keeps its order, too. */
export function conversationsOf(vendor: Vendor, push: string, message: unknown): readonly string[] {
  for (const keys of pathsOf(vendor)) {
    const found = valuesAt(message, keys, 0)
    if (found.length) return found.length === 1 ? found : [...new Set(found)]
  }
  return [push]
}

/** The ids of every path: of the conversation, of the visitor, of the visit. */
export const idsIn = (vendor: Vendor, message: unknown): string[] => [
  ...new Set(pathsOf(vendor).flatMap(keys => valuesAt(message, keys, 0))),
]

const known = new WeakMap<Vendor, string[][]>()

function pathsOf(vendor: Vendor): string[][] {
  const before = known.get(vendor)
  if (before) return before
  const paths = (vendor.push?.conversation ?? []).map(it => it.split('.'))
  known.set(vendor, paths)
  return paths
}

function valuesAt(value: unknown, keys: string[], at: number): string[] {
  if (at === keys.length) return value === undefined || value === null || value === '' ? [] : [String(value)]
  if (typeof value !== 'object' || value === null) return []
  const key = keys[at] as string
  if (key === '*') return Array.isArray(value) ? value.flatMap(it => valuesAt(it, keys, at + 1)) : []
  return Object.hasOwn(value, key) ? valuesAt((value as Record<string, unknown>)[key], keys, at + 1) : []
}
