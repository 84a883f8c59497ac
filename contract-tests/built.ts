/** Before any test runs: the programs that tests start are bundled from today's sources, as the package bundles its command. They start five times faster than through tsx. */
import { rmSync } from 'node:fs'
import { build } from 'tsdown'
import type { TestProject } from 'vitest/node'
import { deps } from '../scripts/command-bundle.ts'

const sources = {
  kefu: 'src/cli/main.ts',
  crashReceiver: 'contract-tests/crash-receiver.ts',
  receiveProcess: 'contract-tests/receive-process.ts',
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** What `node` is given to run them, by name. */
    programs: Record<keyof typeof sources, string>
  }
}

/** Other runs may be at work beside this one: each has a folder of its own. */
export default async function setup(project: TestProject) {
  // The others are called, too, and see what the root provides.
  if (!project.isRootProject()) return undefined
  const outDir = `node_modules/.cache/kefu-tests/${process.pid}`
  const target = { format: 'esm', platform: 'node', target: 'node20', dts: false, minify: true, deps } as const
  await build({ ...target, config: false, entry: sources, outDir, logLevel: 'silent' })
  const paths = Object.keys(sources).map(name => [name, `${outDir}/${name}.mjs`])
  project.provide('programs', Object.fromEntries(paths))
  return () => rmSync(outDir, { recursive: true })
}
