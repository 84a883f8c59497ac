/** What only the compiler can judge: generated types equal their sources, misuse does not compile, and what may be copied from the docs site does, strictly. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { contracts } from '../schemas/contracts.ts'
import type { Operation } from '../schemas/define.ts'
import { guides, guideText } from '../scripts/site/pages/guides.ts'
import { doors } from '../scripts/site/reference/doors.ts'
import { exportedFrom } from '../scripts/site/reference/exported.ts'
import { library } from '../scripts/site/reference/library.ts'
import { results } from '../scripts/site/reference/results.ts'
import { samplesOf } from '../scripts/site/samples.ts'
import { vendors } from '../scripts/site/sections.ts'
import { clientOfCall, receiverOfPush } from '../scripts/site/usage.ts'
import { type Compiled, compiled } from './compiled.ts'

type Texts = [name: string, text: string][]

const folder = 'contract-tests/types'
const judged = readdirSync(folder).flatMap(it => (it.endsWith('.ts') ? [`${folder}/${it}`] : []))

/** In the folder of its guide, since one may import another. */
const samples: Texts = guides.flatMap(guide =>
  samplesOf(guideText(guide.name, 'en')).flatMap(
    ({ language, file, text }, index): Texts =>
      language === 'ts' ? [[`${guide.name}/${file ?? `sample-${index}.ts`}`, text]] : [],
  ),
)

const programs: Texts = vendors.flatMap(vendor => [
  ...contracts(vendor, 'operation').flatMap(it =>
    Object.entries(it.contract.examples).map(([name, call]): Texts[number] => [
      `pages/${vendor.id}-${it.id}-${name}.ts`,
      clientOfCall(vendor, it, call as Operation['examples'][string]),
    ]),
  ),
  ...contracts(vendor, 'push').map((it): Texts[number] => [
    `pages/${vendor.id}-${it.id}.ts`,
    receiverOfPush(vendor, it),
  ]),
])

/** Each result is taken for what the reference says, and what it says for the result. */
const answers: Texts[number] = [
  'answers.ts',
  `import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Contract } from 'kefu-kit/contracts'
import type * as schemas from 'kefu-kit/contracts'
import type * as kit from 'kefu-kit'
import type { Client, Http, okayapi, RawRequest, Received, sobot } from 'kefu-kit'
type K = 'operation' | 'push'
type All = typeof kit & typeof schemas
${Object.entries(results)
  .map(
    ([name, type]) =>
      `export const ${name} = (given: ReturnType<All['${name}']>, said: ${type}): [${type}, ReturnType<All['${name}']>] => [given, said]`,
  )
  .join('\n')}
`,
]

let all: Compiled
beforeAll(() => {
  all = compiled(new Map([...samples, ...programs, answers]), [...judged, ...doors.map(it => it.file)])
})

test('the compiler agrees with every file of types/', { timeout: 120_000 }, () => {
  expect(all.complaints(judged)).toEqual([])
})

test('those files hold misuse that is expected to fail', () => {
  const expected = judged.flatMap(it => [...readFileSync(it, 'utf8').matchAll(/@ts-expect-error/g)])
  expect(expected.length).toBeGreaterThanOrEqual(14)
})

test('every sample of TypeScript in a guide compiles, strictly', { timeout: 120_000 }, () => {
  expect(all.complaints(samples.map(([name]) => name))).toEqual([])
  expect(samples).not.toEqual([])
})

test('every program on the page of a contract compiles, strictly', { timeout: 120_000 }, () => {
  expect(all.complaints(programs.map(([name]) => name))).toEqual([])
  expect(programs.length).toBeGreaterThan(65)
})

test.each(doors)('$import: the page has what the compiler finds there', ({ file, name }) => {
  const source = all.program.getSourceFile(file)
  const checker = all.program.getTypeChecker()
  const module = source && checker.getSymbolAtLocation(source)
  const found = module ? checker.getExportsOfModule(module).map(it => it.name) : []
  const listed = library.find(it => it.name === name)
  const names = [...(listed?.shown ?? []), ...(listed?.passed ?? [])].map(it => it.name)
  const own = exportedFrom(file).some(it => it.name === 'Matchers') ? ['Matchers'] : []
  expect([...names, ...(listed?.named ?? [])].sort()).toEqual([...found, ...own].sort())
})

test('functions answer what the page says where the source leaves it to the compiler', () => {
  expect(all.complaints([answers[0]])).toEqual([])
})
