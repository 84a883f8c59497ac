/** `worlds`: the same list of labels with 1, 100 and 1,000 worlds on one server, asked in turn. */
import { ask } from './ask.ts'
import { startLoad } from './load.ts'
import { startMock } from './mock.ts'
import { figure, type Line, median, ratioGoal } from './report.ts'
import { rawRequest } from './server.ts'

const CRM = '/sobot/api/scrm/5'
const COUNTS = [1, 100, 1_000]
const REQUESTS = 20_000
const ROUNDS = 5

export async function worlds(): Promise<Line[]> {
  const { server } = await startMock()
  const tokens: string[] = []
  for (let at = 0; at < (COUNTS.at(-1) as number); at++) {
    const world = await ask(server, '/_kefu/worlds', { body: {} })
    const { token } = world.credentials.sobot
    const headers = { token }
    const { item: groupid } = await ask(server, `${CRM}/label_group/save`, { headers, body: { name: '意向' } })
    for (let label = 0; label < 3; label++)
      await ask(server, `${CRM}/label/save`, { headers, body: { name: `${label}`, groupid } })
    tokens.push(token)
  }
  const load = startLoad()
  const request = (count: number) =>
    tokens.slice(0, count).map(token => rawRequest({ path: `${CRM}/label/list`, headers: { token } }))
  const spent = new Map(COUNTS.map(it => [it, [] as number[]]))
  try {
    for (const count of COUNTS) await load.run({ port: server.port, request: request(count), requests: REQUESTS })
    for (let round = 0; round < ROUNDS; round++) {
      for (const count of round % 2 ? [...COUNTS].reverse() : COUNTS) {
        const before = server.cpu()
        await load.run({ port: server.port, request: request(count), requests: REQUESTS })
        spent.get(count)?.push((server.cpu() - before) / REQUESTS)
      }
    }
  } finally {
    load.end()
    await server.end()
  }
  const one = median(spent.get(1) ?? [])
  return COUNTS.map(count => {
    const cpu = median(spent.get(count) ?? [])
    const line = { what: `${count} worlds`, measured: `${figure(cpu)} µs a request` }
    return count === 1
      ? line
      : { ...line, ratio: { value: cpu / one, to: '1 world' }, goal: ratioGoal(cpu / one, 'at most', 1.2) }
  })
}
