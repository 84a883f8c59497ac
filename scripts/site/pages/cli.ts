/** The page of the command: every command with its arguments, options and an example, from the definitions that run. */
import type { Argument, Command, Option } from 'commander'
import { CONNECTION, INTERRUPTED, REFUSED, USAGE } from '../../../src/cli/exit.ts'
import { program } from '../../../src/cli/program.ts'
import { codeBlock } from '../code.ts'
import { type Html, html } from '../html.ts'
import type { Both, Entry, Language, Maker } from '../page.ts'
import { bare, prose } from '../prose.ts'
import { examples } from '../reference/command-examples.ts'
import { commands, everywhere, nameOf, placeholderOf, unexplained } from '../reference/commands.ts'
import { type Row, table } from '../table.ts'
import { commandWords } from '../zh/cli.ts'

const labels = {
  title: { en: 'The command', zh: '命令行' },
  summary: { en: 'Every command of kefu, with its options and exit codes.', zh: 'kefu 的全部命令、选项和退出码。' },
  lead: {
    en: 'Contracts, a mock server and a push simulator, in one program. `npx kefu <command> --help` prints the same in the terminal.',
    zh: '契约、模拟服务和推送模拟器都在一个程序里。`npx kefu <command> --help` 在终端里给出同样的说明。',
  },
  commands: { en: 'Commands', zh: '命令' },
  command: { en: 'Command', zh: '命令' },
  purpose: { en: 'Purpose', zh: '用途' },
  arguments: { en: 'Arguments of', zh: '参数：' },
  options: { en: 'Options of', zh: '选项：' },
  everywhere: { en: 'Everywhere', zh: '通用选项' },
  argument: { en: 'Argument', zh: '参数' },
  option: { en: 'Option', zh: '选项' },
  meaning: { en: 'Meaning', zh: '说明' },
  preset: { en: 'Default', zh: '默认值' },
  example: { en: 'Example', zh: '示例' },
  required: { en: 'required', zh: '必填' },
  choices: { en: 'One of:', zh: '取值：' },
  exits: { en: 'Exit codes', zh: '退出码' },
  code: { en: 'Code', zh: '退出码' },
} satisfies Record<string, Both>

const exits: readonly [code: number, says: Both][] = [
  [0, { en: 'done', zh: '完成' }],
  [
    REFUSED,
    {
      en: 'a contract was violated, something was refused, or a report is below the bar',
      zh: '违反契约、被拒绝，或报告低于及格线',
    },
  ],
  [USAGE, { en: 'what was typed cannot be used', zh: '输入的命令不可用' }],
  [CONNECTION, { en: 'the other side cannot be reached', zh: '无法连接对方' }],
  [INTERRUPTED, { en: 'interrupted by Ctrl-C while it was sending', zh: '发送途中被 Ctrl-C 中断' }],
]

export const commandPage: Maker = language => [
  {
    path: 'reference/cli',
    title: labels.title[language],
    summary: labels.summary[language],
    section: 'reference',
    entries: [
      ...commands.flatMap(it => entriesOf(it, language)),
      { anchor: 'exit-codes', title: labels.exits[language], text: exits.map(([, it]) => it[language]).join(' ') },
    ],
    body: html`<h1>${labels.title[language]}</h1>
<p class="lead">${prose(labels.lead[language])}</p>
${overview(language)}
${commands.map(it => section(it, language))}
<h2 id="everywhere">${labels.everywhere[language]}</h2>
${table(
  labels.everywhere[language],
  heads(['option', 'meaning'], language),
  everywhere.map(it => ({ cells: [html`<code>${it.flags}</code>`, it.says[language]] })),
)}
<h2 id="exit-codes">${labels.exits[language]}</h2>
${table(
  labels.exits[language],
  heads(['code', 'meaning'], language),
  exits.map(([code, says]) => ({ cells: [html`<code>${code}</code>`, says[language]] })),
)}`,
  },
]

const heads = (names: readonly (keyof typeof labels)[], language: Language) => names.map(it => labels[it][language])

/** A description of the definitions in the language of the page. */
export const purposeOf = (command: Command, language: Language): string =>
  language === 'en' ? command.description() : (commandWords[command.name()]?.says ?? command.description())

const meaningOf = (command: Command, option: Option, language: Language): string =>
  language === 'en' ? option.description : (commandWords[command.name()]?.options[nameOf(option)] ?? option.description)

function argumentOf(command: Command, argument: Argument, language: Language): string {
  const own = unexplained[`${command.name()}.${argument.name()}`]
  if (own) return own[language]
  const chinese = commandWords[command.name()]?.arguments?.[argument.name()]
  return language === 'en' ? argument.description : (chinese ?? argument.description)
}

const anchorOf = (command: Command, option?: Option) => `${command.name()}${option ? nameOf(option) : ''}`

function entriesOf(command: Command, language: Language): Entry[] {
  const name = `kefu ${command.name()}`
  return [
    { anchor: anchorOf(command), title: name, text: bare(purposeOf(command, language)) },
    ...command.options.map(it => ({
      anchor: anchorOf(command, it),
      title: `${name} ${it.flags}`,
      text: bare(meaningOf(command, it, language)),
    })),
  ]
}

/** Help has no capitals and no full stops. */
const sentence = (text: string, language: Language) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${{ en: '.', zh: '。' }[language]}`

function overview(language: Language): Html {
  const rows = commands.map(it => ({
    cells: [html`<a href="#${anchorOf(it)}"><code>kefu ${it.name()}</code></a>`, prose(purposeOf(it, language))],
  }))
  return html`<h2 id="commands">${labels.commands[language]}</h2>
${table(labels.commands[language], heads(['command', 'purpose'], language), rows)}`
}

function section(command: Command, language: Language): Html {
  const name = `kefu ${command.name()}`
  const given = command.registeredArguments.map(it => ({
    cells: [html`<code>${placeholderOf(it)}</code>`, prose(argumentOf(command, it, language))],
  }))
  const options = command.options.map(it => optionRow(command, it, language))
  const example = examples[command.name()]
  return html`<h2 id="${anchorOf(command)}"><code>${name}</code></h2>
<p>${prose(sentence(purposeOf(command, language), language))}</p>
${codeBlock(`${program.name()} ${command.name()} ${command.usage()}`, 'text', language)}
${
  example &&
  html`<p class="caption">${labels.example[language]}</p>
${codeBlock(example.text, 'sh', language)}`
}
${given.length > 0 && table(`${labels.arguments[language]} ${name}`, heads(['argument', 'meaning'], language), given)}
${options.length > 0 && table(`${labels.options[language]} ${name}`, heads(['option', 'meaning', 'preset'], language), options)}
`
}

function optionRow(command: Command, option: Option, language: Language): Row {
  const choices = option.argChoices?.map(it => html` <code>${it}</code>`)
  const preset: unknown = option.defaultValue
  return {
    id: anchorOf(command, option),
    cells: [
      html`<code>${option.flags}</code>${option.mandatory && html` <span class="required">${labels.required[language]}</span>`}`,
      html`${prose(meaningOf(command, option, language))}${choices && html` <span class="limit">${labels.choices[language]}${choices}</span>`}`,
      preset === undefined ? '' : html`<code>${String(preset)}</code>`,
    ],
  }
}
