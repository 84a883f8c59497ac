/** `deliver`: pushes a second through the outbox of a world, against the same bytes through a bare undici pool and through axios; the receiver is another process. */
import { bundled, type Child, startChild } from './child.ts'
import type { Order } from './deliver-child.ts'
import { type Line, median, medianRatio, ratioGoal } from './report.ts'
import { start } from './server.ts'

const ROUNDS = 7
const WAYS = ['outbox', 'pool', 'axios'] as const

/** Pushes of one round: about half a second each. */
const PUSHES = { outbox: 8_000, pool: 12_000, axios: 1_200 }

const TITLES = { yunduo: 'Yunduo conversation, 16 KB', echat: 'sealed Echat chatContent' }

export async function deliver(): Promise<Line[]> {
  const file = await bundled('deliver')
  const receiver = await start({ args: ['scripts/bench/servers/receiver.mjs', 'PORT'], path: '/' })
  try {
    const lines: Line[] = []
    for (const what of ['yunduo', 'echat'] as const) lines.push(...(await compared(file, receiver.port, what)))
    return lines
  } finally {
    await receiver.end()
  }
}

async function compared(file: string, port: number, what: Order['what']): Promise<Line[]> {
  const rates = { outbox: [] as number[], pool: [] as number[], axios: [] as number[] }
  const children = await Promise.all(WAYS.map(() => startChild<Order, { seconds: number }>(file)))
  try {
    for (let round = -1; round < ROUNDS; round++) {
      for (const [at, by] of WAYS.entries()) {
        const pushes = PUSHES[by]
        const child = children[at] as Child<Order, { seconds: number }>
        const { seconds } = await child.ask({ port, what, by, pushes })
        if (round >= 0) rates[by].push(pushes / seconds)
      }
    }
  } finally {
    for (const child of children) child.end()
  }
  const said = (by: Order['by']) => `${Math.round(median(rates[by]))} /s`
  const ours = (to: 'pool' | 'axios', limit: number): Line => {
    const value = medianRatio(rates.outbox, rates[to])
    return {
      what: `${TITLES[what]}, by the outbox`,
      measured: said('outbox'),
      ratio: { value, to },
      goal: ratioGoal(value, 'at least', limit),
    }
  }
  return [
    { what: `${TITLES[what]}, by a bare pool`, measured: said('pool') },
    { what: `${TITLES[what]}, by axios`, measured: said('axios') },
    ours('pool', 0.6),
    ours('axios', 6),
  ]
}
