/** What the walks share: the steps that they keep and print, the mock's own door, and how they are started. */
import assert from 'node:assert/strict'
import { pathToFileURL } from 'node:url'

/** One call and what came of it. */
export interface Step {
  /** Section of the vendor's document. */
  section: string
  operation: string
  /** The vendor's code in the answer. */
  code: string | number
  said: string
}

export interface WalkOptions {
  /** Where the vendor answers, such as http://127.0.0.1:4010/sobot. */
  baseUrl: string
  /** The mock's own door, such as http://127.0.0.1:4010/_kefu. */
  control: string
  /** Id of the world that the credentials belong to. */
  world: string
  /** Takes a line a step. */
  say?: (line: string) => void
}

/** Keeps a step and says it. */
export function kept(steps: Step[], step: Step, { say }: WalkOptions) {
  steps.push(step)
  const { section, operation, code, said } = step
  say?.(`${section.padEnd(6)} ${operation.padEnd(28)} ${code}  ${said}`)
}

/** Asks the mock's own door; with a body by POST. */
export async function door<T>({ control }: Pick<WalkOptions, 'control'>, path: string, body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  const posted = body && { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await fetch(`${control}${path}`, posted)
  const text = await response.text()
  assert.ok(response.ok, `${path}: ${text}`)
  return JSON.parse(text) as T
}

/** What a world tells of itself. */
interface Told {
  credentials: Record<string, Record<string, string>>
}

type Walk<Options> = (options: Options) => Promise<Step[]>

/** Walks the default world of the mock at the origin on the command line, when the module is the program itself. */
export async function runDirectly<Options extends WalkOptions>(module: string, vendor: string, walk: Walk<Options>) {
  const [, program = '', origin] = process.argv
  if (module !== pathToFileURL(program).href) return
  if (!origin) throw new Error(`usage: tsx scripts/walk/${vendor}.ts http://127.0.0.1:4010`)
  const control = `${origin}/_kefu`
  const world = 'default'
  const { credentials } = await door<Told>({ control }, `/worlds/${world}`)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const options = { baseUrl: `${origin}/${vendor}`, control, world, say, ...credentials[vendor] }
  const steps = await walk(options as unknown as Options)
  say(`${steps.length} steps.`)
}
