/** A heap: the first of many by an order, however many there are. */

export interface Heap<T> {
  push(item: T): void
  first(): T | undefined
  /** Takes the first one out. */
  shift(): T | undefined
  clear(): void
}

export function createHeap<T>(before: (one: T, other: T) => boolean): Heap<T> {
  const items: T[] = []
  const at = (index: number) => items[index] as T

  function swap(one: number, other: number) {
    const kept = at(one)
    items[one] = at(other)
    items[other] = kept
  }

  function rise(index: number) {
    const parent = (index - 1) >> 1
    if (index === 0 || !before(at(index), at(parent))) return
    swap(index, parent)
    rise(parent)
  }

  function sink(index: number) {
    const [left, right] = [2 * index + 1, 2 * index + 2]
    if (left >= items.length) return
    const least = right < items.length && before(at(right), at(left)) ? right : left
    if (!before(at(least), at(index))) return
    swap(index, least)
    sink(least)
  }

  return {
    push(item) {
      items.push(item)
      rise(items.length - 1)
    },
    first: () => items[0],
    shift() {
      const first = items[0]
      const last = items.pop()
      if (items.length) {
        items[0] = last as T
        sink(0)
      }
      return first
    },
    clear: () => void items.splice(0),
  }
}
