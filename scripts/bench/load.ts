/** Drives the load generator, which lives in a process of its own. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Order } from './load-child.ts'

export interface Load {
  /** Sends so many requests and answers the seconds they took. */
  run(order: Omit<Order, 'connections'>): Promise<number>
  end(): void
}

export function startLoad(connections = 64): Load {
  const child = fork(fileURLToPath(new URL('load-child.ts', import.meta.url)))
  return {
    async run(order) {
      child.send({ ...order, connections } satisfies Order)
      const [{ seconds, error }] = (await once(child, 'message')) as [{ seconds: number; error?: string }]
      if (error) throw new Error(`load: ${error}`)
      return seconds
    },
    end: () => child.disconnect(),
  }
}
