/** `action.yml` and the Dockerfile fit the command that they run; neither was run where GitHub or docker would run it. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { program } from '../src/cli/program.ts'
import { action, commandIn, dockerfile, environmentOf, lastOf, stepOf } from './published-files.ts'

const optionsOf = (name: string) => program.commands.find(it => it.name() === name)?.options.map(it => it.long) ?? []

test('action.yml uses options that kefu verify has', () => {
  const { run } = stepOf(action())
  const used = [...run.matchAll(/options\+?=\((.*)\)/g)].flatMap(([, it = '']) => it.match(/--[a-z-]+/g) ?? [])
  expect(used.length).toBeGreaterThan(6)
  expect(used.filter(it => !optionsOf('verify').includes(it))).toEqual([])
  expect(run).toMatch(/kefu verify "\$\{options\[@\]\}"/)
})

test('its defaults are those of the command, and reports that there are', () => {
  const defaults = Object.fromEntries(
    program.commands.find(it => it.name() === 'verify')?.options.map(it => [it.attributeName(), it.defaultValue]) ?? [],
  )
  const { inputs } = action()
  expect(inputs.min?.default).toBe(defaults.min)
  expect(inputs.out?.default).toBe(defaults.out)
})

test('every input reaches the script by the environment, and none stands in it', () => {
  const all = action()
  const { env, run } = stepOf(all)
  expect(Object.keys(environmentOf(all, {}))).toHaveLength(Object.keys(all.inputs).length)
  expect(run).not.toContain('${{')
  for (const name of Object.keys(env)) expect(run, `${name} is used`).toContain(`$${name}`)
})

test('both files say that they were not tried where they will run', () => {
  expect(readFileSync('action.yml', 'utf8')).toMatch(/^# Not run on GitHub/)
  expect(readFileSync('Dockerfile', 'utf8')).toMatch(/Not built where it was written/)
})

test('the container runs as another user than root, says its port, and checks its health there', () => {
  const instructions = dockerfile()
  const user = instructions.findLastIndex(([it]) => it === 'USER')
  expect(instructions[user]).toEqual(['USER', 'node'])
  expect(instructions.findIndex(([it]) => it === 'ENTRYPOINT')).toBeGreaterThan(user)
  expect(commandIn(lastOf('ENTRYPOINT')).slice(3)).toEqual(['--host', '0.0.0.0', '--port', lastOf('EXPOSE')])
  expect(lastOf('HEALTHCHECK')).toContain(`127.0.0.1:${lastOf('EXPOSE')}/_kefu/worlds`)
  for (const it of commandIn(lastOf('ENTRYPOINT')).filter(it => it.startsWith('--')))
    expect(optionsOf('mock')).toContain(it)
})

test('what .dockerignore lets through is there', () => {
  const paths = [...readFileSync('.dockerignore', 'utf8').matchAll(/^!(.+)$/gm)].map(([, it = '']) => it)
  expect(paths.length).toBeGreaterThan(5)
  expect(paths.filter(it => !existsSync(it))).toEqual([])
})
