/** Each check of pushes finds the receiver that answers badly, and leaves the one alone that answers as the document says. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Choices } from '../mocks/world/switches.ts'
import { contractOf } from '../schemas/contracts.ts'
import { echat } from '../schemas/index.ts'
import { type Auditing, auditing } from './audited.ts'
import { checksOf } from './conformance/audit/audit.ts'
import { type Answer, type Hearing, hearing } from './receiver.ts'

let mock: Auditing
let receiver: Hearing
beforeAll(async () => {
  mock = await auditing()
  receiver = await hearing()
})
afterAll(() => Promise.all([mock.close(), receiver.end()]))

let paths = 0

/** Ids of the checks that fail for a receiver that answers so. */
async function audited(
  answer: (count: number) => Answer,
  { profile = 'fast', ...choices }: { profile?: string } & Choices['echat'] = {},
) {
  const { world, failed, report } = mock.client({ echat: choices as Record<string, string> })
  const url = receiver.answering(`/audited-${paths++}`, answer)
  await world.outbox.endpoints.register(echat, url, { profile: profile as 'fast', check: false })
  const push = contractOf(echat, 'push', 'chatSubject')!
  world.outbox.enqueue({ vendor: echat, push, message: Object.values(push.contract.examples)[0] })
  await world.outbox.drained()
  return { failed: failed(echat), report: report(echat) }
}

test('an acknowledgement in time is well', async () => {
  const { failed, report } = await audited(() => ({}))
  expect(failed).toEqual([])
  expect(report.results.map(it => it.outcome)).toEqual(checksOf(echat).map(() => 'passed'))
})

test('an answer that means success in other words is found', async () => {
  const { failed, report } = await audited(count => ({ body: count < 3 ? '{"ok":true}' : 'success' }))
  expect(failed).toEqual(['answers-are-acknowledgements'])
  expect(report.results[0]?.failures).toEqual([
    { expected: 'the body success', came: '"{\\"ok\\":true}" (2 times)', at: 'push 1' },
  ])
})

test('a refusal is found', async () => {
  const { failed } = await audited(count => ({ status: count < 2 ? 500 : 200 }))
  expect(failed).toEqual(['pushes-are-taken'])
})

test('an answer near the end of the time is found, though it is an acknowledgement', async () => {
  const { failed } = await audited(() => ({ after: 900 }), { timeout: '1' })
  expect(failed).toEqual(['answers-come-in-time'])
})

test('a push that was given up is found, besides what led to it', async () => {
  const { failed } = await audited(() => ({ status: 500 }), { profile: 'once' })
  expect(failed).toEqual(['pushes-are-taken', 'no-push-is-lost'])
})

test('outcomes are covered as they come', async () => {
  const { report } = await audited(count => ({ status: count < 2 ? 500 : 200 }))
  const [outcomes, ...others] = report.coverage ?? []
  expect(others).toEqual([])
  expect(outcomes?.covered).toEqual(['acknowledged', 'refused', 'sent again'].map(it => `chatSubject ${it}`))
  expect(outcomes?.missing).toContain('chatSubject given up')
})
