/** Processes of a test: spawned for real, waited for, and ended by their own id. */
import { type ChildProcess, spawn } from 'node:child_process'

export interface Finished {
  /** Exit code; null when a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
}

export interface Running {
  /** What its standard output was awaited for. */
  answered: RegExpExecArray
  /** Everything that it has written to standard output. */
  stdout(): string
  /** Sends SIGTERM and waits for the end. */
  end(): Promise<Finished>
  /** Sends SIGKILL, against which nothing can be done. */
  kill(): void
}

interface Options {
  /** Written to standard input. */
  input?: string | Uint8Array
  env?: Record<string, string>
  /** Folder that it runs in. */
  cwd?: string
}

/** Runs a command to its end. */
export const finished = (command: string, args: readonly string[], options?: Options): Promise<Finished> =>
  begun(command, args, options).ended

/** Starts a command and waits until its standard output answers the pattern. Fails with its output when it ends before. */
export async function running(
  command: string,
  args: readonly string[],
  pattern: RegExp,
  options?: Options,
): Promise<Running> {
  const { child, output, ended } = begun(command, args, options)
  const answered = await new Promise<RegExpExecArray>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = pattern.exec(output.stdout)
      if (found) resolve(found)
    })
    const early = ({ code }: Finished) => `${command} ended with ${code}: ${output.stdout}${output.stderr}`
    ended.then(it => reject(new Error(early(it))), reject)
  })
  return {
    answered,
    stdout: () => output.stdout,
    kill: () => void child.kill('SIGKILL'),
    end() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

function begun(command: string, args: readonly string[], { input = '', env = {}, cwd }: Options = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, cwd })
  const output = { stdout: '', stderr: '' }
  living.add(child)
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  // A process that ends without reading its input closes the pipe; that is its right.
  child.stdin.on('error', () => undefined).end(input)
  const ended = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject).on('close', code => {
      living.delete(child)
      resolve({ code, ...output })
    })
  })
  return { child, output, ended }
}

/** A test that is cut off must leave nothing behind. */
const living = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})
