/** `list`: requests for Sobot's label groups, CPU a request and requests a second, in rounds that take turns. */
import { type Contestant, contestants, type Name } from './contestants.ts'
import { type Load, startLoad } from './load.ts'
import { figure, type Line, median, medianRatio, ratioGoal } from './report.ts'
import { rawGet, type Server, start } from './server.ts'

/** A process is some percent faster or slower for its whole life, those started first faster: each sitting starts all anew, in another order. */
const SITTINGS = 3
const ROUNDS = 4

/** CPU microseconds a request, and requests a second: a figure a round. */
type Figures = Record<Name, { cpu: number[]; rate: number[] }>

export async function list(): Promise<Line[]> {
  const all = await contestants()
  const figures = Object.fromEntries(all.map(({ name }) => [name, { cpu: [], rate: [] }])) as unknown as Figures
  const load = startLoad()
  try {
    for (let at = 0; at < SITTINGS; at++) await sitting(rotated(all, at), figures, load)
  } finally {
    load.end()
  }
  return linesOf(figures)
}

/** The first three take turns to be first. */
const rotated = (all: Contestant[], by: number) => [...all.slice(by, 3), ...all.slice(0, by), ...all.slice(3)]

async function sitting(all: Contestant[], figures: Figures, load: Load) {
  const running: { contestant: Contestant; server: Server }[] = []
  const burst = ({ contestant, server }: (typeof running)[0], requests = contestant.requests) =>
    load.run({ port: server.port, request: rawGet(contestant), requests })
  try {
    for (const contestant of all) running.push({ contestant, server: await start(contestant) })
    for (const it of running) await burst(it, it.contestant.requests * 2)
    for (let round = 0; round < ROUNDS; round++) {
      for (const it of round % 2 ? [...running].reverse() : running) {
        const { name, requests } = it.contestant
        const before = it.server.cpu()
        const seconds = await burst(it)
        figures[name].cpu.push((it.server.cpu() - before) / requests)
        figures[name].rate.push(requests / seconds)
      }
    }
  } finally {
    await Promise.all(running.map(({ server }) => server.end()))
  }
}

function linesOf(figures: Figures): Line[] {
  const names = Object.keys(figures) as Name[]
  const mock = figures['kefu mock']
  const micros = (name: Name) => `${figure(median(figures[name].cpu))} µs`
  const perSecond = (name: Name) => `${Math.round(median(figures[name].rate))} /s`
  const cpu = (to: Name, limit: number): Line => {
    const value = medianRatio(mock.cpu, figures[to].cpu)
    const goal = ratioGoal(value, 'at most', limit)
    return { what: 'CPU a request', measured: micros('kefu mock'), ratio: { value, to }, goal }
  }
  const rate = (to: Name, limit: number): Line => {
    const value = medianRatio(mock.rate, figures[to].rate)
    const goal = ratioGoal(value, 'at least', limit)
    return { what: 'throughput', measured: perSecond('kefu mock'), ratio: { value, to }, goal }
  }
  return [
    ...names.map(name => ({ what: name, measured: `${micros(name)}, ${perSecond(name)}` })),
    cpu('bare node:http', 2),
    cpu('bare Fastify', 1.2),
    rate('Prism, default log', 15),
    rate('Prism, silent', 8),
  ]
}
