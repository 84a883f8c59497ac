/** Processes that are killed often: started without waiting for them, so that they can be killed while they start. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { Finished } from './processes.ts'

export interface Launched {
  pid: number
  /** What its standard output was awaited for; rejects when it ends before. */
  ready: Promise<RegExpExecArray>
  ended: Promise<Finished>
  /** SIGKILL, against which nothing can be done, or another signal; settles once it has ended. */
  kill(signal?: NodeJS.Signals): Promise<Finished>
}

export function launch(command: string, args: readonly string[], pattern: RegExp): Launched {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  living.add(child)
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  const ended = new Promise<Finished>((done, failed) => {
    child.on('error', failed).on('close', code => {
      living.delete(child)
      done({ code, ...output })
    })
  })
  const ready = new Promise<RegExpExecArray>((done, failed) => {
    child.stdout.on('data', () => {
      const found = pattern.exec(output.stdout)
      if (found) done(found)
    })
    ended.then(
      ({ code }) => failed(new Error(`${command} ended with ${code}: ${output.stdout}${output.stderr}`)),
      failed,
    )
  })
  // Whoever kills it while it starts does not wait for it.
  ready.catch(() => undefined)
  const kill = (signal: NodeJS.Signals = 'SIGKILL') => {
    child.kill(signal)
    return ended
  }
  return { pid: child.pid as number, ready, ended, kill }
}

/** A test that is cut off must leave nothing behind. */
const living = new Set<ChildProcess>()
/** Whatever a test that has failed has left running. */
export const endAll = () => {
  for (const child of living) child.kill('SIGKILL')
}
process.on('exit', endAll)

/** A port that stays free while its owner is dead: none of those that the system hands out to callers, who would meet themselves there. */
export async function fixedPort(): Promise<number> {
  for (let port = 20_000 + (process.pid % 10_000); ; port++) {
    const server = createServer()
    const free = await new Promise<boolean>(done => {
      server.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true))
    })
    if (!free) continue
    await new Promise(done => server.close(done))
    return port
  }
}
