/** `embedded`: the mock inside a test: from `startMock` to the first answer in a process that did so before, against bare Fastify; and a world of its own for each test. */
import { bundled, startChild } from './child.ts'
import type { Order, Times } from './embedded-child.ts'
import { figure, type Line, median, medianRatio } from './report.ts'

/** The first rounds load code and warm it. */
const WARMING = 20
const ROUNDS = 41
const WORLDS = 500

export async function embedded(): Promise<Line[]> {
  const child = await startChild<Order, Times>(await bundled('embedded'))
  const { mock, bare, worlds } = await child.ask({ rounds: WARMING + ROUNDS, worlds: WARMING + WORLDS })
  child.end()
  const [ours, theirs, world] = [mock, bare, worlds].map(it => it.slice(WARMING)) as [number[], number[], number[]]
  return [
    { what: 'bare Fastify, one route', measured: `${figure(median(theirs))} ms` },
    {
      what: 'startMock to the first answer, five vendors',
      measured: `${figure(median(ours))} ms`,
      ratio: { value: medianRatio(ours, theirs), to: 'bare Fastify' },
      goal: { value: median(ours), is: 'at most', limit: 30, unit: 'ms' },
    },
    {
      what: 'the first in its process',
      measured: `${figure(mock[0] as number)} ms`,
      ratio: { value: (mock[0] as number) / (bare[0] as number), to: 'bare Fastify' },
    },
    {
      what: 'a world',
      measured: `${figure(median(world))} ms`,
      goal: { value: median(world), is: 'at most', limit: 1, unit: 'ms' },
    },
  ]
}
