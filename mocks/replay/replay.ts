/** Sends recorded pushes again: at their pace, at a rate, or as fast as they are acknowledged; and goes on where it stopped. */
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import type { Endpoint } from '../world/endpoints.ts'
import type { World } from '../world/world.ts'
import { preparedFrom } from './prepared.ts'
import { type Recorded, type RecordedLine, readRecording } from './recording.ts'

export interface ReplayOptions {
  /** Where the pushes of a vendor go. Throws name-unknown for a vendor that has no address. */
  endpointOf(recorded: Recorded): { vendor: Vendor; endpoint: Endpoint; secret: unknown }
  /** `recorded`: with the pauses of the recording. `acknowledged`: as fast as they are acknowledged. A number: so many a second. */
  pace: 'recorded' | 'acknowledged' | number
  /** Sends what was recorded byte for byte, instead of signing it anew. */
  keepBytes: boolean
  /** Told of a line that cannot be sent; the rest goes on. */
  skipped(line: number, fault: string): void
}

/** Pushes that wait at the same time: more are not read from the file. */
const WAITING = 64

/** How far a recording was sent. */
export interface Position {
  /** The next line, from 1, and its first byte. */
  line: number
  next: number
}

/** Where the world stopped in that file, if it did. */
export const positionIn = (world: Pick<World, 'store'>, file: string) => positions(world).get(file)
const positions = ({ store }: Pick<World, 'store'>) => store.table<Position>('kefu.replays')

/** Answers whether it came to the end of the file: where nothing goes on because the address is paused, the rest is not read. */
export async function replay(world: World, file: string, options: ReplayOptions): Promise<boolean> {
  const { outbox, clock } = world
  const table = positions(world)
  const { next: from, line: first } = table.get(file) ?? { next: 0, line: 1 }
  const paced = pacer(clock, options.pace)
  for await (const line of readRecording(file, { from, line: first })) {
    const wanted = judged(line, options)
    if ('fault' in wanted) options.skipped(line.line, wanted.fault)
    else {
      await paced(wanted.time)
      outbox.send(wanted.vendor, wanted.push, wanted.prepared, wanted.endpoint)
    }
    // In one transaction with the push: after a crash it is neither sent twice from here nor left out.
    table.put(file, { line: line.line + 1, next: line.next })
    await outbox.saving()
    await outbox.below(WAITING)
    if (outbox.size >= WAITING) return false
  }
  await outbox.drained()
  if (outbox.size === 0) table.delete(file)
  return true
}

/** Every line that cannot be sent, without sending any. */
export async function* faultsIn(
  file: string,
  options: Pick<ReplayOptions, 'endpointOf' | 'keepBytes'>,
  from?: Position,
) {
  for await (const line of readRecording(file, from && { from: from.next, line: from.line })) {
    const wanted = judged(line, options)
    if ('fault' in wanted) yield { line: line.line, fault: wanted.fault }
  }
}

function judged(line: RecordedLine, { endpointOf, keepBytes }: Pick<ReplayOptions, 'endpointOf' | 'keepBytes'>) {
  if ('fault' in line) return { fault: line.fault }
  try {
    const { vendor, endpoint, secret } = endpointOf(line.recorded)
    return { vendor, endpoint, time: line.recorded.time, ...preparedFrom(vendor, secret, line.recorded, keepBytes) }
  } catch (error) {
    if (error instanceof KefuError) return { fault: error.message }
    throw error
  }
}

/** Waits until the next push is to be sent, counted from the first one on. */
function pacer(clock: World['clock'], pace: ReplayOptions['pace']) {
  const begun = clock.now()
  let recorded: number | undefined
  let sent = 0
  return (time: number | undefined): Promise<void> | undefined => {
    recorded ??= time
    const told = pace === 'recorded' && time !== undefined ? time - (recorded as number) : 0
    const at = begun + (typeof pace === 'number' ? (sent++ * 1_000) / pace : told)
    if (at <= clock.now()) return undefined
    return new Promise(resolve => void clock.schedule({ at, what: 'a recorded push is sent', run: resolve }))
  }
}
