/** Looks for the mistake that leads to what came: each alone first, then two together. It knows nothing of signatures. */

/** A right thing changed by a mistake, and what exactly was changed, in words. */
export type Way<R> = readonly [changed: R, detail?: string | undefined]

/** One row of a table of mistakes. */
export interface Mistake<R> {
  id: string
  /** What was done: a sentence without its full stop, which a detail may follow. */
  what: string
  /** What to do instead. */
  cure: string
  /** All the ways to make it, the likeliest first. */
  ways(right: R): Iterable<Way<R>>
  /** Too rare to be made together with others, or has too many ways to try them all. */
  alone?: true
  /** Goes together with those, too. */
  social?: true
  /** Whether the result takes another form, by its length or its letters: with some of the ways, always, or so that it can be any text. */
  reforms?: 'sometimes' | 'always' | 'wholly'
}

export interface Found {
  id: string
  what: string
  cure: string
}

type Form = 'right' | 'other' | 'none'

export interface Sought<R> {
  right: R
  mistakes: readonly Mistake<R>[]
  explains(it: R): boolean
  /** What came has the form of the right one, another one, or none that only some text can have; not given, where a form says nothing. Spares what cannot fit. */
  form?: Form
  /** Enough was tried; nothing more is. */
  tired(): boolean
}

/** The mistakes that explain it, the likeliest first; a pair is one entry with both their ids. */
export function search<R>(sought: Sought<R>): Found[] {
  const { right, mistakes, explains, form, tired } = sought
  const fitting = mistakes.filter(it => fits(form, it))
  // What takes longest comes last.
  const likely = [...fitting.filter(it => !it.alone), ...fitting.filter(it => it.alone)]
  const alone = likely.flatMap(it => {
    for (const [changed, detail] of it.ways(right)) {
      if (tired()) return []
      if (explains(changed)) return [found(it, detail)]
    }
    return []
  })
  if (alone.length) return alone
  const pair = firstPair(sought)
  return pair ? [pair] : []
}

function firstPair<R>({ right, mistakes, explains, form, tired }: Sought<R>): Found | undefined {
  for (const [at, one] of mistakes.entries()) {
    const others = mistakes.slice(at + 1).filter(it => together(one, it) && fits(form, one, it))
    if (!others.length) continue
    for (const [half, detail] of one.ways(right)) {
      for (const other of others) {
        for (const [changed, more] of other.ways(half)) {
          if (tired()) return undefined
          if (explains(changed)) return both(found(one, detail), found(other, more))
        }
      }
    }
  }
  return undefined
}

const together = <R>(one: Mistake<R>, other: Mistake<R>) => !(one.alone || other.alone) || other.social === true

function fits<R>(form: Form | undefined, ...made: Mistake<R>[]): boolean {
  if (form === 'right') return made.every(it => it.reforms === undefined || it.reforms === 'sometimes')
  if (form === 'other') return made.some(it => it.reforms)
  return form === undefined || made.some(it => it.reforms === 'wholly')
}

const found = <R>({ id, what, cure }: Mistake<R>, detail?: string): Found => ({
  id,
  what: `${what}${detail === undefined ? '' : `: ${detail}`}.`,
  cure,
})

const both = (one: Found, other: Found): Found => ({
  id: `${one.id}+${other.id}`,
  what: `Two mistakes. ${one.what} ${other.what}`,
  cure: `${one.cure} ${other.cure}`,
})
