/** Lists by pages: every entry once, from the first page to the last, for each operation whose contract says that it pages. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { customers } from '../mocks/sobot/tables.ts'
import { transportOf } from '../src/call/transport.ts'
import type { Transport } from '../src/index.ts'
import { asked, type Calling, calling, failed, inject } from './calling.ts'

let mock: Calling
beforeAll(async () => {
  mock = await calling()
  const api = mock.sobot()
  for (let at = 0; at < 1_000; at += 50)
    await Promise.all(Array.from({ length: 50 }, (_, more) => api.customerSave({ body: { nick: `no. ${at + more}` } })))
  expect(customers(mock.world).size).toBe(1_000)
})
afterAll(() => mock.close())
beforeEach(() => {
  mock.world.journal.clear()
  mock.world.faults.clear()
  mock.world.switches.load({})
})

async function all<T>(entries: AsyncIterable<T>) {
  const found: T[] = []
  for await (const it of entries) found.push(it)
  return found
}
const pages = () => asked(mock.world, 'customerListByPage')
const nicks = (found: readonly { nick?: string }[]) => new Set(found.map(it => it.nick))

describe('Sobot', () => {
  test('1,000 customers in pages of 100', async () => {
    const found = await all(mock.sobot().each.customerListByPage())
    expect([found.length, nicks(found).size, pages()]).toEqual([1_000, 1_000, 10])
  })

  test('in pages of another size, given to the loop or in the query', async () => {
    const { each } = mock.sobot()
    expect(await all(each.customerListByPage({}, { pageSize: 300 }))).toHaveLength(1_000)
    expect(await all(each.customerListByPage({ query: { page_size: 500 } }, { pageSize: 300 }))).toHaveLength(1_000)
    expect(pages()).toBe(4 + 2)
  })

  test('that the vendor makes smaller than was asked', async () => {
    mock.world.switches.switch({ sobot: { maxPageSize: '70' } })
    expect(nicks(await all(mock.sobot().each.customerListByPage())).size).toBe(1_000)
    expect(pages()).toBe(15)
  })

  test('from a page on, narrowed by the query', async () => {
    const { each } = mock.sobot()
    expect(await all(each.customerListByPage({ query: { page_no: 8 } }))).toHaveLength(300)
    const named = { search_type: '1', search_value: 'no. 77' }
    expect(nicks(await all(each.customerListByPage({ query: named }, { pageSize: 2 }))).has('no. 77')).toBe(true)
  })

  test('no page more than the loop wants', async () => {
    let count = 0
    for await (const { id } of mock.sobot().each.customerListByPage()) if (id && ++count === 150) break
    expect(pages()).toBe(2)
  })

  test('an empty list', async () => {
    expect(await all(mock.sobot().each.labelGroupList())).toEqual([])
    expect(asked(mock.world, 'labelGroupList')).toBe(1)
  })

  test('with faults on the way', async () => {
    const api = mock.sobot({ attempts: 6 })
    inject(mock.world, { operation: 'customerListByPage', share: 0.3, reset: 'after' }, { share: 0.1, expired: true })
    expect(nicks(await all(api.each.customerListByPage({}, { pageSize: 50 }))).size).toBe(1_000)
  })

  test('until it is cancelled', async () => {
    const cancel = new AbortController()
    const found: unknown[] = []
    const loop = async () => {
      for await (const it of mock.sobot().each.customerListByPage({}, { signal: cancel.signal })) {
        found.push(it)
        if (found.length === 150) cancel.abort()
      }
    }
    expect(await failed(loop())).toMatchObject({ code: 'call-cancelled' })
    expect(found).toHaveLength(200)
  })

  test.each([
    ['an empty page in between', { items: [] }, 900],
    ['counts as text', { page_count: '10', total_count: '1000' }, 1_000],
    ['no number of pages', { page_count: '' }, 200],
  ])('%s', async (_what, second: object, entries) => {
    const send = transportOf()
    const changing: Transport = async request => {
      const answer = await send(request)
      if (!request.url.includes('page_no=2')) return answer
      return { ...answer, body: Buffer.from(JSON.stringify({ ...JSON.parse(String(answer.body)), ...second })) }
    }
    expect(await all(mock.sobot({ transport: changing }).each.customerListByPage())).toHaveLength(entries)
  })
})

describe('OkayAPI', () => {
  test('a list whose count counts rows, as text or as a number', async () => {
    const api = mock.okayapi()
    const whole = await api.ANrdadanCaseDetail({ query: { perpage: 10_000 } })
    const { lie_biao, zong_shu } = whole.data
    expect(lie_biao.length).toBeGreaterThan(10)
    expect(await all(api.each.ANrdadanCaseDetail({}, { pageSize: 7 }))).toEqual(lie_biao)
    expect(asked(mock.world, 'ANrdadanCaseDetail')).toBe(1 + Math.ceil(Number(zong_shu) / 7))
    const purchases = await api.ALieBiaoProductprocuredetail({ query: { perpage: 10_000 } })
    const found = await all(api.each.ALieBiaoProductprocuredetail({}, { pageSize: 9 }))
    expect(found).toEqual(purchases.data.lie_biao)
  })

  test('an empty list, and one of another name', async () => {
    const { each } = mock.okayapi()
    expect(await all(each.ALieBiaoAndypromptsteps({ query: { version: '9.9' } }))).toEqual([])
    expect(await all(each.AAndyUseRecordStatistics({}, { pageSize: 1 }))).toEqual([])
  })
})

test('which operations page is told by their contracts', () => {
  expect(Object.keys(mock.sobot().each).sort()).toEqual([
    'customerDynamicListByPage',
    'customerListByPage',
    'labelGroupList',
    'labelList',
  ])
  const lists = Object.keys(mock.okayapi().each)
  expect(lists).toHaveLength(7)
  // Its rows come without a description.
  expect(lists).not.toContain('ANrkhCaseDetail')
})
