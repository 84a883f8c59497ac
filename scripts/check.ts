/** Everything that must hold before a commit, in the order in which it fails fastest. The first failure ends it. `--without-tests` leaves out the last step. */
import { spawnSync } from 'node:child_process'

const steps: [name: string, command: string, ...args: string[]][] = [
  ['lock file', 'tsx', 'scripts/check-lock.ts'],
  ['style and lint', 'biome', 'ci'],
  ['types', 'tsc', '--noEmit'],
  ['types in a browser', 'tsc', '--noEmit', '-p', 'scripts/site/browser'],
  ['generated files', 'tsx', 'scripts/generate.ts', '--check'],
  ['published specs', 'redocly', 'lint'],
  ['tests', 'vitest', 'run'],
]

const wanted = process.argv.includes('--without-tests') ? steps.slice(0, -1) : steps

for (const [name, command, ...args] of wanted) {
  process.stdout.write(`\n— ${name}: ${command} ${args.join(' ')}\n`)
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit', env })
  if (status !== 0) {
    process.stderr.write(`\n${name}: failed.\n`)
    process.exit(1)
  }
}
process.stdout.write('\nall checks hold.\n')
