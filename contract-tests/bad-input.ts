/** One prepared world for the tests of bad input: its operations, their sound calls, and what they answer. */
import type { FastifyInstance } from 'fastify'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import type { Surroundings } from './bad-values.ts'
import { kindNamedBy } from './known-values.ts'
import { injection, preparedWorld } from './prepared-world.ts'
import { soundCalls } from './sound-calls.ts'
import { answerJudge, type Outcome, type Plain } from './witness.ts'

const { app: server, world, known, begin, contents } = await preparedWorld()
const other = await preparedWorld({ seed: 'another' })

export { begin, contents }
export const app: FastifyInstance = server

export const operations = ([sobot, okayapi] as Vendor[]).flatMap(vendor =>
  contracts(vendor, 'operation').map(operation => {
    const { id, contract } = operation
    const sound = soundCalls(vendor, operation, known, world)
    const strange = (part: string, field: string) => other.known[kindNamedBy(id, part, field) ?? '']?.[0]
    const surroundings: Surroundings = { taken: ['兴趣', '音乐', 'reading'], strange }
    const documented = sound[0]?.call as Plain
    return { vendor, ...operation, sound, documented, surroundings, reads: answerJudge(vendor, contract) }
  }),
)
export type Operation = (typeof operations)[number]

/** What the operation answers to it in the world as it was prepared. `tail` stands at the end of the query, as it is. */
export function outcome(operation: Operation, call: Plain, tail?: string): Promise<Outcome> {
  begin()
  return nextOutcome(operation, call, tail)
}

/** The same, in the world as the last call left it. */
export async function nextOutcome({ vendor, contract, reads }: Operation, call: Plain, tail = ''): Promise<Outcome> {
  const request = injection(vendor, contract, call)
  const url = tail ? `${request.url}${request.url.includes('?') ? '&' : '?'}${tail}` : request.url
  return reads(await app.inject({ ...request, url }), call)
}

// Every table is there from now on, if only empty: else the first look at one would pass for a change.
for (const it of operations) await outcome(it, it.documented)
begin()
