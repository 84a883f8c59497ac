/** Worlds in a file: everything that changes is written in groups, and an answer waits until its changes are safe. */

import { openSqlite, type Sqlite } from '../../src/store/sqlite.ts'
import type { Queue } from '../deliver/queue.ts'
import { createFileQueue, QUEUE_TABLES, queueStatements } from './queue-file.ts'
import type { Change, Contents } from './store.ts'
import type { Choices } from './switches.ts'
import type { World } from './world.ts'

interface Settings {
  seed: string
  strict: boolean
  choices: Choices
  running: boolean
  /** The time of a clock that stands; of one that runs, how far it is ahead of the caller's. */
  base: number
}

export interface SavedWorld extends Settings {
  id: string
  contents: Contents
}

export interface State {
  /** What the file held when it was opened. */
  saved(): SavedWorld[]
  /** Writes the world and whatever changes in it from now on. */
  adopt(world: World): void
  /** Writes down every further change of a world that came from the file. */
  follow(world: World): void
  /** Writes what the world is set to. */
  keep(world: World): void
  forget(id: string): void
  /** What waits to be delivered in a world. */
  queue(world: string): Queue
  /** Undefined when nothing waits; rejects when the file could not be written, and ever after. */
  saving(): Promise<void> | undefined
  close(): void
}

type Write = (statements: ReturnType<typeof statementsOf>) => void

interface Batch {
  writes: Write[]
  done: Promise<void>
}

/** Throws state-unusable. */
export function openState(file: string, now: () => number): State {
  const database = openSqlite(file)
  database.exec(TABLES + QUEUE_TABLES)
  const queues = queueStatements(database)
  const statements = statementsOf(database)
  let batch: Batch | undefined
  let broken: unknown

  function commit(writes: Write[]) {
    if (broken) throw broken
    try {
      database.exec('BEGIN')
      for (const write of writes) write(statements)
      database.exec('COMMIT')
    } catch (error) {
      broken = error
      throw error
    }
  }

  /** Everything of one turn of the event loop becomes one transaction. */
  function open(): Batch {
    const writes: Write[] = []
    const done = new Promise<void>((resolve, reject) => {
      setImmediate(() => {
        batch = undefined
        try {
          resolve(commit(writes))
        } catch (error) {
          reject(error)
        }
      })
    })
    // Whoever waits for it hears of a failure; nobody may be waiting.
    done.catch(() => undefined)
    return { writes, done }
  }
  const write = (it: Write) => {
    batch ??= open()
    batch.writes.push(it)
  }
  /** What is read next holds what was written before. */
  const flush = () => {
    if (batch && !broken) commit(batch.writes.splice(0))
  }

  const state: State = {
    saved: () => statements.worlds.all().map(it => savedWorld(it, statements)),
    adopt(world) {
      state.keep(world)
      for (const [table, records] of Object.entries(world.store.contents())) {
        for (const [id, record] of records) write(writing(world.id, { table, id, record }))
      }
      state.follow(world)
    },
    follow: world => world.store.onChange(change => write(writing(world.id, change))),
    keep(world) {
      const settings = JSON.stringify(settingsOf(world, now))
      write(({ keep }) => keep.run(world.id, settings))
    },
    queue: id =>
      createFileQueue(id, queues, { write, flush, saving: () => state.saving(), broken: () => broken !== undefined }),
    forget: id =>
      write(({ remove, clear }) => {
        remove.run(id)
        clear.run(id)
      }),
    saving: () => (broken ? Promise.reject(broken) : batch?.done),
    close() {
      flush()
      database.close()
    },
  }
  return state
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS worlds (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, settings TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS records (
    number INTEGER PRIMARY KEY, world TEXT NOT NULL, place TEXT NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL,
    UNIQUE (world, place, id)
  );`

const statementsOf = (database: Sqlite) => ({
  worlds: database.prepare('SELECT id, settings FROM worlds ORDER BY number'),
  records: database.prepare('SELECT place, id, record FROM records WHERE world = ? ORDER BY number'),
  keep: database.prepare(
    'INSERT INTO worlds (id, settings) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings',
  ),
  put: database.prepare(
    'INSERT INTO records (world, place, id, record) VALUES (?, ?, ?, ?) ON CONFLICT (world, place, id) DO UPDATE SET record = excluded.record',
  ),
  drop: database.prepare('DELETE FROM records WHERE world = ? AND place = ? AND id = ?'),
  clear: database.prepare('DELETE FROM records WHERE world = ?'),
  remove: database.prepare('DELETE FROM worlds WHERE id = ?'),
})

function writing(world: string, change: Change): Write {
  if (change === 'cleared') return ({ clear }) => clear.run(world)
  const { table, id, record } = change
  if (record === undefined) return ({ drop }) => drop.run(world, table, id)
  return ({ put }) => put.run(world, table, id, JSON.stringify(record))
}

function settingsOf({ seed, strict, switches, clock }: World, now: () => number): Settings {
  const { running } = clock
  return { seed, strict, choices: switches.chosen(), running, base: running ? clock.now() - now() : clock.now() }
}

function savedWorld(
  { id, settings }: Record<string, unknown>,
  { records }: ReturnType<typeof statementsOf>,
): SavedWorld {
  const contents: Contents = {}
  for (const { place, id: own, record } of records.all(id as string)) {
    contents[place as string] ??= []
    contents[place as string]?.push([own as string, JSON.parse(record as string)])
  }
  return { id: id as string, contents, ...(JSON.parse(settings as string) as Settings) }
}

/** A world that was made empty becomes the one that was saved. */
export function restored(
  world: World,
  { running, base, strict, choices, contents }: SavedWorld,
  state: State,
  now: () => number,
) {
  world.restore({ now: running ? now() + base : base, running, strict, choices, contents })
  state.follow(world)
  return world
}
