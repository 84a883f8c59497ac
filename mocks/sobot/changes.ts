/** What comes of a change: the record is kept, the trail of the customer grows, and the receivers of pushes are told. */
import { sobot as vendor } from '../../schemas/index.ts'
import { blacklistMarks, crmStatuses, sexes, sources } from '../../schemas/sobot/codes.ts'
import { fail } from '../behaviour.ts'
import type { World } from '../world/world.ts'
import { inWords } from './custom-values.ts'
import type { Creation, Edit, Move, Note } from './dynamics.ts'
import { changeEntry, departmentName, labelNames, stageName } from './events.ts'
import { type Customer, customers, dynamics, fields, type Staff, staff } from './tables.ts'

/** Who acts on behalf of the API: the first administrator. */
export function operator(world: World): Staff {
  for (const agent of staff(world).values()) if (agent.manager_flag === 1) return agent
  return nobody
}
const nobody: Staff = { id: '', name: '', type: 2 }

/** The customer of that id. An unknown one has no code of its own; one that was merged away is unknown. */
export function existing(world: World, id: string): Customer {
  const found = customers(world).get(id)
  return found && found.status !== 9 ? found : fail(vendor, '999999')
}

/**
 * The record with those fields; empty ones are left out. What every customer has stands in a literal of its own: an object
 * that is given all of its keys one by one becomes a hash table, which is ten times slower to search and takes more room.
 */
export function patched(before: Customer, change: Partial<Customer>): Customer {
  const { status, crm_status, user_status, created, id, source, is_vip, creator, updater, updated } = before
  const after: Customer = { status, crm_status, user_status, created, id, source, is_vip, creator, updater, updated }
  const put = (name: string, value: unknown) => {
    if (value !== undefined && value !== '') (after as unknown as Record<string, unknown>)[name] = value
  }
  for (const [name, value] of Object.entries(before)) if (!Object.hasOwn(change, name)) put(name, value)
  for (const [name, value] of Object.entries(change)) put(name, value)
  return after
}

/** Keeps a new customer, which says itself who made it and when. */
export function added(world: World, customer: Customer) {
  customers(world).put(customer.id, customer)
  happened(world, customer.id, 'user_create', { by: customer.creator, customer })
  world.outbox.announce(vendor, 'customerAdded', () => changeEntry(world, customer, 'added'))
}

/** Keeps a customer who was changed. */
export const changed = (world: World, before: Customer, after: Customer) => moved(world, before, after, null)

/** The same, with a remark on the step to another stage. */
export function moved(world: World, before: Customer, after: Customer, remark: string | null) {
  const by = operator(world).id
  const kept = patched(after, { updater: by, updated: world.clock.now() })
  customers(world).put(kept.id, kept)
  const datas = differences(world, before, kept)
  const step = before.stageid !== kept.stageid || before.stage_type !== kept.stage_type
  if (datas.length) happened(world, kept.id, 'user_update', { by, datas })
  if (step || remark) happened(world, kept.id, 'user_stage_update', move(world, before, kept, by, remark))
  if (step || datas.length) world.outbox.announce(vendor, 'customerUpdated', () => changeEntry(world, kept, 'updated'))
}

/** Adds to the trail; notes do so without changing the customer. */
export function happened(world: World, userid: string, biz_type: string, content: Creation | Edit | Move | Note) {
  const entry = { id: world.newId('sobot.dynamic'), biz_type, time: world.clock.now(), content }
  dynamics(world).put(userid, [...(dynamics(world).get(userid) ?? []), entry])
}

function move(world: World, before: Customer, after: Customer, by: string, remark: string | null): Move {
  const { stageid = null, stage_type: type = 1 } = after
  // An outcome has no name, and is reached in the stage that its id names.
  const [name, old] = type === 1 ? [stageid, before.stageid] : [null, stageid]
  return { by, type, stage: stageid, name: stageName(world, name), before: stageName(world, old), remark }
}

/** What goes without saying of a new customer. */
const blank: Partial<Customer> = { is_vip: '0', user_status: '0' }

type Reading = (customer: Partial<Customer>, world: World) => string | undefined
type Meanings = { readonly [code: string]: readonly [chinese: string, ...rest: string[]] }
const coded =
  (field: keyof Customer, meanings: Meanings): Reading =>
  customer =>
    meanings[`${customer[field]}`]?.[0]

/** Field → its Chinese name, and what it reads where that is not its value. The stage has entries of its own. */
const shown: readonly [field: keyof Customer, name: string, read?: Reading][] = [
  ['nick', '昵称'],
  ['uname', '真实姓名'],
  ['visitorids', '访客id'],
  ['partnerid', '对接id'],
  ['email', '邮箱'],
  ['tel', '手机号码'],
  ['qq', 'QQ号'],
  ['wx', '微信号'],
  ['sex', '性别', coded('sex', sexes)],
  ['source', '来源', coded('source', sources)],
  ['remark', '备注'],
  ['enterpriseid', '企业ID'],
  ['enterprise_name', '企业名称'],
  ['is_vip', '客户等级', coded('is_vip', { 0: ['普通'], 1: ['vip'] })],
  ['vip_level', 'VIP级别'],
  ['proviceid', '省id'],
  ['provice_name', '省名称'],
  ['cityid', '市id'],
  ['city_name', '市名称'],
  ['areaid', '区id'],
  ['area_name', '区名称'],
  ['wx_build_unionid', '客户的微信unionId--自建应用'],
  ['user_status', '黑名单标记', coded('user_status', blacklistMarks)],
  ['crm_status', '客户状态', coded('crm_status', crmStatuses)],
  ['liable_serviceid', '负责人', customer => customer.liable_service_name],
  ['liable_departmentid', '负责人所属部门', (customer, world) => departmentName(world, customer)],
  ['labels', '业务标签', (customer, world) => labelNames(world, customer)],
]

/** What a new customer has, as people read it. */
export const beginnings = (world: World, customer: Customer) => differences(world, blank, customer)

/** Each field that differs, as people read it. */
function differences(world: World, before: Partial<Customer>, after: Customer): Edit['datas'] {
  const datas: (string | null)[] = []
  for (const [field, name, read] of shown) {
    const [value, old] = [after[field], before[field]]
    if (value === old || `${value ?? ''}` === `${old ?? ''}`) continue
    const words = (it: Partial<Customer>) => `${read?.(it, world) ?? it[field] ?? ''}` || null
    datas.push(field === 'labels' ? 'biz_label' : field, name, words(after), words(before))
  }
  if (before.custom !== after.custom) datas.push(...customDifferences(world, before.custom, after.custom))
  // A list that grew has room to spare; its copy has none.
  return datas.slice()
}

function customDifferences(world: World, before: Customer['custom'] = {}, after: Customer['custom'] = {}) {
  return Object.keys({ ...before, ...after }).flatMap(id => {
    const field = fields(world).get(id)
    if (!field || before[id] === after[id]) return []
    return [field.field_variable, field.field_name, inWords(field, after[id]), inWords(field, before[id])]
  })
}
