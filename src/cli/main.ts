#!/usr/bin/env node
/** The `kefu` command: its commands and options. What a command does is loaded when it is called. */
import { Command, CommanderError, Option } from 'commander'
import { profiles } from '../../mocks/deliver/profile.ts'
import manifest from '../../package.json' with { type: 'json' }
import { KefuError } from '../wire/errors.ts'
import { CONNECTION, exitCode, sentence, USAGE } from './exit.ts'
import { addressed, collect, listed } from './pairs.ts'

const program = new Command('kefu')
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
  .addHelpText('after', '\nExit codes: 0 done, 1 contract violated or refused, 2 usage, 3 connection.')

const seed = () => new Option('--seed <text>', 'the same seed gives the same credentials').default('kefu')
const secret = () =>
  new Option(
    '--secret <name=value>',
    'a credential, repeatable; also <vendor>.<name>, or KEFU_<VENDOR>_<NAME>',
  ).argParser(collect)

program
  .command('mock')
  .description('start the mock server with all vendors, or with those named')
  .argument('[vendors...]', 'sobot, okayapi, echat, yunduo, easyliao')
  .option('--port <number>', 'port to listen on', '4010')
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--assume <vendor.name=choice>', 'switch an assumption, repeatable', collect)
  .option('--strict', 'refuse what deviates from the contracts, instead of putting up with it')
  .option('--fault <profile>', 'inject faults: flaky, slow, rate-limited, down; repeatable', listed)
  .option('--state <file>', 'keep the worlds in this file')
  .option('--load <file>', 'begin with this snapshot of a world')
  .option('--allow-host <name>', 'a host besides this machine that may be called, repeatable', listed)
  .option('--journal-entries <number>', 'exchanges that each world remembers', '10000')
  .option('--journal-mebibytes <number>', 'how much of them', '64')
  .option('--unmasked', 'show secrets and telephone numbers in the journal')
  .addOption(seed())
  .action(async (vendors, options) => (await import('./mock.ts')).mock(vendors, options))

program
  .command('list')
  .description('list the operations and pushes of all vendors, or of one')
  .argument('[vendor]')
  .action(async vendor => (await import('./list.ts')).list(vendor))

const profile = (standard: string) =>
  new Option('--profile <name>', 'when a push is sent again').choices(profiles).default(standard)

/** What every command that sends pushes takes. */
const sending = (command: Command, standard: string) =>
  command
    .option('--header <name=value>', 'add a header, repeatable', collect)
    .option('--param <name=value>', 'add a parameter to the address, repeatable', collect)
    .option('--field <name=name>', 'EasyLiao: send a field under another name, repeatable', collect)
    .option('--assume <vendor.name=choice>', 'switch an assumption, repeatable', collect)
    .option(
      '--allow-host <name>',
      'a host, address or network besides this machine that may be called, repeatable',
      listed,
    )
    .addOption(profile(standard))
    .option('--limit <number>', 'attempts at the same time, for each address', '4')
    .option('--most <number>', 'attempts at the same time, in all', '64')
    .option('--faults <share>', 'break off this share of the attempts in the middle', '0')
    .option('--state <file>', 'keep what waits in this file, and go on with it later')
    .option('--redrive', 'send the dead letters of that file once more')
    .option('--record <file>', 'write every request to this file, as replay reads it')
    .option('--json', 'one JSON object a line instead of words')
    .addOption(secret())
    .addOption(seed())

sending(
  program
    .command('push')
    .description('send one push to your receiver, sealed as the vendor seals it, or copies of it')
    .argument('<vendor>')
    .argument('<push>')
    .requiredOption('--to <url>', 'address of your receiver')
    .option('--example <name>', 'name of an example or variant; the documented one by default')
    .option('--set <path=value>', 'set a field of the message, repeatable', collect)
    .option('--count <number>', 'so many, each with ids of its own', '1'),
  'once',
).action(async (vendor, push, options) => (await import('./push.ts')).push(vendor, push, options))

sending(
  program
    .command('scenario')
    .description('play whole conversations to your receiver, or list what can be played')
    .argument('[name]')
    .option('--to <url>', 'address of your receiver; <vendor>=<url> for one of several vendors, repeatable', addressed)
    .option('--count <number>', 'so many conversations, each another', '1')
    .option('--start <date>', 'when the first of them begins; now by default')
    .addOption(
      new Option('--pace <pace>', 'the next event once the last was acknowledged, as time tells, or all at once')
        .choices(['acknowledged', 'told', 'burst'])
        .default('acknowledged'),
    )
    .option('--at-once <number>', 'conversations at the same time', '16')
    .option('--shuffle', 'events of a conversation leave their order')
    .option('--twice <share>', 'send this share of the events twice', '0'),
  'vendor',
).action(async (name, options) => (await import('./scenario.ts')).scenario(name, options))

sending(
  program
    .command('replay')
    .description('send recorded pushes again: a JSON object a line with time, headers, query, body')
    .argument('<file>')
    .requiredOption('--vendor <name>', 'whose pushes they are')
    .requiredOption('--to <url>', 'address of your receiver')
    .addOption(
      new Option('--pace <pace>', 'with the pauses of the recording, or as fast as acknowledged')
        .choices(['recorded', 'acknowledged'])
        .default('recorded'),
    )
    .option('--rate <number>', 'so many a second instead')
    .option('--keep-bytes', 'send what was recorded byte for byte, instead of signing it anew')
    .addOption(
      new Option('--broken <way>', 'what to do about lines that cannot be sent: nothing is sent, or the rest')
        .choices(['refuse', 'skip'])
        .default('refuse'),
    ),
  'vendor',
).action(async (file, options) => (await import('./replay.ts')).replay(file, options))

program
  .command('call')
  .description('call one operation of a vendor, or of the mock')
  .argument('<vendor>')
  .argument('<operation>')
  .option('--to <url>', 'base address; the local mock by default')
  .option('--query <name=value>', 'a query parameter, repeatable', collect)
  .option('--param <name=value>', 'a parameter of the path, repeatable', collect)
  .option('--body <json>', 'the body, or @file')
  .addOption(secret())
  .addOption(seed())
  .action(async (vendor, operation, options) => (await import('./call.ts')).callOnce(vendor, operation, options))

program
  .command('open')
  .description('decode and check one captured message, read from standard input')
  .argument('<vendor>')
  .option('--as <push>', 'what it is, when the message does not say so itself')
  .addOption(secret())
  .addOption(seed())
  .action(async (vendor, options) => (await import('./open.ts')).open(vendor, options))

program
  .command('explain')
  .description(
    'say which mistake a signature or an encrypted message was made with; the capture is read from standard input',
  )
  .argument('<vendor>')
  .addOption(
    new Option('--as <scheme>', 'what to look at, when the capture does not show it').choices([
      'token',
      'push',
      'sign',
      'auth',
    ]),
  )
  .option('--window <seconds>', 'how far its time may be from now')
  .addOption(secret())
  .addOption(seed())
  .action(async (vendor, options) => (await import('./explain.ts')).explainCapture(vendor, options))

program
  .command('merge')
  .description('merge two customers of Sobot on the running mock, as people do in its console')
  .argument('<userid>', 'the customer that stays')
  .argument('<merged_userid>', 'the one that goes')
  .option('--to <url>', 'address of the mock', 'http://127.0.0.1:4010')
  .option('--world <id>', 'the world they are in', 'default')
  .action(async (userid, merged, options) => (await import('./merge.ts')).merge(userid, merged, options))

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
