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
