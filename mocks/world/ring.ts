/** A bounded list: the oldest entries go when there are too many or they hold too much. */

import type { Bounds } from './log.ts'

export interface Ring<E> {
  push(entry: E, bytes: number): void
  /** Oldest first. */
  entries(): E[]
  clear(): void
}

export function createRing<E>(most: Bounds): Ring<E> {
  let kept: (E | undefined)[] = []
  let sizes: number[] = []
  /** Where the oldest stands; the places before it are empty until there are many of them. */
  let first = 0
  let bytes = 0

  function drop() {
    bytes -= sizes[first] as number
    kept[first++] = undefined
    if (first < 1024 || first * 2 < kept.length) return
    kept = kept.slice(first)
    sizes = sizes.slice(first)
    first = 0
  }

  return {
    push(entry, size) {
      kept.push(entry)
      sizes.push(size)
      bytes += size
      while (kept.length - first > most.entries || (bytes > most.bytes && kept.length - first > 1)) drop()
    },
    entries: () => kept.slice(first) as E[],
    clear() {
      kept = []
      sizes = []
      first = bytes = 0
    },
  }
}
