/** 4 What Sobot sends when customers change. */
import { Type as T, type TSchema } from '@sinclair/typebox'
import { block, constant, list, numeric, numericCodes, text } from '../atoms.ts'
import { definePush } from '../define.ts'
import { CustomerChange } from './customer-change.ts'
import { added } from './examples/customer-added.ts'
import { updated } from './examples/customer-updated.ts'

const crm = <S extends TSchema>(entry: S) =>
  T.Object({
    sys_code: text('产品编码', 'Number of the product, 50 for the CRM.'),
    type: constant('crm', '消息类型', 'What the message is about; other products send other types to the same address.'),
    content: list('消息内容', 'One entry an event. The examples have one; other messages of the vendor pack up to 20.', entry),
  })

const message = <E>(entry: E) => ({ sys_code: '50', type: 'crm' as const, content: [entry] })

export const customerAdded = definePush({
  title: '新增客户',
  summary: 'A customer was added',
  doc: '4.1',
  description: 'Sent at once when a customer appears in any list of the CRM. Only the empty update_type tells it from a change, so write by userid.',
  zh: { summary: '新增客户', description: '客户出现在 CRM 的任意列表中时立即推送。它与更新的区别只在于 update_type 为空，因此要按 userid 写入。' },
  match: { 'body.type': 'crm', 'body.content.0.msg_type': ['0', 0], 'body.content.0.update_type': '' },
  message: crm(CustomerChange),
  examples: { documented: message(added) },
  variants: {
    'numbers as in the table': message({
      ...added,
      update_datetime: 1631821183,
      create_type: 1,
      crm_status: 3,
      datetime: 1631821183,
      msg_type: 0,
      status: 8,
      create_datetime: 1631821183,
      sex: 1,
    }),
    'empty codes': message({ ...added, create_type: '', crm_status: '', status: '', sex: '', update_datetime: '', create_datetime: '' }),
    'wx_build_unionid as in the table': message({ ...added, wx_build_unionid: 'or-ExampleUnionId_ofNobody03' }),
    'with custom fields': message({ ...added, extend_field_values: updated.extend_field_values! }),
  },
})

export const customerUpdated = definePush({
  title: '更新客户',
  summary: 'A customer was changed',
  doc: '4.2',
  description: 'Sent at once when somebody edits a customer or moves it to another stage. Looks like a new customer but for update_type, so write by userid.',
  zh: { summary: '更新客户', description: '有人编辑客户资料或把客户移到另一个阶段时立即推送。除 update_type 外与新增客户相同，因此要按 userid 写入。' },
  match: { 'body.type': 'crm', 'body.content.0.msg_type': ['0', 0] },
  message: crm(CustomerChange),
  examples: { documented: message(updated) },
  variants: {
    'numbers as in the table': message({
      ...updated,
      update_datetime: 1614222756,
      create_type: 1,
      crm_status: 2,
      datetime: 1614222756,
      update_type: 1,
      msg_type: 0,
      status: 8,
      create_datetime: 1614222756,
      sex: 2,
    }),
    'sex unknown': message({ ...updated, sex: '0' }),
    'no custom fields': message({ ...updated, extend_field_values: '' as const }),
    'field types 7, 8 and 9': message({
      ...updated,
      extend_field_values: ['7', '8', '9'].map(field_type => ({
        field_value: '607592524201284',
        field_type,
        fieldid: '3cb4bfb554e4923fbdd884b38e4308f1',
        field_params: 'shebei',
        data_params: 'diannao',
      })),
    }),
    'empty codes': message({ ...updated, create_type: '', crm_status: '', status: '', sex: '', update_datetime: '', create_datetime: '' }),
    'wx_build_unionid as in the table': message({ ...updated, wx_build_unionid: 'or-ExampleUnionId_ofNobody03' }),
    blacklisted: message({ ...updated, is_black: '1', user_status: '1', black_type: '24', black_reason: '骚扰', black_endtime: '1614309156' }),
    'in a final stage': message({ ...updated, stageid: 'c504299f0076b28f921aecaab1d74fd2', stage_name: '已成单', stage_type: '21' }),
  },
})

const merged = {
  companyid: 'c5018224557d8af801656b9c320cc053',
  datetime: 1614222177,
  biz_operatorid: '5e6674ff7709d5a0957a422207f14cd8',
  msg_type: 1,
  biz_operator_name: '林然测试',
  userid: '148773abfa0797e41c6eeb4bd3079046',
  merged_userid: '5b4ea33ae5a702714337813893598e7e',
}

export const customerMerged = definePush({
  title: '合并客户',
  summary: 'Two customers were merged into one',
  doc: '4.3',
  description: 'Sent at once when somebody merges two customers. Move what belongs to merged_userid over to userid.',
  zh: { summary: '两个客户合并为一个', description: '有人合并两个客户时立即推送。把属于 merged_userid 的内容移到 userid 名下。' },
  match: { 'body.type': 'crm', 'body.content.0.msg_type': ['1', 1] },
  message: crm(
    block('合并', 'One merger.', {
      companyid: text('公司id', 'Id of your company.'),
      datetime: numeric('数据时间', 'When it happened, in seconds since 1970; a number here, text in the other pushes.'),
      biz_operatorid: T.Optional(text('操作者id', 'Id of the agent who merged them.')),
      msg_type: numericCodes('消息类型', 'What happened; a number here, text in the other pushes.', { 1: ['合并', 'Merged'] }),
      biz_operator_name: T.Optional(text('操作者名称', 'Name of that agent.')),
      userid: text('客户id', 'Id of the customer that stays.'),
      merged_userid: text('被合并客户id', 'Id of the customer that is gone.'),
    }),
  ),
  examples: { documented: message(merged) },
  variants: {
    'text like the other pushes': message({ ...merged, datetime: '1614222177', msg_type: '1' }),
    'merged with itself': message({ ...merged, merged_userid: merged.userid }),
  },
})
