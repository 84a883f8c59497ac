/** `queue`: pushes that are safe in a file before they are sent, and what a hundred thousand of them cost a sender that starts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bundled, type Child, startChild } from './child.ts'
import type { Done, Order } from './queue-child.ts'
import type { Line } from './report.ts'
import { start } from './server.ts'

const BACKLOG = 100_000

export async function queue(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'))
  const child: Child<Order, Done> = await startChild(await bundled('queue'))
  const receiver = await start({ args: ['scripts/bench/servers/receiver.mjs', 'PORT'], path: '/' })
  const asked = (name: string, order: Omit<Order, 'file' | 'port'>) =>
    child.ask({ file: join(folder, name), port: receiver.port, ...order })
  try {
    await asked('warm', { pushes: 2_000, group: 100, deliver: true })
    const singly = await asked('singly', { pushes: 3_000, group: 1, deliver: false })
    const groups = await asked('groups', { pushes: 20_000, group: 100, deliver: true })
    return [
      atLeast('enqueued one by one', 3_000 / singly.enqueued, 1_000),
      atLeast('enqueued in groups of 100', 20_000 / groups.enqueued, 10_000),
      atLeast('delivered from the file', 20_000 / groups.delivered, 2_000),
      ...(await backlog(child, join(folder, 'backlog'))),
    ]
  } finally {
    child.end()
    await receiver.end()
    rmSync(folder, { recursive: true })
  }
}

const atLeast = (what: string, value: number, limit: number): Line => ({
  what,
  measured: `${Math.round(value)} /s`,
  goal: { value, is: 'at least', limit, unit: '/s' },
})

/** The receiver takes what comes and answers nothing: the queue stays as it is while memory is looked at. */
async function backlog(child: Child<Order, Done>, file: string): Promise<Line[]> {
  let first = 0
  const silent = createServer(() => {
    first ||= performance.now()
  })
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  const mock = (...more: string[]) =>
    start({ args: ['dist/cli/main.mjs', 'mock', 'easyliao', '--port', 'PORT', ...more], path: '/_kefu/pushes' })
  try {
    await child.ask({ file, port, pushes: BACKLOG, group: 1_000, deliver: false })
    const idle = await mock()
    await sleep(3_000)
    const atRest = idle.memory()
    await idle.end()
    const begun = performance.now()
    const full = await mock('--state', file)
    while (!first) await sleep(5)
    const seconds = (first - begun) / 1_000
    await sleep(3_000)
    const more = full.memory() - atRest
    await full.end()
    return [
      {
        what: `${BACKLOG} wait: start to first delivery`,
        measured: `${seconds.toFixed(2)} s`,
        goal: { value: seconds, is: 'at most', limit: 2, unit: 's' },
      },
      {
        what: `${BACKLOG} wait: memory above idle`,
        measured: `${Math.round(more)} MiB`,
        goal: { value: more, is: 'at most', limit: 64, unit: 'MiB' },
      },
    ]
  } finally {
    silent.closeAllConnections()
    silent.close()
  }
}
