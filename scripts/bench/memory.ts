/** `memory`: resident memory at rest, some seconds after the first answer, of the built command and of bare node:http. */
import { setTimeout as sleep } from 'node:timers/promises'
import { mockProgram } from './mock.ts'
import { figure, type Line, median } from './report.ts'
import { type Program, start } from './server.ts'

const ROUNDS = 3
const REST = 3_000

export async function memory(): Promise<Line[]> {
  const mock = await mockProgram()
  const bare = { ...mock, args: ['scripts/bench/servers/bare.mjs', 'PORT'] }
  const sizes = { mock: [] as number[], bare: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    const [ours, theirs] = await Promise.all([restingSize(mock), restingSize(bare)])
    sizes.mock.push(ours)
    sizes.bare.push(theirs)
  }
  const [ours, theirs] = [median(sizes.mock), median(sizes.bare)]
  return [
    { what: 'bare node:http', measured: `${figure(theirs)} MB` },
    {
      what: 'kefu mock, five vendors',
      measured: `${figure(ours)} MB`,
      ratio: { value: ours / theirs, to: 'bare node:http' },
      goal: { value: ours, is: 'at most', limit: 65, unit: 'MB' },
    },
  ]
}

async function restingSize(program: Program) {
  const server = await start(program)
  await sleep(REST)
  const size = server.memory()
  await server.end()
  return size
}
