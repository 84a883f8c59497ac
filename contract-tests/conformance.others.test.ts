/** The cases of Yunduo, EasyLiao and Sobot: our receiver passes them all, and a plain handler of somebody else what has to be. */
import { createHash } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { expect, test } from 'vitest'
import { createTransport } from '../mocks/deliver/transport.ts'
import { contracts } from '../schemas/contracts.ts'
import type { Acceptance, Vendor } from '../schemas/define.ts'
import { easyliao, sobot, yunduo } from '../schemas/index.ts'
import { nodeReceiver } from '../src/receive.ts'
import type { Need } from './conformance/case.ts'
import { everyMessage } from './conformance/cases/every.ts'
import { casesOf } from './conformance/cases/index.ts'
import type { Effects } from './conformance/effects.ts'
import { valueAt } from './conformance/message.ts'
import { choicesOf } from './conformance/request.ts'
import { run } from './conformance/run.ts'
import { opened } from './conformance/target.ts'
import { verify } from './conformance/verify.ts'
import { type Agreed, failed, header, now, optionsOf, plain, secretOf, vendors } from './others-foreign-handler.ts'

const ids: Record<string, string> = { yunduo: 'cardId', easyliao: 'visitorStaticId', sobot: 'content.0.userid' }
const idOf = ({ id }: Vendor, message: unknown) =>
  String((id === 'easyliao' && valueAt(message, 'chatId')) || valueAt(message, ids[id] as string))

/** The systems behind a handler: what was done, by the id in the message, and how often it still fails. */
function createBehind(vendor: Vendor) {
  const done: string[] = []
  let failures = 0
  const effects: Effects = {
    mark: async () => done.length,
    fail: async (_pushes, times) => {
      failures = times
    },
    async judge(mark, told) {
      const since = done.slice(mark)
      return told.flatMap(({ message, effective }) => {
        const times = since.filter(it => it === idOf(vendor, message)).length
        const wanted = effective === 'once' ? 1 : 0
        return effective === 'unknown' || times === wanted ? [] : [{ expected: `${wanted} effects`, came: `${times}` }]
      })
    },
  }
  return {
    effects,
    act(message: unknown) {
      if (failures-- > 0) throw new Error('the system behind is down')
      done.push(idOf(vendor, message))
    },
  }
}

function ours(vendor: Vendor, { shared, signed }: Agreed, act: (message: unknown) => void): RequestListener {
  const on = Object.fromEntries(contracts(vendor, 'push').map(({ id }) => [id, act]))
  const agreed = shared && { shared: { header: 'x-kefu-token', value: header['x-kefu-token'] } }
  return nodeReceiver(vendor, { secret: secretOf(vendor), on, now, ...agreed, ...(signed && { signed }) })
}

const setups: [Vendor, Agreed][] = [
  [yunduo, {}],
  [yunduo, { shared: true }],
  [easyliao, {}],
  [easyliao, { shared: true }],
  [sobot, {}],
  [sobot, { shared: true }],
  [sobot, { signed: true }],
  [sobot, { shared: true, signed: true }],
]

test.each(setups.map(([vendor, agreed]) => [vendor.id, agreed, vendor] as const))(
  'our receiver for %s passes every case with %j',
  async (_id, agreed, vendor) => {
    const report = await verify(vendor, { node: ours(vendor, agreed, () => undefined) }, optionsOf(vendor, agreed))
    const odd = report.results.filter(it => it.outcome === 'failed' || it.outcome === 'not-run')
    expect(odd.map(it => [it.id, it.failures])).toEqual([])
    const skipped = new Set(report.results.filter(it => it.outcome === 'skipped').map(it => it.id))
    const needless = casesOf(vendor).filter(({ needs }) => !needs || (agreed as Record<string, unknown>)[needs])
    expect(needless.filter(it => skipped.has(it.id))).toEqual([])
    expect(report.milliseconds).toBeLessThan(6_000)
  },
)

test.each(vendors.map(it => [it.id, it] as const))(
  'our receiver for %s brings about each message once, whatever the cases do',
  async (_id, vendor) => {
    const behind = createBehind(vendor)
    const { url, close } = await opened({ node: ours(vendor, { shared: true }, behind.act) })
    const transport = createTransport()
    const agreement = { vendor, url, secret: secretOf(vendor), headers: header, query: {}, choose: choicesOf(vendor) }
    const accepts = vendor.push?.acknowledgement.accepts as Acceptance
    const bench = { agreement, transport, seed: 'effects', now, timeout: 5_000, accepts, effects: behind.effects }
    const has = new Set<Need>(['shared', 'effects'])
    const { results } = await run(bench, { cases: casesOf(vendor), has, atOnce: 1, patience: 0, replay: id => id })
    transport.close()
    await close()
    expect(results.filter(it => it.outcome === 'failed').map(it => [it.id, it.failures])).toEqual([])
    expect(results.find(it => it.id === `${vendor.id}.downstream-fails`)?.outcome).toBe('passed')
  },
)

test.each(vendors.map(it => [it.id, it] as const))(
  'a handler of a few lines passes all that %s demands',
  async (_id, vendor) => {
    expect(await failed(vendor, plain(vendor), {}, 'must')).toEqual([])
  },
)

test.each(vendors.map(it => [it.id, it] as const))(
  'cases of %s have ids of their own and sources that exist',
  (id, vendor) => {
    const cases = casesOf(vendor)
    expect(cases.length).toBeGreaterThanOrEqual(everyMessage(vendor).length + 30)
    expect(new Set(cases.map(it => it.id)).size).toBe(cases.length)
    expect(cases.filter(it => !new RegExp(`^${id}\\.[a-zA-Z0-9.-]+$`).test(it.id))).toEqual([])
    const known = new Set([
      ...contracts(vendor, 'push').map(it => it.contract.doc),
      ...vendor.errata.map(it => `erratum ${it.id}`),
      ...Object.keys(vendor.assumptions).map(it => `${id}.${it}`),
    ])
    expect(cases.filter(({ source }) => !known.has(source) && !/^RFC \d{4}, \d+(\.\d+)*$/.test(source))).toEqual([])
  },
)

test('the same seed sends the same bytes, another seed others', async () => {
  const sentWith = async (seed: string) => {
    const all: string[] = []
    const node = plain(sobot, ({ request, body }) => {
      const { host: _, ...headers } = request.headers
      all.push(JSON.stringify([request.method, request.url, headers, createHash('md5').update(body).digest('hex')]))
      return undefined
    })
    const { results } = await verify(sobot, { node }, optionsOf(sobot, { signed: true, shared: true }, { seed }))
    return { all: all.sort(), ids: results.map(it => it.id) }
  }
  const [one, same, other] = [await sentWith('one'), await sentWith('one'), await sentWith('other')]
  expect(same).toEqual(one)
  expect(one.all.length).toBeGreaterThan(150)
  expect(other.ids).toEqual(one.ids)
  expect(other.all.filter(it => one.all.includes(it)).length).toBeLessThan(one.all.length / 10)
})
