/** Checks package-lock.json without the network: what `npm ci` would stumble over, and what `npm audit` would tell. */
import { readFileSync, realpathSync } from 'node:fs'

interface Entry {
  name?: string
  version?: string
  resolved?: string
  /** A link to a folder of this disk. */
  link?: boolean
  /** Reachable from development dependencies only. */
  dev?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
/** Entries by folder; '' is the project itself. */
type Packages = Record<string, Entry>

/** Below these versions a vulnerability is published. */
const floors: Record<string, string> = {
  fastify: '5.12.1',
  '@fastify/static': '10.1.4',
  ajv: '8.18.0',
  undici: '7.24.0',
  'fast-xml-parser': '5.10.1',
  'fast-uri': '3.1.4',
}

/** What is wrong with a lock, each as a sentence that says what to do. */
export function lockProblems({ packages }: { packages: Packages }, manifest: Entry = packages[''] ?? {}): string[] {
  const installed = Object.entries(packages).filter(([path]) => path)
  const perEntry = installed.flatMap(([path, it]) => [
    ...holes(packages, path, it),
    tooOld(path, it),
    foreign(path, it),
  ])
  return [...inexact(manifest), ...perEntry].filter(problem => problem !== undefined)
}

const inexact = ({ dependencies, devDependencies, optionalDependencies }: Entry) =>
  Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
    .map(([name, version]) => `Pin ${name} to one exact version in package.json instead of "${version}".`)

const holes = (packages: Packages, path: string, { version, optionalDependencies = {} }: Entry) =>
  Object.keys(optionalDependencies)
    .filter(name => !folders(path).some(folder => packages[`${folder}node_modules/${name}`]))
    .map(
      name =>
        `Take another version of ${path} than ${version}: npm ci misses its optional dependency ${name} in the lock.`,
    )

/** Where Node looks for what a package requires: its own folder first, the project's last. */
const folders = (path: string): string[] =>
  path ? [`${path}/`, ...folders(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))))] : ['']

function tooOld(path: string, { name = path.split('node_modules/').at(-1)!, version = '', dev }: Entry) {
  const floor = floors[name]
  if (floor && !dev && isBelow(version, floor))
    return `Raise ${path} from ${version} to ${floor} or later, which closes a vulnerability.`
}

/** A pre-release comes before its release. */
const isBelow = (version: string, floor: string) => {
  const order = version.replace(/-.*/, '').localeCompare(floor, 'en', { numeric: true })
  return order < 0 || (order === 0 && version.includes('-'))
}

/** npm may leave `resolved` out for what comes from the registry, never for anything else. */
function foreign(path: string, { resolved, link }: Entry) {
  const registry = resolved?.startsWith('https://registry.npmjs.org/') ?? true
  if (link || !registry) return `Install ${path} from the npm registry instead of ${resolved ?? 'a folder'}.`
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  const read = (file: string) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
  const problems = lockProblems(read('package-lock.json'), read('package.json'))
  for (const problem of problems) console.error(problem)
  if (problems.length) process.exitCode = 1
}
