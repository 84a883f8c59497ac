/** 2.2–2.5 Groups of business labels. */
import { Type as T } from '@sinclair/typebox'
import { block, integerCodes, localTime, nullable, openIntegerCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { labelStatuses } from './codes.ts'
import { done, item, page, pageQuery, success } from './common.ts'

const id = '087fbf849effe662d77b9ce6034ecd31'
const groupId = text('标签组ID', 'Id of the label group.')
const groupName = text('标签组名称', 'Name of the group, unique in the company, at most 30 characters.', { maxLength: 30 })
const color = text('标签组颜色值', 'Colour as `#RRGGBB`; the vendor does not seem to check it.')
const multiple = integerCodes('允许多选', 'Whether a customer may carry several labels of the group.', { 0: ['不允许', 'One at most'], 1: ['允许', 'Several'] })

const kind = (more?: { evidence: 'example' }) =>
  openIntegerCodes('标签组业务类型', 'What the group labels.', { 0: ['访客', 'Visitors'], 1: ['客户', 'Customers'], 2: ['工单', 'Tickets'] }, more)

export const labelGroupSave = defineOperation({
  title: '创建标签组信息',
  summary: 'Create a label group',
  doc: '2.2',
  description: 'Creates a group of business labels. The document has lost which fields are required; that only the name is, is our reading.',
  zh: { summary: '创建标签组', description: '创建一个业务标签组。文档中哪些字段必填的信息已丢失；只有名称必填，是我们的理解。' },
  method: 'POST',
  path: '/api/scrm/5/label_group/save',
  body: T.Object({
    name: groupName,
    color_value: T.Optional(color),
    is_multiple_choice: T.Optional(multiple),
    type: T.Optional(kind({ evidence: 'example' })),
  }),
  reply: item(text('标签组id', 'Id of the new group.')),
  fails: ['510002', '510005', '510007'],
  examples: { documented: { body: { name: 'test', color_value: '#345454', is_multiple_choice: 1 }, reply: { ...success, item: id } } },
  variants: { 'type instead of is_multiple_choice': { body: { name: 'test', color_value: '#345454', type: 1 }, reply: { ...success, item: id } } },
})

export const labelGroupUpdate = defineOperation({
  title: '编辑标签组信息',
  summary: 'Change a label group',
  doc: '2.3',
  description: 'Changes the group of that id. That id and name are required is our reading.',
  zh: { summary: '编辑标签组', description: '修改该 id 的标签组。id 和 name 必填，是我们的理解。' },
  method: 'POST',
  path: '/api/scrm/5/label_group/update',
  body: T.Object({ id: groupId, name: groupName, color_value: T.Optional(color), is_multiple_choice: T.Optional(multiple) }),
  reply: done,
  fails: ['510001', '510002', '510005', '510007', '400004'],
  examples: { documented: { body: { id, name: 'test123', color_value: '#234325' }, reply: success } },
  variants: { 'a colour of five digits': { body: { id, name: 'test123', color_value: '#23432' }, reply: success } },
})

const LabelGroup = block('标签组', 'A group of labels.', {
  id: text('标签组id', 'Id of the group.'),
  bizid: T.Optional(nullable(text('业务id', 'Id of what the group belongs to; null in every example.'))),
  type: T.Optional(kind()),
  name: text('标签组名称', 'Name of the group.'),
  color_value: T.Optional(color),
  is_multiple_choice: T.Optional(multiple),
  status: T.Optional(openIntegerCodes('状态', 'Whether the group is in use.', labelStatuses)),
  create_time: T.Optional(localTime('创建时间', 'When it was created: Beijing time, `yyyy-MM-dd HH:mm:ss`.')),
  update_time: T.Optional(localTime('更新时间', 'When it was last changed: Beijing time, `yyyy-MM-dd HH:mm:ss`.')),
})

const group = (id: string, name: string, color_value: string, time: string) => ({
  id,
  name,
  status: 1,
  type: 1,
  bizid: null,
  color_value,
  create_time: time,
  is_multiple_choice: 0 as const,
  update_time: time,
})
const first = group('8301f17455e9098ca035f8676e94d42d', 'test32', '#345433', '2021-07-14 05:00:00')
const second = group('912bff0b356c059f103785e1f67cb2f0', 'test111', '#345432', '2021-07-14 05:38:13')
const counts = { page_no: 1, page_count: 1, total_count: 2, page_size: 100 }
const query = { page_no: 1, page_size: 100 }

export const labelGroupList = defineOperation({
  title: '查询全部标签组信息',
  summary: 'List the label groups',
  doc: '2.4',
  description: 'Answers the groups of business labels, page by page.',
  zh: { summary: '查询标签组列表', description: '分页返回业务标签组。' },
  method: 'GET',
  path: '/api/scrm/5/label_group/list',
  query: T.Object(pageQuery(100)),
  reply: page(LabelGroup),
  examples: { documented: { query, reply: { ...success, items: [first, second], ...counts } } },
  variants: {
    'colours that are not hexadecimal': {
      query,
      reply: {
        ...success,
        items: [
          { ...first, color_value: '#gt5433' },
          { ...second, color_value: '#gt54323' },
        ],
        ...counts,
      },
    },
    'counts that do not add up': { query, reply: { ...success, items: [first, second], page_no: 1, page_count: 2, total_count: 4, page_size: 3 } },
    'nothing null': {
      query,
      reply: {
        ...success,
        items: [
          { ...first, bizid: '1' },
          { ...second, bizid: '' },
        ],
        ...counts,
      },
    },
  },
})

export const labelGroupRemove = defineOperation({
  title: '删除标签组信息',
  summary: 'Remove a label group and its labels',
  doc: '2.5',
  description: 'Deletes the group and every label in it. The id stands in the path; at the path without it, in the query.',
  zh: { summary: '删除标签组及其标签', description: '删除标签组和其中的所有标签。id 放在路径中；使用不带 id 的路径时，放在查询串中。' },
  method: 'GET',
  reads: false,
  otherMethod: 'POST',
  path: '/api/scrm/5/label_group/remove/{id}',
  aliases: ['/api/scrm/5/label_group/remove'],
  params: T.Object({ id: groupId }),
  query: T.Object({ id: T.Optional(text('标签组ID', 'The same id, for the path that ends without it.')) }),
  reply: done,
  fails: ['510001', '400004'],
  examples: { documented: { params: { id }, reply: success } },
  variants: { 'id in the query': { params: { id }, query: { id }, reply: success } },
})
