/** An embedded SQLite file, by whichever engine this installation has. */
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { KefuError } from '../../src/wire/errors.ts'

export interface Statement {
  run(...values: (string | number | null)[]): unknown
  all(...values: (string | number | null)[]): Record<string, unknown>[]
}

export interface Sqlite {
  exec(sql: string): unknown
  prepare(sql: string): Statement
  close(): unknown
}

type Engine = new (file: string) => Sqlite

/** "kefu", by which a file of ours is known. */
const APPLICATION = 0x6b656675

/** Throws state-unusable, in words, and then has changed nothing. */
export function openSqlite(file: string): Sqlite {
  if (!existsSync(dirname(file))) throw unusable(file, `there is no directory ${dirname(file)}`)
  if (existsSync(file) && !statSync(file).isFile()) throw unusable(file, 'it is no file')
  const database = attempt(file, () => new (engine())(file))
  try {
    attempt(file, () => prepare(database, file))
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function prepare(database: Sqlite, file: string) {
  const value = (pragma: string) => Object.values(database.prepare(`PRAGMA ${pragma}`).all()[0] ?? {})[0]
  const [{ count } = { count: 0 }] = database.prepare('SELECT count(*) AS count FROM sqlite_master').all()
  if (count !== 0 && value('application_id') !== APPLICATION) throw unusable(file, 'another program made it')
  // A file that is opened again falls back to NORMAL, which loses the last writes of a machine that stops: it is set, and read back.
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
  database.exec(`PRAGMA application_id = ${APPLICATION}`)
  if (value('journal_mode') !== 'wal' || value('synchronous') !== 2)
    throw unusable(file, 'writes to it cannot be made safe')
}

function attempt<T>(file: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof KefuError) throw error
    const { message } = error as Error
    throw unusable(file, /locked|busy/i.test(message) ? 'another process has it open' : message)
  }
}

const unusable = (file: string, why: string) => new KefuError('state-unusable', { detail: `${file}: ${why}.` })

function engine(): Engine {
  const require = createRequire(import.meta.url)
  try {
    return require('libsql') as Engine
  } catch {
    return (require('node:sqlite') as { DatabaseSync: Engine }).DatabaseSync
  }
}
