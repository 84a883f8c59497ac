/** `npm run docs [folder] [--preview]`: writes the site into `site/`. Where something is wrong with it, it says so and writes nothing, except for a preview. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { faults } from './checks.ts'
import { type Files, makeSite } from './site.ts'

const options = process.argv.slice(2)
const [folder = 'site'] = options.filter(it => it !== '--preview')
const site = await makeSite()
const found = faults(site)
if (found.length) {
  process.stderr.write(`${found.join('\n')}\n${found.length} faults.\n`)
  process.exitCode = 1
}
if (!found.length || options.includes('--preview')) write(site.files)

function write(files: Files) {
  // Pages that are no more must not stay behind.
  for (const part of ['en', 'zh', 'assets', 'openapi']) rmSync(join(folder, part), { recursive: true, force: true })
  let bytes = 0
  for (const [path, content] of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    bytes += Buffer.byteLength(content)
  }
  process.stdout.write(`${folder}: ${files.size} files, ${(bytes / 1e6).toFixed(1)} MB\n`)
}
