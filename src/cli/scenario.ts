/** `kefu scenario`: conversations of a vendor, or of several, played to a receiver. */
import { castOf } from '../../mocks/scenarios/cast.ts'
import type { Event } from '../../mocks/scenarios/define.ts'
import { scenarios } from '../../mocks/scenarios/index.ts'
import { type PlayOptions, play } from '../../mocks/scenarios/play.ts'
import { countOf, named, shareOf, vendorNamed } from './arguments.ts'
import { UsageError } from './exit.ts'
import type { Pairs } from './pairs.ts'
import { expectFields, openSender, type SenderOptions } from './sender.ts'

interface ScenarioOptions extends SenderOptions {
  to?: Pairs
  count: string
  start?: string
  pace: NonNullable<PlayOptions['pace']>
  shuffle?: boolean
  twice: string
  atOnce: string
}

export async function scenario(id: string | undefined, options: ScenarioOptions) {
  if (id === undefined) return list()
  const chosen = named(scenarios, id, 'scenario')
  const { pace, seed, shuffle: shuffled = false } = options
  const count = countOf('--count', options.count)
  const atOnce = countOf('--at-once', options.atOnce)
  const twice = shareOf('--twice', options.twice)
  const begun = startOf(options.start)
  expectFields(options, chosen.vendors)
  const { world, address, run } = await openSender(options)
  for (const vendor of chosen.vendors) await address(vendorNamed(vendor), addressFor(vendor, options.to))

  const start = begun ?? world.clock.now()
  const told = (index: number): Event[] => chosen.story(castOf({ seed, index, start }))
  // Every story of a scenario has as many pushes as the first; how many are sent twice is drawn by lot.
  const total = twice ? undefined : count * told(0).length
  await run(() => play(world, stories(count, told), { atOnce, seed, pace, shuffled, twice }), total)
}

function* stories(count: number, told: (index: number) => Event[]) {
  for (let index = 0; index < count; index++) yield told(index)
}

function list() {
  const width = Math.max(...scenarios.map(it => it.id.length)) + 2
  for (const { id, title, summary, vendors } of scenarios)
    process.stdout.write(`${id.padEnd(width)}${vendors.join(', ')}  ${title}. ${summary}\n`)
}

/** `--to <url>` is meant for every vendor, `--to echat=<url>` for one. */
function addressFor(vendor: string, to: Pairs = {}): string {
  const found = to[vendor] ?? to['']
  if (found !== undefined) return found
  throw new UsageError(`${vendor} pushes in this scenario: give --to <url>, or --to ${vendor}=<url>.`)
}

function startOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const time = /^\d{13}$/.test(text) ? Number(text) : DATE.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isFinite(time)) return time
  throw new UsageError(
    `--start is a date with its zone, as 2026-01-01T08:00:00+08:00, or milliseconds in 13 digits, got ${JSON.stringify(text)}.`,
  )
}

/** Without a zone a date would mean another moment on every machine. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/
