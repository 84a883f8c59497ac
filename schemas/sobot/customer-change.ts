/** 4.1–4.2 What a push tells about a new or changed customer: the two tables have the same rows. */
import { Type as T } from '@sinclair/typebox'
import { block, numeric, numericCodes, text } from '../atoms.ts'
import { blacklistMarks, crmStatuses, deletionMarks, operators, sexes, stageTypes } from './codes.ts'

// Every field is there in both examples, "" where there is no value; a message without one is still better read than refused.
const maybe = (title: string, description: string) => T.Optional(text(title, description))
const operator = (title: string, description: string) => T.Optional(numericCodes(title, description, operators))

const ExtendField = block('扩展字段', 'Value of one custom field.', {
  field_value: text('扩展字段值', 'The value; dates as `yyyy-MM-dd`, times as `HH:mm:ss`.'),
  field_type: T.Optional(
    numericCodes('扩展字段类型', 'Type of the field. This table numbers 7 and 8 the other way round than customFieldList and lacks 9.', {
      1: ['单行文本', 'One line of text'],
      2: ['多行文本', 'Several lines of text'],
      3: ['日期', 'Date'],
      4: ['时间', 'Time'],
      5: ['数值', 'Number'],
      6: ['下拉列表(选项)', 'Drop-down list'],
      7: ['单选框(选项)', 'Radio buttons; check boxes in the API'],
      8: ['复选框(选项)', 'Check boxes; radio buttons in the API'],
      9: ['级联字段', 'Cascade; only the API lists it', 'assumed'],
    }),
  ),
  fieldid: text('扩展字段id', 'Id of the field, as customFieldList answers it.'),
  field_params: maybe('字段参数名', 'Parameter name of the field; absent without one.'),
  data_params: maybe('选项参数名', 'Parameter name of the chosen option; absent without one.'),
})

/** One customer of a push. Numbers come as text, no value as "". */
export const CustomerChange = block(
  '客户',
  'A customer as it stands after the event. Numbers come as text, and "" stands for no value.',
  {
    userid: text('客户id', 'Id of the customer; write by it, since new and changed customers look alike.'),
    companyid: text('公司id', 'Id of your company.'),
    datetime: numeric('数据时间', 'When it happened, in seconds since 1970.'),
    msg_type: numericCodes('消息类型', 'What happened: 0 both for a new and for a changed customer.', { 0: ['新增', 'Added or changed'] }),

    user_nick: maybe('客户昵称', 'Nickname.'),
    user_name: maybe('真实名称', 'Real name.'),
    user_tels: maybe('手机号码', 'Phone numbers, comma-separated.'),
    user_emails: maybe('邮箱', 'E-mail addresses, comma-separated.'),
    qq: maybe('QQ号', 'QQ number.'),
    wx: maybe('微信号', 'WeChat name.'),
    sex: T.Optional(numericCodes('性别', 'Sex.', { 0: ['未知', 'Unknown', 'example'], ...sexes })),
    unionid: maybe('企微unionid', 'Id of the customer in WeCom.'),
    wx_build_unionid: maybe('自建unionid', 'wx_build_unionId, as the table spells it.'),
    wx_build_unionId: T.Optional(
      text('自建unionid', 'WeChat union id in an app of your own; only where WeCom is tied to an official account or mini program.', { evidence: 'example' }),
    ),
    province_name: maybe('省份名称', 'Name of the province.'),
    city_name: maybe('城市名称', 'Name of the city.'),
    area_name: maybe('区县名称', 'Name of the district.'),
    remark: maybe('备注', 'Free note on the customer.'),
    user_label: maybe('用户标签', 'Labels of the customer.'),
    user_level: maybe('VIP级别', 'Id of the VIP level; every company keeps its own list of levels.'),
    extend_field_values: T.Optional(
      T.Union([T.Array(ExtendField), T.Literal('')], { title: '扩展字段', description: 'Values of custom fields; "" when there are none.' }),
    ),

    status: T.Optional(numericCodes('逻辑删除', 'Whether the customer still exists.', deletionMarks)),
    delete_reason: maybe('删除原因', 'Why the customer was deleted.'),
    crm_status: T.Optional(numericCodes('客户状态(CRM)', 'Where the customer stands in the CRM.', crmStatuses)),
    stageid: maybe('阶段id', 'Id of the stage of following up.'),
    stage_name: maybe('阶段名称', 'Name of that stage.'),
    stage_type: T.Optional(numericCodes('跟进阶段类型', 'Kind of that stage. An outcome is written as 21, 22 or 23.', stageTypes)),
    liable_agentid: maybe('负责人id', 'Id of the agent who owns the customer.'),
    liable_agent_name: maybe('负责人名称', 'Name of that agent.'),
    liable_department_name: maybe('负责人部门名称', 'Department of that agent.'),
    helper_agentid: maybe('协助人id', 'Ids of the agents who help the owner.'),
    helper_agent_name: maybe('协助人名称', 'Names of those agents.'),
    group_chat_name: maybe('所属群聊', 'WeCom group chats that the customer is in.'),
    qywx_friends_name: maybe('企微好友', 'Agents who are WeCom contacts of the customer.'),

    create_id: maybe('创建者id', 'Id of who created the customer.'),
    create_name: maybe('创建者名称', 'Name of who created the customer.'),
    create_type: operator('创建者类型', 'What kind of operator that is.'),
    create_datetime: T.Optional(numeric('创建时间', 'When, in seconds since 1970.')),
    update_id: maybe('更新者id', 'Id of who last changed the customer.'),
    update_name: maybe('更新者名称', 'Name of who last changed the customer.'),
    update_type: operator('更新者类型', 'What kind of operator that is; "" in the message of a new customer, by which the two are told apart.'),
    update_datetime: T.Optional(numeric('更新时间', 'When, in seconds since 1970.')),
    biz_operatorid: maybe('操作者id', 'Id of who caused the event.'),
    biz_operator_name: maybe('操作者名称', 'Name of the agent or of the robot that caused it.'),
    biz_operator_type: operator('操作者类型', 'What kind of operator that is.'),
    bizid_type: T.Optional(
      numericCodes('业务类型', 'What the event came from.', { 0: ['无', 'Nothing'], 1: ['会话', 'Conversation'], 2: ['通话', 'Call'], 3: ['工单', 'Ticket'] }),
    ),
    bizid: maybe('业务ID', 'Id of that conversation, call or ticket; "" when, for example, somebody was blacklisted by hand.'),

    is_black: T.Optional(numericCodes('是否黑名单', 'Whether the customer is blacklisted.', { 0: ['否', 'No'], 1: ['是', 'Yes'] })),
    user_status: T.Optional(numericCodes('客户状态(黑名单标记)', 'The same mark, as the API calls it.', blacklistMarks)),
    black_type: T.Optional(
      numericCodes('拉黑类型', 'For how long. Whether these are codes or hours is open.', {
        24: ['24小时', '24 hours'],
        48: ['48小时', '48 hours'],
        72: ['72小时', '72 hours'],
      }),
    ),
    black_reason: maybe('拉黑原因', 'Why.'),
    black_endtime: T.Optional(numeric('拉黑结束时间', 'Until when; the unit is not documented, presumably seconds since 1970.')),
  },
  { $id: 'CustomerChange' },
)
