/** What a tenant has set up in the vendor's console, for no operation creates it: stages, staff, custom fields. The people are made up. */
import type { World } from '../world/world.ts'
import { type CustomField, fields, type Option, type Staff, staff, stages } from './tables.ts'

/** Puts it into an empty world; ids follow from the world's seed. */
export function furnish(world: World) {
  for (const [sortnum, name] of stageNames.entries()) {
    const id = world.newId('sobot.stage')
    stages(world).put(id, { id, name, sortnum })
  }
  hire(world)
  for (const [index, shape] of fieldShapes.entries()) addField(shape, index + 1, world)
}

const stageNames = ['初步沟通', '正常跟进', '意向确定', '付款流程', '交易达成']

/** Department → its agents; the first department holds the others, and its agent is the administrator. */
const departments = {
  总公司: ['许星禾'],
  销售部: ['沈若溪', '程以南', '陆青禾'],
  运营部: ['林知微', '顾言初'],
  客服部: ['苏念安', '江晚舟'],
}

function hire(world: World) {
  const put = (entry: Omit<Staff, 'id'>) => {
    const id = world.newId('sobot.staff')
    staff(world).put(id, { id, ...entry })
    return id
  }
  let top: string | undefined
  for (const [name, agents] of Object.entries(departments)) {
    const manager_flag = top ? 2 : 1
    const parent = put({ name, type: 1, parent: top })
    for (const agent of agents) put({ name: agent, type: 2, parent, manager_flag })
    top ??= parent
  }
}

interface FieldShape {
  name: string
  remark?: string
  /** Name of the field for programs. */
  params?: string
  /** What each option reads, and its name for programs. */
  options?: readonly (readonly [name: string, params?: string])[]
}

/** One of each type, at the place of its number. */
const fieldShapes: readonly FieldShape[] = [
  { name: '单行文本' },
  { name: '多行文本' },
  { name: '日期' },
  { name: '时间' },
  { name: '数值' },
  {
    name: '下拉列表',
    remark: '最喜欢的水果',
    params: 'fruit',
    options: [
      ['苹果', 'apple'],
      ['香蕉', 'banana'],
      ['西瓜', 'watermelon'],
    ],
  },
  { name: '复选框', remark: '感兴趣的产品', options: [['在线客服'], ['呼叫中心'], ['工单系统']] },
  { name: '单选框', remark: '首选联系方式', options: [['电话'], ['微信'], ['邮件']] },
  // The document shows no cascade. The options of both levels stand in one list, each above what belongs to it.
  { name: '级联字段', remark: '产品与版本', options: [['软件'], ['标准版'], ['专业版'], ['硬件'], ['话机'], ['耳机']] },
]

function addField({ name, remark = '', params, options }: FieldShape, field_type: number, world: World) {
  const field_id = world.newId('sobot.field')
  const made: CustomField = {
    field_id,
    field_name: name,
    field_variable: `customField${field_type}`,
    field_type,
    fill_flag: 0,
    field_remark: remark,
    field_params: params,
    options: options?.map(([data_name, data_params]) => option(data_name, data_params, world)),
  }
  fields(world).put(field_id, made)
}

function option(data_name: string, data_params: string | undefined, world: World): Option {
  const data_id = world.newId('sobot.option')
  return { data_id, data_value: fifteenDigits(data_id), data_name, data_params }
}

/** Values of options are numbers of fifteen digits in the document. */
const fifteenDigits = (id: string) => `${100_000_000_000_000 + Number.parseInt(id.slice(0, 11), 16)}`
