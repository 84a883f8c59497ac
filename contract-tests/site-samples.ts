/** The shell in which the samples of a guide run, one after the other, in a folder outside of the repository. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Workshop } from './site-workshop.ts'

/** Ports that guides name: the mock's, and those of the reader's programs. */
const NAMED = ['4010', '3000', '3001']

export interface Shell {
  save(file: string, text: string): void
  /** Answers the exit code of the command that failed, or of the last. */
  run(text: string): Promise<number>
  /** Since the last command began. */
  printed(): string
  /** Begins what runs until the end. */
  serve(text: string): Promise<void>
  /** Waits until that was printed since the last command began. Rejects with what was printed instead. */
  expect(text: string): Promise<void>
  end(): Promise<void>
}

export async function shell({ folder, tools }: Workshop, name: string): Promise<Shell> {
  const cwd = join(folder, name)
  mkdirSync(cwd, { recursive: true })
  const ports = await Promise.all(NAMED.map(async (it): Promise<Pair> => [it, String(await freePort())]))
  const inside = swapping(ports)
  const outside = swapping(ports.map(([named, free]): Pair => [free, named]))
  const session = begun(cwd, { PATH: `${tools}:${process.env.PATH}`, MOCK_PORT: inside('4010'), NO_COLOR: '1' })
  let [step, begins] = [0, 0]
  const file = (text: string) => {
    writeFileSync(join(cwd, `.step-${++step}`), inside(text))
    begins = session.output().length
    return `.step-${step}`
  }
  const printed = () => outside(session.output().slice(begins))
  return {
    printed,
    save(path, text) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true })
      writeFileSync(join(cwd, path), inside(text))
    },
    async run(text) {
      const mark = new RegExp(`<<${step + 1} (\\d+)>>\n`)
      session.type(`status=0; source ./${file(text)}; echo "<<${step} $status>>"\n`)
      return Number((await until(() => mark.exec(session.output()), 60_000, printed))[1])
    },
    async serve(text) {
      session.type(`(source ./${file(text)}) &\n`)
    },
    async expect(text) {
      const wanted = patternOf(text)
      await until(
        () => wanted.exec(printed()) ?? undefined,
        15_000,
        () => `Expected:\n${text}\nGot:\n${printed()}`,
      )
    },
    end: session.end,
  }
}

type Pair = [from: string, to: string]

/** All at once: the free port 33001 has the named port 3001 in it. */
function swapping(pairs: readonly Pair[]): (text: string) => string {
  const of = new Map(pairs)
  const any = new RegExp([...of.keys()].join('|'), 'g')
  return text => text.replace(any, it => of.get(it) ?? it)
}

/** What is typed into it is read as it comes; whatever it starts is in its group. */
function begun(cwd: string, env: Record<string, string>) {
  const child = spawn('bash', ['--noprofile', '--norc'], { cwd, env: { ...process.env, ...env }, detached: true })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', it => (output += it))
  child.stdin.write(`exec 2>&1; set -E -o pipefail; trap 'status=$?' ERR\n`)
  return {
    output: () => output,
    type: (line: string) => void child.stdin.write(line),
    end: () => ended(child),
  }
}

async function ended(child: ChildProcess) {
  const closed = new Promise(resolve => child.once('close', resolve))
  if (child.pid === undefined) return
  process.kill(-child.pid, 'SIGTERM')
  const late = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 3_000)
  await closed
  clearTimeout(late)
}

async function until<T>(look: () => T | null | undefined, most: number, printed: () => string): Promise<T> {
  for (const end = performance.now() + most; performance.now() < end; await pause(20)) {
    const found = look()
    if (found) return found
  }
  throw new Error(`Waited ${most} ms for nothing. ${printed()}`)
}

/** `…` alone on a line stands for lines, elsewhere for a part of one; blanks and durations at the ends of lines do not count. */
function patternOf(text: string): RegExp {
  const lines = text.trimEnd().split('\n')
  const patterns = lines.map(it =>
    it.trim() === '…' ? '[\\s\\S]*?' : `${it.trimEnd().split('…').map(escaped).join('.*?')}( \\d+ ms)?[ \\t]*`,
  )
  return new RegExp(`(^|\\n)${patterns.join('\\n')}(\\n|$)`)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const freePort = () =>
  new Promise<number>(found => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })
