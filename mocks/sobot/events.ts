/** 4.1–4.3 What the pushes tell of a customer: text throughout, and "" for no value. */
import { sobot as vendor } from '../../schemas/index.ts'
import type { World } from '../world/world.ts'
import { writtenValues } from './custom-values.ts'
import { type Customer, labels, staff, stages } from './tables.ts'

/** Whether values are written with the types of the tables instead of those of the examples. */
export const byTable = (world: World) => world.switches.choice(vendor, 'emittedTypes') === 'table'

export const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000)

export const companyId = (world: World) => world.credentials(vendor).companyid ?? ''

export const staffName = (world: World, id = '') => staff(world).get(id)?.name

export const stageName = (world: World, id: string | null | undefined) => stages(world).get(id ?? '')?.name ?? null

/** Kind of a stage → what the trail calls it; another wording than that of the request. */
export const stageKinds: { [type: number]: string } = { 1: '跟进过程', 21: '已成单', 22: '已输单', 23: '无效' }

/** The labels that it carries, without those that were removed since. */
export const carried = (world: World, { labels: ids = [] }: Partial<Customer>) =>
  ids.flatMap(id => labels(world).get(id) ?? [])

export const labelIds = (world: World, customer: Partial<Customer>) =>
  carried(world, customer)
    .map(it => it.id)
    .join(',')

export const labelNames = (world: World, customer: Partial<Customer>) =>
  carried(world, customer)
    .map(it => it.name)
    .join(',')

/** Of its owner: the last department of the path that was sent with the owner, else the one that the agent works in. */
export function departmentName(world: World, { liable_departmentid: path, liable_serviceid = '' }: Partial<Customer>) {
  return staffName(world, path?.split('|').at(-1)) ?? staffName(world, staff(world).get(liable_serviceid)?.parent)
}

/** The fields of the printed example that the mock knows nothing of: WeCom, helpers, robots, and for how long one is blacklisted. */
const unknown = {
  unionid: '',
  group_chat_name: '',
  qywx_friends_name: '',
  helper_agentid: '',
  helper_agent_name: '',
  delete_reason: '',
  biz_operatorid: '',
  biz_operator_name: '',
  biz_operator_type: '',
  bizid: '',
  bizid_type: '',
  black_type: '',
  black_reason: '',
  black_endtime: '',
}

/** One customer of customerAdded or customerUpdated. */
export function changeEntry(world: World, customer: Customer, kind: 'added' | 'updated') {
  const entry = {
    userid: customer.id,
    companyid: companyId(world),
    datetime: `${seconds(customer.updated)}`,
    msg_type: '0',
    ...unknown,
    ...person(customer),
    ...standing(world, customer),
    ...history(world, customer),
    // The only difference between a new and a changed customer.
    update_type: kind === 'added' ? '' : '1',
    user_label: labelIds(world, customer),
    extend_field_values: customValues(world, customer),
  }
  return byTable(world) ? { ...entry, ...numbers(entry) } : entry
}

const person = (it: Customer) => ({
  user_nick: it.nick ?? '',
  user_name: it.uname ?? '',
  user_tels: it.tel ?? '',
  user_emails: it.email ?? '',
  qq: it.qq ?? '',
  wx: it.wx ?? '',
  sex: `${it.sex ?? 0}`,
  // The spelling of the examples; the tables have wx_build_unionid.
  wx_build_unionId: it.wx_build_unionid ?? '',
  province_name: it.provice_name ?? '',
  city_name: it.city_name ?? '',
  area_name: it.area_name ?? '',
  remark: it.remark ?? '',
  user_level: it.vip_level ?? '',
})

/** An ordinary customer has no mark at all in the examples, rather than 0. */
const standing = (world: World, it: Customer) => ({
  status: `${it.status}`,
  crm_status: `${it.crm_status}`,
  is_black: it.user_status === '1' ? '1' : '',
  user_status: it.user_status === '1' ? '1' : '',
  stageid: it.stageid ?? '',
  stage_type: `${it.stage_type ?? ''}`,
  stage_name: ((it.stage_type ?? 1) === 1 ? stageName(world, it.stageid) : stageKinds[it.stage_type as number]) ?? '',
  liable_agentid: it.liable_serviceid ?? '',
  liable_agent_name: it.liable_service_name ?? '',
  liable_department_name: departmentName(world, it) ?? '',
})

const history = (world: World, it: Customer) => ({
  create_id: it.creator,
  create_name: staffName(world, it.creator) ?? '',
  create_type: '1',
  create_datetime: `${seconds(it.created)}`,
  update_id: it.updater,
  update_name: staffName(world, it.updater) ?? '',
  update_datetime: `${seconds(it.updated)}`,
})

function customValues(world: World, customer: Customer) {
  const swapped = world.switches.choice(vendor, 'pushFieldTypes') === 'perPlace'
  const values = writtenValues(world, customer).map(({ field_text: _, ...it }) =>
    swapped ? { ...it, field_type: otherWay[it.field_type] ?? it.field_type } : it,
  )
  return values.length ? values : ''
}

/** The table of the pushes has 7 for radio buttons and 8 for check boxes. */
const otherWay: { [type: string]: string } = { 7: '8', 8: '7' }

/** The rows of the table that are Integer, Long or int. */
const integers = ['update_datetime', 'create_type', 'crm_status', 'update_type', 'black_type', 'msg_type', 'biz_operator_type', 'status', 'is_black', 'create_datetime', 'user_status', 'sex', 'bizid_type', 'black_endtime'] as const // biome-ignore format: one block of words

/** Those that have a value; "" stays what it is. */
const numbers = (entry: { [name in (typeof integers)[number]]: string }) =>
  Object.fromEntries(integers.filter(name => entry[name] !== '').map(name => [name, Number(entry[name])]))

/** One merger. Here it is the example that has numbers, and the table that has text. */
export function mergeEntry(world: World, kept: Customer, merged_userid: string) {
  const datetime = seconds(kept.updated)
  return {
    companyid: companyId(world),
    datetime: byTable(world) ? `${datetime}` : datetime,
    biz_operatorid: kept.updater,
    msg_type: 1,
    biz_operator_name: staffName(world, kept.updater) ?? '',
    userid: kept.id,
    merged_userid,
  }
}
