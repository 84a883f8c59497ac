/** What the reference has not said in Chinese yet, or says of what is not there. The build fails while there is any. */
import { commandWords } from '../zh/cli.ts'
import { libraryWords } from '../zh/library.ts'
import { examples } from './command-examples.ts'
import { commands, nameOf, unexplained } from './commands.ts'
import { libraryTexts } from './library.ts'

/** Names such as `cli.push.options.--to`, sorted. */
export function missingOfCli(): string[] {
  const wanted = commands.flatMap(command => [
    `${command.name()}.says`,
    ...command.registeredArguments.filter(it => it.description).map(it => `${command.name()}.arguments.${it.name()}`),
    ...command.options.map(it => `${command.name()}.options.${nameOf(it)}`),
  ])
  const found = Object.entries(commandWords).flatMap(([command, words]): [string, string][] => [
    [`${command}.says`, words.says],
    ...Object.entries(words.arguments ?? {}).map(([name, it]): [string, string] => [
      `${command}.arguments.${name}`,
      it,
    ]),
    ...Object.entries(words.options).map(([name, it]): [string, string] => [`${command}.options.${name}`, it]),
  ])
  return [...compared(wanted, new Map(found)), ...unshown()].map(it => `cli.${it}`).sort()
}

/** Arguments that neither help nor the site explains, and commands without an example. */
const unshown = () => [
  ...commands.flatMap(command =>
    command.registeredArguments
      .filter(it => !it.description && !unexplained[`${command.name()}.${it.name()}`])
      .map(it => `${command.name()}.arguments.${it.name()}`),
  ),
  ...commands.filter(it => !examples[it.name()]).map(it => `${it.name()}.example`),
]

/** Names such as `library.kit.ReceiverOptions.limit`, sorted. */
export const missingOfLibrary = (): string[] =>
  compared(
    [...libraryTexts].filter(([, text]) => !quoted(text)).map(([key]) => key),
    withoutQuoted(libraryWords),
  )
    .map(it => `library.${it}`)
    .sort()

/** A text that is nothing but code needs no Chinese. */
const quoted = (text: string) => /^`[^`]+`(, `[^`]+`)*$/.test(text)

const withoutQuoted = (words: Readonly<Record<string, string>>) =>
  new Map(Object.entries(words).filter(([key, text]) => !(quoted(text) && libraryTexts.has(key))))

/** What lacks, is no Chinese, or is superfluous. */
function compared(wanted: readonly string[], found: ReadonlyMap<string, string>): string[] {
  const lacking = wanted.filter(it => !/\p{Script=Han}/u.test(found.get(it) ?? ''))
  const superfluous = [...found.keys()].filter(it => !wanted.includes(it))
  return [...lacking, ...superfluous]
}
