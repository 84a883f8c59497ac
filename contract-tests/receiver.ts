/** What the tests of the sending commands share: one receiver for many tests, each with a path of its own, and a command that can be stopped. */
import { spawn } from 'node:child_process'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { main } from './kefu.ts'
import type { Finished } from './processes.ts'

export interface Came {
  query: Record<string, string>
  headers: IncomingHttpHeaders
  body: string
}

export interface Answer {
  status?: number
  body?: string
  /** Milliseconds before it is answered. */
  after?: number
}

/** The answer to a request; `count` counts those of its path from 1. */
type Answering = (count: number) => Answer

export type Hearing = Awaited<ReturnType<typeof hearing>>

/** Where nothing else is said, the word that Echat waits for is answered. */
export async function hearing(port = 0) {
  const came = new Map<string, Came[]>()
  const answers = new Map<string, Answering>()
  const at = (path: string) => {
    const known = came.get(path) ?? []
    came.set(path, known)
    return known
  }
  const server = createServer(async (request, response) => {
    const parts = await request.toArray().catch(() => undefined)
    if (!parts) return
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://receiver')
    const body = Buffer.concat(parts).toString()
    const count = at(pathname).push({ query: Object.fromEntries(searchParams), headers: request.headers, body })
    const { status = 200, body: answer = 'success', after = 0 } = answers.get(pathname)?.(count) ?? {}
    setTimeout(() => response.writeHead(status).end(answer), after)
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const own = (server.address() as AddressInfo).port
  return {
    port: own,
    /** What came to a path. */
    at,
    url: (path: string) => `http://127.0.0.1:${own}${path}`,
    /** Answers that path so; its address. */
    answering(path: string, answer: Answering) {
      answers.set(path, answer)
      return `http://127.0.0.1:${own}${path}`
    },
    async end() {
      const ended = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await ended
    },
  }
}

/** The `kefu` command, to be stopped by a signal. */
export function begun(...args: string[]) {
  const child = spawn('node', [...main, ...args])
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const ended = new Promise<Finished>(resolve => child.on('close', code => resolve({ code, ...output })))
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  process.once('exit', () => child.kill('SIGKILL'))
  return { pid: child.pid as number, output, ended, kill }
}
