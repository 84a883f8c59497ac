/** The commands on pages that are no guides: typed as they are printed, only ports are others. */
import { expect, onTestFinished, test } from 'vitest'
import type { Page } from '../scripts/site/page.ts'
import { assumptionsPage } from '../scripts/site/pages/assumptions.ts'
import { home } from '../scripts/site/pages/home.ts'
import { vendors } from '../scripts/site/sections.ts'
import { kefu, mocking } from './kefu.ts'
import { finished } from './processes.ts'
import { hearing } from './receiver.ts'

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
}

/** The text of each block of shell commands. */
const commandsOf = (page: Page | undefined): string[] =>
  [...(page?.body.text ?? '').matchAll(/aria-label="Code: bash"><code>([\s\S]*?)<\/code>/g)].map(([, code = '']) =>
    code.replace(/<[^>]+>/g, '').replace(/&[#\w]+;/g, it => entities[it] ?? it),
  )

const wordsOf = (command = '') => command.replace('npx kefu ', '').split(' ')

test('the two commands of the first page: a mock, and a push that is acknowledged', async () => {
  const [page] = await home('en')
  const [mock, push] = (commandsOf(page)[0] ?? '').split('\n')
  expect(mock).toBe('npx kefu mock')
  await (await mocking()).end()
  const receiver = await hearing()
  onTestFinished(receiver.end)
  const { code, stdout } = await kefu(...wordsOf(push?.replace('http://127.0.0.1:3000', receiver.url(''))))
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('echat chatStart: acknowledged') })
})

test.each(vendors)('$id: an assumption is switched at the start, and in a world', async vendor => {
  const [start, world = ''] = commandsOf(assumptionsPage(vendor, 'en'))
  const [, name = '', choice = ''] = /--assume \w+\.(\w+)=(\S+)/.exec(start ?? '') ?? []
  expect(choice).not.toBe('')
  const mock = await mocking(...wordsOf(start).slice(1))
  onTestFinished(() => void mock.end())
  const { stdout } = await finished('bash', ['-c', world.replace('http://127.0.0.1:4010', mock.answered[1] ?? '')])
  expect(JSON.parse(stdout)).toEqual({ [vendor.id]: { [name]: choice } })
})
