/** The package: the library with its dependencies left outside, and the command as one small bundle that starts fast. */
import { readdirSync } from 'node:fs'
import { defineConfig } from 'tsdown'
import { deps } from './scripts/command-bundle.ts'

const common = { format: 'esm', target: 'node20', platform: 'node' } as const

const vendors = readdirSync('schemas', { withFileTypes: true }).flatMap(it => (it.isDirectory() ? [it.name] : []))

/** The files behind `exports` in package.json; each keeps its place. */
const doors = [
  'src/index',
  'mocks/index',
  'mocks/testing/vitest',
  'contract-tests/conformance/index',
  'schemas/published',
  ...vendors.map(it => `schemas/${it}/index`),
]

export default defineConfig([
  {
    ...common,
    entry: Object.fromEntries(doors.map(it => [it, `${it}.ts`])),
    dts: true,
  },
  {
    ...common,
    entry: { main: 'src/cli/main.ts' },
    outDir: 'dist/cli',
    dts: false,
    minify: true,
    deps,
  },
])
