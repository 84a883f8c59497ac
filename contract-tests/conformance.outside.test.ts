/** Handlers from outside: the naive one and what the suite tells it; one that ends in the middle; and addresses where no handler is. */
import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { echat } from '../schemas/index.ts'
import { answer, listening, savingIn } from './broken/customers.ts'
import { type Account, EchatHandler } from './broken/echat.ts'
import { naiveHandler } from './broken/naive.ts'
import { createSubjects, ofEchat, type Subjects } from './broken/subjects.ts'
import { supervised } from './broken/supervisor.ts'
import type { Report } from './conformance/report.ts'
import { verify } from './conformance/verify.ts'

let subjects: Subjects
beforeAll(async () => {
  subjects = await createSubjects()
})
afterAll(() => subjects.close())

const subject = ofEchat(EchatHandler)
const answering = (listener: RequestListener) => subjects.judge(subject, { target: () => ({ node: listener }) })
const failedOf = ({ results }: Report, severity: string) =>
  results.filter(it => it.outcome === 'failed' && it.severity === severity).map(it => it.id)

const account: Account & { mode: 'secure' } = {
  token: 'a-token-of-these-tests',
  EncodingAESKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  appId: 'app-of-these-tests',
  mode: 'secure',
}
/** One of them ends the process. */
const deadly = ['echat.emoji', 'echat.rare-characters', 'echat.cdata-end', 'echat.markup', 'echat.line-breaks']

/** What it lacks, one thing a line, and the cases that say so. */
const lacking = {
  must: [
    'echat.handshake',
    'echat.handshake-then-push',
    'echat.damaged-beginning',
    'echat.cut-ciphertext',
    'echat.cut-off-text',
  ],
  should: [
    'echat.handshake-base64',
    'echat.stale-timestamp',
    'echat.future-timestamp',
    'echat.timestamp-no-number',
    'echat.replayed-signature',
    'echat.replayed-under-another-data-type',
    'echat.replayed-with-a-moved-digit',
    'echat.wrong-app-id',
    'echat.wrong-length',
    'echat.damaged-padding',
    'echat.damaged-end',
    'echat.no-padding-oracle',
    'echat.closed-wrongly',
    'echat.not-utf8',
    'echat.doctype',
  ],
}

test('the naive handler takes every message of the document, and learns what it lacks, each by a case of its own', async () => {
  const report = await subjects.judge({ ...subject, create: naive })
  expect(failedOf(report, 'must')).toEqual(lacking.must)
  expect(failedOf(report, 'should')).toEqual(lacking.should)
  expect(report.results.filter(it => it.group.startsWith('every ')).every(it => it.outcome === 'passed')).toBe(true)
})

const naive = (world: Parameters<typeof savingIn>[0]) =>
  naiveHandler({ ...(world.credentials.echat as Account), mode: 'secure' }, savingIn(world))

test('a handler that ends at one message and is started again fails that one case alone', async () => {
  const handler = await supervised(account, { restarts: true })
  try {
    const report = await verify(echat, handler.url, { secret: account, seed: '1', cases: deadly, patience: 20_000 })
    expect(report.stopped).toBeUndefined()
    expect(report.results.map(it => [it.id, it.outcome])).toEqual(
      expect.arrayContaining([['echat.emoji', 'failed'], ...deadly.slice(1).map(id => [id, 'passed'])]),
    )
    expect(report.results.find(it => it.id === 'echat.emoji')?.failures[0]?.came).toMatch(/got none/)
    expect(handler.ended()).toBeGreaterThan(0)
  } finally {
    await handler.close()
  }
})

test('a handler that ends at one message and stays away is said to be gone since that case, and the rest was not run', async () => {
  const handler = await supervised(account, { restarts: false })
  try {
    const options = { secret: account, seed: '1', cases: deadly, patience: 200, atOnce: 1 }
    const report = await verify(echat, handler.url, options)
    expect(report.stopped).toMatch(/gone since echat\.emoji/)
    const outcomes = report.results.map(it => it.outcome)
    expect(outcomes).toEqual(['failed', 'not-run', 'not-run', 'not-run', 'not-run'])
  } finally {
    await handler.close()
  }
})

test.each<{ where: string; listener: RequestListener; says: RegExp }>([
  {
    where: 'an HTML page',
    listener: (_request, response) => answer(response, 200, '<!doctype html><title>hello</title>', 'text/html'),
    says: /HTML page .* correct --target/,
  },
  {
    where: 'no path',
    listener: (_request, response) => answer(response, 404, 'not found'),
    says: /404 .* correct the path/,
  },
  {
    where: 'a redirect',
    listener: (_request, response) => void response.writeHead(308, { location: 'https://example.com/hooks/' }).end(),
    says: /redirect to https:\/\/example\.com\/hooks\/, which no vendor follows/,
  },
])('an address with $where is told of once, and no case is tried', async ({ listener, says }) => {
  const report = await answering(listener)
  expect(report.stopped).toMatch(says)
  expect(report.results).toEqual([])
})

test('a handler that never answers is told of once, and no case is tried', async () => {
  const report = await subjects.judge(subject, { target: () => ({ node: () => undefined }), timeout: 200 })
  expect(report.stopped).toMatch(/gives no answer to a sound push.*200 ms/)
  expect(report.results).toEqual([])
})

test('an address where nobody listens is unreachable', async () => {
  const gone = await listening(() => undefined)
  await gone.close()
  await expect(subjects.judge(subject, { target: () => gone.url })).rejects.toMatchObject({ code: 'unreachable' })
})

test('a secret that is not the handler’s is said once, in place of a failure for each case', async () => {
  const report = await subjects.judge(subject, { secret: account as never })
  expect(report.stopped).toMatch(/Most likely the secret that was given here is not the handler’s/)
  expect(report.results).toEqual([])
})
