/** The `kefu` command: its commands and options, as data that can be listed. */
import { Command } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { defineJudging } from './define-judging.ts'
import { defineSending } from './define-sending.ts'
import { defineServing } from './define-serving.ts'

export const program = new Command('kefu')
  .description('Contracts, a mock server and a push simulator for Sobot, OkayAPI, Echat, Yunduo and EasyLiao.')
  .version(manifest.version)
  .exitOverride()
  .configureOutput({
    outputError: (text, write) =>
      write(
        `${text
          .replace(/^error: /, 'kefu: ')
          .trim()
          .replaceAll('\n', ' ')}\n`,
      ),
  })
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 contract violated, refused or below the bar, 2 usage, 3 connection, 130 interrupted.',
  )

for (const define of [defineServing, defineSending, defineJudging]) define(program)
