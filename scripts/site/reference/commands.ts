/** The commands of `kefu`, read off commander's own definitions. */
import type { Argument, Command, Option } from 'commander'
import { program } from '../../../src/cli/program.ts'
import type { Both } from '../page.ts'

export const commands: readonly Command[] = program.commands

/** Of the program itself; `--help` stands in no list of commander's. */
export const everywhere: readonly { flags: string; says: Both }[] = [
  { flags: '-V, --version', says: { en: 'print the version', zh: '打印版本号' } },
  { flags: '-h, --help', says: { en: 'print help for the program or a command', zh: '打印程序或某个命令的帮助' } },
]

/** `--to` of `--to <url>`. */
export const nameOf = (option: Option): string => option.long ?? option.flags

/** `<vendor>`, `[vendors...]`. */
export function placeholderOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
}

const aVendor: Both = {
  en: 'sobot, okayapi, echat, yunduo or easyliao',
  zh: 'sobot、okayapi、echat、yunduo 或 easyliao',
}

/** Arguments of which help says no more than their name: `<command>.<argument>`. */
export const unexplained: Readonly<Record<string, Both>> = {
  'list.vendor': { en: 'all by default', zh: '默认列出全部厂商' },
  'call.vendor': aVendor,
  'call.operation': { en: 'id of the operation, as `kefu list` prints it', zh: '接口的 id，见 `kefu list`' },
  'open.vendor': aVendor,
  'explain.vendor': aVendor,
  'push.vendor': aVendor,
  'push.push': { en: 'id of the push, as `kefu list` prints it', zh: '推送的 id，见 `kefu list`' },
  'scenario.name': { en: 'all are listed without it', zh: '不写则列出全部场景' },
  'replay.file': { en: 'the recording', zh: '录制文件' },
}
