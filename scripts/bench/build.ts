/** Sees to it that what is measured is the built package, and that it is not older than its sources. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const BUILT = 'dist/cli/main.mjs'
const SOURCES = ['schemas', 'src', 'mocks', 'contract-tests/conformance', 'package.json', 'tsdown.config.ts']

export function ensureBuilt() {
  if (existsSync(BUILT) && changed(BUILT) > Math.max(...SOURCES.map(newest))) return
  process.stderr.write('dist is older than its sources: npm run build\n')
  const { status, stderr } = spawnSync('npm', ['run', 'build'], { stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`npm run build failed:\n${stderr}`)
}

const changed = (path: string) => statSync(path).mtimeMs

const newest = (path: string): number =>
  statSync(path).isDirectory()
    ? Math.max(...readdirSync(path, { recursive: true }).map(it => changed(join(path, String(it)))))
    : changed(path)
