/** A customer of Sobot, as each push tells it: the record as it stands after the event. */
import type { Static } from '@sinclair/typebox'
import { sobot } from '../../schemas/index.ts'
import type { CustomerChange } from '../../schemas/sobot/customer-change.ts'
import { stageList } from '../../schemas/sobot/stage.ts'
import type { Cast } from './cast.ts'
import { company, type Staff } from './data/company.ts'
import { type Event, event } from './define.ts'

export type Change = Static<typeof CustomerChange>

const envelope = <E>(entry: E) => ({ sys_code: '50', type: 'crm' as const, content: [entry] })

const second = ({ start }: Cast, at: number) => Math.floor((start + at) / 1000)

/** Nobody owns it yet; `fields` say what is known of it. */
export function added(cast: Cast, at: number, userid: string, by: Staff, fields: Partial<Change>): Change {
  const time = `${second(cast, at)}`
  return {
    ...blank,
    userid,
    datetime: time,
    create_id: by.agent,
    create_name: by.name,
    create_datetime: time,
    // Until somebody changes the record, its maker is the one who changed it last.
    update_id: by.agent,
    update_name: by.name,
    update_datetime: time,
    ...fields,
  }
}

/** The record with those fields, changed by that person. */
export function changed(cast: Cast, at: number, before: Change, by: Staff, fields: Partial<Change>): Change {
  const time = `${second(cast, at)}`
  const update = { update_id: by.agent, update_name: by.name, update_type: '1', update_datetime: time }
  return { ...before, ...update, datetime: time, ...fields }
}

export const addition = (at: number, entry: Change) => event(sobot, 'customerAdded', at, envelope(entry))
export const update = (at: number, entry: Change) => event(sobot, 'customerUpdated', at, envelope(entry))

/** Numbers where the other two have text, as printed. */
export function merger(cast: Cast, at: number, kept: string, gone: string, by: Staff): Event {
  const entry = {
    companyid: company.sobot,
    datetime: second(cast, at),
    biz_operatorid: by.agent,
    msg_type: 1,
    biz_operator_name: by.name,
    userid: kept,
    merged_userid: gone,
  }
  return event(sobot, 'customerMerged', at, envelope(entry))
}

/** What a conversation and its form tell. */
export const person = ({ person, note }: Cast) => ({
  user_nick: person.title,
  user_name: person.name,
  user_tels: person.phone,
  user_emails: person.email,
  qq: person.qq,
  wx: person.wechat,
  sex: person.gender === 'male' ? '1' : '2',
  province_name: person.place.province,
  city_name: person.place.city,
  area_name: person.district,
  remark: note,
})

export const owned = (staff: Staff, department: string) => ({
  crm_status: '3',
  liable_agentid: staff.agent,
  liable_agent_name: staff.name,
  liable_department_name: department,
})

const stages = stageList.examples.documented?.reply.items ?? []

/** The stages of the printed list, from 0. */
export const stage = (place: number) => ({
  stageid: stages[place]?.id ?? '',
  stage_name: stages[place]?.name ?? '',
  stage_type: '1',
})

/** An outcome is reached in the stage that the customer is in. */
export const won = { stage_name: '已成单', stage_type: '21' }

/** Every field is sent, empty where there is no value. An object that has all its fields from the start is copied fast. */
const blank = {
  userid: '',
  companyid: company.sobot,
  datetime: '',
  msg_type: '0',
  crm_status: '1',
  status: '8',
  sex: '0',
  create_id: '',
  create_name: '',
  create_type: '1',
  create_datetime: '',
  update_id: '',
  update_name: '',
  // Empty: this is what tells a new customer from a changed one.
  update_type: '',
  update_datetime: '',
  user_nick: '',
  user_name: '',
  user_tels: '',
  user_emails: '',
  qq: '',
  wx: '',
  unionid: '',
  wx_build_unionId: '',
  province_name: '',
  city_name: '',
  area_name: '',
  remark: '',
  user_label: '',
  user_level: '',
  extend_field_values: '',
  stageid: '',
  stage_name: '',
  stage_type: '',
  liable_agentid: '',
  liable_agent_name: '',
  liable_department_name: '',
  helper_agentid: '',
  helper_agent_name: '',
  group_chat_name: '',
  qywx_friends_name: '',
  biz_operatorid: '',
  biz_operator_name: '',
  biz_operator_type: '',
  bizid_type: '',
  bizid: '',
  is_black: '',
  user_status: '',
  black_type: '',
  black_reason: '',
  black_endtime: '',
  delete_reason: '',
} satisfies Change
