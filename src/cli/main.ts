#!/usr/bin/env node
/** Runs the `kefu` command, and ends it with one sentence and an exit code. */
import { CommanderError } from 'commander'
import { KefuError } from '../wire/errors.ts'
import { CONNECTION, exitCode, sentence, USAGE } from './exit.ts'
import { program } from './program.ts'

// What fails while nobody waits for it: a state file that turns out to be damaged.
process.on('uncaughtException', error => {
  if (!(error instanceof KefuError)) throw error
  process.stderr.write(`kefu: ${sentence(error)}\n`)
  process.exit(exitCode(error))
})

for (const stream of [process.stdout, process.stderr]) {
  // A reader that has seen enough closes the pipe; that is its right.
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? undefined : CONNECTION))
}

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE
  else {
    process.stderr.write(`kefu: ${sentence(error)}\n`)
    process.exitCode = exitCode(error)
  }
}
