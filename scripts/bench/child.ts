/** A part of a benchmark that runs in a process of its own, bundled as we ship it: takes an order, answers once it is done. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { build } from 'tsdown'

const FOLDER = 'node_modules/.cache/kefu-bench'

/** The bundle of `scripts/bench/<name>-child.ts`. */
export async function bundled(name: string): Promise<string> {
  await build({
    config: false,
    entry: { [name]: `scripts/bench/${name}-child.ts` },
    outDir: FOLDER,
    format: 'esm',
    target: 'node20',
    platform: 'node',
    dts: false,
    logLevel: 'silent',
  })
  return `${FOLDER}/${name}.mjs`
}

export interface Child<Order, Done> {
  ask(order: Order): Promise<Done>
  end(): void
}

/** Once it is ready. */
export async function startChild<Order extends object, Done>(bundle: string): Promise<Child<Order, Done>> {
  const child = fork(bundle, { execArgv: [] })
  await once(child, 'message')
  return {
    async ask(order) {
      child.send(order)
      const [answer] = (await Promise.race([once(child, 'message'), gone(child)])) as [Done & { error?: string }]
      if (answer.error) throw new Error(`${bundle}: ${answer.error}`)
      return answer
    },
    end: () => void child.kill(),
  }
}

const gone = (child: ReturnType<typeof fork>) =>
  once(child, 'exit').then(([code]) => {
    throw new Error(`it ended with ${code}`)
  })
