/** An inbox in a SQLite file: a key and what its handler wrote are safe together, before the vendor is told. */
import { openSqlite } from '../store/sqlite.ts'
import { type Inbox, KEPT, QUARANTINED, type Quarantined, shared } from './inbox.ts'

/** What a handler writes into the same file; all of it, or nothing, is there once the message counts as handled. */
export interface Writes {
  /** Carried out after the handler returned. */
  run(sql: string, ...values: (string | number | null)[]): void
}

export interface FileInbox extends Inbox<Writes> {
  /** Runs once, for tables of your own. */
  prepare(sql: string): void
  all(sql: string, ...values: (string | number | null)[]): Record<string, unknown>[]
  quarantined(): Quarantined[]
  close(): void
}

type Written = [sql: string, values: (string | number | null)[]]

interface Waiting {
  key: string
  writes: Written[]
  resolve(): void
  reject(error: unknown): void
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS inbox (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS inbox_at ON inbox (at);
  CREATE TABLE IF NOT EXISTS quarantine (number INTEGER PRIMARY KEY, entry TEXT NOT NULL);`

/** Old keys are looked for once in so many messages. */
const SWEEP = 1_000

/** Throws state-unusable. The file belongs to one process. */
export function fileInbox(file: string, { now = Date.now }: { now?: () => number } = {}): FileInbox {
  const database = openSqlite(file)
  database.exec(TABLES)
  const find = database.prepare('SELECT 1 FROM inbox WHERE key = ? AND at >= ?')
  const mark = database.prepare('REPLACE INTO inbox VALUES (?, ?)')
  const sweep = database.prepare('DELETE FROM inbox WHERE at < ?')
  const keep = database.prepare('INSERT INTO quarantine (entry) VALUES (?)')
  const drop = database.prepare('DELETE FROM quarantine WHERE number <= (SELECT max(number) FROM quarantine) - ?')
  const kept = database.prepare('SELECT entry FROM quarantine ORDER BY number')
  const oldest = () => now() - KEPT * 86_400_000
  let waiting: Waiting[] = []
  let marked = 0

  /** Everything of one turn of the event loop becomes one transaction; a message whose writes fail falls out of it alone. */
  function commit() {
    const group = waiting
    waiting = []
    const failed = new Map<Waiting, unknown>()
    try {
      database.exec('BEGIN')
      for (const it of group) {
        try {
          database.exec('SAVEPOINT message')
          mark.run(it.key, now())
          for (const [sql, values] of it.writes) database.prepare(sql).run(...values)
          database.exec('RELEASE message')
        } catch (error) {
          failed.set(it, error)
          database.exec('ROLLBACK TO message; RELEASE message')
        }
      }
      marked += group.length
      if (marked >= SWEEP) {
        marked = 0
        sweep.run(oldest())
      }
      database.exec('COMMIT')
    } catch (error) {
      undo()
      for (const it of group) it.reject(error)
      return
    }
    for (const it of group) {
      if (failed.has(it)) it.reject(failed.get(it))
      else it.resolve()
    }
  }

  /** A group that cannot be committed must not stay open: nothing could be begun after it. */
  function undo() {
    try {
      database.exec('ROLLBACK')
    } catch {
      // SQLite has undone it itself, or the file is closed.
    }
  }

  const committed = (key: string, writes: Written[]) =>
    new Promise<void>((resolve, reject) => {
      if (waiting.push({ key, writes, resolve, reject }) === 1) setImmediate(commit)
    })

  return {
    once: shared(async (key, handle) => {
      if (find.all(key, oldest()).length) return false
      const writes: Written[] = []
      await handle({ run: (sql, ...values) => void writes.push([sql, values]) })
      await committed(key, writes)
      return true
    }),
    async quarantine(entry) {
      keep.run(JSON.stringify(entry))
      drop.run(QUARANTINED)
    },
    prepare: sql => void database.exec(sql),
    all: (sql, ...values) => database.prepare(sql).all(...values),
    quarantined: () => kept.all().map(({ entry }) => JSON.parse(entry as string)),
    close: () => void database.close(),
  }
}
