/** `start`: from spawn to the first answer, the built command with all vendors against a bare node:http script. */
import { mockProgram } from './mock.ts'
import { figure, type Line, median, medianRatio, ratioGoal } from './report.ts'
import { type Program, start as startServer } from './server.ts'

const ROUNDS = 15

export async function start(): Promise<Line[]> {
  const mock = await mockProgram()
  const bare = { ...mock, args: ['scripts/bench/servers/bare.mjs', 'PORT'] }
  const times = { mock: [] as number[], bare: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    times.bare.push(await timeOf(bare))
    times.mock.push(await timeOf(mock))
  }
  const value = medianRatio(times.mock, times.bare)
  return [
    { what: 'bare node:http', measured: `${figure(median(times.bare))} ms` },
    {
      what: 'kefu mock, five vendors',
      measured: `${figure(median(times.mock))} ms`,
      ratio: { value, to: 'bare node:http' },
      goal: ratioGoal(value, 'at most', 2.7),
    },
  ]
}

async function timeOf(program: Program) {
  const server = await startServer(program)
  await server.end()
  return server.started
}
