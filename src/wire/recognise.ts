/** Tells which push a message is, by the `match` of the contracts. */
import { type Contract, contracts } from '../../schemas/contracts.ts'
import type { Match, Vendor } from '../../schemas/define.ts'
import type { Plain } from './wire.ts'

const known = new WeakMap<Vendor, (plain: Plain) => Contract<'push'> | undefined>()

/** Answers the push with the most conditions among those that match; undefined when none does. */
export function recogniser(vendor: Vendor) {
  const before = known.get(vendor)
  if (before) return before
  const made = makeRecogniser(vendor)
  known.set(vendor, made)
  return made
}

function makeRecogniser(vendor: Vendor) {
  const pushes = contracts(vendor, 'push').map(push => ({ push, conditions: Object.entries(push.contract.match) }))
  pushes.sort((a, b) => b.conditions.length - a.conditions.length)
  return (plain: Plain): Contract<'push'> | undefined =>
    pushes.find(({ conditions }) =>
      conditions.every(([path, wanted]) => [wanted].flat().includes(valueAt(plain, path) as string)),
    )?.push
}

/** The query parameters that a push is recognised by; the sender adds them. */
export const matchQuery = (match: Match): Record<string, string> =>
  Object.fromEntries(
    Object.entries(match).flatMap(([path, value]) =>
      path.startsWith('query.') ? [[path.slice('query.'.length), String([value].flat()[0])]] : [],
    ),
  )

const valueAt = (plain: Plain, path: string) =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (Object.hasOwn(Object(at), key) ? (at as Record<string, unknown>)[key] : undefined),
      plain,
    )
