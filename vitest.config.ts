/** Tests: real HTTP, real crypto, real parsers; nothing of ours is mocked. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['contract-tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    allowOnly: false,
  },
})
