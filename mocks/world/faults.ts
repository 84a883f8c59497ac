/** The faults of a world: which of its rules strikes a call. Draws come from the seed, spans from the world's clock. */
import type { Vendor } from '../../schemas/define.ts'
import type { FaultRule } from './fault-rules.ts'
import { lot } from './random.ts'
import { nextNumber } from './store.ts'
import type { World } from './world.ts'

/** A rule in force, and how far it has come. */
export interface Fault {
  id: string
  rule: FaultRule
  /** Calls that it could have struck. */
  seen: number
  /** Calls that it struck. */
  struck: number
  /** Times of the calls in the span of its limit. */
  recent: readonly number[]
}

/** What strikes one call. */
export interface Effect
  extends Pick<FaultRule, 'code' | 'meaning' | 'status' | 'reset' | 'truncated' | 'bytesPerSecond' | 'expired'> {
  /** Milliseconds. */
  latency?: number
}

export interface Faults {
  add(rules: readonly FaultRule[]): Fault[]
  all(): Fault[]
  remove(id: string): boolean
  clear(): void
  /** What strikes this call; undefined when nothing does, which costs next to nothing. */
  pick(vendor: Vendor, operation: string | undefined): Effect | undefined
}

export function createFaults(world: Pick<World, 'store' | 'clock' | 'seed'>): Faults {
  const table = world.store.table<Fault>('kefu.faults')
  const faults: Faults = {
    add: rules =>
      rules.map(rule => {
        const fault: Fault = { id: nextNumber(table), rule, seen: 0, struck: 0, recent: [] }
        table.put(fault.id, fault)
        return fault
      }),
    all: () => [...table.values()],
    remove: id => table.delete(id),
    clear() {
      for (const { id } of faults.all()) table.delete(id)
    },
    pick(vendor, operation) {
      if (table.size === 0) return undefined
      for (const fault of faults.all()) {
        if (!meant(fault.rule, vendor, operation)) continue
        const { next, strikes } = drawn(fault, world)
        table.put(fault.id, next)
        if (strikes) return effectOf(next, world.seed)
      }
      return undefined
    },
  }
  return faults
}

const meant = (rule: FaultRule, vendor: Vendor, operation: string | undefined) =>
  (rule.vendor === undefined || rule.vendor === vendor.id) &&
  (rule.operation === undefined || rule.operation === operation)

function drawn(fault: Fault, { seed, clock }: Pick<World, 'seed' | 'clock'>) {
  const { rule, id, seen, struck } = fault
  const now = clock.now()
  const since = now - (rule.limit?.per ?? 0)
  const recent = rule.limit ? [...fault.recent.filter(it => it > since), now] : []
  const strikes =
    (rule.times === undefined || struck < rule.times) &&
    (rule.limit === undefined || recent.length > rule.limit.calls) &&
    (rule.share === undefined || lot(`${seed}/fault/${id}/${seen}`) < rule.share)
  // A call that was turned away does not count towards the limit.
  const counted = strikes ? recent.slice(0, -1) : recent
  return { strikes, next: { ...fault, seen: seen + 1, struck: struck + (strikes ? 1 : 0), recent: counted } }
}

function effectOf({ rule, id, seen }: Fault, seed: string): Effect {
  const { code, meaning, status, latency, reset, truncated, bytesPerSecond, expired } = rule
  const spread = typeof latency === 'object' ? latency.maximum - latency.minimum : 0
  const wait =
    typeof latency === 'object'
      ? latency.minimum + Math.round(spread * lot(`${seed}/fault/${id}/latency/${seen}`))
      : latency
  return defined({ code, meaning, status, latency: wait, reset, truncated, bytesPerSecond, expired })
}

const defined = (effect: { [K in keyof Effect]: Effect[K] | undefined }) =>
  Object.fromEntries(Object.entries(effect).filter(([, value]) => value !== undefined)) as Effect
