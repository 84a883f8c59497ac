/** Reads a journal that was saved from `/_kefu/exchanges` or `/_kefu/journal`. */
import { readFileSync } from 'node:fs'
import { Type as T } from '@sinclair/typebox'
import { inWords, violations } from '../wire/check.ts'
import type { Told } from './audit.ts'
import { UsageError } from './exit.ts'

const Texts = T.Record(T.String(), T.String())

/** What an audit needs of an entry; the rest passes. */
const Entry = T.Object({
  number: T.Integer(),
  at: T.Number(),
  answeredAt: T.Number(),
  vendor: T.String(),
  operation: T.Optional(T.String()),
  validity: T.String(),
  deviations: T.Array(T.String()),
  fault: T.Optional(T.String()),
  problem: T.Optional(T.String()),
  request: T.Object({ method: T.String(), path: T.String(), query: Texts, headers: Texts, body: T.String() }),
  answer: T.Object({ status: T.Integer(), body: T.String() }),
})
const Attempt = T.Object({
  number: T.Integer(),
  attempt: T.Integer(),
  vendor: T.String(),
  push: T.Optional(T.String()),
  status: T.Integer(),
  acknowledged: T.Boolean(),
  reason: T.Optional(T.String()),
  milliseconds: T.Number(),
})
const Letter = T.Object({ number: T.Integer(), vendor: T.String(), push: T.String() })
const Saved = T.Object({
  world: T.Optional(T.String()),
  running: T.Optional(T.Boolean()),
  entries: T.Array(Entry),
  dropped: T.Optional(T.Integer()),
  attempts: T.Optional(T.Array(Attempt)),
  deadLetters: T.Optional(T.Array(Letter)),
  patience: T.Optional(T.Record(T.String(), T.Number())),
  next: T.Optional(T.Integer()),
})

/** Throws UsageError for what cannot be read or is no journal. */
export function journalIn(file: string): Told {
  const value = jsonIn(file)
  const found = violations(Saved, value)
  if (found.length) throw new UsageError(`--journal ${file} is no journal: ${inWords(found.slice(0, 3), 'journal')}.`)
  const { world = file, dropped = 0, attempts = [], next, ...told } = value as Told & { next?: number }
  if (next !== undefined)
    throw new UsageError(`--journal ${file} is one page of a journal; save GET /_kefu/exchanges, which has no pages.`)
  return { ...told, world, dropped, attempts }
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`--journal ${file} cannot be read as JSON: ${(error as Error).message}.`)
  }
}
