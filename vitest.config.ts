/** Tests: real HTTP, real crypto, real parsers; nothing of ours is mocked. */
import { defineConfig } from 'vitest/config'

/** What holds to the millisecond on a quiet machine alone: these run one after the other when all others are done. */
const timed = 'contract-tests/**/*.timed.test.ts'

export default defineConfig({
  test: {
    globalSetup: 'contract-tests/built.ts',
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['contract-tests/**/*.test.ts'],
          exclude: [timed],
          // Some files mostly wait for a clock or a process: two at a time on two cores.
          maxWorkers: 2,
          // To load the kit anew for each of a hundred files takes longer than most of them do.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'timed', include: [timed], maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is polled for comes late on a busy machine.
    expect: { poll: { timeout: 10_000 } },
  },
})
