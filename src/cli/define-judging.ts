/** The commands that judge: a receiver, a client, and one exchange made into a test. */
import { type Command, Option } from 'commander'
import { secret } from './credential-options.ts'
import { collect, listed } from './pairs.ts'

/** What every command that judges takes. */
const reporting = (command: Command) =>
  command
    .option('--min <bar>', 'what has to hold: must, should, may, or so many percent', 'must')
    .option('--report <formats>', 'write reports: junit, json, html, badge, and github to standard output')
    .option('--out <folder>', 'where reports and requests are written', 'kefu-report')
    .option('--verbose', 'a line for each case, also for those that hold')

export function defineJudging(program: Command) {
  reporting(
    program
      .command('verify')
      .description('judge a handler of pushes by the conformance suite')
      .argument('[vendor]', 'all vendors of the config by default')
      .option('--target <url>', 'address of the handler')
      .option('--config <file>', 'handlers and what pushes have to bring about; kefu.config.ts by default')
      .option('--case <id>', 'try this case alone; * stands for any characters; repeatable', listed)
      .option('--list', 'list the cases instead')
      .option('--seed <text>', 'the same seed gives the same messages; another for each run by default')
      .option('--header <name=value>', 'a header that the handler demands, repeatable', collect)
      .option('--param <name=value>', 'a parameter of the address that it demands, repeatable', collect)
      .option('--assume <vendor.name=choice>', 'switch an assumption, repeatable', collect)
      .option('--allow-host <name>', 'a host besides this machine that may be called, repeatable', listed)
      .option('--mock <url>', 'the mock that the handler calls, where effects are judged')
      .option('--world <id>', 'its world; default by default')
      .option('--timeout <milliseconds>', 'for an answer; those of the vendor by default')
      .option('--at-once <number>', 'cases at the same time; 4, or 1 where effects are judged')
      .option('--patience <milliseconds>', 'that a handler which is gone may take to come back', '5000')
      .addOption(secret()),
  ).action(async (vendor, options) => (await import('./verify.ts')).verifyHandlers(vendor, options))

  reporting(
    program
      .command('audit')
      .description('judge the client that called a mock, and the receiver that it pushed to, by its journal')
      .argument('[vendor]', 'all vendors in the journal by default')
      .option('--mock <url>', 'address of the running mock', 'http://127.0.0.1:4010')
      .option('--world <id>', 'the world whose journal it is', 'default')
      .option('--journal <file>', 'a journal saved from /_kefu/exchanges, instead of a running mock'),
  ).action(async (vendor, options) => (await import('./audit.ts')).auditClients(vendor, options))

  program
    .command('journal')
    .description('list what a running mock was asked and has pushed, or write one exchange as a file that runs')
    .argument('[number]', '3 for an entry, p3 for a push; all are listed without it')
    .addOption(
      new Option('--as <form>', 'a test file, a shell script, or one line of JSON, which is the default').choices([
        'vitest',
        'curl',
        'jsonl',
      ]),
    )
    .option('--file <path>', 'write it there instead of to standard output')
    .option('--force', 'write over a file that is there')
    .option('--mock <url>', 'address of the running mock', 'http://127.0.0.1:4010')
    .option('--world <id>', 'the world whose journal it is', 'default')
    .action(async (number, options) => (await import('./journal.ts')).journal(number, options))
}
