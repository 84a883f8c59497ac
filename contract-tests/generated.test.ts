/** Requests that nobody thought of: drawn from the contracts, half of them broken in one place, and judged by Ajv on both sides. */
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { brokenCalls } from './broken-calls.ts'
import { validCalls } from './generated-calls.ts'
import { preparedWorld } from './prepared-world.ts'
import { answerJudge, type Outcome, type Plain, requestJudge } from './witness.ts'

/** Of each operation, valid and broken, put up with and strict: 42 operations make 20,160 requests. */
const RUNS = 120
const SEED = 20_261_122

const worlds = { lenient: await preparedWorld(), strict: await preparedWorld({ strict: true }) }
afterAll(() => Promise.all(Object.values(worlds).map(it => it.app.close())))

type Counts = Record<'valid' | 'broken', { accepted: number; refused: number }>
const counted = new Map<string, Counts>()
const unstated = new Set<string>()

const secretOf = (vendor: Vendor) => {
  const { app_key, app_secrect } = worlds.lenient.world.credentials(vendor)
  return (app_secrect ?? app_key) as string
}

const operations = ([sobot, okayapi] as Vendor[]).flatMap(vendor =>
  contracts(vendor, 'operation').map(operation => {
    const keeps = requestJudge(vendor, operation.contract)
    const reads = answerJudge(vendor, operation.contract)
    const valid = validCalls(vendor, operation, worlds.lenient.known, secretOf(vendor))
    counted.set(operation.id, { valid: { accepted: 0, refused: 0 }, broken: { accepted: 0, refused: 0 } })
    return { vendor, ...operation, keeps, reads, valid, broken: brokenCalls(valid, operation.contract, keeps) }
  }),
)
type Generated = (typeof operations)[number]

const lastEntry = (mode: keyof typeof worlds) => worlds[mode].world.journal.entries().at(-1)

describe.each(['lenient', 'strict'] as const)('a %s world', mode => {
  const { begin, send } = worlds[mode]

  async function outcome(
    { id, vendor, contract, reads }: Generated,
    call: Plain,
    kind: keyof Counts,
  ): Promise<Outcome> {
    begin()
    const found = reads(await send(vendor, contract, call), call)
    const count = (counted.get(id) as Counts)[kind]
    if (found.code === undefined) count.accepted++
    else count.refused++
    if (found.stated === false) unstated.add(`${id} answers ${found.code}`)
    return found
  }
  const holds = (calls: fc.Arbitrary<Plain>, property: (call: Plain) => Promise<void>) =>
    fc.assert(fc.asyncProperty(calls, property), { seed: SEED, numRuns: RUNS })

  test.each(operations)('$id answers every valid request as its contract or its catalogue says', it =>
    holds(it.valid, async call => {
      expect(it.keeps(call)).toBe(true)
      await outcome(it, call, 'valid')
      // The rules of OkayAPI's platform ask for more than its tables.
      if (it.vendor === sobot) expect(lastEntry(mode)?.problem).not.toBe('contract-violated')
    }),
  )

  test.each(operations)(`$id ${mode === 'strict' ? 'refuses' : 'answers'} every request that breaks its contract`, it =>
    holds(it.broken, async call => {
      const { code } = await outcome(it, call, 'broken')
      if (mode === 'strict') expect(code).toBeDefined()
      // What the vendor would put up with is put up with, but not in silence.
      if (code === undefined) expect(lastEntry(mode)?.validity).toBe('tolerated')
    }),
  )
})

test('20,000 requests were sent, every operation accepted some and refused some, and 45 % of the valid ones came through', () => {
  const all = [...counted].map(([id, { valid, broken }]) => ({
    id,
    valid: valid.accepted,
    accepted: valid.accepted + broken.accepted,
    refused: valid.refused + broken.refused,
  }))
  const sum = (of: (it: (typeof all)[number]) => number) => all.reduce((total, it) => total + of(it), 0)
  expect(all.filter(it => !it.accepted || !it.refused)).toEqual([])
  const total = sum(it => it.accepted + it.refused)
  console.info(`${total} requests: ${sum(it => it.accepted)} accepted, ${sum(it => it.refused)} refused`)
  expect(total).toBeGreaterThanOrEqual(20_000)
  expect(sum(it => it.valid) / (total / 2)).toBeGreaterThan(0.45)
})

test('no operation answers a code that neither its contract nor the catalogue states of it', () => {
  expect([...unstated].sort()).toEqual([])
})
