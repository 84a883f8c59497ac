/** Tests: real HTTP, real crypto, real parsers; nothing of ours is mocked. */
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What holds to the millisecond on a quiet machine alone: these run one after the other when all others are done. */
const timed = 'contract-tests/**/*.timed.test.ts'

/** These take longest, and begin first: none of them is left alone at the end. */
const LONGEST = ['soak', 'site.browser', 'crash', 'package', 'conformance.broken', 'bad-input', 'queue-file']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex(it => moduleId.endsWith(`/${it}.test.ts`))
      return place < 0 ? LONGEST.length : place
    }
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other))
  }
}

export default defineConfig({
  test: {
    globalSetup: 'contract-tests/built.ts',
    sequence: { sequencer: LongestFirst },
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['contract-tests/**/*.test.ts'],
          exclude: [timed],
          // On two cores: one of three mostly waits, for a clock or a process.
          maxWorkers: 3,
          // To load the kit anew for each of a hundred files takes longer than most of them do.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'timed', include: [timed], maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is polled for comes late on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
})
