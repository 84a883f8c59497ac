/** 3.4 What happened to a customer. */
import { Type as T } from '@sinclair/typebox'
import { block, integer, jsonText, list, nullable, numeric, numericCodes, openCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { operators, stageTypes } from './codes.ts'
import { done, success } from './common.ts'
import { created, dynamics, staged } from './examples/customer-dynamics.ts'

const example = { evidence: 'example' } as const
const only = (title: string, description: string) => T.Optional(nullable(text(title, description, example)))

const Content = block('业务内容', 'What happened; which names are there depends on biz_type.', {
  bizOperatorType: T.Optional(numericCodes('操作者类型', 'Who or what did it.', operators, example)),
  bizOperatorTypeName: only('操作方式', 'How it was done, in Chinese, such as 手动创建 (created by hand).'),
  bizOperatorId: only('操作者id', 'Id of the agent who did it.'),
  bizOperatorName: only('操作者名称', 'Name of that agent.'),
  bizIdType: only('业务类型', 'Type of the conversation, call or ticket that it came from; null in the example.'),
  bizId: only('业务ID', 'Id of that conversation, call or ticket.'),
  userStage: only('跟进阶段', 'Stage of the new customer; null in the example.'),
  liableServiceName: only('负责人名称', 'Name of the owner.'),
  helperServiceName: only('协助人名称', 'Names of the agents who help the owner.'),
  datas: T.Optional(
    list(
      '变更数据',
      'The fields that were set or changed.',
      block('变更', 'One field.', {
        type: T.Optional(integer('字段类别', 'Not explained; 1 in every example.', example)),
        field: text('字段变量名', 'Name of the field for programs.', example),
        name: text('字段名称', 'What the field is called, in Chinese.', example),
        value: nullable(text('新值', 'What it reads now.', example)),
        oldValue: only('旧值', 'What it read before; null when it is new.'),
      }),
      example,
    ),
  ),
  stageType: T.Optional(numericCodes('跟进阶段类型', 'Kind of the new stage: text here, a number in customerStageSave.', stageTypes, example)),
  stageTypeName: only('跟进阶段类型名称', 'Name of that kind, in Chinese.'),
  stageId: only('阶段id', 'Id of the new stage; of an outcome that of the stage before it.'),
  stageName: only('阶段名称', 'Name of the new stage; null for an outcome.'),
  oldStageName: only('原阶段名称', 'Name of the stage before; null for the first.'),
  remark: only('备注', 'Note given with the change; null or empty when there is none.'),
})

const Dynamic = block('客户行为', 'One thing that happened to a customer.', {
  id: text('主键', 'Id of the entry.'),
  companyid: T.Optional(text('公司id', 'Id of your company.', example)),
  userid: text('客户id', 'Id of the customer.'),
  biz_type: openCodes('业务类型', 'What happened; another vocabulary than that of the query.', {
    user_create: ['新建客户', 'Customer created', 'example'],
    user_stage_update: ['修改跟进阶段', 'Stage changed', 'example'],
  }),
  biz_time: numeric(
    '业务时间',
    'When it happened, since 1970: milliseconds by the table, seconds in most of the example. 11 digits and more are milliseconds.',
  ),
  biz_content: T.Union([Content, jsonText('业务内容', 'The same as JSON text, which the table says.', Content)], {
    title: '业务内容',
    description: 'What happened, as an object; text by the table.',
  }),
  create_time: T.Optional(numeric('业务入库时间', 'When the vendor stored the entry, in seconds since 1970; 0 is seen.', example)),
  create_ime: T.Optional(numeric('业务入库时间', 'create_time, as the table misspells it.')),
})

const query = { userid: '222272e5fa797a764ac23c9ad4aea684', biz_type: 'groupUser', page_no: 1, page_size: 10 }
const counts = { page_no: 1, page_count: 1, total_count: 4, page_size: 10 }
const reply = { ...success, items: dynamics, ...counts }

export const customerDynamicListByPage = defineOperation({
  title: '查询客户全部行为',
  summary: "List a customer's history",
  doc: '3.4.1',
  description: 'Answers what happened to a customer, page by page.',
  zh: { summary: '查询客户的行为轨迹', description: '分页返回客户身上发生过的事。' },
  method: 'GET',
  path: '/api/scrm/5/user_dynamic/list_by_page',
  query: T.Object({
    userid: T.Optional(text('客户id', 'Id of the customer.')),
    biz_type: T.Optional(
      openCodes('业务类型', 'Which group of entries; all when absent.', {
        groupService: ['员工跟进记录', 'Notes of agents'],
        groupUser: ['客户动态', 'What the customer did'],
        groupOther: ['其他', 'The rest'],
        1: ['未说明', 'Not explained', 'example'],
      }),
    ),
    page_no: T.Optional(integer('页码', 'The page wanted, from 1.')),
    page_size: T.Optional(integer('每页大小', 'Entries wanted on a page; no default is documented.')),
  }),
  reply: T.Object({
    ...done.properties,
    items: list('对象列表', 'The entries found; empty when there are none.', Dynamic),
    page_no: T.Optional(integer('起始页', 'The page answered, from 1.', example)),
    page_count: T.Optional(integer('共几页', 'Number of pages.', example)),
    total_count: T.Optional(integer('数据条数', 'Entries on all pages.', example)),
    page_size: T.Optional(integer('每页条数', 'Entries on a full page.', example)),
  }),
  examples: { documented: { query, reply } },
  variants: {
    'biz_type 1 in the query': { query: { ...query, biz_type: '1' }, reply },
    'times in seconds': { query, reply: { ...reply, items: dynamics.map((it, n) => (n ? { ...it, biz_time: it.create_time } : { ...it, create_time: 0 })) } },
    'times as text': { query, reply: { ...reply, items: dynamics.map(it => ({ ...it, biz_time: `${it.biz_time}`, create_time: `${it.create_time}` })) } },
    'biz_content as JSON text': { query, reply: { ...reply, items: dynamics.map(it => ({ ...it, biz_content: JSON.stringify(it.biz_content) })) } },
    'create_ime as in the table': { query, reply: { ...reply, items: dynamics.map(({ create_time, ...it }) => ({ ...it, create_ime: `${create_time}` })) } },
    'stageType as a number': { query, reply: { ...reply, items: [created, { ...staged, biz_content: { ...staged.biz_content, stageType: 1 } }] } },
  },
})

export const customerRecordSave = defineOperation({
  title: '添加跟进记录',
  summary: "Add a note to a customer's history",
  doc: '3.4.2',
  description: 'Records what was done about a customer. That both fields are required is our reading.',
  zh: { summary: '添加跟进记录', description: '记录对客户所做的跟进。两个字段都必填，是我们的理解。' },
  method: 'POST',
  path: '/api/scrm/5/user_stage/record_save',
  body: T.Object({ userid: text('客户id', 'Id of the customer.'), content: text('内容', 'The note.') }),
  reply: done,
  fails: ['400004'],
  examples: { documented: { body: { userid: query.userid, content: '交易达成' }, reply: success } },
})
