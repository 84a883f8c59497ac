/** The suite catches handlers that have one thing wrong, each by the case meant for it, and passes those that have nothing wrong. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { broken } from './broken/all.ts'
import { EchatHandler } from './broken/echat.ts'
import { EasyliaoHandler, SobotHandler, YunduoHandler } from './broken/leads.ts'
import { createSubjects, ofEasyliao, ofEchat, ofSobot, ofYunduo, type Subjects } from './broken/subjects.ts'
import type { Report } from './conformance/report.ts'

let subjects: Subjects
beforeAll(async () => {
  subjects = await createSubjects()
})
afterAll(() => subjects.close())

const failedOf = (...reports: Report[]) => [
  ...new Set(reports.flatMap(({ results }) => results.filter(it => it.outcome === 'failed').map(it => it.id))),
]
const meets = (id: string, pattern: string) => {
  const [before = '', after] = pattern.split('*')
  return after === undefined ? id === pattern : id.startsWith(before) && id.endsWith(after)
}

test('there are twenty broken handlers of Echat at least, and two of each other vendor', () => {
  const of = (vendor: string) => broken.filter(it => it.vendor === vendor).length
  expect(of('echat')).toBeGreaterThanOrEqual(20)
  expect(Math.min(of('yunduo'), of('easyliao'), of('sobot'))).toBeGreaterThanOrEqual(2)
})

test.concurrent.each(broken)(
  'A handler of $vendor that $does is caught by $caughtBy',
  async ({ subject, caughtBy, also = [], saved, cases, timeout }) => {
    const options = { ...(cases && { cases }), ...(timeout !== undefined && { timeout }) }
    const reports = [
      await subjects.judge(subject, options),
      ...(saved ? [await subjects.judge(subject, { saved: true, cases: saved })] : []),
    ]
    const failed = failedOf(...reports)
    expect(caughtBy.filter(it => !failed.includes(it))).toEqual([])
    const others = failed.filter(it => !caughtBy.includes(it))
    expect(others.filter(it => !also.some(pattern => meets(it, pattern)))).toEqual([])
    expect(also.filter(pattern => !others.some(it => meets(it, pattern)))).toEqual([])
  },
)

test('A handler of plain messages of Echat with nothing wrong passes every case', async () => {
  expect(failedOf(await subjects.judge(ofEchat(EchatHandler, 'plain')))).toEqual([])
})

test.concurrent.each([
  { of: 'Echat', subject: ofEchat(EchatHandler) },
  { of: 'Yunduo', subject: ofYunduo(YunduoHandler) },
  { of: 'EasyLiao', subject: ofEasyliao(EasyliaoHandler) },
  { of: 'Sobot', subject: ofSobot(SobotHandler) },
])('A handler of $of with nothing wrong passes every case, with what it saves', async ({ subject }) => {
  const report = await subjects.judge(subject, { saved: true })
  expect(failedOf(report)).toEqual([])
  expect(report.results.length).toBeGreaterThan(80)
})
