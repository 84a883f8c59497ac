/** The reference of the docs site: every command and error is on it, as the programs have them. What the compiler finds behind the doors, `types.test.ts` compares. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Language, languages, type Page } from '../scripts/site/page.ts'
import { commandPage } from '../scripts/site/pages/cli.ts'
import type { libraryPage } from '../scripts/site/pages/library.ts'
import { problemPage } from '../scripts/site/pages/problems.ts'
import { examples } from '../scripts/site/reference/command-examples.ts'
import { library } from '../scripts/site/reference/library.ts'
import { missingOfCli, missingOfLibrary } from '../scripts/site/reference/missing.ts'
import { raised } from '../scripts/site/reference/raised.ts'
import { program } from '../src/cli/program.ts'
import { problems } from '../src/wire/errors.ts'
import { type Shell, shell } from './site-samples.ts'
import { type Workshop, workshop } from './site-workshop.ts'

const pageOf = async (make: typeof libraryPage, language: Language): Promise<Page> => {
  const [page] = await make(language)
  if (!page) throw new Error('The maker makes no page.')
  return page
}
const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')

test('everything that the reference says is said in Chinese', () => {
  expect([...missingOfCli(), ...missingOfLibrary()]).toEqual([])
})

test.each(languages)('every command and option is found, %s', async language => {
  const { body, entries } = await pageOf(commandPage, language)
  for (const command of program.commands) {
    expect(body.text).toContain(`<h2 id="${command.name()}">`)
    for (const { flags, long } of command.options) {
      expect(body.text, `${command.name()} ${flags}`).toContain(`<code>${escaped(flags)}</code>`)
      expect(entries.map(it => it.anchor)).toContain(`${command.name()}${long}`)
    }
  }
})

test('defaults and choices stand with their options', async () => {
  const { body } = await pageOf(commandPage, 'en')
  const row = (id: string) => new RegExp(`<tr id="${id}">.*`).exec(body.text)?.[0] ?? ''
  expect(row('mock--port')).toContain('<code>4010</code>')
  for (const it of ['vitest', 'curl', 'jsonl']) expect(row('journal--as')).toContain(`<code>${it}</code>`)
  expect(row('push--to')).toContain('required')
})

let place: Workshop
beforeAll(async () => {
  place = await workshop()
}, 60_000)
afterAll(() => place.remove())

test('every example of a command ends as it should', { timeout: 120_000 }, async ({ onTestFinished }) => {
  const session = await shell(place, 'commands')
  onTestFinished(session.end)
  session.save('handler.mjs', HANDLER)
  await session.serve('node handler.mjs')
  for (const [name, it] of Object.entries(examples)) await tried(name, it.text, it.exit, session)
})

const HANDLER = `import { createServer } from 'node:http'
createServer((request, response) => request.on('end', () => response.end('success')).resume()).listen(3000, '127.0.0.1')
`

async function tried(name: string, text: string, exit: number | 'serve', session: Shell) {
  if (exit === 'serve') {
    await session.serve(text)
    return session.expect('…listens on…')
  }
  // Of two customers one is merged into the other.
  if (name === 'merge') expect(await session.run(examples.call?.text.replace('Li Lei', 'Han Meimei') ?? '')).toBe(0)
  const code = await session.run(text)
  expect(code, `${text}\n${session.printed()}`).toBe(exit)
}

test('a member that comes from another interface is on the table of those who take it', () => {
  const [kit] = library
  const options = kit?.shown.find(it => it.name === 'ClientOptions')
  expect(options?.members.map(it => it.name)).toEqual(expect.arrayContaining(['credentials', 'baseUrl', 'deadline']))
  expect(options?.members.map(it => it.name)).not.toContain('signal')
})

test.each(languages)('every error of the kit has its place, status and cure, %s', async language => {
  const { body } = await pageOf(problemPage, language)
  for (const [code, [status]] of Object.entries(problems)) {
    const [section = ''] =
      new RegExp(`<section class="item" id="code-${code}">[\\s\\S]*?</section>`).exec(body.text) ?? []
    expect(section, code).toContain(`HTTP ${status}`)
    expect(section.match(/<p>/g)?.length, code).toBeGreaterThanOrEqual(2)
  }
})

test('an error names the parts of the kit that raise it', () => {
  const parts = (code: string) => raised.get(code)?.map(it => it.en)
  expect(parts('handler-late')).toEqual(['receivers'])
  expect(parts('deadline-passed')).toEqual(['clients'])
  expect(parts('world-held')).toEqual(['the mock inside a test'])
  expect(parts('signature-wrong')).toContain('both ends of the wire')
})
