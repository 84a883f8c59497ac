/** 2.10–2.11 The business labels of customers. */
import { Type as T } from '@sinclair/typebox'
import { block, list, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { done, items, success } from './common.ts'

const customer = '5d2b96b71d5c4772b02e908396be4edc'
const CustomerId = text('客户id', 'Id of one customer.')

const LabelledCustomer = block('客户标签', 'A customer and the labels it carries.', {
  userid: text('客户id', 'Id of the customer.'),
  label_set: list(
    '标签集合',
    'Its labels.',
    block('标签', 'One label.', {
      id: text('标签id', 'Id of the label.'),
      name: text('标签名称', 'Name of the label.'),
      color_value: text('颜色', 'Colour of its group, as `#RRGGBB`.'),
    }),
  ),
})

const labelled = {
  ...success,
  items: [
    {
      userid: customer,
      label_set: [
        { id: 'd66e286c62ace43b5dd302f0cdd77f9e', name: '少先队员', color_value: '#76A6F1' },
        { id: '58a63c763cde07d5b39a5f01447ab500', name: '自购房产', color_value: '#15C7C9' },
      ],
    },
  ],
}

export const customerLabels = defineOperation({
  title: '批量查询客户现有标签',
  summary: 'Get the labels of several customers',
  doc: '2.10',
  description:
    'Answers the business labels of each customer asked for, once each. The curl sends the ids as the whole body; an object with `ids` is what the table says.',
  zh: {
    summary: '批量查询客户的标签',
    description: '返回所查询的各个客户的业务标签，每个客户一次。curl 示例把 id 直接作为请求体发送；表格写的是带 `ids` 的对象。',
  },
  method: 'POST',
  reads: true,
  path: '/api/scrm/5/label/userlabels',
  aliases: ['/api/scrm/5/lable/userlabels'],
  body: T.Union([
    T.Array(CustomerId, { title: '客户id集合', description: 'Ids of the customers, as the whole body.' }),
    T.Object({
      ids: T.Union([T.String(), T.Array(CustomerId)], { title: '客户id集合', description: 'Ids of the customers: comma-separated text, or a list.' }),
    }),
  ]),
  reply: items(LabelledCustomer),
  fails: ['400004'],
  examples: { documented: { body: [customer], reply: labelled } },
  variants: {
    'the same id twice': { body: [customer, customer], reply: labelled },
    'ids as text': { body: { ids: `${customer},${customer}` }, reply: labelled },
    'ids in an object': { body: { ids: [customer] }, reply: labelled },
  },
})

const Labels = list(
  '标签集合',
  'The labels that the customer carries from now on.',
  block('标签', 'One label.', { id: text('标签id', 'Id of the label.'), name: T.Optional(text('标签名称', 'Name of the label.')) }),
)

const labels = [
  { name: '按时看见的', id: 'e330ce2f2837f70452d19849e9827bdf' },
  { name: '刚回来', id: '32e6e02d5893a21cb2378a9919a4e57c' },
  { name: '朝阳区', id: '468967d26f0c1b7188f13d496eeca2b1' },
]
const params = { id: customer }

export const customerLabelUpdate = defineOperation({
  title: '修改客户标签',
  summary: "Change a customer's labels",
  doc: '2.11',
  description: 'Sets the business labels of a customer. Both examples send the labels as the whole body; an object with `list` is what the table says.',
  zh: { summary: '修改客户的标签', description: '设置客户的业务标签。两个示例都把标签直接作为请求体发送；表格写的是带 `list` 的对象。' },
  method: 'POST',
  path: '/api/scrm/5/label/update_userlabel/{id}',
  aliases: ['/api/scrm/5/lable/update_userlabel/{id}'],
  params: T.Object({ id: text('客户id', 'Id of the customer.') }),
  body: T.Union([Labels, T.Object({ list: Labels })]),
  reply: done,
  fails: ['510004', '400004'],
  examples: { documented: { params, body: labels, reply: success }, curl: { params, body: labels.slice(1), reply: success } },
  variants: { 'labels in an object': { params, body: { list: labels }, reply: success } },
})
