/** The package: the library with its dependencies left outside, and the command as one small bundle that starts fast. */
import { defineConfig } from 'tsdown'

const common = { format: 'esm', target: 'node20', platform: 'node' } as const

export default defineConfig([
  {
    ...common,
    entry: { 'src/index': 'src/index.ts', 'schemas/index': 'schemas/index.ts', 'mocks/index': 'mocks/index.ts' },
    dts: true,
  },
  {
    ...common,
    entry: { main: 'src/cli/main.ts' },
    outDir: 'dist/cli',
    dts: false,
    minify: true,
    deps: {
      alwaysBundle: [/./],
      // Dependencies of ours that are loaded when they are first needed, and parts of Fastify that are never used.
      neverBundle: [
        'undici',
        'saxes',
        'jsonc-parser',
        'light-my-request',
        '@fastify/ajv-compiler',
        '@fastify/fast-json-stringify-compiler',
      ],
      onlyBundle: false,
    },
  },
])
