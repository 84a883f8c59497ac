/** Says which calls were expected and what came instead: the nearest calls, and the fields in which they differ. Secrets and telephone numbers are masked. */
import { masked, maskOf } from '../world/mask.ts'
import type { World } from '../world/world.ts'
import type { AnyCall, Sought } from './calls.ts'
import { compared, type Difference } from './where.ts'

export interface Unmet {
  wanted: Sought
  /** Calls of the operation. */
  all: readonly AnyCall[]
  /** Those of them that were looked for. */
  calls: readonly AnyCall[]
  times?: number | undefined
  /** How long it was waited for. */
  waited?: string
}

type Show = (value: unknown, field: string) => string

/** Calls and fields that are told of. */
const MOST_CALLS = 3
const MOST_FIELDS = 5
/** Characters of a value. */
const LONGEST = 120

export function unmet(world: World, { wanted, all, calls, times, waited }: Unmet): string {
  const show = showing(world)
  const count = times === undefined ? 'a call' : times === 1 ? '1 call' : `${times} calls`
  const fields = fieldsOf(wanted.where).map(({ path, field, expected }) => `${path} ${show(expected, field)}`)
  const asked = [count, 'of', wanted.name, ...(fields.length ? [`with ${fields.join(', ')}`] : [])].join(' ')
  const since = wanted.after ? ` after entry ${wanted.after}` : ''
  const limit = waited ? ` ${waited}` : ''
  return `Expected ${asked}${since}${limit}, got ${gotten(world, { wanted, all, calls }, show)}`
}

function gotten(world: World, { wanted, all, calls }: Pick<Unmet, 'wanted' | 'all' | 'calls'>, show: Show): string {
  const gone = world.journal.dropped ? ` ${world.journal.dropped} older entries have left the journal.` : ''
  if (calls.length) return `${calls.length}: ${calls.slice(0, 10).map(titleOf).join(', ')}.${gone}`
  if (all.length === 0) return `none of that operation. ${others(world, wanted.after)}${gone}`
  const near = all
    .map(call => ({ call, ...compared(wanted.where, call) }))
    .sort((one, other) => other.agreeing - one.agreeing || other.call.number - one.call.number)
    .slice(0, MOST_CALLS)
    .map(({ call, differences }) => `${titleOf(call)}: ${differing(differences, show)}`)
  const among = all.length === 1 ? 'one other' : `${all.length} others`
  return `${among}. Nearest: ${near.join('. ')}.${gone}`
}

function differing(differences: readonly Difference[], show: Show) {
  const told = differences
    .slice(0, MOST_FIELDS)
    .map(({ path, field, expected, got }) => `${path}: expected ${show(expected, field)}, got ${show(got, field)}`)
  const more = differences.length - told.length
  if (told.length === 0) return 'every field as expected, but it did not succeed'
  return told.join('; ') + (more > 0 ? `; and ${more} more fields` : '')
}

/** `call 7`, with the vendor's code where it was refused. */
const titleOf = ({ number, validity, code }: AnyCall) =>
  `call ${number}${validity === 'refused' ? ` (refused with ${code ?? 'no code'})` : ''}`

/** What was called instead, and requests that are no operation at all. */
function others({ journal }: World, after: number): string {
  const entries = journal.entries(after)
  if (entries.length === 0) return 'Nothing was called.'
  const names = entries.map(({ vendor, operation, request: { method, path } }) =>
    operation ? `${vendor}.${operation}` : `${method} ${path.slice(0, LONGEST)}, which is no operation of ${vendor}`,
  )
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const told = [...counts].slice(0, 10).map(([name, count]) => (count > 1 ? `${name} (${count} times)` : name))
  return `Called were ${told.join('; ')}${counts.size > 10 ? '; …' : ''}.`
}

/** Every field that is looked for. */
const fieldsOf = (where: unknown) => compared(where, undefined).differences

function showing(world: World): Show {
  const mask = maskOf(world)
  return (value, field) => {
    if (value === undefined) return 'nothing'
    const text = mask(JSON.stringify(masked({ [field]: value }, mask)[field]))
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
  }
}
