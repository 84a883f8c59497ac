/** What an installation takes: packages, and the bytes of their files. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Footprint {
  packages: number
  bytes: number
}

/** Of everything that npm installed in this folder, except what only optional dependencies need. */
export function footprint(folder: string): Footprint {
  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'))
  const all = Object.entries(packages as Record<string, { optional?: boolean }>)
  const needed = all.flatMap(([path, { optional }]) => (optional ? [] : [path]))
  return { packages: needed.length, bytes: needed.reduce((sum, it) => sum + bytesIn(join(folder, it)), 0) }
}

/** Packages inside of packages are listed by themselves. */
const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true })
    .filter(it => it.name !== 'node_modules')
    .reduce((sum, it) => {
      const path = join(folder, it.name)
      return sum + (it.isDirectory() ? bytesIn(path) : statSync(path).size)
    }, 0)
