/** The package: one bundle a door, libraries left outside. */
import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    'src/index': 'src/index.ts',
    'schemas/index': 'schemas/index.ts',
    'mocks/index': 'mocks/index.ts',
    'cli/main': 'src/cli/main.ts',
  },
  format: 'esm',
  target: 'node20',
  platform: 'node',
  dts: true,
  clean: true,
})
