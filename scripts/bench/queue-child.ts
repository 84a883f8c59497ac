/** Enqueues pushes into a state file, and delivers them: on order, in a process of its own. */
import { openState } from '../../mocks/world/state.ts'
import { createWorlds } from '../../mocks/world/worlds.ts'
import { contractOf } from '../../schemas/contracts.ts'
import { easyliao } from '../../schemas/index.ts'

export interface Order {
  file: string
  port: number
  pushes: number
  /** So many are made safe together. */
  group: number
  /** Delivers them as well. */
  deliver: boolean
}

export interface Done {
  /** Seconds until all were safe, and until all were delivered. */
  enqueued: number
  delivered: number
}

async function run({ file, port, pushes, group, deliver }: Order): Promise<Done> {
  const worlds = createWorlds({ now: Date.now, state: openState(file, Date.now), most: deliver ? 64 : 0 })
  const { outbox } = worlds.first
  const lead = contractOf(easyliao, 'push', 'lead')
  if (!lead) throw new Error('easyliao has no lead')
  const message = lead.contract.examples.documented as object
  const { id } = await outbox.endpoints.register(easyliao, `http://127.0.0.1:${port}/`, { limit: 64 })
  outbox.endpoints.pause(id, 'everything is enqueued first')
  const begun = performance.now()
  for (let at = 0; at < pushes; at += group) {
    const some = Array.from({ length: Math.min(group, pushes - at) }, (_, index) => ({
      vendor: easyliao,
      push: lead,
      endpoint: id,
      message: { ...message, chatId: String(1_000_000 + at + index) },
    }))
    outbox.enqueue(...some)
    await outbox.saving()
  }
  const enqueued = (performance.now() - begun) / 1000
  outbox.resume(id)
  if (deliver) await outbox.drained()
  const delivered = (performance.now() - begun) / 1000 - enqueued
  worlds.end()
  return { enqueued, delivered }
}

process.on('message', (order: Order) => {
  run(order).then(
    done => process.send?.(done),
    error => process.send?.({ error: String(error?.stack ?? error) }),
  )
})
process.send?.('ready')
