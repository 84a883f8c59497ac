/** A world's queue in the state file. What waits is read from it without its content, of which memory holds the first so many bytes. */

import type { Sqlite } from '../../src/store/sqlite.ts'
import { again, type Burial, type Content, type DeadLetter, type Queue, type QueuedPush } from '../deliver/queue.ts'

export const QUEUE_TABLES = `
  CREATE TABLE IF NOT EXISTS pushes (
    world TEXT NOT NULL, number INTEGER NOT NULL, endpoint TEXT NOT NULL, vendor TEXT NOT NULL, push TEXT NOT NULL,
    conversations TEXT NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL, first INTEGER NOT NULL, burial TEXT,
    PRIMARY KEY (world, number)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS contents (
    world TEXT NOT NULL, number INTEGER NOT NULL, content TEXT NOT NULL, UNIQUE (world, number)
  );`

/** Rows that are read at once. */
const PAGE = 1_000

/** Bytes of contents that stay in memory. */
const HELD = 16 << 20

export const queueStatements = (database: Sqlite) => ({
  page: database.prepare(
    'SELECT number, endpoint, vendor, push, conversations, attempts, due, first FROM pushes WHERE world = ? AND number > ? AND burial IS NULL ORDER BY number LIMIT ?',
  ),
  letters: database.prepare('SELECT * FROM pushes WHERE world = ? AND burial IS NOT NULL ORDER BY number'),
  letter: database.prepare('SELECT * FROM pushes WHERE world = ? AND number = ? AND burial IS NOT NULL'),
  content: database.prepare('SELECT content FROM contents WHERE world = ? AND number = ?'),
  add: database.prepare('INSERT INTO pushes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)'),
  addContent: database.prepare('INSERT INTO contents VALUES (?, ?, ?)'),
  keep: database.prepare(
    'UPDATE pushes SET attempts = ?, due = ?, first = ?, burial = NULL WHERE world = ? AND number = ?',
  ),
  bury: database.prepare('UPDATE pushes SET attempts = ?, burial = ? WHERE world = ? AND number = ?'),
  remove: database.prepare('DELETE FROM pushes WHERE world = ? AND number = ?'),
  removeContent: database.prepare('DELETE FROM contents WHERE world = ? AND number = ?'),
  clear: database.prepare('DELETE FROM pushes WHERE world = ?'),
  clearContents: database.prepare('DELETE FROM contents WHERE world = ?'),
})

export type QueueStatements = ReturnType<typeof queueStatements>

/** `write` puts a change into the next transaction, `flush` carries out those that wait. */
export interface Writer {
  write(change: () => void): void
  flush(): void
  saving(): Promise<void> | undefined
  broken(): boolean
}

export function createFileQueue(
  world: string,
  statements: QueueStatements,
  { write, flush, saving, broken }: Writer,
): Queue {
  const held = new Map<number, Content>()
  let bytes = 0
  const known = new Map<string, string>()
  /** Few words stand in many rows. */
  const shared = (word: string) => {
    const before = known.get(word)
    if (before === undefined) known.set(word, word)
    return before ?? word
  }
  const rowOf = (row: Record<string, unknown>): QueuedPush => ({
    number: row.number as number,
    endpoint: shared(row.endpoint as string),
    vendor: shared(row.vendor as string),
    push: shared(row.push as string),
    conversations: JSON.parse(row.conversations as string),
    attempts: row.attempts as number,
    due: row.due as number,
    first: row.first as number,
  })
  const letterOf = (row: Record<string, unknown>): DeadLetter => ({
    ...rowOf(row),
    ...(JSON.parse(row.burial as string) as Burial),
  })
  const drop = (number: number) => {
    bytes -= held.get(number)?.text.length ?? 0
    held.delete(number)
  }

  return {
    *waiting() {
      flush()
      for (let after = 0; ; ) {
        const rows = statements.page.all(world, after, PAGE)
        for (const row of rows) yield rowOf(row)
        if (rows.length < PAGE) return
        after = rows.at(-1)?.number as number
      }
    },
    add(push, content) {
      const { number, endpoint, vendor, push: contract, conversations, attempts, due, first } = push
      held.set(number, content)
      bytes += content.text.length
      write(() => {
        const ids = JSON.stringify(conversations)
        statements.add.run(world, number, endpoint, vendor, contract, ids, attempts, due, first)
        statements.addContent.run(world, number, savedContent(content))
        if (bytes > HELD) drop(number)
      })
    },
    content(number) {
      try {
        return held.get(number) ?? contentOf(statements.content.all(world, number)[0]?.content as string)
      } catch (error) {
        // A damaged file ends the process, whoever happened to have it read: otherwise it would go on and send no more.
        process.nextTick(() => {
          throw error
        })
        throw error
      }
    },
    keep({ number, attempts, due, first }) {
      write(() => statements.keep.run(attempts, due, first, world, number))
    },
    remove(number) {
      drop(number)
      write(() => {
        statements.remove.run(world, number)
        statements.removeContent.run(world, number)
      })
    },
    bury({ number, attempts }, burial) {
      drop(number)
      write(() => statements.bury.run(attempts, JSON.stringify(burial), world, number))
    },
    deadLetters() {
      flush()
      return statements.letters.all(world).map(letterOf)
    },
    redrive(number, due) {
      flush()
      const [row] = statements.letter.all(world, number)
      if (!row) return undefined
      const push = again(letterOf(row), due)
      write(() => statements.keep.run(push.attempts, push.due, push.first, world, number))
      return push
    },
    clear() {
      held.clear()
      bytes = 0
      write(() => {
        statements.clear.run(world)
        statements.clearContents.run(world)
      })
    },
    saving,
    get broken() {
      return broken()
    },
  }
}

const savedContent = ({ text, ...content }: Content) =>
  JSON.stringify({ ...content, text: Buffer.from(text).toString() })

function contentOf(saved: string): Content {
  const content = JSON.parse(saved)
  return { ...content, text: Buffer.from(content.text) }
}
