/** Repeatable options. */
import { UsageError } from './exit.ts'

export type Pairs = Record<string, string>

/** Adds one pair to those before. */
export function collect(pair: string, before: Pairs = {}): Pairs {
  const at = pair.indexOf('=')
  if (at < 1) throw new UsageError(`expected name=value, got ${JSON.stringify(pair)}.`)
  return { ...before, [pair.slice(0, at)]: pair.slice(at + 1) }
}

/** Adds one word to those before. */
export const listed = (word: string, before: string[] = []) => [...before, word]

/** Adds `<vendor>=<url>`, or a bare URL under the empty name. */
export function addressed(text: string, before: Pairs = {}): Pairs {
  const [, vendor = '', url = text] = /^([a-z]+)=(https?:.*)$/.exec(text) ?? []
  return { ...before, [vendor]: url }
}
