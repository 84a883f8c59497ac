/** 3.1–3.3 of Sobot's document: customers are created, changed, handed over, and found again. */
import assert from 'node:assert/strict'
import type { Item, Outcome, Page, Sobot } from './sobot-caller.ts'

const USER = '/api/scrm/5/user'
const UNKNOWN = '0'.repeat(32)

/** An agent who may own customers. */
export interface Agent {
  id: string
  name: string
}

interface Field {
  field_id: string
  field_type: number
  field_params: string | null
  cus_field_data_info_list: { data_value: string; data_name: string }[] | null
}

interface Found {
  id: string
  nick: string
  crm_status: number
}

type Detail = Record<string, string | undefined>

export async function newCustomer(sobot: Sobot, body: object): Promise<string> {
  const { item } = await sobot.post<Item<string>>('3.1 customerSave', `${USER}/save`, body)
  assert.match(item, /^[0-9a-f]{32}$/)
  return item
}

export const detailOf = async (sobot: Sobot, id: string) =>
  (await sobot.get<Item<Detail>>('3.3.2 customerDetail', `${USER}/detail/${id}`)).item

/** Fills one custom field of three kinds; a drop-down is named by its parameter. */
export async function customValues(sobot: Sobot, section = '3.3.3') {
  const path = '/api/scrm/5/custom_field/custom_fieid_info_list'
  const { items } = await sobot.get<Page<Field>>(`${section} customFieldList`, path)
  const [text, list, boxes] = [1, 6, 7].map(type => items.find(it => it.field_type === type)) as [Field, Field, Field]
  const fruit = list.cus_field_data_info_list?.[1]
  const several = boxes.cus_field_data_info_list?.slice(0, 2) ?? []
  const sent = [
    { fieldid: text.field_id, field_value: 'A-1024' },
    { field_params: list.field_params, field_value: fruit?.data_value },
    { fieldid: boxes.field_id, field_value: several.map(it => it.data_value).join(',') },
  ]
  const reads = [undefined, fruit?.data_name, several.map(it => it.data_name).join(',')]
  return { sent: JSON.stringify(sent), reads }
}

/** What is refused, and a customer with everything: a place, custom fields, and, once changed, a VIP level. */
export async function changedCustomer(sobot: Sobot, mark: string, place: object, [agent]: Agent[]): Promise<string> {
  const save = (body: object, code: string) => sobot.post('3.1 customerSave', `${USER}/save`, body, code)
  await save({ email: 'nobody@example.com' }, '400004')
  await save({ nick: '无主', crm_status: 3 }, '400004')
  await save({ nick: '长'.repeat(51) }, '999999')
  await save({ nick: '无字段', ex_field_str: JSON.stringify([{ fieldid: UNKNOWN, field_value: '1' }]) }, '999999')
  const { sent, reads } = await customValues(sobot)
  const contact = { email: 'linxr@example.com', tel: '16000000101', remark: '电话咨询' }
  const id = await newCustomer(sobot, { nick: `林晓然${mark}`, sex: 2, ...contact, ...place, ex_field_str: sent })
  await updated(sobot, id, mark, agent as Agent)
  const detail = await detailOf(sobot, id)
  const values = JSON.parse(detail.ex_field_str ?? '[]') as { field_text?: string }[]
  const { nick, uname, tel, sex, vip_level, crmStatus, liableServiceName } = detail
  assert.deepEqual([nick, uname, tel], [`林女士${mark}`, '林晓然', '16000000101'])
  assert.deepEqual([sex, vip_level, crmStatus, liableServiceName], ['2', 'gold', '3', agent?.name])
  assert.deepEqual(Object.fromEntries(Object.keys(place).map(it => [it, detail[it]])), place)
  assert.deepEqual(
    values.map(it => it.field_text),
    reads,
  )
  return id
}

async function updated(sobot: Sobot, id: string, mark: string, { id: liable_serviceid, name }: Agent) {
  const update = (to: string, body: object, code?: string) =>
    sobot.post('3.2.1 customerUpdate', `${USER}/update/${to}`, body, code)
  const owner = { crm_status: 3, liable_serviceid, liable_service_name: name }
  await update(id, { nick: `林女士${mark}`, uname: '林晓然', vip_level: 'gold', ...owner })
  await update(UNKNOWN, { nick: '谁' }, '999999')
  await update(id, { nick: '', uname: '', tel: '' }, '400004')
  await update(id, { crm_status: 3, liable_serviceid: UNKNOWN }, '999999')
}

/** Two who wait are dealt to two agents; one is returned to the pool, claimed, and returned again. */
export async function handedOver(sobot: Sobot, mark: string, [first, second]: Agent[]) {
  const waiting = [1, 2].map(number => newCustomer(sobot, { nick: `待分配${number}${mark}`, crm_status: 2 }))
  const [one = '', two = ''] = await Promise.all(waiting)
  const assign = (body: object, code?: string) =>
    sobot.post('3.2.2 customerAssign', '/api/scrm/5/public_user/assign', body, code)
  const liable = [first, second].map(it => ({ liable_serviceid: it?.id, liable_service_name: it?.name }))
  const both = { confirmids: `${one},${two}`, liable_list: liable, assign_biz_type: '1' }
  await assign({ ...both, liable_list: [] }, '400004')
  await assign({ ...both, confirmids: `${one},${UNKNOWN}` }, '999999')
  await assign(both)
  assert.deepEqual(await owners(sobot, one, two), [first?.name, second?.name])
  await assign(both, '999999')
  const confirm = (body: object, code?: string) =>
    sobot.post<Outcome>('3.2.3 customerConfirm', '/api/scrm/5/public_user/confirm', body, code)
  await confirm({ confirm_type: 1 }, '400004')
  await confirm({ confirmids: one, confirm_type: 2 })
  await assign({ confirmids: one, liable_list: liable.slice(1), assign_biz_type: '3' })
  assert.deepEqual(await owners(sobot, one, two), [second?.name, second?.name])
  await confirm({ confirmids: one, confirm_type: 2 })
  assert.deepEqual(await owners(sobot, one, two), [undefined, second?.name])
  return { pooled: one, owned: two }
}

const owners = async (sobot: Sobot, ...ids: string[]) => {
  const details = await Promise.all(ids.map(id => detailOf(sobot, id)))
  return details.map(it => it.liableServiceName)
}

/** By nickname, state, label and page. */
export async function foundAgain(sobot: Sobot, mark: string, { pooled, label }: { pooled: string; label: string }) {
  const find = (query: Record<string, string | number>, code?: string) =>
    sobot.get<Page<Found>>('3.3.1 customerListByPage', `${USER}/list_by_page`, query, code)
  const named = { search_type: '1', search_value: mark }
  const all = await find(named)
  assert.deepEqual([all.page_no, all.page_size, all.page_count], [1, 15, 1])
  const second = await find({ ...named, page_no: 2, page_size: 2 })
  assert.deepEqual(second.items, all.items.slice(2, 4))
  assert.deepEqual([second.page_count, second.total_count], [Math.ceil(all.total_count / 2), all.total_count])
  assert.deepEqual((await find({ ...named, page_no: 99 })).items, [])
  const idsOf = ({ items }: Page<Found>) => items.map(it => it.id)
  assert.deepEqual(idsOf(await find({ ...named, module_type: '5' })), [pooled])
  assert.deepEqual(idsOf(await find({ user_label: label })), idsOf(all).slice(0, 1))
  assert.deepEqual(idsOf(await find({ ...named, isblack: '1' })), [])
  await find({ ...named, page_no: 0 }, '999999')
  await find({ ...named, module_type: '9' }, '999999')
  await sobot.get('3.3.2 customerDetail', `${USER}/detail/${UNKNOWN}`, {}, '999999')
  assert.equal((await detailOf(sobot, pooled)).crmStatus, '4')
}
