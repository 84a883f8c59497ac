/** Renders one exchange of a world: a call as a test, a script or a line, a push as a line of a recording. */
import { contractOf } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import type { Entry } from '../world/journal.ts'
import { masked, maskOf } from '../world/mask.ts'
import { everyVendor, type World } from '../world/world.ts'
import { asCurl } from './curl.ts'
import { requestOf } from './request.ts'
import { secretNames } from './secret-names.ts'
import { asVitest } from './vitest.ts'

export const forms = ['vitest', 'curl', 'jsonl'] as const
export type Form = (typeof forms)[number]

interface Options {
  /** `3` for an entry of the journal, `p3` for a push. */
  number: string
  as: Form
  /** Origin of the mock. */
  origin: string
}

/** Throws name-unknown for a number that is not there, and contract-violated for what cannot be written so. */
export function exported(world: World, { number, as, origin }: Options): string {
  const hide = secretNames(world)
  // A file is to run: telephone numbers stay what they were.
  const mask = maskOf(world, (secret, kind) => (kind === 'phone' ? secret : hide(secret, kind)))
  if (number.startsWith('p')) return pushLine(world, Number(number.slice(1)), as)
  const entries = world.journal.entries()
  const entry = masked(found(entries, Number(number), 'entry'), mask)
  const vendor = everyVendor.find(it => it.id === entry.vendor) as Vendor
  if (as === 'jsonl') return callLine(entry)
  const request = requestOf(entry, vendor)
  if (as === 'curl') return asCurl(request, { vendor, world: world.id, origin })
  if (/reset|truncated/.test(entry.fault ?? ''))
    throw new KefuError('contract-violated', {
      detail: `Entry ${number} was broken off; there is no answer to expect.`,
    })
  const { seed, strict, switches, journal } = world
  const before = entries
    .filter(it => it.number < entry.number && changed(it, vendor))
    .map(it => requestOf(masked(it, mask), vendor))
  return asVitest(request, {
    vendor,
    seed,
    strict,
    choices: switches.chosen(),
    before,
    incomplete: journal.dropped > 0,
  })
}

/** Throws name-unknown. */
function found<T extends { number: number }>(all: readonly T[], number: number, what: string): T {
  const it = all.findLast(one => one.number === number)
  if (it) return it
  const [first, last] = [all[0]?.number, all.at(-1)?.number]
  const there = first === undefined ? 'there is none yet' : `they go from ${first} to ${last}`
  throw new KefuError('name-unknown', { detail: `There is no ${what} ${number}; ${there}.` })
}

/** Whether an entry may have left something behind that a later answer shows. */
function changed({ vendor: id, operation, problem, fault, code }: Entry, vendor: Vendor): boolean {
  const { contract } = (operation && contractOf(vendor, 'operation', operation)) || {}
  if (!contract || id !== vendor.id || problem || contract.open) return false
  const { reads = contract.method === 'GET' } = contract
  const unharmed = !fault || !/code|status|reset before/.test(fault)
  return !reads && unharmed && !vendor.errors.some(it => it.code === code)
}

const lineOf = (value: object) => `${JSON.stringify(value)}\n`

function callLine({ at, vendor, operation, request }: Entry): string {
  return lineOf({ time: at, vendor, operation, ...request })
}

/** As `kefu replay` reads it: what proved the push is made anew there. */
function pushLine(world: World, number: number, as: Form): string {
  if (as !== 'jsonl')
    throw new KefuError('contract-violated', { detail: `A push is written as jsonl, for kefu replay; got ${as}.` })
  const {
    at,
    vendor: id,
    push,
    query,
    body,
  } = found(
    world.outbox.sent().filter(it => it.push),
    number,
    'push',
  )
  const vendor = everyVendor.find(it => it.id === id) as Vendor
  const contentType = vendor.push?.contentType ?? 'application/json'
  return lineOf({ time: at, vendor: id, push, headers: { 'content-type': contentType }, query, body })
}
