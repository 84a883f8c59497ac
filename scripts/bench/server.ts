/** A contestant in its own process: started, asked until it answers, measured, and ended by its own pid. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Server {
  args: string[]
  port: number
  /** Milliseconds from spawn to the first byte of its first answer. */
  started: number
  /** What it has printed so far. */
  printed(): string
  /** Microseconds on a CPU so far, all threads. */
  cpu(): number
  /** Resident megabytes. */
  memory(): number
  end(): Promise<void>
}

/** PORT in an argument stands for the port that it shall listen on. */
export interface Program {
  args: string[]
  /** What the first request asks for. */
  path: string
  headers?: Record<string, string>
  /** With one it is a POST. */
  body?: string
}

const running = new Set<ChildProcess>()

/** For a bench that runs out of time: nothing that it started stays. */
export const endAll = () => {
  for (const child of running) child.kill('SIGKILL')
}

/** Starts `node …args` and waits, at most 15 s, for its first answer. */
export async function start(program: Program): Promise<Server> {
  const { args } = program
  const port = await freePort()
  const since = performance.now()
  const child = spawn(
    process.execPath,
    args.map(it => it.replace('PORT', String(port))),
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  running.add(child)
  child.once('exit', () => running.delete(child))
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed = (printed + chunk).slice(0, PRINTED)
  })
  while (!(await answers(port, rawRequest(program)))) {
    if (performance.now() - since < PATIENCE && child.exitCode === null) continue
    child.kill('SIGKILL')
    throw new Error(`${args.join(' ')} does not answer on port ${port}`)
  }
  const started = performance.now() - since
  const pid = child.pid as number
  return {
    args,
    port,
    started,
    printed: () => printed,
    cpu: () => cpuOf(pid),
    memory: () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    end: () => end(child),
  }
}

const PATIENCE = 15_000
const PRINTED = 64 << 10
const POLL = 2

/** Connects once; false, after a short wait, when nobody listens yet. */
function answers(port: number, request: string): Promise<boolean> {
  const socket: Socket = connect(port, '127.0.0.1')
  socket.write(request)
  return Promise.race([once(socket, 'data').then(() => true), once(socket, 'close').then(() => false)])
    .catch(() => sleep(POLL).then(() => false))
    .finally(() => socket.destroy())
}

/** A request as it stands on the wire. */
export function rawRequest({ path, headers = {}, body }: Omit<Program, 'args'>): string {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries({ host: '127.0.0.1', ...headers, ...length }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`
}

/** Nanoseconds that the scheduler gave each thread, as the kernel counts them. */
function cpuOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  const spent = threads.map(it => Number(readFileSync(`/proc/${pid}/task/${it}/schedstat`, 'utf8').split(' ')[0]))
  return spent.reduce((sum, it) => sum + it, 0) / 1000
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 2_000)
  await gone
  clearTimeout(timer)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
