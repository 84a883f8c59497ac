/** A world that holds everything the documented calls name, collected from the examples of the contracts themselves. */
import { plansOf } from '../mocks/okayapi/plans.ts'
import * as sobotHas from '../mocks/sobot/tables.ts'
import type { Table } from '../mocks/world/store.ts'
import type { Snapshot, World } from '../mocks/world/world.ts'
import { contractOf } from '../schemas/contracts.ts'
import { okayapi, sobot } from '../schemas/index.ts'

/** Fills the world and answers how it then stands: calls change it, so load that before each. */
export function documentedWorld(world: World): Snapshot {
  fill(sobotHas.groups(world), groups())
  fill(sobotHas.labels(world), labels())
  fill(sobotHas.stages(world), objects('stageList').filter(has('sortnum')))
  fill(sobotHas.staff(world), staff())
  fill(sobotHas.fields(world), fields(), 'field_id')
  fill(sobotHas.customers(world), customers())
  fill(plansOf(world), plans())
  for (const customer of sobotHas.customers(world).values()) {
    const content = { by: customer.creator, customer }
    const entry = { id: customer.id, biz_type: 'user_create', time: customer.created, content }
    sobotHas.dynamics(world).put(customer.id, [entry])
  }
  return world.snapshot()
}

/** Nothing but these records; of one id the first counts. */
function fill<R>(table: Table<R>, records: readonly Found[], key = 'id') {
  for (const [id] of [...table.entries()]) table.delete(id)
  for (const record of records) if (!table.get(record[key])) table.put(record[key], record as R)
}

/** An object of an example. Its fields differ from place to place. */
// biome-ignore lint/suspicious/noExplicitAny: examples are data here, whatever their contract says of their types
type Found = Record<string, any>

const has = (name: string) => (it: Found) => it[name] !== undefined

/** Every object, at any depth, of the examples and variants of these operations. */
const objects = (...ids: string[]): Found[] =>
  ids.flatMap(id => {
    const found = contractOf(sobot, 'operation', id) ?? contractOf(okayapi, 'operation', id)
    if (!found) throw new Error(`there is no operation ${id}`)
    return objectsIn(Object.values({ ...found.contract.examples, ...found.contract.variants }))
  })

function objectsIn(value: unknown): Found[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(objectsIn)
  return Array.isArray(value) ? inner : [value, ...inner]
}

/** What stands in that field anywhere in these operations, comma-separated ids one by one. */
const named = (field: string, ...ids: string[]): string[] =>
  objects(...ids)
    .filter(has(field))
    .flatMap(it => it[field].split(','))

const withId = (id: string): Found => ({ id })
const BEGINNING = '2021-07-14 05:00:00'
const timesOf = ({ create_time = BEGINNING, update_time = BEGINNING }: Found) => ({
  created: Date.parse(`${create_time}+08:00`),
  updated: Date.parse(`${update_time}+08:00`),
})

function groups(): Found[] {
  const changed = named('id', 'labelGroupUpdate', 'labelGroupRemove')
  const ids = [...changed, ...named('groupid', 'labelSave', 'labelList'), ...named('groupId', 'labelSave')]
  // What customerLabels shows as the colour of a label is that of its group.
  const colours = named('color_value', 'customerLabels').map(it => ({ id: it, color_value: it }))
  const listed = objects('labelGroupList').filter(has('color_value'))
  const given = (it: Found) => ({ name: it.id, type: 1, is_multiple_choice: 1, ...it, ...timesOf(it) })
  return [...listed, ...ids.map(withId), ...colours].map(given)
}

function labels(): Found[] {
  const shown = objects('labelList', 'customerLabels', 'customerLabelUpdate').filter(it => it.id && it.name)
  const ids = [...named('id', 'labelUpdate', 'labelRemove'), ...named('user_label', 'customerListByPage')]
  const [any] = named('groupid', 'labelSave')
  return [...shown, ...ids.map(withId)].map(it => ({
    id: it.id,
    name: it.name ?? it.id,
    groupid: it.groupid ?? it.color_value ?? any,
    ...timesOf(it),
  }))
}

/** The agent of staffList, made the administrator, the one of customerAssign, and the departments of both. */
function staff(): Found[] {
  const lastOf = (path: string) => path.split('|').at(-1)
  const above = (path: string) => lastOf(path.slice(0, path.lastIndexOf('|')))
  const owners = objects('customerAssign').filter(has('liable_departmentid'))
  const departments = objects('staffList').filter(it => it.path && it.sub_list)
  return [
    ...owners.flatMap(({ liable_departmentid: path, liable_serviceid: id, liable_service_name: name }) => [
      { id: lastOf(path), name: path, type: 1 },
      { id, name, type: 2, parent: lastOf(path) },
    ]),
    ...departments.map(({ id, name, path }) => ({ id, name, type: 1, parent: above(path) })),
    ...departments.flatMap(({ id: parent, sub_list }) =>
      (sub_list as Found[]).map(({ id, name }) => ({ id, name, type: 2, parent, manager_flag: 1 })),
    ),
  ]
}

/** Those that are listed, and those of which a request only shows the value: several choices, or text. */
function fields(): Found[] {
  const listed = objects('customFieldList').filter(has('field_name'))
  const sent = objects('customerSave', 'customerUpdate').filter(has('ex_field_str'))
  return [
    ...listed.map(it => ({ ...it, options: it.cus_field_data_info_list ?? undefined })),
    ...sent.flatMap(it => JSON.parse(it.ex_field_str)).map(fieldOf),
  ]
}

function fieldOf({ fieldid: field_id, field_value }: { fieldid: string; field_value: string }): Found {
  const field = { field_id, field_name: field_id, field_variable: field_id, fill_flag: 0, field_remark: '' }
  const several = field_value.includes(',')
  const options = field_value.split(',').map(it => ({ data_id: it, data_value: it, data_name: it }))
  return several ? { ...field, field_type: 7, options } : { ...field, field_type: 1 }
}

const WAITING = { source: 9, is_vip: '0', user_status: '0', crm_status: 2, status: 8, creator: '', updater: '' }

/** Everybody waits for an owner, as the documented assignment wants it, and is whom the documented query looks for. */
function customers(): Found[] {
  const [query = {}] = objects('customerListByPage').filter(has('search_value'))
  const carried = new Map(objects('customerLabels').map(it => [it.userid, it.label_set]))
  const created = Number(query.create_start_time) * 1000
  return [
    ...named('id', 'customerUpdate', 'customerListByPage', 'customerDetail'),
    ...named('userid', 'customerLabels', 'customerDynamicListByPage', 'customerRecordSave', 'customerStageSave'),
    ...named('confirmids', 'customerAssign', 'customerConfirm'),
  ].map(id => ({
    ...{ ...WAITING, id, nick: id, tel: query.search_value, stageid: query.stageid, created, updated: created },
    labels: carried.get(id)?.map((it: Found) => it.id) ?? query.user_label.split(','),
  }))
}

/** The row that is read, under the id that is updated. */
function plans(): Found[] {
  const [row] = objects('AGetAndyVarDatas').filter(has('block_index'))
  const [update] = objects('ASaveAndyVardDtas').filter(it => it.operate_type === 2)
  return [{ ...row, id: String(update?.id) }]
}
