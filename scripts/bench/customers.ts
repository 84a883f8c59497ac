/** `customers`: a hundred thousand customers in one world: what they take, and how long a filter over all of them takes. */
import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './ask.ts'
import { startLoad } from './load.ts'
import { startMock } from './mock.ts'
import { figure, type Line } from './report.ts'
import { rawRequest, type Server } from './server.ts'

const CRM = '/sobot/api/scrm/5'
const CUSTOMERS = 100_000
const ASKED = 300
/** Milliseconds after which the engine has given back what it does not need. */
const REST = 15_000

/** Filters that no index answers; the last two match few and none. */
const FILTERS = [
  'module_type=3',
  'create_start_time=1&isblack=0',
  'search_type=4&search_value=0042',
  'search_value=nobody',
]

export async function customers(): Promise<Line[]> {
  const { server, headers } = await startMock()
  const idle = server.memory()
  const load = startLoad()
  try {
    await load.run({ port: server.port, request: bodies(headers), requests: CUSTOMERS })
  } finally {
    load.end()
  }
  await sleep(REST)
  const memory = server.memory()
  const lines: Line[] = []
  for (const filter of FILTERS) {
    const times = await timesOf(server, `${CRM}/user/list_by_page?${filter}`, headers)
    const p99 = times[Math.floor(times.length * 0.99)] as number
    lines.push({
      what: filter,
      measured: `p50 ${figure(times[times.length >> 1] as number)} ms, p99 ${figure(p99)} ms`,
      goal: { value: p99, is: 'at most', limit: 20, unit: 'ms' },
    })
  }
  await server.end()
  return [
    {
      what: `${CUSTOMERS} customers`,
      measured: `${figure(memory)} MiB resident, ${figure(idle)} before`,
      goal: { value: memory, is: 'at most', limit: 250, unit: 'MiB' },
    },
    ...lines,
  ]
}

/** A thousand different saves, sent in turn. */
const bodies = (headers: Record<string, string>) =>
  Array.from({ length: 1_000 }, (_, at) => {
    const tel = `1600000${String(at).padStart(4, '0')}`
    const body = JSON.stringify({
      nick: `客户${at}`,
      uname: `客户${at}`,
      tel,
      email: `c${at}@example.com`,
      crm_status: 1 + (at % 2),
    })
    return rawRequest({ path: `${CRM}/user/save`, headers: { ...headers, 'content-type': 'application/json' }, body })
  })

/** Milliseconds of one request after the other, sorted. */
async function timesOf(server: Server, path: string, headers: Record<string, string>) {
  const times: number[] = []
  for (let at = 0; at < ASKED; at++) {
    const since = performance.now()
    const { ret_code } = await ask(server, path, { headers })
    times.push(performance.now() - since)
    if (ret_code !== '000000') throw new Error(`${path} answers ${ret_code}`)
  }
  return times.sort((a, b) => a - b)
}
