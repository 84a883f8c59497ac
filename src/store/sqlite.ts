/** An embedded SQLite file, by whichever engine this installation has. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { KefuError } from '../wire/errors.ts'

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

/** Throws state-unusable, in words, and then has changed nothing; so does everything that is done with it later. */
export function openSqlite(file: string): Sqlite {
  if (!existsSync(dirname(file))) throw unusable(file, `there is no directory ${dirname(file)}`)
  if (existsSync(file) && !statSync(file).isFile()) throw unusable(file, 'it is no file')
  const database = attempt(file, () => new (engine())(file))
  try {
    attempt(file, () => prepare(database, file))
    return speaking(database, file)
  } catch (error) {
    database.close()
    throw error
  }
}

function speaking(database: Sqlite, file: string): Sqlite {
  return {
    exec: sql => attempt(file, () => database.exec(sql)),
    prepare(sql) {
      const statement = attempt(file, () => database.prepare(sql))
      return {
        run: (...values) => attempt(file, () => statement.run(...values)),
        all: (...values) => attempt(file, () => statement.all(...values)),
      }
    },
    close() {
      letGo(database)
      database.close()
    },
  }
}

/** The lock of a closed file would stay until its statements are collected: the next one in this process could not open it. */
function letGo(database: Sqlite) {
  try {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL')
    database.prepare('SELECT count(*) FROM sqlite_master').all()
  } catch {
    // What cannot be written any more is closed as it is.
  }
}

function prepare(database: Sqlite, file: string) {
  const value = (pragma: string) => Object.values(database.prepare(`PRAGMA ${pragma}`).all()[0] ?? {})[0]
  const [{ count } = { count: 0 }] = database.prepare('SELECT count(*) AS count FROM sqlite_master').all()
  if (count !== 0 && value('application_id') !== APPLICATION) throw unusable(file, 'another program made it')
  const damage = String(value('quick_check(1)'))
  if (damage !== 'ok') throw unusable(file, `it is damaged (${damage.replace(/\s+/g, ' ')})`)
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
    throw unusable(file, /locked|busy/i.test(message) ? `${holderOf(file)} has it open` : inWords(message), error)
  }
}

const inWords = (message: string) =>
  /unable to open/i.test(message)
    ? 'it cannot be opened: it and its directory have to be readable and writable'
    : message

/** Who holds SQLite's lock, which lies beyond the first GiB; where the system tells. */
function holderOf(file: string): string {
  try {
    const lock = new RegExp(`POSIX .* WRITE (\\d+) \\S+:${statSync(file).ino} 107374\\d{4} `)
    const [, pid] = lock.exec(readFileSync('/proc/locks', 'utf8')) ?? []
    return pid ? `process ${pid}` : 'another process'
  } catch {
    return 'another process'
  }
}

const unusable = (file: string, why: string, cause?: unknown) =>
  new KefuError('state-unusable', { detail: `${file}: ${why}.`, cause })

function engine(): Engine {
  const require = createRequire(import.meta.url)
  try {
    return require('libsql') as Engine
  } catch {
    return (require('node:sqlite') as { DatabaseSync: Engine }).DatabaseSync
  }
}
