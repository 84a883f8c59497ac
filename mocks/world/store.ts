/** What a world remembers: named tables of records, in the order in which they were first put. Records are replaced, never changed in place. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

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

export interface Store {
  table<R>(name: string): Table<R>
  /** Everything in it, as plain data. */
  contents(): Contents
  /** Replaces everything in it. */
  load(contents: Contents): void
  /** Empties it. */
  clear(): void
}

/** Told of each change: the record, or undefined for one that is gone. */
export type Changed = (table: string, id: string, record: unknown) => void

export function createStore(changed: Changed = () => undefined): Store {
  const tables = new Map<string, Map<string, unknown>>()
  const rows = (name: string) => {
    const known = tables.get(name)
    if (known) return known
    const made = new Map<string, unknown>()
    tables.set(name, made)
    return made
  }
  const remove = (name: string, id: string) => {
    const was = rows(name).delete(id)
    if (was) changed(name, id, undefined)
    return was
  }
  const clear = () => {
    for (const [name, records] of tables) for (const id of [...records.keys()]) remove(name, id)
  }
  const put = (name: string, id: string, record: unknown) => {
    rows(name).set(id, record)
    changed(name, id, record)
  }

  /** One object for each table: requests ask for them all the time. */
  const made = new Map<string, Table<unknown>>()
  const make = (name: string): Table<unknown> => ({
    get: id => rows(name).get(id),
    put: (id, record) => put(name, id, record),
    delete: id => remove(name, id),
    values: () => rows(name).values(),
    entries: () => rows(name).entries(),
    get size() {
      return rows(name).size
    },
  })

  return {
    table<R>(name: string) {
      const before = made.get(name)
      if (before) return before as Table<R>
      made.set(name, make(name))
      return made.get(name) as Table<R>
    },
    contents: () => Object.fromEntries([...tables].map(([name, records]) => [name, [...records]])),
    load(contents) {
      clear()
      for (const [name, records] of Object.entries(contents)) for (const [id, record] of records) put(name, id, record)
    },
    clear,
  }
}
