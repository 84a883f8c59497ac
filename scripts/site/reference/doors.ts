/** The doors of the library: what package.json exports, each with the source file behind it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { vendors } from '../sections.ts'

export interface Door {
  /** As it is imported: `kefu-kit/mock`. */
  import: string
  /** In keys of translations and in anchors: `kit`, `mock`. */
  name: string
  /** Below the repository. */
  file: string
}

export const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

const manifest: { exports: Record<string, { default?: string }> } = JSON.parse(
  readFileSync(fromRoot('package.json'), 'utf8'),
)

const all = Object.entries(manifest.exports).flatMap(([path, { default: built }]): Door[] =>
  built === undefined
    ? []
    : [
        {
          import: path.replace('.', 'kefu-kit'),
          name: path === '.' ? 'kit' : path.slice('./'.length),
          file: built.replace('./dist/', '').replace('.mjs', '.ts'),
        },
      ],
)

export const doors: readonly Door[] = all.filter(it => !it.file.includes('*'))

/** `kefu-kit/contracts/echat` …: each exports the document of the vendor. */
export const documentDoors: readonly Door[] = all
  .filter(it => it.file.includes('*'))
  .flatMap(it =>
    vendors.map(({ id }) => ({ import: it.import.replace('*', id), name: id, file: it.file.replace('*', id) })),
  )

/** The door that a source file stands behind: its own, or that of its folder. */
export function doorOf(file: string): string {
  const own = doors.find(it => it.file === file)
  const top = (path: string) => path.split('/')[0]
  const found = own ?? doors.find(it => top(it.file) === top(file))
  if (!found) throw new Error(`${file} stands behind no door of package.json.`)
  return found.name
}
