/** What `action.yml` and the Dockerfile say, read so that it can be tried without GitHub and without docker. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export interface Action {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, { value: string }>
  runs: { using: string; steps: { shell: string; env: Record<string, string>; run: string }[] }
}

export const action = (): Action => parse(readFileSync('action.yml', 'utf8'))

/** The one step that it has. */
export function stepOf({ runs }: Action) {
  const [step, ...others] = runs.steps
  if (!step || others.length) throw new Error('action.yml is read as if it had one step')
  return step
}

/** The environment of the step when these inputs are given, as GitHub makes it of the expressions. */
export function environmentOf(all: Action, given: Record<string, string>): Record<string, string> {
  const value = (expression: string) => {
    const [, name = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression) ?? []
    const input = all.inputs[name]
    if (!input) throw new Error(`action.yml has no input for ${expression}`)
    return given[name] ?? input.default ?? ''
  }
  return Object.fromEntries(Object.entries(stepOf(all).env).map(([name, it]) => [name, value(it)]))
}

/** Instructions of the Dockerfile with what follows them, continued lines joined. */
export function dockerfile(): [instruction: string, rest: string][] {
  const text = readFileSync('Dockerfile', 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
  return text.split('\n').flatMap(line => {
    const [, instruction, rest] = /^([A-Z]+) (.*)$/.exec(line) ?? []
    return instruction && rest ? [[instruction, rest] as [string, string]] : []
  })
}

/** The last such instruction, which is the one that counts. */
export const lastOf = (instruction: string) => dockerfile().findLast(([it]) => it === instruction)?.[1] ?? ''

/** The list of texts in which a command is given. */
export const commandIn = (rest: string): string[] => JSON.parse(rest.slice(rest.indexOf('[')))
