/** Mistakes in the order of what is joined. */
import { byName, byValue, type Order, type Part, type Recipe } from './recipe.ts'
import type { Mistake, Way } from './search.ts'

const CURE = 'Join in the order that the rule gives, compared by character codes.'

/** Parts that keep their side, so that only the others are sorted anew. */
const sorted = (right: Recipe, order: Order): Recipe => ({ ...right, order })

/** The key that the rule sorts by; without a rule, the value. */
const keyOf = (right: Recipe) => (right.order === byName ? (it: Part) => it.name : (it: Part) => it.value)

const ignoringCase = (right: Recipe, turned: (text: string) => string): Order => {
  const key = keyOf(right)
  return (one, other) => (turned(key(one)) < turned(key(other)) ? -1 : 1)
}

const naturally =
  (key: (part: Part) => string): Order =>
  (one, other) =>
    key(one).localeCompare(key(other), 'en', { numeric: true })

export const orderMistakes: readonly Mistake<Recipe>[] = [
  {
    id: 'unsorted',
    what: 'The parts were not sorted',
    cure: CURE,
    ways: right => (right.order ? [[{ ...right, order: undefined }, 'joined as they were listed']] : []),
  },
  {
    id: 'sorted-by-value',
    what: 'The parts were sorted by value',
    cure: CURE,
    ways: right =>
      right.order === byName ? [[sorted(right, byValue)], [loose(right, byValue), 'the secret with them']] : [],
  },
  {
    id: 'sorted-by-name',
    what: 'The parts were sorted by name',
    cure: CURE,
    ways: right => (right.order === byValue ? [[sorted(right, byName)]] : []),
  },
  {
    id: 'sorted-ignoring-case',
    what: 'The parts were sorted without regard to case',
    cure: CURE,
    *ways(right): Iterable<Way<Recipe>> {
      if (!right.order) return
      const key = keyOf(right)
      yield [
        sorted(
          right,
          ignoringCase(right, it => it.toLowerCase()),
        ),
      ]
      yield [
        sorted(
          right,
          ignoringCase(right, it => it.toUpperCase()),
        ),
      ]
      yield [sorted(right, (one, other) => key(one).localeCompare(key(other), 'en')), 'as a dictionary sorts']
    },
  },
  {
    id: 'sorted-numerically',
    what: 'The parts were sorted as numbers',
    cure: CURE,
    *ways(right): Iterable<Way<Recipe>> {
      if (!right.order) return
      const key = keyOf(right)
      const several = (kind: RegExp) => right.parts.filter(it => kind.test(key(it))).length > 1
      if (several(/^\d+$/)) yield [sorted(right, (one, other) => Number(key(one)) - Number(key(other)) || 0)]
      if (several(/\d/)) yield [sorted(right, naturally(key)), 'those inside a text, too']
    },
  },
  {
    id: 'sorted-downwards',
    what: 'The parts were sorted downwards',
    cure: CURE,
    *ways(right) {
      const { order } = right
      if (order) yield [sorted(right, (one, other) => order(other, one))]
    },
  },
]

/** Whatever has not a likelier name. */
export const otherOrders: readonly Mistake<Recipe>[] = [
  {
    id: 'sorted',
    what: 'The parts were sorted, which the rule does not do',
    cure: CURE,
    ways: right =>
      right.order
        ? []
        : [
            [sorted(right, byValue), 'by value'],
            [sorted(right, byName), 'by name'],
          ],
  },
  {
    alone: true,
    id: 'wrong-order',
    what: 'The parts were joined in another order',
    cure: CURE,
    *ways(right) {
      if (right.parts.length > 4)
        return yield [{ ...right, order: undefined, parts: right.parts.toReversed() }, 'backwards']
      for (const parts of permutations(right.parts))
        yield [{ ...right, order: undefined, parts }, parts.map(it => it.name).join(', ')]
    },
  },
]

const loose = (right: Recipe, order: Order): Recipe => ({
  ...right,
  order,
  parts: right.parts.map(({ side: _side, ...it }) => it),
})

function* permutations<T>(all: readonly T[]): Iterable<T[]> {
  if (all.length === 0) return yield []
  for (const [at, first] of all.entries()) for (const rest of permutations(all.toSpliced(at, 1))) yield [first, ...rest]
}
