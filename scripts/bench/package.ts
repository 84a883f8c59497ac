/** `package`: what the packed package takes once it is installed, without the optional store. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { footprint } from './footprint.ts'
import { figure, type Line } from './report.ts'

export async function packageSize(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'))
  try {
    const [packed] = JSON.parse(npm('.', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder))
    writeFileSync(join(folder, 'package.json'), '{}')
    npm(folder, 'install', '--omit=optional', '--no-fund', '--no-audit', '--prefer-offline', `./${packed.filename}`)
    return lines(packed, footprint(folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function lines(packed: { size: number; unpackedSize: number }, { packages, bytes }: ReturnType<typeof footprint>) {
  const megabytes = bytes / 1e6
  return [
    { what: 'the tarball', measured: `${figure(packed.size / 1e6)} MB` },
    { what: 'unpacked', measured: `${figure(packed.unpackedSize / 1e6)} MB` },
    {
      what: 'installed: packages, itself among them',
      measured: `${packages}`,
      goal: { value: packages, is: 'at most', limit: 60, unit: 'packages' },
    },
    {
      what: 'installed: files',
      measured: `${figure(megabytes)} MB`,
      goal: { value: megabytes, is: 'at most', limit: 25, unit: 'MB' },
    },
  ] satisfies Line[]
}

function npm(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stderr}`)
  return stdout
}
