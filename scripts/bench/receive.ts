/** `receive`: sealed pushes through our receiver for node:http, each handled once, against a bare server that reads a body and parses nothing; and a million remembered messages. */
import { createWorld } from '../../mocks/world/world.ts'
import { contractOf } from '../../schemas/contracts.ts'
import { echat } from '../../schemas/index.ts'
import { wireOf } from '../../src/wire/index.ts'
import { bundled, startChild } from './child.ts'
import type { Done } from './inbox-child.ts'
import { startLoad } from './load.ts'
import { type Line, median, medianRatio, ratioGoal } from './report.ts'
import { rawRequest, type Server, start } from './server.ts'

/** Messages of their own; each round sends them all several times, so that most are repeats that are known. */
const MESSAGES = 2_000
const REQUESTS = 10_000
const ROUNDS = 9

const world = createWorld({ now: Date.now })
const secret = world.credentials(echat)

/** Sealed now: the window is five minutes. */
function requests(): string[] {
  const contract = contractOf(echat, 'push', 'chatStart')?.contract
  const codec = wireOf(echat).push
  if (!contract || !codec) throw new Error('echat has no chatStart')
  return Array.from({ length: MESSAGES }, (_, at) => {
    const body = { ...(contract.examples.documented as object), msgId: String(39_000_000 + at) }
    const http = codec.seal({ query: { dataType: 'chatStart' }, body }, secret, world.moment())
    return rawRequest({
      path: `/echat?${new URLSearchParams(http.query)}`,
      headers: http.headers,
      body: String(http.body),
    })
  })
}

export async function receive(): Promise<Line[]> {
  const messages = requests()
  const path = '/echat'
  const servers: Record<'ours' | 'bare', Server> = {
    ours: await start({ args: ['scripts/bench/servers/kefu-receiver.mjs', 'PORT', JSON.stringify(secret)], path }),
    bare: await start({ args: ['scripts/bench/servers/receiver.mjs', 'PORT'], path }),
  }
  const load = startLoad()
  const rates = { ours: [] as number[], bare: [] as number[] }
  try {
    for (let round = -2; round < ROUNDS; round++) {
      for (const name of ['ours', 'bare'] as const) {
        const seconds = await load.run({ port: servers[name].port, request: messages, requests: REQUESTS })
        if (round >= 0) rates[name].push(REQUESTS / seconds)
      }
    }
  } finally {
    load.end()
    await Promise.all([servers.ours.end(), servers.bare.end()])
  }
  const value = medianRatio(rates.ours, rates.bare)
  return [
    { what: 'a bare server', measured: `${Math.round(median(rates.bare))} /s` },
    {
      what: 'sealed chatStart, each once',
      measured: `${Math.round(median(rates.ours))} /s`,
      ratio: { value, to: 'bare' },
      goal: ratioGoal(value, 'at least', 0.6),
    },
    ...(await remembered()),
  ]
}

async function remembered(): Promise<Line[]> {
  const child = await startChild<object, Done>(await bundled('inbox'))
  const { mebibytes, milliseconds } = await child.ask({})
  child.end()
  return [
    {
      what: 'a million remembered: a lookup, p99',
      measured: `${milliseconds.toFixed(4)} ms`,
      goal: { value: milliseconds, is: 'at most', limit: 1, unit: 'ms' },
    },
    {
      what: 'a million remembered: memory',
      measured: `${Math.round(mebibytes)} MiB`,
      goal: { value: mebibytes, is: 'at most', limit: 200, unit: 'MiB' },
    },
  ]
}
