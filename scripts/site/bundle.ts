/** Bundles what runs in the browser: classic scripts that also run from a file, with stand-ins for what only Node has. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { contracts } from '../../schemas/contracts.ts'
import type { Vendor } from '../../schemas/define.ts'
import * as vendors from '../../schemas/index.ts'

/** Scripts that another one loads at its first use: they have to lie beside it, and count towards no first view. */
export const loadedLater: Readonly<Record<string, readonly string[]>> = { signature: ['signature-kit'] }

/** The text of a script of `browser/`, by its name without the ending; the same sources give the same bytes. */
export const bundled = (name: string): Promise<string> => bundledFile(inBrowser(`${name}.ts`))

/** Of any file; what it exports becomes members of the global that is named. */
export async function bundledFile(file: string, globalName = ''): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    globalName,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    define: { 'import.meta.url': '""' },
    inject: [inBrowser('node/globals.ts')],
    plugins: [standIns],
  })
  // Where a page holds the script itself, this would end it.
  return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script')
}

const inBrowser = (file: string) => fileURLToPath(new URL(`browser/${file}`, import.meta.url))

const standIns: Plugin = {
  name: 'stand-ins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:(buffer|crypto|module)$/ }, ({ path }) => ({
      path: inBrowser(`node/${path.slice('node:'.length)}.ts`),
      sideEffects: false,
    }))
    // Who uses no bytes gets none.
    onResolve({ filter: /^buffer\/$/ }, ({ path }) => ({
      path: createRequire(import.meta.url).resolve(path),
      sideEffects: false,
    }))
    onLoad({ filter: /\/schemas\/index\.ts$/ }, () => ({ contents: slim(), loader: 'js' }))
  },
}

/** The five documents as far as the wire and the doctor read them: a tenth of the whole. */
const slim = () =>
  Object.values(vendors)
    .map(vendor => `export const ${vendor.id} = ${JSON.stringify(slimmed(vendor as Vendor))}`)
    .join('\n')

function slimmed(vendor: Vendor) {
  const { id, assumptions, errata } = vendor
  const operations = contracts(vendor, 'operation').map(({ id, contract: { kind, doc, method, path } }) => [
    id,
    { kind, doc, method, path },
  ])
  const defaults = Object.entries(assumptions).map(([name, it]) => [name, { default: it.default }])
  return {
    id,
    assumptions: Object.fromEntries(defaults),
    errata: errata.filter(it => it.symptom).map(({ id, says, symptom }) => ({ id, says, symptom })),
    chapters: { operations: Object.fromEntries(operations) },
  }
}
