/** Where the samples of the guides run: a folder in which packages and commands are found as after an installation. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'tsdown'
import * as vendors from '../schemas/index.ts'
import { main } from './kefu.ts'

export interface Workshop {
  folder: string
  /** Put in front of PATH. */
  tools: string
  remove(): void
}

/** Besides the kit itself. */
const PACKAGES = ['@hono', '@types', 'express', 'fastify', 'hono', 'tsx', 'typescript', 'vitest']
/** In node_modules, where what is built finds the dependencies. */
const CACHE = 'node_modules/.cache'

export async function workshop(): Promise<Workshop> {
  mkdirSync(CACHE, { recursive: true })
  const packed = mkdtempSync(resolve(CACHE, 'kefu-samples-'))
  await pack(packed)
  const folder = mkdtempSync(join(tmpdir(), 'kefu-samples-'))
  const [modules, tools] = [join(folder, 'node_modules'), join(folder, 'tools')]
  for (const it of [modules, tools]) mkdirSync(it)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  symlinkSync(packed, join(modules, 'kefu-kit'))
  for (const it of PACKAGES) symlinkSync(resolve('node_modules', it), join(modules, it))
  for (const [name, text] of Object.entries(commands)) {
    writeFileSync(join(tools, name), text)
    chmodSync(join(tools, name), 0o755)
  }
  const remove = () => {
    for (const it of [packed, folder]) rmSync(it, { recursive: true, force: true })
  }
  return { folder, tools, remove }
}

const common = {
  config: false,
  format: 'esm',
  target: 'node20',
  platform: 'node',
  dts: false,
  logLevel: 'silent',
} as const

/** The package as it is published, of today's sources: doors at the places that package.json names, without types. */
async function pack(folder: string) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  const targets = Object.values<{ default?: string }>(manifest.exports).flatMap(it => it.default ?? [])
  const places = targets.flatMap(it => (it.includes('*') ? Object.keys(vendors).map(id => it.replace('*', id)) : [it]))
  const doors = places.map(it => it.replace(/^\.\/dist\/|\.mjs$/g, ''))
  const dist = join(folder, 'dist')
  await build({ ...common, entry: Object.fromEntries(doors.map(it => [it, `${it}.ts`])), outDir: dist })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, scripts: {} }))
}

/** What stands for npx and npm: nothing is fetched, and the port that commands have by default is that of the guide. */
const commands = {
  npx: `#!/bin/sh
name=$1; shift
[ "$name" = kefu ] || exec ${resolve('node_modules/.bin')}/"$name" "$@"
case " $* " in
  *" --port "*|*" --mock "*|*" --to "*|*" --journal "*) ;;
  *) case $1 in
    mock) set -- "$@" --port "$MOCK_PORT" ;;
    audit|journal) set -- "$@" --mock "http://127.0.0.1:$MOCK_PORT" ;;
    merge) set -- "$@" --to "http://127.0.0.1:$MOCK_PORT" ;;
    call) set -- "$@" --to "http://127.0.0.1:$MOCK_PORT/$2" ;;
  esac ;;
esac
exec node ${main.map(it => resolve(it)).join(' ')} "$@"
`,
  npm: `#!/bin/sh
[ "$1" = install ] || { echo "npm: only install is known here, not $1"; exit 1; }
shift
for name in "$@"; do
  case $name in -*) ;; *) [ -e ${resolve('node_modules')}/"$name" ] || [ "$name" = kefu-kit ] || exit 1 ;; esac
done
`,
}
