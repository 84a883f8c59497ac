/** The Echat cases of the conformance suite: they can be looked up, sound handlers pass them, and a seed says what is sent. */
import type { RequestListener } from 'node:http'
import { describe, expect, test } from 'vitest'
import { startMock } from '../mocks/testing/start.ts'
import { contracts } from '../schemas/contracts.ts'
import { echat } from '../schemas/index.ts'
import { receiver } from '../src/receive/receiver.ts'
import { nodeReceiver } from '../src/receive.ts'
import { echat as cases } from './conformance/cases/echat.ts'
import { casesOf } from './conformance/cases/index.ts'
import { verify } from './conformance/verify.ts'
import { foreignHandler } from './echat-foreign-handler.ts'
import { plain, secure } from './receive-requests.ts'

const modes = [
  ['plain', plain],
  ['secure', secure],
] as const
type Secret = (typeof modes)[number][1]

const pushes = contracts(echat, 'push').map(it => it.id)
const own = cases.map(it => it.id)
const run = (secret: Secret, node: RequestListener, options = {}) =>
  verify(echat, { node }, { secret, seed: 'kefu', ...options })

describe('the list', () => {
  test('no id stands twice', () => {
    const ids = casesOf(echat).map(it => it.id)
    expect(ids).toEqual([...new Set(ids)])
    expect(own.length).toBeGreaterThan(80)
  })

  test('every case says what has to hold, why, and by whose word', () => {
    for (const { id, title, why, steps } of cases) {
      expect(id).toMatch(/^echat\.[a-z0-9-]+$/)
      expect(title.length, id).toBeGreaterThan(20)
      expect(why, id).toMatch(/^[A-Z].{30,}\.$/)
      expect(steps.length, id).toBeGreaterThan(0)
    }
  })

  test('every source can be looked up', () => {
    const sections = ['1', '2', ...contracts(echat, 'push').map(it => it.contract.doc)]
    const standards = /^(RFC \d{4}|XML 1\.0), \d+(\.\d+)*$/
    const isKnown = (source: string) =>
      standards.test(source) ||
      (source.startsWith('erratum ') && echat.errata.some(it => `erratum ${it.id}` === source)) ||
      (source.startsWith('echat.') && Object.hasOwn(echat.assumptions, source.slice('echat.'.length))) ||
      sections.includes(source)
    expect(cases.filter(it => !isKnown(it.source)).map(it => `${it.id}: ${it.source}`)).toEqual([])
  })
})

describe('sound handlers', () => {
  test.each(modes)('our receiver passes everything in %s mode', async (_mode, secret) => {
    const { results, stopped, milliseconds } = await run(secret, nodeReceiver(echat, { secret, on: {} }))
    expect(stopped).toBeUndefined()
    expect(results.filter(it => it.outcome === 'failed' || it.outcome === 'not-run')).toEqual([])
    const needs = new Map(cases.map(it => [it.id, it.needs]))
    const skipped = results.filter(it => it.outcome === 'skipped').map(it => needs.get(it.id))
    expect([...new Set(skipped)].sort()).toEqual(['effects', secret.mode === 'plain' ? 'secure' : 'plain'])
    expect(milliseconds).toBeLessThan(10_000)
  })

  test('our receiver brings everything about once, whatever happens behind it', async () => {
    const mock = await startMock()
    try {
      const { baseUrl, credentials, id: world } = mock.world({ id: 'behind' })
      const headers = { 'content-type': 'application/json', token: String(credentials.sobot.token) }
      async function save({ msgId }: { msgId?: string }) {
        if (msgId === undefined) return
        const body = JSON.stringify({ nick: '访客', uname: msgId, tel: '16000000001' })
        const { ok } = await fetch(`${baseUrl.sobot}/api/scrm/5/user/save`, { method: 'POST', headers, body })
        if (!ok) throw new Error('nothing was saved')
      }
      const ofEach = <T>(value: T) => Object.fromEntries(pushes.map(it => [it, value]))
      const where = ({ msgId }: { msgId?: string }) => (msgId === undefined ? undefined : { body: { uname: msgId } })
      const effects = ofEach([{ operation: 'sobot.customerSave', where }]) as never
      const node = nodeReceiver(echat, { secret: secure, on: ofEach(save) })
      const { results } = await run(secure, node, { effects, mock: mock.url, world })
      expect(results.filter(it => it.outcome === 'failed' || it.outcome === 'not-run')).toEqual([])
      expect(results.filter(it => it.outcome === 'skipped').map(it => it.id)).toEqual(['echat.encrypted-to-plain'])
    } finally {
      await mock.close()
    }
  }, 60_000)

  test.each(modes)('one that somebody else wrote passes whatever must hold in %s mode', async (_mode, secret) => {
    const { results } = await run(secret, foreignHandler(secret), { cases: own })
    const missed = results.filter(it => it.outcome === 'failed')
    expect(missed.filter(it => it.severity === 'must')).toEqual([])
    // It takes old proofs, for one; what a suite finds in it is worth a look, and no more.
    expect(missed.map(it => it.id)).toContain('echat.stale-timestamp')
  })
})

/** What arrives, without what a slow or broken-off sender leaves to chance. */
async function arriving(seed: string) {
  const now = () => 1_700_000_000_000
  const arrived: string[] = []
  const receive = receiver(echat, { secret: secure, on: {}, now })
  await run(
    secure,
    async (request, response) => {
      const body = Buffer.concat(await request.toArray().catch(() => []))
      arrived.push(`${request.method} ${request.url} ${request.headers['content-type']} ${body.toString('base64')}`)
      const answer = await receive({ url: request.url ?? '', headers: request.headers, body })
      response.writeHead(answer.status).end(answer.body)
    },
    { seed, now, atOnce: 1, cases: own.filter(it => it !== 'echat.broken-off') },
  )
  // What leaves at the same moment arrives in any order.
  return arrived.sort()
}

test('the same seed sends the same bytes, another seed others', async () => {
  const first = await arriving('a')
  expect(await arriving('a')).toEqual(first)
  const others = await arriving('b')
  expect(others.length).toBe(first.length)
  expect(others.filter(it => first.includes(it))).toEqual([])
})
