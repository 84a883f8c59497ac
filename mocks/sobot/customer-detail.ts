/** 3.3.2 One customer in full; and a customer as the list of 3.3.1 shows it. Both leave out what has no value. */
import type { sobot as vendor } from '../../schemas/index.ts'
import { success } from '../../schemas/sobot/common.ts'
import type { Behaviour } from '../behaviour.ts'
import type { World } from '../world/world.ts'
import { existing } from './changes.ts'
import { writtenValues } from './custom-values.ts'
import { byTable, companyId, labelIds, labelNames, seconds, staffName } from './events.ts'
import type { Customer } from './tables.ts'

export const customerDetail: Behaviour<typeof vendor> = {
  customerDetail({ params }, world) {
    const customer = existing(world, params.id)
    return { ...success, item: byTable(world) ? asInTable(world, customer) : asPrinted(world, customer) }
  },
}

/** One entry of customerListByPage: numbers, but for is_vip; by the table text, but for what it does not list. */
export function listed(world: World, customer: Customer) {
  const code = byTable(world) ? (value: number) => `${value}` : (value: number) => value
  return filled({
    pid: companyId(world),
    ...textsOf(world, customer),
    visitorids: customer.visitorids,
    partnerid: customer.partnerid,
    sex: customer.sex,
    source: code(customer.source),
    status: customer.status,
    user_status: code(Number(customer.user_status)),
    extend_fields: {},
    fixed_fields: filled({ userLabel: labelNames(world, customer) }),
    create_type: code(1),
    create_time: code(seconds(customer.created)),
    create_date: code(startOfDay(customer.created)),
    create_serviceid: customer.creator,
    create_service_name: staffName(world, customer.creator),
    update_time: code(seconds(customer.updated)),
    update_user_id: customer.updater,
    update_user_name: staffName(world, customer.updater),
    liable_serviceid: customer.liable_serviceid,
    liable_service_name: customer.liable_service_name,
    crm_status: customer.crm_status,
    wx_build_unionid: customer.wx_build_unionid,
  })
}

/** camelCase where the printed answer has it. The names that it does not show are those of the table. */
const asPrinted = (world: World, customer: Customer) =>
  filled({
    ...textsOf(world, customer),
    userLabel: labelIds(world, customer),
    crmStatus: `${customer.crm_status}`,
    pid: companyId(world),
    createType: '1',
    source: `${customer.source}`,
    createServiceId: customer.creator,
    createServiceName: staffName(world, customer.creator),
    createTime: `${seconds(customer.created)}`,
    wxBuildUnionId: customer.wx_build_unionid,
    liableServiceId: customer.liable_serviceid,
    liableServiceName: customer.liable_service_name,
    visitor_ids: customer.visitorids,
    partner_id: customer.partnerid,
    sex: customer.sex && `${customer.sex}`,
    user_status: customer.user_status,
    // For how long somebody is blacklisted no operation says.
    blackType: customer.user_status === '1' ? undefined : '0',
    status: `${customer.status}`,
    updateType: '1',
    updateUserId: customer.updater,
    updateUserName: staffName(world, customer.updater),
    updateTime: `${seconds(customer.updated)}`,
  })

const asInTable = (world: World, customer: Customer) =>
  filled({
    ...textsOf(world, customer),
    visitor_ids: customer.visitorids,
    partner_id: customer.partnerid,
    sex: customer.sex,
    user_status: customer.user_status,
    source: `${customer.source}`,
    wx_build_unionid: customer.wx_build_unionid,
    create_type: '1',
    create_time: `${seconds(customer.created)}`,
    create_date: `${startOfDay(customer.created)}`,
    update_time: `${seconds(customer.updated)}`,
  })

/** What has one name and is text everywhere. */
const textsOf = (world: World, it: Customer) => ({
  id: it.id,
  nick: it.nick,
  uname: it.uname,
  email: it.email,
  tel: it.tel,
  qq: it.qq,
  wx: it.wx,
  remark: it.remark,
  enterpriseid: it.enterpriseid,
  enterprise_name: it.enterprise_name,
  // Requests can set nothing else.
  is_vip: it.is_vip as '0' | '1',
  vip_level: it.vip_level,
  proviceid: it.proviceid,
  provice_name: it.provice_name,
  cityid: it.cityid,
  city_name: it.city_name,
  areaid: it.areaid,
  area_name: it.area_name,
  biz_label: labelIds(world, it),
  ex_field_str: it.custom && JSON.stringify(writtenValues(world, it)),
})

type Maybe<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T]
type Filled<T> = Omit<T, Maybe<T>> & { [K in Maybe<T>]?: Exclude<T[K], undefined> }

const filled = <T extends object>(fields: T) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as Filled<T>

const DAY = 86_400
const BEIJING = 8 * 3600

/** Midnight in Beijing, in seconds since 1970. */
function startOfDay(milliseconds: number) {
  const there = seconds(milliseconds) + BEIJING
  return there - (there % DAY) - BEIJING
}
