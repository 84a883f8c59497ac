/** What Sobot remembers of a tenant: its tables, and their records in the names of the wire. */
import type { World } from '../world/world.ts'

export interface LabelGroup {
  id: string
  name: string
  color_value?: string | undefined
  is_multiple_choice: 0 | 1
  /** 0 visitors, 1 customers, 2 tickets. */
  type: number
  /** Milliseconds since 1970. */
  created: number
  updated: number
}

export interface Label {
  id: string
  groupid: string
  name: string
  param_name?: string | undefined
  created: number
  updated: number
}

export interface Customer {
  id: string
  nick?: string | undefined
  uname?: string | undefined
  visitorids?: string | undefined
  partnerid?: string | undefined
  email?: string | undefined
  tel?: string | undefined
  qq?: string | undefined
  wx?: string | undefined
  sex?: number | undefined
  remark?: string | undefined
  enterpriseid?: string | undefined
  enterprise_name?: string | undefined
  is_vip: string
  vip_level?: string | undefined
  proviceid?: string | undefined
  provice_name?: string | undefined
  cityid?: string | undefined
  city_name?: string | undefined
  areaid?: string | undefined
  area_name?: string | undefined
  wx_build_unionid?: string | undefined
  source: number
  /** 0 ordinary, 1 blacklisted. */
  user_status: string
  /** 1 first consultation, 2 waiting, 3 followed up, 4 public pool. */
  crm_status: number
  liable_serviceid?: string | undefined
  liable_service_name?: string | undefined
  liable_departmentid?: string | undefined
  /** Ids of business labels. */
  labels?: readonly string[] | undefined
  /** Custom field id → its value. */
  custom?: Readonly<Record<string, string>> | undefined
  stageid?: string | undefined
  /** 1 under way, 21 won, 22 lost, 23 not valid. */
  stage_type?: number | undefined
  /** Id of the agent who did it. */
  creator: string
  updater: string
  /** Milliseconds since 1970. */
  created: number
  updated: number
  /** 8 kept, 9 deleted (merged into another). */
  status: 8 | 9
}

/** One thing that happened to a customer (3.4.1). */
export interface Dynamic {
  id: string
  biz_type: string
  /** Milliseconds since 1970. */
  time: number
  content: unknown
}

export interface Stage {
  id: string
  name: string
  sortnum: number
}

/** A department, or an agent of one. */
export interface Staff {
  id: string
  name: string
  /** 1 department, 2 agent. */
  type: 1 | 2
  /** Id of the department above; absent at the top. */
  parent?: string | undefined
  /** Of an agent: 1 administrator, 2 agent. */
  manager_flag?: 1 | 2 | undefined
}

export interface Option {
  data_id: string
  data_value: string
  data_name: string
  data_params?: string | undefined
}

export interface CustomField {
  field_id: string
  field_name: string
  field_variable: string
  /** 1 to 9, as the API numbers them. */
  field_type: number
  fill_flag: 0 | 1
  field_remark: string
  field_params?: string | undefined
  options?: readonly Option[] | undefined
}

export const groups = (world: World) => world.store.table<LabelGroup>('sobot.groups')
export const labels = (world: World) => world.store.table<Label>('sobot.labels')
export const customers = (world: World) => world.store.table<Customer>('sobot.customers')
/** Customer → what happened to it, the oldest first. */
export const dynamics = (world: World) => world.store.table<readonly Dynamic[]>('sobot.dynamics')
export const stages = (world: World) => world.store.table<Stage>('sobot.stages')
export const staff = (world: World) => world.store.table<Staff>('sobot.staff')
export const fields = (world: World) => world.store.table<CustomField>('sobot.fields')
