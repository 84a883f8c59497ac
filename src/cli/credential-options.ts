/** Options that say whose credentials are used. */
import { Option } from 'commander'
import { collect } from './pairs.ts'

export const seed = () => new Option('--seed <text>', 'the same seed gives the same credentials').default('kefu')
export const secret = () =>
  new Option(
    '--secret <name=value>',
    'a credential, repeatable; also <vendor>.<name>, or KEFU_<VENDOR>_<NAME>',
  ).argParser(collect)
