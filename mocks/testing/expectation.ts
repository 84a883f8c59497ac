/** Looks in a journal for the calls that a test expects, at once or as they come, and says in words what it found instead. */
import { clearTimeout, setTimeout } from 'node:timers'
import { KefuError } from '../../src/wire/errors.ts'
import type { World } from '../world/world.ts'
import {
  type AnyCall,
  type AnyWanted,
  type Call,
  callOf,
  callsOfOperation,
  isCallOf,
  meets,
  type Sought,
  sought,
  type Wanted,
} from './calls.ts'
import type { OperationName } from './names.ts'
import { unmet } from './words.ts'

export interface Expected<N extends OperationName = OperationName> extends Wanted<N> {
  /** Exactly so many calls; at least one when it is left out. */
  times?: number | undefined
}

export interface WaitedFor<N extends OperationName = OperationName> extends Wanted<N> {
  /** Milliseconds of real time; 2,000 by default. */
  timeout?: number | undefined
}

/** The calls that were found. Throws expectation-failed with the nearest calls, name-unknown and contract-violated. */
export const expectCalls = <N extends OperationName>(world: World, wanted: Expected<N>): Call<N>[] =>
  expected(world, sought(wanted as AnyWanted), wanted.times) as unknown as Call<N>[]

export function expected(world: World, wanted: Sought, times: number | undefined): AnyCall[] {
  const all = callsOfOperation(world, wanted)
  const calls = all.filter(it => meets(it, wanted))
  const met = times === undefined ? calls.length > 0 : calls.length === times
  if (!met) throw new KefuError('expectation-failed', { detail: unmet(world, { wanted, all, calls, times }) })
  return calls
}

/**
 * The first such call: at once if there is one, else as soon as it is in the journal, which tells of it; nothing is polled.
 * Rejects with expectation-failed once the time is over or the signal is aborted.
 */
export const waitForCall = async <N extends OperationName>(
  world: World,
  wanted: WaitedFor<N>,
  signal?: AbortSignal,
): Promise<Call<N>> => (await awaited(world, sought(wanted as AnyWanted), { ...wanted, signal })) as unknown as Call<N>

export interface Patience {
  timeout?: number | undefined
  signal?: AbortSignal | undefined
}

const TIMEOUT = 2_000

export function awaited(world: World, wanted: Sought, { timeout = TIMEOUT, signal }: Patience): Promise<AnyCall> {
  const calls = callsOfOperation(world, wanted).filter(it => meets(it, wanted))
  if (calls[0]) return Promise.resolve(calls[0])
  return new Promise((resolve, reject) => {
    const end = () => {
      stop()
      clearTimeout(timer)
      signal?.removeEventListener('abort', give)
    }
    const give = () => {
      end()
      const waited = signal?.aborted ? 'until the wait was ended' : `within ${timeout} ms`
      const all = callsOfOperation(world, wanted)
      reject(new KefuError('expectation-failed', { detail: unmet(world, { wanted, all, calls: [], waited }) }))
    }
    const stop = world.journal.listen(entry => {
      if (!isCallOf(entry, wanted)) return
      const call = callOf(entry, wanted)
      if (!meets(call, wanted)) return
      end()
      resolve(call)
    })
    const timer = setTimeout(give, timeout)
    if (signal?.aborted) give()
    else signal?.addEventListener('abort', give)
  })
}
