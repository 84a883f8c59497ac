/** Plays conversations to the addresses of a test, and sums up what became of their pushes. */
import { KefuError } from '../../src/wire/errors.ts'
import { named } from '../control/named.ts'
import { castOf } from '../scenarios/cast.ts'
import { scenarios } from '../scenarios/index.ts'
import { type PlayOptions, play } from '../scenarios/play.ts'
import { everyVendor, type World } from '../world/world.ts'
import { type Addressing, type Lent, lend } from './address.ts'
import type { VendorName } from './names.ts'

export interface ScenarioOptions extends Pick<Addressing, 'profile' | 'headers' | 'query'> {
  /** One address for all vendors of the scenario, or one for each. */
  to: string | { readonly [V in VendorName]?: string }
  /** Conversations; 1 by default. */
  count?: number
  /** The same seed tells the same conversations; the world's own by default. */
  seed?: string
  /** `acknowledged` by default; with `told` the world's clock decides. */
  pace?: NonNullable<PlayOptions['pace']>
}

/** What became of the pushes of a scenario. */
export interface Played {
  pushes: number
  acknowledged: number
  /** Given up. */
  failed: number
  attempts: number
  /** Why pushes were given up, and how many. */
  reasons: Record<string, number>
}

/** Settles once every push has ended. Rejects with name-unknown, contract-violated and address-refused. */
export async function scenario(world: World, id: string, options: ScenarioOptions): Promise<Played> {
  const { to, count = 1, seed = world.seed, pace = 'acknowledged', ...served } = options
  const chosen = named(scenarios, id, 'is a scenario')
  const start = world.clock.now()
  const addresses = chosen.vendors.map(it => addressFor(it, to))
  function* stories() {
    for (let index = 0; index < count; index++) yield chosen.story(castOf({ seed, index, start }))
  }
  const lent: Lent[] = []
  const summary = summing(world, lent)
  try {
    for (const { vendor, url } of addresses) lent.push(await lend(world, vendor, url, served))
    await play(world, stories(), { atOnce: 16, seed, pace })
  } finally {
    summary.end()
    for (const it of lent) it.giveBack()
  }
  return summary.played
}

/** Throws contract-violated. */
function addressFor(id: string, to: ScenarioOptions['to']) {
  const vendor = everyVendor.find(it => it.id === id)
  const url = typeof to === 'string' ? to : to[id as VendorName]
  if (vendor && url !== undefined) return { vendor, url }
  throw new KefuError('contract-violated', {
    detail: `to.${id}: expected an address, since ${id} pushes in this scenario; got nothing.`,
  })
}

/** Counts what goes to the addresses that are lent. */
function summing({ outbox }: World, lent: readonly Lent[]) {
  const played: Played = { pushes: 0, acknowledged: 0, failed: 0, attempts: 0, reasons: {} }
  const ours = (endpoint: string) => lent.find(it => it.id === endpoint)
  const end = outbox.watch({
    attempted({ push: { endpoint }, outcome: { paused } }) {
      const address = ours(endpoint)
      if (!address) return
      played.attempts++
      // What waits for an address that does not want to be called would wait for ever.
      if (paused) address.giveBack()
    },
    settled({ endpoint }, { acknowledged, reason = '' }) {
      if (!ours(endpoint)) return
      played.pushes++
      if (acknowledged) played.acknowledged++
      else {
        played.failed++
        played.reasons[reason] = (played.reasons[reason] ?? 0) + 1
      }
    },
  })
  return { played, end }
}
