/** A scenario as it really runs: in a world whose clock stands at a fixed time, against a receiver of this kit on a real port. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { named } from '../../../mocks/control/named.ts'
import { castOf } from '../../../mocks/scenarios/cast.ts'
import { scenarios } from '../../../mocks/scenarios/index.ts'
import { play } from '../../../mocks/scenarios/play.ts'
import type { Sent } from '../../../mocks/world/attempts.ts'
import { createWorld, everyVendor, type World } from '../../../mocks/world/world.ts'
import { contracts } from '../../../schemas/contracts.ts'
import type { Vendor } from '../../../schemas/define.ts'
import { nodeReceiver } from '../../../src/receive/node.ts'

/** Ten in the morning of a Monday in China. */
export const START = Date.UTC(2026, 2, 2, 2)
const SEED = 'docs'
/** Attempts in the order of time. The first `refusals` of them are refused by a handler that throws. */
export async function runOf(id: string, refusals = 0): Promise<readonly Sent[]> {
  const { vendors, story } = named(scenarios, id, 'is a scenario')
  const world = createWorld({ seed: SEED, now: () => START, still: START })
  const ends: (() => Promise<void>)[] = []
  const left = { refusals }
  try {
    for (const vendor of everyVendor.filter(it => vendors.includes(it.id))) {
      const { url, end } = await receiving(vendor, world, left)
      ends.push(end)
      await world.outbox.endpoints.register(vendor, url, { check: false, profile: 'vendor' })
    }
    const told = play(world, [story(castOf({ seed: SEED, index: 0, start: START }))], {
      atOnce: 1,
      seed: SEED,
      pace: 'told',
    })
    await passing(world, told)
    return world.outbox.sent()
  } finally {
    await Promise.all(ends.map(it => it()))
  }
}

/** From one thing that falls due to the next; each is told and answered before the clock goes on. */
async function passing({ clock, outbox }: World, told: Promise<void>) {
  const ended = told.then(() => true)
  while (!(await Promise.race([ended, turn(false)]))) {
    await outbox.idle()
    const next = clock.next()
    if (next !== undefined) clock.set(next)
  }
}

async function receiving(vendor: Vendor, world: World, left: { refusals: number }) {
  const handle = () => {
    if (left.refusals-- > 0) throw new Error('The database is not there yet.')
  }
  const on = Object.fromEntries(contracts(vendor, 'push').map(({ id }) => [id, handle]))
  const secret = world.credentials(vendor) as never
  const server = createServer(nodeReceiver(vendor, { secret, on, now: world.clock.now }))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const end = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/${vendor.id}`, end }
}
