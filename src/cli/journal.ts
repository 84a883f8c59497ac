/** `kefu journal`: what the world of a running mock was asked and what it sent, or one exchange as a file that runs. */
import { writeFileSync } from 'node:fs'
import type { Exchanges } from '../../mocks/exported/exchanges.ts'
import { doorOf, exchangesAt } from './exchanges.ts'
import { UsageError } from './exit.ts'

export interface JournalOptions {
  mock: string
  world: string
  as?: 'vitest' | 'curl' | 'jsonl'
  file?: string
  force?: boolean
}

export async function journal(number: string | undefined, options: JournalOptions) {
  const { mock, world, as, file, force } = options
  if (number === undefined) {
    if (as || file) throw new UsageError('--as and --file go with the number of an exchange, such as 3 or p3.')
    const { lines, dropped } = listed(await exchangesAt(mock, world))
    process.stdout.write(lines.map(it => `${it}\n`).join(''))
    tellDropped(dropped)
    return
  }
  if (!/^p?[1-9]\d{0,9}$/.test(number))
    throw new UsageError(
      `a number is that of an entry, such as 3, or of a push, such as p3; got ${JSON.stringify(number)}.`,
    )
  const text = await doorOf(mock, `/exchanges/${number}`, { world, as: as ?? 'jsonl' })
  if (file === undefined) process.stdout.write(text)
  else write(file, text, force ?? false)
}

export function tellDropped(count: number) {
  if (count)
    process.stderr.write(`kefu: ${count} older entries had to go; start the mock with --journal-entries for more.\n`)
}

function write(file: string, text: string, force: boolean) {
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'EEXIST' ? 'it is there already; --force overwrites it' : message
    throw new UsageError(`--file ${file} cannot be written: ${why}.`)
  }
  process.stdout.write(`wrote ${file}\n`)
}

function listed({ entries, attempts, dropped }: Exchanges) {
  const rows = [
    ...entries.map(it => [
      String(it.number),
      timeOf(it.at),
      it.vendor,
      it.operation ?? plain(it.request.path),
      plain(String(it.code ?? it.answer.status)),
      it.validity,
    ]),
    ...attempts
      .filter(it => it.push !== undefined)
      .map(it => [
        `p${it.number}`,
        timeOf(it.at),
        it.vendor,
        String(it.push),
        String(it.status),
        it.acknowledged ? 'acknowledged' : 'refused',
      ]),
  ]
  const widths = [0, 1, 2, 3, 4].map(column => Math.max(0, ...rows.map(row => row[column]?.length ?? 0)))
  return {
    dropped,
    lines: rows.map(row =>
      row
        .map((it, column) => it.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
  }
}

const timeOf = (milliseconds: number) => new Date(milliseconds).toISOString()

/** What a stranger asked for must not drive a terminal. */
const plain = (text: string) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 60)
