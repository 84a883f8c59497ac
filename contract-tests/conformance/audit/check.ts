/** What a check of an audit is: data that says what has to hold, and a function that finds where it does not. */
import type { Vendor } from '../../../schemas/define.ts'
import type { Failure, Result } from '../report.ts'
import type { Journal } from './journal.ts'

export interface Check extends Pick<Result, 'title' | 'why' | 'source' | 'severity' | 'group'> {
  /** Stands behind `<vendor>.audit.` in the id of its result. */
  id: string
  /** What it reads. */
  of: 'calls' | 'pushes'
  /** What it cannot do without: secrets that can be told apart, a clock that runs. */
  needs?: readonly ('secrets' | 'clock')[]
  /** Whether it concerns this vendor at all; every one when it is left out. */
  concerns?(vendor: Vendor): boolean
  /** Where it does not hold; `at` names entries of the journal, or pushes, by number. */
  find(journal: Journal): Failure[]
}

/** Numbers that are told one by one. */
const TOLD = 8

/** `entry 3`, `entries 3, 5 and 7`, `entries 1, 2, … and 40 more`. */
export function numbered(what: 'entry' | 'push', numbers: readonly number[]): string {
  const all = [...new Set(numbers)]
  const shown = all.slice(0, TOLD).join(', ')
  const more = all.length > TOLD ? ` and ${all.length - TOLD} more` : ''
  const plural = what === 'entry' ? 'entries' : 'pushes'
  return `${all.length > 1 ? plural : what} ${shown}${more}`
}

export const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

/** The things under each key, in the order in which the keys came up. */
export function groupedBy<T>(all: Iterable<T>, keyOf: (it: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const it of all) {
    const key = keyOf(it)
    const group = groups.get(key)
    if (group) group.push(it)
    else groups.set(key, [it])
  }
  return groups
}
