/** What a world was asked, what it sent and what was given up, with a name for each secret: all that an audit reads. */
import type { Vendor } from '../../schemas/define.ts'
import type { DeadLetter } from '../deliver/queue.ts'
import { sideOf } from '../sides.ts'
import type { Timed } from '../world/attempts.ts'
import type { Entry } from '../world/journal.ts'
import { masked, maskOf } from '../world/mask.ts'
import { everyVendor, type World } from '../world/world.ts'
import { secretNames } from './secret-names.ts'

export interface Exchanges {
  world: string
  /** By the world's clock, in milliseconds since 1970. */
  now: number
  /** Whether its clock follows real time. */
  running: boolean
  /** Oldest first. */
  entries: Entry[]
  /** Entries that had to go. */
  dropped: number
  attempts: Timed[]
  deadLetters: Pick<DeadLetter, 'number' | 'vendor' | 'push' | 'at' | 'reason'>[]
  /** Vendor → milliseconds in which it wants an answer to a push. */
  patience: Record<string, number>
}

export function exchangesOf(world: World, vendors: readonly Vendor[] = everyVendor): Exchanges {
  const { clock, journal, outbox } = world
  const mask = maskOf(world, secretNames(world))
  const deadLetters = outbox
    .deadLetters()
    .map(({ number, vendor, push, at, reason }) => ({ number, vendor, push, at, reason }))
  return {
    world: world.id,
    now: clock.now(),
    running: clock.running,
    entries: journal.entries().map(it => masked(it, mask)),
    dropped: journal.dropped,
    attempts: outbox.timed().map(it => masked(it, mask)),
    deadLetters: deadLetters.map(it => masked(it, mask)),
    patience: Object.fromEntries(vendors.flatMap(it => patienceOf(it, world))),
  }
}

function patienceOf(vendor: Vendor, { switches }: World): [string, number][] {
  const sending = sideOf(vendor).sending?.(name => switches.choice(vendor, name))
  return sending ? [[vendor.id, sending.timeout]] : []
}
