/** The guides keep their word: every command and program in them is run as it is printed, only ports are others. What is TypeScript, `types.test.ts` compiles. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { marked } from 'marked'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { profiles } from '../mocks/world/fault-rules.ts'
import { languages } from '../scripts/site/page.ts'
import { guides, guideText } from '../scripts/site/pages/guides.ts'
import { type Sample, samplesOf } from '../scripts/site/samples.ts'
import { program } from '../src/cli/program.ts'
import { problems } from '../src/wire/errors.ts'
import { type Shell, shell } from './site-samples.ts'
import { type Workshop, workshop } from './site-workshop.ts'

let place: Workshop
beforeAll(async () => {
  place = await workshop()
}, 60_000)
afterAll(() => place.remove())

const names = guides.map(it => it.name)
const english = (name: string) => samplesOf(guideText(name, 'en'))

for (const name of names)
  test.concurrent(`${name}: every sample does what the guide says`, { timeout: 120_000 }, async ({
    onTestFinished,
  }) => {
    const session = await shell(place, name)
    onTestFinished(session.end)
    for (const it of english(name)) await tried(it, session)
  })

async function tried(sample: Sample, session: Shell) {
  const { use, text, file = '', exit } = sample
  if (use === 'file') session.save(file, text)
  if (use === 'serve') await session.serve(text)
  if (use === 'output') await session.expect(text)
  if (use !== 'run') return
  const code = await session.run(text)
  expect(code, `${text}${session.printed()}`).toBe(exit)
}

test.each(names)('%s: the Chinese guide has the same samples and headings', name => {
  const anchors = (text: string) => [...text.matchAll(/^#{2,4} .*\{#([\w-]+)\}$/gm)].map(([, id]) => id)
  const headings = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, '').match(/^#+ .*/gm)?.length
  const [en, zh] = languages.map(it => guideText(name, it)) as [string, string]
  expect(samplesOf(zh)).toEqual(samplesOf(en))
  expect(anchors(zh)).toEqual(anchors(en))
  expect([headings(en), headings(zh)]).toEqual([anchors(en).length, anchors(en).length])
  expect(zh).toMatch(/[\u4e00-\u9fff]/)
})

test('no sample that runs names another machine', () => {
  const running = names.flatMap(english).filter(it => it.use === 'run' || it.use === 'serve' || it.use === 'file')
  const hosts = running.flatMap(({ text }) => [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host))
  expect(hosts.filter(it => it !== '127.0.0.1' && it !== 'localhost')).toEqual([])
})

test('every file of a guide is used by a command after it, or compiled', () => {
  for (const name of names) {
    const samples = english(name)
    const idle = samples.filter(
      ({ file, language }, index) =>
        file &&
        language !== 'ts' &&
        !samples.slice(index + 1).some(it => it.text.includes(file) && it.use !== 'output'),
    )
    expect(
      idle.map(it => it.file),
      name,
    ).toEqual([])
  }
})

test('what is shown as JSON or YAML can be read', () => {
  for (const { language, text } of names.flatMap(english)) {
    if (language === 'json') JSON.parse(text)
    if (language === 'yaml') expect(Object.keys(parse(text))).not.toEqual([])
  }
})

test('what a workflow hands to the action is an input of it', () => {
  const { inputs } = parse(readFileSync('action.yml', 'utf8'))
  const workflows = names.flatMap(english).filter(it => it.language === 'yaml')
  const steps = workflows.flatMap(({ text }) => parse(text).steps ?? [])
  const given = steps.filter(it => /kefu-kit@/.test(it.uses)).flatMap(it => Object.keys(it.with))
  expect(given).not.toEqual([])
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(given))
})

const spoken = guides.flatMap(({ name }) => languages.flatMap(it => codeIn(guideText(name, it))))
const options = (command: Command) => command.options.flatMap(it => it.long ?? [])

test.each(program.commands.map(it => it.name()))('what sentences say of kefu %s can be typed', name => {
  const command = program.commands.find(it => it.name() === name) as Command
  const typed = spoken.filter(it => it.replace(/^npx /, '').startsWith(`kefu ${name}`))
  for (const it of typed) expect(options(command), it).toEqual(expect.arrayContaining(it.match(/--[a-z-]+/g) ?? []))
})

test('every command, option and problem that a sentence names is there', () => {
  const names = program.commands.map(it => it.name())
  const known = new Set([...program.commands.flatMap(options), ...Object.keys(problems), ...Object.keys(profiles)])
  for (const it of spoken) {
    const [, command] = /^(?:npx )?kefu ([a-z]+)/.exec(it) ?? []
    if (command) expect(names, it).toContain(command)
    const [word] = /^(--[a-z-]+|[a-z]+(-[a-z]+)+$)/.exec(it) ?? []
    if (word && word !== 'kefu-kit') expect(known, it).toContain(word)
  }
})

/** What stands between backticks. */
function codeIn(markdown: string): string[] {
  const found: string[] = []
  marked.walkTokens(marked.lexer(markdown), it => {
    if (it.type === 'codespan') found.push(it.text)
  })
  return found
}
