/** Finds and reads `kefu.config.ts`, also on a Node that knows no TypeScript. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ReadConfig, readConfig } from '../../contract-tests/conformance/config.ts'
import { KefuError } from '../wire/errors.ts'
import { UsageError } from './exit.ts'

const NAMES = ['kefu.config.ts', 'kefu.config.mts', 'kefu.config.js', 'kefu.config.mjs']

/** The config of that name, or the one in this folder; an empty one where there is none. Throws UsageError. */
export async function configNamed(named: string | undefined): Promise<ReadConfig & { file?: string }> {
  const file = named ?? NAMES.find(it => existsSync(it))
  if (file === undefined) return { handlers: new Map() }
  if (!existsSync(file)) throw new UsageError(`--config ${file}: there is no such file.`)
  const value = await loaded(resolve(file)).catch((error: Error) => {
    throw new UsageError(`${file} cannot be loaded: ${error.message.split('\n')[0]}`)
  })
  if (value === undefined)
    throw new UsageError(`${file} has no default export: expected export default defineConfig({ … }).`)
  try {
    return { ...readConfig(value), file }
  } catch (error) {
    if (error instanceof KefuError) throw new UsageError(`${file}: ${error.message}`)
    throw error
  }
}

async function loaded(file: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  const own = OWN.map(it => fileURLToPath(new URL(it, import.meta.url))).find(existsSync)
  const alias: Record<string, string> = own ? { 'kefu-kit/verify': own } : {}
  const jiti = createJiti(file, { moduleCache: false, interopDefault: false, alias })
  return (await jiti.import<{ default?: unknown }>(file)).default
}

/** What `kefu-kit/verify` is, seen from the packed command and from its source: the config finds it also where the package is not installed. */
const OWN = ['../contract-tests/conformance/index.mjs', '../../contract-tests/conformance/index.ts']
