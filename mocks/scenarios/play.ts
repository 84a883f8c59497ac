/** Plays stories in a world: their pushes go out one after the other, or as an unruly vendor would send them. */
import { type Contract, contracts as contractsOf } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import type { Outbox } from '../world/outbox.ts'
import { lot } from '../world/random.ts'
import type { World } from '../world/world.ts'
import type { Event } from './define.ts'

export interface PlayOptions {
  /** Conversations at the same time. */
  atOnce: number
  /** Of what is drawn by lot. */
  seed: string
  /** `acknowledged`: the next event once the one before has ended. `told`: at the time that the story tells, by the world's clock. `burst`: all at once. */
  pace?: 'acknowledged' | 'told' | 'burst'
  /** Events of a conversation leave their order. */
  shuffled?: boolean
  /** This share of the events is sent twice. */
  twice?: number
}

/** Settles once every story was told, or nothing goes on because addresses are paused. */
export async function play(world: World, stories: Iterable<Event[]>, options: PlayOptions): Promise<void> {
  const { outbox } = world
  const settlements = createSettlements(outbox)
  const waiting = stories[Symbol.iterator]()
  let index = 0
  async function teller() {
    for (;;) {
      const next = waiting.next()
      if (next.done) return
      await tell(world, arranged(next.value, index++, options), options, settlements)
    }
  }
  try {
    await Promise.all(Array.from({ length: options.atOnce }, teller))
  } finally {
    settlements.end()
  }
}

/** Out of order and twice, as asked for. */
function arranged(story: Event[], index: number, { seed, shuffled = false, twice = 0 }: PlayOptions): Event[] {
  const drawn = (what: string, at: number) => lot(`${seed}/${what}/${index}/${at}`)
  const doubled = twice ? story.flatMap((it, at) => (drawn('twice', at) < twice ? [it, it] : [it])) : story
  if (!shuffled) return doubled
  const keyed = doubled.map((it, at) => ({ it, key: drawn('shuffled', at) }))
  return keyed.sort((one, other) => one.key - other.key).map(({ it }) => it)
}

async function tell(
  { clock, outbox }: World,
  story: Event[],
  { pace = 'acknowledged' }: PlayOptions,
  { settled }: Settlements,
) {
  const begun = clock.now()
  const numbers: number[] = []
  for (const event of story) {
    if (pace === 'told') await reached(clock, begun + event.at, event)
    const sent = outbox.enqueue({ ...event, push: contract(event) })
    if (pace === 'acknowledged') await settled(sent)
    else numbers.push(...sent)
  }
  await settled(numbers)
}

/** Of each vendor, by id: looked for once. */
const contracts = new Map<Vendor, Map<string, Contract<'push'>>>()

function contract({ vendor, push: id }: Event): Contract<'push'> {
  const known = contracts.get(vendor) ?? new Map(contractsOf(vendor, 'push').map(it => [it.id, it]))
  contracts.set(vendor, known)
  return known.get(id) as Contract<'push'>
}

const reached = (clock: World['clock'], at: number, { vendor, push }: Event) =>
  new Promise<void>(resolve => void clock.schedule({ at, what: `${vendor.id} ${push} happens`, run: resolve }))

type Settlements = ReturnType<typeof createSettlements>

/** Waits for pushes to end. */
function createSettlements(outbox: Outbox) {
  const waiting = new Map<number, () => void>()
  let listening = false
  const end = outbox.watch({
    settled({ number }) {
      waiting.get(number)?.()
      waiting.delete(number)
    },
  })

  /** Once nothing goes on any more, nobody waits any longer. All share one promise: each of their own would be asked after every attempt. */
  function listen() {
    if (listening) return
    listening = true
    outbox.drained().then(() => {
      listening = false
      for (const resolve of waiting.values()) resolve()
      waiting.clear()
    })
  }

  return {
    end,
    /** Or until nothing goes on any more. */
    async settled(numbers: readonly number[]) {
      const ends = numbers.map(it => new Promise<void>(resolve => void waiting.set(it, resolve)))
      if (ends.length) listen()
      await Promise.all(ends)
    },
  }
}
