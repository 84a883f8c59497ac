/** The 15 operations of OkayAPI's document in its order, with an eye on what they answer. */
import assert from 'node:assert/strict'
import { ask, type Okayapi, type Parameters } from './okayapi-caller.ts'
import { json, plain } from './okayapi-styles.ts'

type Row = Record<string, string>
interface List {
  lie_biao: Row[]
  zong_shu: number | string
}
interface Uses {
  items: Row[]
  total: number
}

/** `mark` is in every name, so that a world can be walked twice. */
export async function story(okayapi: Okayapi, mark: string) {
  const read = <T>(what: string, own: Parameters = {}) => ask<T>(okayapi, what, own, plain)
  const send = <T>(what: string, own: Parameters = {}) => ask<T>(okayapi, what, own, json)
  const uses = () => read<Uses>('1 AAndyUseRecordStatistics', { user_dd_nick: mark, page: 1, perpage: 10 })
  assert.deepEqual(await uses(), { items: [], total: 0 })
  const user = Number.parseInt(mark, 16)
  await saved(send, user)
  const message = { senderNick: `林 ${mark}`, conversationType: '2', msgtype: 'text' }
  const asked = { ...message, text: '{"content":" 食品行业有哪些案例"}', atUsers: '[{"dingtalkId":"$:x"}]' }
  const first = await send<Row>('3 ACpsReceiveSearch', { ...asked, senderStaffId: '0156283947' })
  assert.deepEqual(await read('4 ANrkhCaseDetail', { kh_industry_1: '装备制造' }), {})
  await narrowed(read, '5 ANrdadanCaseDetail', 'kh_industry_1')
  await narrowed(read, '6 APtjdCaseDetail', 'competitor_name')
  const second = await send<Row>('7 AReceiveMsg', { ...asked, customType: '3', modelType: 'trigger' })
  assert.notEqual(first.id, second.id)
  await workbook(okayapi, await send<{ url?: string }>('8 ABuildExcel'))
  await narrowed(read, '9 ALieBiaoProductprocuredetail', 'class_type')
  await narrowed(read, '10 ALieBiaoAndyReportPromts', 'app_catalog')
  await narrowed(read, '11 ALieBiaoAndypromptsteps', 'step_type')
  await restored(read, user)
  assert.deepEqual(await send('13 AJdyyReportData', { input_type: '1' }), {})
  await narrowed(read, '14 ARjkhSaleCaseDetail', 'customer_province')
  await send('15 ARjkhSaleCaseReceiveSearch', asked)
  const { items, total } = await uses()
  assert.equal(total, 3)
  assert.deepEqual(
    items.map(it => [it.assistant_type, it.consult_content]),
    ['2', '3', '1'].map(type => [type, '食品行业有哪些案例']),
  )
}

type Ask = <T>(what: string, own?: Parameters) => Promise<T>

/** A row is created, and changed by the id that the answer gave. */
async function saved(send: Ask, user: number) {
  const created = { user_id: String(user), user_name: '周 明远', sys_activity_name: '沟通力提升月', fansan_mothed: '' }
  const { id = '' } = await send<Row>('2 ASaveAndyVardDtas', created)
  const change = { id, user_id: String(user), user_activity_name: '挑战赛', operate_type: 2 }
  const { row_num } = await send<Row>('2 ASaveAndyVardDtas', change)
  assert.equal(row_num, '1')
}

/** What was created and changed is there; another user has nothing. */
async function restored(read: Ask, user_id: number) {
  const { datas } = await read<{ datas: Row[] }>('12 AGetAndyVarDatas', { user_id })
  const [row] = datas
  const { user_name, sys_activity_name, user_activity_name, block_index } = row as Row
  assert.deepEqual([datas.length, row?.user_id], [1, String(user_id)])
  assert.deepEqual([user_name, sys_activity_name], ['周 明远', '沟通力提升月'])
  assert.deepEqual([user_activity_name, block_index], ['挑战赛', '1'])
  assert.deepEqual(await read('12 AGetAndyVarDatas', { user_id: -1 }), { datas: [] })
}

/** Pages add up, and a filter lets only its own value through. */
async function narrowed(read: Ask, what: string, column: string) {
  const page = (page: number, perpage: number) => read<List>(what, { page, perpage })
  const all = await page(1, 10_000)
  assert.equal(all.lie_biao.length, Number(all.zong_shu))
  assert.deepEqual((await page(2, 5)).lie_biao, all.lie_biao.slice(5, 10))
  assert.deepEqual((await page(9_999, 10)).lie_biao, [])
  const wanted = all.lie_biao[0]?.[column] as string
  const { lie_biao, zong_shu } = await read<List>(what, { [column]: wanted, perpage: 10_000 })
  assert.ok(Number(zong_shu) > 0 && Number(zong_shu) < Number(all.zong_shu), what)
  assert.deepEqual(
    lie_biao,
    all.lie_biao.filter(it => it[column] === wanted),
  )
}

/** The document does not say how the file comes back; an address is fetched. */
async function workbook({ options }: Okayapi, { url }: { url?: string }) {
  if (!url) return
  assert.equal(new URL(url).origin, new URL(options.baseUrl).origin)
  const response = await fetch(url)
  const bytes = Buffer.from(await response.arrayBuffer())
  assert.deepEqual([response.status, bytes.subarray(0, 2).toString()], [200, 'PK'])
}
