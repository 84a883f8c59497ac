/** The house keeps its rules: who may import whom, and how long a file may be. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** A room may use itself and the rooms listed; everything else is a leak. */
const may: Record<string, string[]> = {
  schemas: [],
  'src/wire': ['schemas'],
  'src/store': ['src/wire'],
  'src/explain': ['schemas', 'src/wire'],
  src: ['schemas', 'src/wire', 'src/store', 'src/explain'],
  mocks: ['schemas', 'src/wire', 'src/store', 'src/explain'],
  'contract-tests/conformance': ['schemas', 'src/wire', 'mocks'],
  'src/cli': ['schemas', 'src/wire', 'src/explain', 'src', 'mocks', 'contract-tests/conformance', 'package.json'],
  scripts: ['schemas', 'src/wire', 'src/store', 'src/explain', 'src', 'mocks', 'contract-tests/conformance', 'src/cli'],
  'contract-tests': [
    'schemas',
    'src/wire',
    'src/store',
    'src/explain',
    'src',
    'mocks',
    'contract-tests/conformance',
    'openapi',
    'scripts',
    'src/cli',
  ],
}
const rooms = [...Object.keys(may), 'openapi'].sort((a, b) => b.length - a.length)
const roomOf = (file: string) => rooms.find(room => file.startsWith(`${room}/`)) ?? file

const files = readdirSync('.', { recursive: true, encoding: 'utf8' }).filter(file =>
  /^(schemas|src|mocks|scripts|contract-tests)\/.*\.ts$/.test(file),
)

const imports = (file: string) =>
  [
    ...readFileSync(file, 'utf8').matchAll(/^(?:import|export|\}).*?(?: from|^import) '([^']+)'|import\('([^']+)'\)/gm),
  ].map(([, still, later]) => still ?? later ?? '')

test('the rules are tried on the whole house', () => {
  expect(files.length).toBeGreaterThan(80)
  expect(files.flatMap(imports).length).toBeGreaterThan(200)
})

test.each(files)('%s imports only what it may', file => {
  const room = roomOf(file)
  const inside = imports(file)
    .filter(it => it.startsWith('.'))
    .map(it => relative('.', join(dirname(file), it)))
  expect(inside.filter(it => roomOf(it) !== room && !may[room]?.includes(roomOf(it)))).toEqual([])
})

test.each(files.filter(file => file.startsWith('schemas/')))(
  '%s is data: TypeBox and its own vendor, nothing else',
  file => {
    const outside = imports(file).filter(it => !it.startsWith('.'))
    expect(outside.filter(it => it !== '@sinclair/typebox')).toEqual([])
    const [, vendor] = /^schemas\/(\w+)\//.exec(file) ?? []
    const others = imports(file)
      .filter(it => it.startsWith('.'))
      .map(it => relative('schemas', join(dirname(file), it)))
    if (vendor) expect(others.filter(it => it.includes('/') && !it.startsWith(`${vendor}/`))).toEqual([])
  },
)

test.each(files)('%s has at most 250 lines and says what it is', file => {
  const text = readFileSync(file, 'utf8').replace(/^#!.*\n/, '')
  expect(text.split('\n').length - 1).toBeLessThanOrEqual(250)
  expect(text).toMatch(/^\/\*\*/)
})

test('no file passes through a back door', () => {
  const suspicious = files.filter(file =>
    /@ts-ignore|@ts-nocheck|\.only\(|\.skip\(|\.todo\(/.test(readFileSync(file, 'utf8')),
  )
  expect(suspicious.filter(file => file !== 'contract-tests/architecture.test.ts')).toEqual([])
})
