/** 3.3 What the two queries answer about a customer. */
import { Type as T } from '@sinclair/typebox'
import { block, jsonText, numeric, numericCodes, openCodes, openIntegerCodes, text } from '../atoms.ts'
import { blacklistMarks, crmStatuses, deletionMarks, fieldTypes, operators, sexes, sources } from './codes.ts'
import { contact, level, place, sex } from './common.ts'

const example = { evidence: 'example' } as const
const only = (title: string, description: string) => T.Optional(text(title, description, example))

const storedFields = T.Optional(
  jsonText(
    '客户自定义-扩展字段',
    'Values of custom fields: a JSON array, itself written as text.',
    T.Array(
      block('扩展字段', 'Value of one custom field.', {
        fieldid: text('自定义字段id', 'Id of the field.', example),
        field_value: text('输入内容', 'The value; of a choice the value of the option; empty when there is none.', example),
        field_type: T.Optional(openCodes('字段类型', 'Type of the field, numbered as in customFieldList.', fieldTypes, example)),
        field_text: only('选项文本', 'Of a choice, what the chosen option reads.'),
        field_params: only('参数名称', 'Parameter name of the field, if it has one.'),
        data_params: only('选项参数名', 'Parameter name of the chosen option, if it has one.'),
      }),
    ),
  ),
)

/** Fields that the tables of 3.3.1 and 3.3.2 share. */
const stored = {
  id: text('客户id', 'Id of the customer.'),
  nick: T.Optional(text('客户昵称', 'Nickname.')),
  uname: T.Optional(text('真实姓名', 'Real name.')),
  ...contact,
  ...level,
  ...place,
  user_status: T.Optional(numericCodes('客户状态(黑名单标记)', 'Whether the customer is blacklisted.', blacklistMarks)),
  user_label: T.Optional(text('企微标签id', 'Ids of its WeCom labels, comma-separated.')),
  biz_label: T.Optional(text('业务标签id', 'Ids of its business labels, comma-separated.')),
  ex_field_str: storedFields,
  source: T.Optional(
    numericCodes('客户来源', 'Channel that the customer came from, as sourceList answers it; 18 is seen in an example and is in no list.', sources),
  ),
  wx_build_unionid: T.Optional(
    text('客户的微信unionId--自建应用', 'WeChat union id in an app of your own; only where WeCom is tied to an official account or mini program.'),
  ),
  create_type: T.Optional(numericCodes('创建者类型', 'Who or what created the customer.', operators)),
  create_time: T.Optional(numeric('创建时间', 'When the customer was created, in seconds since 1970.')),
  create_date: T.Optional(numeric('创建日期', 'Start of the day of creation, Beijing time, in seconds since 1970.')),
  update_time: T.Optional(numeric('更新时间', 'When the customer was last changed, in seconds since 1970.')),
}

/** 3.3.1: one entry of a page. Fields without a value are left out. */
export const FoundCustomer = block('客户', 'A customer as the list answers it; fields without a value are left out.', {
  ...stored,
  visitorids: T.Optional(text('访客id', 'Ids of the visitors that turned out to be this customer.')),
  partnerid: T.Optional(text('对接id', 'Id of the customer in your own system, or in WeCom.')),
  sex,
  extend_fields: T.Optional(block('扩展字段', 'Empty in every example; its names are not documented.', {})),
  fixed_fields: T.Optional(
    block('客户自定义-固定字段', 'Values of the built-in fields whose options a company may edit; open to any name.', {
      userLabel: only('用户标签', 'Names of its labels, comma-separated; camelCase unlike its neighbours.'),
    }),
  ),
  pid: only('公司id', 'Id of your company.'),
  status: T.Optional(openIntegerCodes('逻辑删除', 'Whether the customer still exists.', deletionMarks, example)),
  create_serviceid: only('创建客服id', 'Id of the agent who created the customer.'),
  create_service_name: only('创建客服名称', 'Name of that agent.'),
  update_user_id: only('更新者id', 'Id of the agent who last changed the customer.'),
  update_user_name: only('更新者名称', 'Name of that agent.'),
  liable_serviceid: only('负责人id', 'Id of the owner; absent while nobody owns the customer.'),
  liable_service_name: only('负责人名称', 'Name of the owner.'),
  crm_status: T.Optional(openIntegerCodes('客户状态', 'Where the customer stands in the CRM.', crmStatuses, example)),
})

/** 3.3.2: the answer speaks camelCase and nothing but text, its table snake_case; both are here. */
export const CustomerDetail = block(
  '客户详情',
  'A customer in full. The printed answer spells names in camelCase, the table in snake_case; expect camelCase.',
  {
    ...stored,
    visitor_ids: T.Optional(text('访客id', 'Ids of the visitors that turned out to be this customer; visitorids in the other sections.')),
    partner_id: T.Optional(text('对接id', 'Id of the customer in your own system; partnerid in the other sections.')),
    sex: T.Optional(numericCodes('性别', 'Sex; text in the example.', sexes)),
    userLabel: only('用户标签', 'Ids of its labels, comma-separated; names in fixed_fields of the list.'),
    crmStatus: T.Optional(openCodes('客户状态', 'Where the customer stands in the CRM.', crmStatuses, example)),
    pid: only('公司id', 'Id of your company.'),
    createType: T.Optional(openCodes('创建者类型', 'Who or what created the customer.', operators, example)),
    createServiceId: only('创建客服id', 'Id of the agent who created the customer.'),
    createServiceName: only('创建客服名称', 'Name of that agent.'),
    createTime: only('创建时间', 'When the customer was created, in seconds since 1970.'),
    updateType: T.Optional(openCodes('更新者类型', 'Who or what last changed the customer.', operators, example)),
    updateUserId: only('更新者id', 'Id of the agent who last changed the customer.'),
    updateUserName: only('更新者名称', 'Name of that agent.'),
    updateTime: only('更新时间', 'When the customer was last changed, in seconds since 1970.'),
    wxBuildUnionId: only('客户的微信unionId--自建应用', 'WeChat union id in an app of your own.'),
    liableServiceId: only('负责人id', 'Id of the owner.'),
    liableServiceName: only('负责人名称', 'Name of the owner.'),
    helperServiceId: only('协助人id', 'Ids of the agents who help the owner, comma-separated.'),
    helperServiceName: only('协助人名称', 'Names of those agents, in the same or another order.'),
    groupChatName: only('所属群聊', 'Names of the WeCom group chats that the customer is in, comma-separated.'),
    qywxFriendsName: only('企微好友', 'Names of the agents who are WeCom contacts of the customer, comma-separated.'),
    blackType: only('拉黑类型', 'How long the customer is blacklisted; 0 in the example, presumably not at all.'),
    status: T.Optional(openCodes('逻辑删除', 'Whether the customer still exists.', deletionMarks, example)),
  },
)
