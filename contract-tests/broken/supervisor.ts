/** Keeps a handler running in a process of its own, as pm2 or a container does; or lets it be gone. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Account } from './echat.ts'

export interface Supervised {
  url: string
  /** How often it has ended. */
  ended(): number
  close(): Promise<void>
}

const program = new URL('./process.ts', import.meta.url).pathname

export async function supervised(account: Account, { restarts }: { restarts: boolean }): Promise<Supervised> {
  let [child, ended, closed] = [undefined as ChildProcess | undefined, 0, false]
  async function start(port: number): Promise<number> {
    const started = spawn(process.execPath, ['--import', 'tsx', program, String(port), JSON.stringify(account)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = started
    const own = await new Promise<number>((done, failed) => {
      started.stdout.on('data', text => done(Number(/listens on (\d+)/.exec(String(text))?.[1])))
      started.on('error', failed).on('exit', code => failed(new Error(`ended with ${code} before it listened`)))
    })
    started.on('exit', () => {
      ended++
      if (restarts && !closed) start(own).catch(() => undefined)
    })
    return own
  }
  const port = await start(0)
  return {
    url: `http://127.0.0.1:${port}/`,
    ended: () => ended,
    async close() {
      closed = true
      const over = new Promise(done => (child?.exitCode === null ? child.once('exit', done) : done(undefined)))
      child?.kill('SIGKILL')
      await over
    },
  }
}
