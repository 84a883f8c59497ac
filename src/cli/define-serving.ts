/** The commands that stand in for a vendor, call one, and look at what was captured. What a command does is loaded when it is called. */
import { type Command, Option } from 'commander'
import { secret, seed } from './credential-options.ts'
import { collect, listed } from './pairs.ts'

export function defineServing(program: Command) {
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
    .option(
      '--allow-origin <origin>',
      'an origin whose pages may call besides those of this machine, "null" for files; repeatable',
      listed,
    )
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
}
