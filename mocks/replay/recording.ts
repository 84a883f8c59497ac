/** A file of recorded pushes, one JSON object a line, read as a stream: a file of any size takes the same memory. */
import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type Line, lineSplitter } from './lines.ts'
import { type Recorded, readLine } from './recorded.ts'

export type { Recorded } from './recorded.ts'

export type RecordedLine = {
  /** From 1; blank lines count. */
  line: number
  /** Byte offset of the start of the next line. */
  next: number
} & (
  | { recorded: Recorded }
  /** A sentence that says what was expected and what came, and the column where it is known. */
  | { fault: string }
)

/** The file cannot be read at all. `message` is fit to be shown. */
export class RecordingError extends Error {
  constructor(file: string, why: string, cause?: unknown) {
    super(`The recording ${JSON.stringify(file)} cannot be read: ${why}`, { cause })
    this.name = 'RecordingError'
  }
}

interface Begin {
  /** Byte offset at which to begin, as `next` of a line before. */
  from?: number
  /** Number of the line there. */
  line?: number
}

const LONGEST_LINE = 2 << 20
const CHUNK = 256 << 10

/** Blank lines are left out. The first step throws a RecordingError for what is no readable regular file. */
export async function* readRecording(
  file: string,
  { from = 0, line = 1 }: Begin = {},
): AsyncGenerator<RecordedLine, void, undefined> {
  let number = line
  for await (const lines of batches(file, from)) {
    for (const it of lines) {
      const read = told(it)
      if (read) yield { line: number, next: it.next, ...read }
      number++
    }
  }
}

const told = ({ bytes, size, begin, ended }: Line) =>
  bytes
    ? readLine(bytes, { begin, ended })
    : { fault: `Expected a line of at most ${LONGEST_LINE} bytes (2 MiB), got ${size}; it is skipped.` }

/** The lines, as many at a time as came together. */
async function* batches(file: string, from: number): AsyncGenerator<Iterable<Line>> {
  const { split, rest } = lineSplitter(from, LONGEST_LINE)
  try {
    await expectFile(file, from)
    for await (const chunk of createReadStream(file, { start: from, highWaterMark: CHUNK })) yield split(chunk)
  } catch (error) {
    throw error instanceof RecordingError ? error : new RecordingError(file, reasonOf(error), error)
  }
  yield rest()
}

/** Asked before anything is opened: opening a pipe waits for somebody who writes to it. */
async function expectFile(file: string, from: number) {
  const found = await stat(file)
  if (!found.isFile()) {
    throw new RecordingError(file, `expected a regular file with a JSON object a line, got ${kindOf(found)}.`)
  }
  if (from > found.size) {
    const was = `it has ${found.size} bytes and is to be read from byte ${from} on`
    throw new RecordingError(file, `${was}, so it is not the file that it was; begin at its start.`)
  }
}

function kindOf(found: Stats) {
  if (found.isDirectory()) return 'a directory'
  if (found.isFIFO()) return 'a pipe'
  return found.isSocket() ? 'a socket' : 'a device'
}

function reasonOf(error: unknown) {
  const { code, message } = error as NodeJS.ErrnoException
  return reasons[code ?? ''] ?? message.replace(/\.?$/, '.')
}

const missing = 'there is no such file; correct the path.'
const forbidden = 'this user may not read it; grant the permission, or run as its owner.'
const reasons: Record<string, string> = { ENOENT: missing, ENOTDIR: missing, EACCES: forbidden, EPERM: forbidden }
