/** Remembers what was made of a record, for as long as that record is there: records are replaced, never changed. */
export function memo<R extends object, V>(make: (record: R) => V): (record: R) => V {
  const made = new WeakMap<R, V>()
  return record => {
    const before = made.get(record)
    if (before !== undefined) return before
    const value = make(record)
    made.set(record, value)
    return value
  }
}

const lasting = new WeakSet<object>()

/** The same for what stands in answers again and again; `isLasting` knows it by that. */
export const lastingMemo = <R extends object, V extends object>(make: (record: R) => V) =>
  memo((record: R) => {
    const value = make(record)
    lasting.add(value)
    return value
  })

export const isLasting = (value: unknown) => typeof value === 'object' && value !== null && lasting.has(value)
