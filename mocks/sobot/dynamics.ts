/** 3.4.1 The trail of a customer: what an entry remembers, and how it is written out. */
import { sobot as vendor } from '../../schemas/index.ts'
import { success } from '../../schemas/sobot/common.ts'
import type { Behaviour } from '../behaviour.ts'
import type { World } from '../world/world.ts'
import { beginnings, existing } from './changes.ts'
import { byTable, companyId, seconds, staffName, stageKinds } from './events.ts'
import { pageOf } from './paging.ts'
import { type Customer, type Dynamic, dynamics } from './tables.ts'

/** A new customer. `by`, here and below, is the id of the operator. */
export interface Creation {
  by: string
  /** As it was then: the record is there anyway for as long as nobody changes it. */
  customer: Customer
}

/** A change of fields. */
export interface Edit {
  by: string
  /** Four to a field, in a row: its name for programs and for people, what it reads now, what it read before. */
  datas: readonly (string | null)[]
}

/** A step to another stage, or to an outcome; the names as they were then. */
export interface Move {
  by: string
  type: number
  stage: string | null
  name: string | null
  before: string | null
  remark: string | null
}

/** A note. */
export interface Note {
  by: string
  text: string
}

export const trail: Behaviour<typeof vendor> = {
  customerDynamicListByPage({ query }, world) {
    const { userid } = query
    const found = userid ? ofOne(world, existing(world, userid).id) : ofAll(world)
    const wanted = found.filter(({ entry }) => belongs(entry, query.biz_type))
    const page = pageOf(wanted, query, Number(world.switches.choice(vendor, 'dynamicPageSize')), world)
    return { ...success, ...page, items: page.items.map(it => written(world, it)) }
  },
}

interface Found {
  userid: string
  entry: Dynamic
}

/** The newest first. */
const ofOne = (world: World, userid: string): Found[] =>
  (dynamics(world).get(userid) ?? []).map(entry => ({ userid, entry })).reverse()

/** Of every customer; without a userid nothing narrows it down. */
const ofAll = (world: World): Found[] =>
  [...dynamics(world).entries()]
    .flatMap(([userid, entries]) => entries.map(entry => ({ userid, entry })))
    .reverse()
    .sort((one, other) => other.entry.time - one.entry.time)

/** What a query calls a group → what its entries are called. The mock knows nothing that would belong to the rest. */
const groups = new Map([
  ['groupService', ['user_record']],
  ['groupUser', ['user_create', 'user_update', 'user_stage_update']],
])

/** The curl asks for 1, which nothing explains; it is taken for all. */
const belongs = ({ biz_type }: Dynamic, group = '') =>
  group === '' || group === '1' || (groups.get(group)?.includes(biz_type) ?? false)

function written(world: World, { userid, entry: { id, biz_type, time, content } }: Found) {
  const unit = world.switches.choice(vendor, 'bizTimeUnit') === 'seconds' ? seconds(time) : time
  const biz_content = contents[biz_type]?.(world, content as never) ?? {}
  const known = { id, companyid: companyId(world), userid, biz_type }
  return byTable(world)
    ? { ...known, biz_time: `${unit}`, biz_content: JSON.stringify(biz_content), create_ime: `${seconds(time)}` }
    : { ...known, biz_time: unit, biz_content, create_time: seconds(time) }
}

/** 1 is an agent: nobody else acts in the mock. */
const actor = (world: World, by: string) => ({
  bizOperatorType: 1,
  bizOperatorId: by || null,
  bizOperatorName: staffName(world, by) ?? null,
})

function datasOf(datas: Edit['datas']) {
  const found = []
  for (let at = 0; at < datas.length; at += 4) {
    const [field, name, value = null, oldValue = null] = datas.slice(at, at + 4)
    found.push({ type: 1, field: field as string, name: name as string, value, oldValue })
  }
  return found
}

const nothing = { userStage: null, liableServiceName: null, helperServiceName: null, bizIdType: null, bizId: null }

const edited = (world: World, { by, datas }: Edit, manner: string) => ({
  ...nothing,
  ...actor(world, by),
  bizOperatorTypeName: manner,
  datas: datasOf(datas),
})

/** Kind of entry → biz_content. Of these the document shows the first and the last; the names of the others are ours. */
const contents: { [biz_type: string]: (world: World, content: never) => object } = {
  user_create: (world, { by, customer }: Creation) =>
    edited(world, { by, datas: beginnings(world, customer) }, '手动创建'),
  user_update: (world, edit: Edit) => edited(world, edit, '手动修改'),
  user_record: (world, { by, text }: Note) => ({ ...actor(world, by), remark: text }),
  user_stage_update: (world, { by, type, stage, name, before, remark }: Move) => ({
    stageType: `${type}`,
    stageTypeName: stageKinds[type] ?? null,
    stageId: stage,
    stageName: name,
    oldStageName: before,
    remark,
    ...actor(world, by),
  }),
}
