/** Tests: real HTTP, real crypto, real parsers; nothing of ours is mocked. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['contract-tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is polled for comes late on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    // Some files mostly wait for a clock or a process: two at a time on two cores.
    maxWorkers: 2,
    globalSetup: 'contract-tests/built.ts',
    passWithNoTests: false,
    allowOnly: false,
  },
})
