/** 3.3.3, 3.5.1, 3.6, 3.7 and 3.9 What a tenant has configured, for reading: fields, stages, channels, staff. */
import type { Static } from '@sinclair/typebox'
import { sobot as vendor } from '../../schemas/index.ts'
import { success } from '../../schemas/sobot/common.ts'
import { sourceList } from '../../schemas/sobot/source.ts'
import type { staffList } from '../../schemas/sobot/staff.ts'
import type { Behaviour } from '../behaviour.ts'
import type { World } from '../world/world.ts'
import { byTable } from './events.ts'
import { type CustomField, fields, type Staff, staff, stages } from './tables.ts'

export const catalogue: Behaviour<typeof vendor> = {
  staffList(_asked, world) {
    const company = world.credentials(vendor).companyid as string
    return { ...success, items: branches({ path: company }, world) }
  },
  stageList(_asked, world) {
    const sorted = [...stages(world).values()].toSorted((one, other) => one.sortnum - other.sortnum)
    return { ...success, items: sorted.map(({ id, name, sortnum }) => ({ id, name, sortnum })) }
  },
  sourceList: (_asked, world) => ({
    ...success,
    // Here the table has the number, and the example text.
    items: channels.map(({ label, value }) => ({ label, value: byTable(world) ? Number(value) : value })),
  }),
  // The id of a customer, which the table of 3.3.3 has, changes nothing: every customer has the same fields.
  customFieldList: (_asked, world) => ({
    ...success,
    items: [...fields(world).values()].map(it => field(it, world)),
  }),
}

/** In the order of the document's answer, which is not that of the numbers. */
const channels = sourceList.examples.documented?.reply.items ?? []

/** All other codes are numbers in the examples and text by the tables. */
const code = (value: number, world: World) => (byTable(world) ? `${value}` : value)

type Entry = Static<typeof staffList.reply>['items'][number]

/** Everything directly below a department, with what is below that; without an id, the top. */
function branches({ id, path }: { id?: string; path: string }, world: World): Entry[] {
  const below = [...staff(world).values()].filter(it => it.parent === id)
  return below.map(it => (it.type === 1 ? department(it, `${path}|${it.id}`, world) : agent(it, world)))
}

const department = ({ id, name, type }: Staff, path: string, world: World): Entry => ({
  id,
  name,
  image: null,
  path,
  type: code(type, world),
  ...role(null, world),
  sub_list: branches({ id, path }, world),
})

const agent = ({ id, name, type, manager_flag }: Staff, world: World): Entry => ({
  id,
  name,
  image: null,
  path: null,
  type: code(type, world),
  ...role(manager_flag ? code(manager_flag, world) : null, world),
  sub_list: null,
})

/** The table calls it manager, the example manager_flag. */
const role = (flag: number | string | null, world: World) =>
  byTable(world) ? { manager: flag } : { manager_flag: flag }

const field = (it: CustomField, world: World) => ({
  field_id: it.field_id,
  field_name: it.field_name,
  field_variable: it.field_variable,
  field_type: code(it.field_type, world),
  fill_flag: code(it.fill_flag, world),
  field_status: code(1, world),
  field_remark: it.field_remark,
  operate_type: code(1, world),
  field_params: it.field_params ?? null,
  cus_field_data_info_list: it.options ? optionsOf(it) : null,
})

const optionsOf = ({ field_id, options = [] }: CustomField) =>
  options.map(({ data_params = null, ...it }) => ({ ...it, field_id, field_variable: null, data_params }))
