/** 2.6–2.9 Business labels. */
import { Type as T } from '@sinclair/typebox'
import { block, localTime, nullable, openIntegerCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { labelStatuses } from './codes.ts'
import { done, page, pageQuery, success } from './common.ts'

const name = text('标签名称', 'Name of the label, at most 30 characters.', { maxLength: 30 })
const parameter = T.Optional(text('标签参数名', 'Name of the label for programs, unique, at most 30 characters.', { maxLength: 30 }))
const groupid = '2feb30060c970e1ba00cba589055c51d'
const GroupId = text('标签组id', 'Id of the group that the label belongs to.')

export const labelSave = defineOperation({
  title: '创建标签信息',
  summary: 'Create a label',
  doc: '2.6',
  description: 'Creates a business label in a group. That name and groupid are required is our reading.',
  zh: { summary: '创建标签', description: '在标签组中创建一个业务标签。name 和 groupid 必填，是我们的理解。' },
  method: 'POST',
  path: '/api/scrm/5/label/save',
  body: T.Union([
    T.Object({ name, groupid: GroupId, param_name: parameter }),
    T.Object({ name, groupId: text('标签组id', 'The group, as the curl spells it.', { evidence: 'example' }), param_name: parameter }),
  ]),
  reply: T.Object({ ...done.properties, item: T.Optional(text('标签id', 'Id of the new label; neither table nor example has it.', { evidence: 'assumed' })) }),
  fails: ['510001', '510003', '510004', '510006', '510007', '510008', '400004'],
  examples: { documented: { body: { name: 'test', groupid }, reply: success } },
  variants: {
    'groupId for groupid': { body: { name: 'test', groupId: groupid }, reply: success },
    'with the id of the new label': { body: { name: 'test', groupid }, reply: { ...success, item: '75f27369f9f6f02514f0f60a6f829623' } },
  },
})

export const labelUpdate = defineOperation({
  title: '编辑标签信息',
  summary: 'Change a label',
  doc: '2.7',
  description: 'Changes the label of that id. That id and name are required is our reading.',
  zh: { summary: '编辑标签', description: '修改该 id 的标签。id 和 name 必填，是我们的理解。' },
  method: 'POST',
  path: '/api/scrm/5/label/update',
  aliases: ['/api/scrm/5/lable/update'],
  body: T.Object({ id: text('标签ID', 'Id of the label.'), name, param_name: parameter }),
  reply: done,
  fails: ['510003', '510004', '510006', '510007', '510008', '400004'],
  examples: { documented: { body: { id: '75f27369f9f6f02514f0f60a6f829623', name: 'test' }, reply: success } },
})

const Label = block('标签', 'A label.', {
  id: text('标签id', 'Id of the label; the table calls it the id of the group.'),
  groupid: text('标签组id', 'Id of the group that the label belongs to.'),
  bizid: T.Optional(nullable(text('业务id', 'Id of what the label belongs to; null in the example.'))),
  name: text('标签名称', 'Name of the label.'),
  create_time: T.Optional(localTime('创建时间', 'When it was created: Beijing time, `yyyy-MM-dd HH:mm:ss`.')),
  param_name: T.Optional(nullable(text('标签参数名', 'Name of the label for programs; null when none was given.'))),
  update_time: T.Optional(localTime('更新时间', 'When it was last changed: Beijing time, `yyyy-MM-dd HH:mm:ss`.')),
  status: T.Optional(openIntegerCodes('状态', 'Whether the label is in use.', labelStatuses)),
})

const labels = { groupid: '05da7adfa00971bfb1fed83352670563', page_no: 1, page_size: 100 }
const label = {
  id: '5535126c23bc02b32423907ac79e52ed',
  name: '汉语名给字',
  status: 1,
  bizid: null,
  create_time: '2021-07-14 12:17:10',
  param_name: null,
  groupid: labels.groupid,
  update_time: '2021-07-14 12:17:10',
}
const counts = { page_no: 1, page_count: 1, total_count: 1, page_size: 100 }

export const labelList = defineOperation({
  title: '查询标签信息列表',
  summary: 'List labels',
  doc: '2.8',
  description: 'Answers the labels of one group, page by page. What comes without groupid is not documented; we take it as the labels of all groups.',
  zh: { summary: '查询标签列表', description: '分页返回一个标签组的标签。不带 groupid 时返回什么，文档没有写；我们理解为所有标签组的标签。' },
  method: 'GET',
  path: '/api/scrm/5/label/list',
  aliases: ['/api/scrm/5/lable/list'],
  query: T.Object({ groupid: T.Optional(text('标签组ID', 'Only labels of this group.')), ...pageQuery(100) }),
  reply: page(Label),
  examples: { documented: { query: labels, reply: { ...success, items: [label], ...counts } } },
  variants: { 'nothing null': { query: labels, reply: { ...success, items: [{ ...label, bizid: '', param_name: 'hanyu' }], ...counts } } },
})

export const labelRemove = defineOperation({
  title: '删除标签信息',
  summary: 'Remove a label',
  doc: '2.9',
  description: 'Deletes the label. The id stands in the path; at the path without it, in the query.',
  zh: { summary: '删除标签', description: '删除该标签。id 放在路径中；使用不带 id 的路径时，放在查询串中。' },
  method: 'GET',
  reads: false,
  otherMethod: 'POST',
  path: '/api/scrm/5/label/remove/{id}',
  aliases: ['/api/scrm/5/label/remove', '/api/scrm/5/lable/remove/{id}'],
  params: T.Object({ id: text('标签ID', 'Id of the label.') }),
  query: T.Object({ id: T.Optional(text('标签ID', 'The same id, for the path that ends without it.')) }),
  reply: done,
  fails: ['510004', '400004'],
  examples: { documented: { params: { id: label.id }, reply: success } },
  variants: { 'id in the query': { params: { id: label.id }, query: { id: label.id }, reply: success } },
})
