/** What the cases of Echat share: a heading, and the message that most handlers do something about. */
import type { Case, Sending } from '../../case.ts'

export const grouped = (group: string, cases: readonly Omit<Case, 'group'>[]): Case[] =>
  cases.map(it => ({ ...it, group }))

/** A conversation begins: few handlers leave it alone, so what they do with it shows. */
export const started = { push: 'chatStart' } satisfies Sending

/** A message that is little more than one text. */
export const remarked = (chatSubjectMemo: string): Sending => ({ push: 'chatSubject', set: { chatSubjectMemo } })
