/** The commands that send pushes, and the options that they share. */
import { type Command, Option } from 'commander'
import { profiles } from '../../mocks/deliver/profile.ts'
import { secret, seed } from './credential-options.ts'
import { addressed, collect, listed } from './pairs.ts'

export function defineSending(program: Command) {
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
      .option(
        '--to <url>',
        'address of your receiver; <vendor>=<url> for one of several vendors, repeatable',
        addressed,
      )
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
}

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
