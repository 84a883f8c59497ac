/** Before any test runs: the `kefu` command is bundled from today's sources, since it starts five times faster than through tsx. */
import { build } from 'tsdown'

const FOLDER = 'node_modules/.cache/kefu-tests'

/** Where the bundle stands. */
export const BUILT = `${FOLDER}/kefu.mjs`

export default async function setup() {
  await build({
    config: false,
    entry: { kefu: 'src/cli/main.ts' },
    outDir: FOLDER,
    // Another run may be using what stands there.
    clean: false,
    format: 'esm',
    target: 'node20',
    platform: 'node',
    dts: false,
    logLevel: 'silent',
  })
}
