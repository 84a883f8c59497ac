/** 3.3.3 and 3.9 The custom fields of customers. */
import { Type as T } from '@sinclair/typebox'
import { block, list, nullable, numeric, numericCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { fieldTypes } from './codes.ts'
import { items, success } from './common.ts'
import { builtIn, custom } from './examples/custom-field-list.ts'

const example = { evidence: 'example' } as const

const Option = block('选项', 'One option of a field that offers a choice.', {
  data_id: text('选项id', 'Id of the option.'),
  data_value: text('选项值', 'What stands for the option in field_value.'),
  data_name: text('选项名称', 'What the option reads.'),
  data_params: T.Optional(nullable(text('选项参数名', 'Name of the option for programs.'))),
  field_id: T.Optional(text('自定义字段id', 'Id of the field that the option belongs to.', example)),
  field_variable: T.Optional(nullable(text('自定义字段变量名', 'Variable name of that field; null in every example.', example))),
})

const CustomField = block('自定义字段', 'A custom field.', {
  field_id: text('自定义字段id', 'Id of the field.'),
  field_name: text('自定义字段名称', 'What the field is called.'),
  field_variable: text('自定义字段变量名', 'Its name for programs, such as tel or customField2.'),
  field_type: numericCodes('字段类型', 'Type of the field.', fieldTypes),
  fill_flag: numericCodes('是否必填', 'Whether agents must fill it in.', { 0: ['否', 'No'], 1: ['是', 'Yes'] }),
  field_status: numericCodes('状态', 'Whether the field is in use.', { 0: ['无效(删除)', 'Not in force, deleted'], 1: ['有效', 'In force'] }),
  field_remark: T.Optional(nullable(text('备注', 'Note on the field; null or empty when there is none.'))),
  operate_type: T.Optional(numeric('操作类型', 'Not explained; 1 in every example. Section 3.3.3 lacks it.')),
  field_params: T.Optional(nullable(text('参数名称', 'Parameter name of the field; null when it has none.', example))),
  cus_field_data_info_list: T.Optional(nullable(list('选项列表', 'The options of a field that offers a choice; null for others.', Option))),
})

export const customFieldList = defineOperation({
  title: '查询客户自定义字段',
  summary: 'List the custom fields of customers',
  doc: '3.3.3',
  description: 'Answers every field that customers can have. Described twice, in 3.3.3 and 3.9; the answer of 3.9 has more.',
  zh: { summary: '查询客户的自定义字段', description: '返回客户可以有的所有字段。3.3.3 和 3.9 两处都有描述；3.9 的返回内容更多。' },
  method: 'GET',
  path: '/api/scrm/5/custom_field/custom_fieid_info_list',
  query: T.Object({ id: T.Optional(text('客户id', 'Only the table of 3.3.3 has it; without effect as far as the document shows.')) }),
  reply: items(CustomField),
  examples: { documented: { reply: { ...success, items: custom } } },
  variants: {
    'the shorter answer of 3.3.3': { reply: { ...success, items: builtIn } },
    'with a customer id': { query: { id: 'a19c45075d839b5565118a2028f8ef87' }, reply: { ...success, items: custom } },
    'types as text': {
      reply: { ...success, items: custom.map(it => ({ ...it, field_type: `${it.field_type}`, fill_flag: '0', field_status: '1', operate_type: '1' })) },
    },
    'remarks null or empty': { reply: { ...success, items: [...builtIn, ...custom] } },
  },
})
