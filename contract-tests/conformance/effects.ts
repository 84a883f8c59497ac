/** What pushes have to bring about in the systems behind a handler, and how a run sees whether they did. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Vendor } from '../../schemas/define.ts'
import { KefuError } from '../../src/wire/errors.ts'
import type { Downstream } from './downstream.ts'
import { pushOf } from './message.ts'
import type { Failure } from './report.ts'

/** A message that was sent, and what may come of it: one effect however often it came, none, or either. */
export interface Told {
  push: string
  message: unknown
  effective: 'once' | 'none' | 'unknown'
  /** How often it was sent. */
  sent: number
}

/** Calls that one message has to lead to. */
export interface ExpectedCalls {
  /** `sobot.customerSave` */
  operation: string
  /** Once by default. */
  times?: number | undefined
  /** Fields of the call, made from the message; a list where it leads to several calls of that operation. */
  where?: ((message: never) => unknown) | undefined
}

/** Calls by the id of the push that leads to them. */
export type ExpectedEffects = { readonly [push: string]: readonly ExpectedCalls[] | undefined }

export interface Effects {
  /** Where the journal of the systems behind stands. */
  mark(): Promise<number>
  /** The next so many calls of the operations that these pushes have to lead to fail. */
  fail(pushes: readonly (string | undefined)[], times: number): Promise<void>
  /** What came of these messages since the mark, and should not have, or the other way round. */
  judge(mark: number, told: readonly Told[]): Promise<Failure[]>
}

/** Milliseconds that an effect may come after the acknowledgement. */
const PATIENCE = 3_000
/** Milliseconds in which one too many shows. */
const GRACE = 50

const fieldsOf = (fields: unknown): readonly unknown[] =>
  Array.isArray(fields) ? fields : fields === undefined || fields === null ? [] : [fields]

interface Demand {
  operation: string
  times: number
  where: unknown
  push: string
}

export function createEffects(vendor: Vendor, expected: ExpectedEffects, downstream: Downstream): Effects {
  const callsOf = (push: string | undefined) => expected[pushOf(vendor, { push }).id] ?? []
  const operations = [...new Set(Object.values(expected).flatMap(all => (all ?? []).map(it => it.operation)))]

  const demanded = (told: readonly Told[]): Demand[] =>
    told.flatMap(({ push, message, effective }) =>
      effective === 'once'
        ? callsOf(push).flatMap(({ operation, times = 1, where }) => {
            const fields = where ? where(message as never) : {}
            return fieldsOf(fields).map(it => ({ operation, times, where: it, push }))
          })
        : [],
    )

  /** What is brought about can be counted only where it is said of every message. */
  const isCountable = (told: readonly Told[]) =>
    told.every(({ push, effective }) => effective === 'none' || (effective === 'once' && callsOf(push).length > 0))

  return {
    async mark() {
      // A case that failed half way may have left some.
      await downstream.recover()
      return downstream.last()
    },
    async fail(pushes, times) {
      for (const operation of new Set(pushes.flatMap(it => callsOf(it).map(call => call.operation))))
        await downstream.fail(operation, times)
    },
    async judge(mark, told) {
      await downstream.recover()
      const demands = demanded(told)
      const missing = await Promise.all(demands.map(it => missed(downstream, it, mark)))
      const failures = missing.flatMap(it => it ?? [])
      if (failures.length || !isCountable(told)) return failures
      if (told.some(it => it.effective === 'none' || it.sent > 1)) await pause(GRACE)
      const surplus = await Promise.all(operations.map(it => counted(downstream, it, demands, mark)))
      return surplus.flatMap(it => it ?? [])
    },
  }
}

async function missed(
  downstream: Downstream,
  { operation, where, push }: Demand,
  after: number,
): Promise<Failure | undefined> {
  const words = await downstream.wait({ operation, where, after, timeout: PATIENCE })
  return words === undefined
    ? undefined
    : {
        expected: `${operation} called with the fields of the ${push} that was acknowledged`,
        came: words,
        at: 'effects',
      }
}

async function counted(
  downstream: Downstream,
  operation: string,
  demands: readonly Demand[],
  after: number,
): Promise<Failure | undefined> {
  const times = demands.filter(it => it.operation === operation).reduce((sum, it) => sum + it.times, 0)
  const words = await downstream.expect({ operation, times, after })
  if (words === undefined) return undefined
  const expected = times
    ? `${operation} called ${times === 1 ? 'once' : `${times} times`}, however often the messages came`
    : `nothing written: ${operation} not called`
  return { expected, came: words, at: 'effects' }
}

/** Throws contract-violated and name-unknown, with the place in the config, for what could never be met. */
export async function refuseUnmeetable(
  vendor: Vendor,
  expected: ExpectedEffects,
  downstream: Downstream,
  place: string,
) {
  for (const [push, calls] of Object.entries(expected))
    for (const [index, { operation, where }] of (calls ?? []).entries()) {
      const { contract } = pushOf(vendor, { push })
      const [example] = Object.values(contract.examples)
      try {
        const made = fieldsOf(where ? where(example as never) : {})
        for (const fields of made.length ? made : [{}])
          await downstream.expect({ operation, where: fields, times: 0, after: Number.MAX_SAFE_INTEGER })
      } catch (error) {
        const at = `${place}.${push}[${index}]`
        if (error instanceof KefuError) throw new KefuError(error.code, { detail: `${at}: ${error.message}` })
        throw new KefuError('contract-violated', { detail: `${at}: where failed for the documented example: ${error}` })
      }
    }
}
