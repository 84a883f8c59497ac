/** What a world remembers: named tables of records, in the order in which they were first put. Records are replaced, never changed in place. */

export interface Table<R> {
  get(id: string): R | undefined
  /** Adds the record, or replaces the one of that id in its place. */
  put(id: string, record: R): void
  delete(id: string): boolean
  values(): Iterable<R>
  entries(): Iterable<[id: string, record: R]>
  readonly size: number
}

/** Table → its records with their ids, in order. */
export type Contents = Record<string, [id: string, record: unknown][]>

/** One record put, or taken away when it is undefined; or everything taken away. */
export type Change = { table: string; id: string; record: unknown } | 'cleared'

/** The number after the highest that the table has as an id. */
export const nextNumber = (table: Table<{ id: string }>): string =>
  String(Math.max(0, ...[...table.values()].map(it => Number(it.id))) + 1)

export interface Store {
  table<R>(name: string): Table<R>
  /** Everything in it, as plain data. */
  contents(): Contents
  /** Replaces everything in it. */
  load(contents: Contents): void
  /** Empties it. */
  clear(): void
  /** Told of every change from now on. */
  onChange(listener: (change: Change) => void): void
}

export function createStore(): Store {
  const tables = new Map<string, { records: Map<string, unknown>; table: Table<unknown> }>()
  let changed: ((change: Change) => void) | undefined
  const tell = (change: Change) => changed?.(change)

  function named(name: string) {
    const before = tables.get(name)
    if (before) return before
    const records = new Map<string, unknown>()
    const made = { records, table: tableOf(name, records, tell) }
    tables.set(name, made)
    return made
  }
  const clear = () => {
    for (const { records } of tables.values()) records.clear()
    tell('cleared')
  }

  return {
    table: <R>(name: string) => named(name).table as Table<R>,
    contents: () => Object.fromEntries([...tables].map(([name, { records }]) => [name, [...records]])),
    load(contents) {
      clear()
      for (const [name, records] of Object.entries(contents)) {
        for (const [id, record] of records) named(name).table.put(id, record)
      }
    },
    clear,
    onChange(listener) {
      changed = listener
    },
  }
}

const tableOf = (name: string, records: Map<string, unknown>, tell: (change: Change) => void): Table<unknown> => ({
  get: id => records.get(id),
  put: (id, record) => {
    records.set(id, record)
    tell({ table: name, id, record })
  },
  delete: id => {
    tell({ table: name, id, record: undefined })
    return records.delete(id)
  },
  values: () => records.values(),
  entries: () => records.entries(),
  get size() {
    return records.size
  },
})
