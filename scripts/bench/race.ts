/** Lets contestants answer the same request in rounds that take turns: CPU a request, and requests a second. */
import type { Load } from './load.ts'
import { figure, type Line, median, medianRatio, ratioGoal } from './report.ts'
import { type Program, rawRequest, type Server, start } from './server.ts'

export interface Contestant extends Program {
  name: string
  /** In one round: about a second. */
  requests: number
}

/** CPU microseconds a request, and requests a second: a figure a round. */
export type Figures = Record<string, { cpu: number[]; rate: number[] }>

/** A process is some percent faster or slower for its whole life, those started first faster: each sitting starts all anew, in another order. */
export async function sittings(all: Contestant[], times: number, rounds: number, load: Load): Promise<Figures> {
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
    load.run({ port: server.port, request: [rawRequest(contestant)], requests })
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

export const listed = (figures: Figures): Line[] =>
  Object.entries(figures).map(([what, { cpu, rate }]) => ({
    what,
    measured: `${figure(median(cpu))} µs, ${Math.round(median(rate))} /s`,
  }))

/** The mock against another, round by round. */
export function compared(figures: Figures, of: 'cpu' | 'rate', to: string, limit: number): Line {
  const ours = figures['kefu mock']?.[of] ?? []
  const value = medianRatio(ours, figures[to]?.[of] ?? [])
  const what = of === 'cpu' ? 'CPU a request' : 'requests a second'
  const measured = of === 'cpu' ? `${figure(median(ours))} µs` : `${Math.round(median(ours))} /s`
  return { what, measured, ratio: { value, to }, goal: ratioGoal(value, of === 'cpu' ? 'at most' : 'at least', limit) }
}
