/** `list`: requests for Sobot's label groups, CPU a request and requests a second, in rounds that take turns. */
import { type Contestant, contestants, type Name } from './contestants.ts'
import { type Load, startLoad } from './load.ts'
import { figure, type Line, median, medianRatio, ratioGoal } from './report.ts'
import { rawGet, type Server, start } from './server.ts'

/** CPU microseconds a request, and requests a second: a figure a round. */
type Figures = Partial<Record<Name, { cpu: number[]; rate: number[] }>>

export async function list(): Promise<Line[]> {
  const { bare, mock, fastify, silent, logging } = await contestants()
  const load = startLoad()
  try {
    const frameworks = await sittings([bare, mock, fastify], 6, 2, load)
    const mocks = await sittings([mock, silent, logging], 2, 3, load)
    return [
      ...listed(frameworks),
      compared(frameworks, 'cpu', bare.name, 'at most', 2),
      compared(frameworks, 'cpu', fastify.name, 'at most', 1.2),
      ...listed(mocks),
      compared(mocks, 'rate', logging.name, 'at least', 15),
      compared(mocks, 'rate', silent.name, 'at least', 8),
    ]
  } finally {
    load.end()
  }
}

/** A process is some percent faster or slower for its whole life, those started first faster: each sitting starts all anew, in another order. */
async function sittings(all: Contestant[], times: number, rounds: number, load: Load) {
  const figures: Figures = Object.fromEntries(all.map(({ name }) => [name, { cpu: [], rate: [] }]))
  for (let at = 0; at < times; at++) {
    const first = at % all.length
    await sitting([...all.slice(first), ...all.slice(0, first)], rounds, figures, load)
  }
  return figures
}

async function sitting(all: Contestant[], rounds: number, figures: Figures, load: Load) {
  const running: { contestant: Contestant; server: Server }[] = []
  const burst = ({ contestant, server }: (typeof running)[0], requests = contestant.requests) =>
    load.run({ port: server.port, request: rawGet(contestant), requests })
  try {
    for (const contestant of all) running.push({ contestant, server: await start(contestant) })
    for (const it of running) await burst(it, it.contestant.requests * 2)
    for (let round = 0; round < rounds; round++) {
      for (const it of round % 2 ? [...running].reverse() : running) {
        const { name, requests } = it.contestant
        // After a rest a process first fetches its memory back.
        await burst(it, requests / 10)
        const before = it.server.cpu()
        const seconds = await burst(it)
        figures[name]?.cpu.push((it.server.cpu() - before) / requests)
        figures[name]?.rate.push(requests / seconds)
      }
    }
  } finally {
    await Promise.all(running.map(({ server }) => server.end()))
  }
}

const listed = (figures: Figures): Line[] =>
  Object.entries(figures).map(([what, { cpu, rate }]) => ({
    what,
    measured: `${figure(median(cpu))} µs, ${Math.round(median(rate))} /s`,
  }))

/** The mock against another, round by round. */
function compared(figures: Figures, of: 'cpu' | 'rate', to: Name, is: 'at most' | 'at least', limit: number): Line {
  const ours = figures['kefu mock']?.[of] ?? []
  const value = medianRatio(ours, figures[to]?.[of] ?? [])
  const what = of === 'cpu' ? 'CPU a request' : 'requests a second'
  const measured = of === 'cpu' ? `${figure(median(ours))} µs` : `${Math.round(median(ours))} /s`
  return { what, measured, ratio: { value, to }, goal: ratioGoal(value, is, limit) }
}
