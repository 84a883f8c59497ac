/** The package as users get it: packed, and installed into folders outside of the repository, beside what their projects have. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { type Finished, finished } from './processes.ts'

export interface Packed {
  /** Where everything of it lies. */
  folder: string
  /** The tarball. */
  file: string
  files: { path: string; size: number }[]
  /** Bytes. */
  unpackedSize: number
  remove(): void
}

/** Builds and packs a copy of what `.dockerignore` lets through: all that the package is made of, and the repository stays as it is. */
export async function packed(): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-package-'))
  const sources = join(folder, 'sources')
  for (const [, path = ''] of readFileSync('.dockerignore', 'utf8').matchAll(/^!(.+)$/gm))
    cpSync(path, join(sources, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(sources, 'node_modules'))
  await sound('npm', ['run', 'build'], sources)
  const { stdout } = await sound('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], sources)
  const [{ filename, files, unpackedSize }] = JSON.parse(stdout)
  return {
    folder,
    file: join(folder, filename),
    files,
    unpackedSize,
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** A project with the package in it, a copy of the one at `from`; npm takes what it has kept of the registry, if it has. */
export async function project({ folder, file }: Packed, from: string): Promise<string> {
  const own = join(folder, basename(from))
  cpSync(from, own, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'))
  manifest.dependencies['kefu-kit'] = `file:${file}`
  writeFileSync(join(own, 'package.json'), JSON.stringify(manifest))
  await sound('npm', ['install', '--no-fund', '--no-audit', '--prefer-offline'], own)
  return own
}

/** Packages that the tests have anyway stand in a project as if it had installed them. */
export function lend(folder: string, ...names: string[]) {
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true })
  for (const name of names) symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
}

/** Runs a command that has to end with 0; fails with all that it said. */
export async function sound(command: string, args: readonly string[], cwd: string): Promise<Finished> {
  const done = await finished(command, args, { cwd })
  if (done.code !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${done.code}:\n${done.stdout}${done.stderr}`)
  return done
}
