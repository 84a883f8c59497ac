/** `list`: the request that the mock itself prints, for Sobot's label groups, of which there are none yet. */
import { rivals } from './contestants.ts'
import { startLoad } from './load.ts'
import { startMock } from './mock.ts'
import { compared, listed, sittings } from './race.ts'
import type { Line } from './report.ts'

export async function list(): Promise<Line[]> {
  const { server, ...asked } = await startMock()
  await server.end()
  const { bare, mock, fastify, silent, logging } = await rivals(asked)
  const load = startLoad()
  try {
    const frameworks = await sittings([bare, mock, fastify], 6, 2, load)
    const mocks = await sittings([mock, silent, logging], 2, 3, load)
    return [
      ...listed(frameworks),
      compared(frameworks, 'cpu', bare.name, 2),
      compared(frameworks, 'cpu', fastify.name, 1.2),
      ...listed(mocks),
      compared(mocks, 'rate', logging.name, 15),
      compared(mocks, 'rate', silent.name, 8),
    ]
  } finally {
    load.end()
  }
}
