/** 3.1–3.2 Create, change and hand over customers. */
import { Type as T } from '@sinclair/typebox'
import { block, codes, integerCodes, list, openCodes, openIntegerCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { blacklistMarks, crmStatuses } from './codes.ts'
import { contact, customFields, done, item, level, place, sex, success } from './common.ts'

const owner = {
  liable_serviceid: T.Optional(text('负责人id', 'Id of the agent who owns the customer; required when crm_status is 3.')),
  liable_service_name: T.Optional(text('负责人名称', 'Name of that agent.')),
}
const weChat = {
  wx_build_unionid: T.Optional(text('客户的微信unionId--自建应用', "The customer's WeChat union id in an app of your own.")),
}

const filled = {
  nick: 'test20210906005',
  uname: 'stedfss',
  email: 'xiaoran@example.com',
  tel: '16000000101',
  crm_status: 2,
  ex_field_str:
    '[{"fieldid":"34e30b391f3183bb9ae20bd9e1927343","field_value":"A-1024"},{"fieldid":"731609341be51ce1395688401a48c1f3","field_value":"2021"},{"fieldid":"a930f27768b8ae76d87f96447f9c83ba","field_value":"628767337948969,628767337951618,628767337953718"}]',
}
const id = 'c35c91f2aee320e8f13a511f321b8cee'

export const customerSave = defineOperation({
  title: '新建客户',
  summary: 'Create a customer',
  doc: '3.1',
  description: 'Creates a customer. The document has lost which fields are required; our reading is one at least of nick, uname and tel.',
  zh: { summary: '新建客户', description: '新建一个客户。文档中哪些字段必填的信息已丢失；我们的理解是 nick、uname、tel 至少有一个。' },
  method: 'POST',
  path: '/api/scrm/5/user/save',
  body: T.Object({
    nick: T.Optional(text('客户昵称', 'Nickname, at most 50 characters.', { maxLength: 50 })),
    uname: T.Optional(text('真实姓名', 'Real name, at most 50 characters.', { maxLength: 50 })),
    ...contact,
    sex,
    crm_status: T.Optional(openIntegerCodes('客户状态', 'Where the customer stands in the CRM.', crmStatuses)),
    ...owner,
    ...place,
    ex_field_str: customFields,
    ...weChat,
  }),
  reply: item(text('主键', 'Id of the new customer.')),
  fails: ['400004'],
  examples: { documented: { body: filled, reply: { ...success, item: id } } },
})

export const customerUpdate = defineOperation({
  title: '编辑客户基本信息',
  summary: 'Change a customer',
  doc: '3.2.1',
  description: 'Changes the fields sent; the customer is the one in the path, whatever id the body carries.',
  zh: { summary: '编辑客户', description: '修改所发送的字段；以路径中的客户为准，不管请求体中带什么 id。' },
  method: 'POST',
  path: '/api/scrm/5/user/update/{id}',
  params: T.Object({ id: text('客户id', 'Id of the customer.', { evidence: 'example' }) }),
  body: T.Object({
    id: T.Optional(text('客户id', 'Only the curl sends it; the id in the path counts.', { evidence: 'example' })),
    nick: T.Optional(text('客户昵称', 'Nickname.')),
    uname: T.Optional(text('真实姓名', 'Real name.')),
    visitorids: T.Optional(text('访客id', 'Ids of the visitors that turned out to be this customer.')),
    partnerid: T.Optional(text('对接id', 'Id of the customer in your own system.')),
    ...contact,
    sex,
    crm_status: T.Optional(openIntegerCodes('客户状态', 'Where the customer stands in the CRM; only the curl sends it.', crmStatuses, { evidence: 'example' })),
    ...owner,
    ...level,
    user_status: T.Optional(codes('客户状态(黑名单标记)', 'Whether the customer is blacklisted.', blacklistMarks)),
    ex_field_str: customFields,
    ...weChat,
  }),
  reply: done,
  fails: ['400004'],
  examples: { documented: { params: { id }, body: filled, reply: success } },
  variants: { 'another id in the body': { params: { id: 'a50e6e315cc5e02fa453e2ee102de668' }, body: { id, ...filled }, reply: success } },
})

const CustomerIds = text('客户id', 'Ids of the customers, comma-separated.')
const liable = {
  liable_departmentid: 'fb1eac5fcacbcb053ae018b64665c9ad|413ab6326a35a4a1fdaa786667807722',
  liable_serviceid: '0dc63f7a57723ced1987b09391d911d9',
  liable_service_name: '名字',
}
const assigned = { assign_biz_type: '1', confirmids: 'bf82775ce1c3259fd430a10bc15bcd3b', liable_list: [liable] }
const { liable_departmentid: department, ...agent } = liable
const several = `${assigned.confirmids},${id}`

export const customerAssign = defineOperation({
  title: '分配客户',
  summary: 'Assign customers to owners',
  doc: '3.2.2',
  description: 'Gives customers to agents, or lets an agent claim them. That all three fields are required is our reading.',
  zh: { summary: '把客户分配给负责人', description: '把客户分配给客服，或由客服领取客户。三个字段都必填，是我们的理解。' },
  method: 'POST',
  path: '/api/scrm/5/public_user/assign',
  // The curl of 3.2.3 prints the same path; draw (领取, claim) fits this operation.
  aliases: ['/api/scrm/5/label_group/draw'],
  body: T.Object({
    confirmids: CustomerIds,
    liable_list: list(
      '负责人列表',
      'The agents who become owners.',
      block('负责人', 'One owner.', {
        liable_serviceid: text('负责人', 'Id of the agent.'),
        liable_service_name: T.Optional(text('负责人名称', 'Name of the agent.')),
        liable_departmentid: T.Optional(
          text('负责人所属部门(数据权限)', 'Path of department ids from the company down, joined by `|`; bounds what data the agent sees.', {
            evidence: 'example',
          }),
        ),
        Liable_departmentid: T.Optional(text('负责人所属部门(数据权限)', 'The same, with the capital that the table prints.')),
      }),
    ),
    assign_biz_type: openCodes('分配业务类型', 'From which state, and by which act, the customers get their owner.', {
      1: ['待分配状态客户-分配客户', 'Assign customers who wait for it'],
      2: ['公海状态客户-分配客户', 'Assign customers of the public pool'],
      3: ['公海状态客户-领取客户', 'Claim customers of the public pool'],
      4: ['我的客户-分配客户', 'Hand over customers of your own'],
      5: ['跟进中-修改负责人信息', 'Change the owner of customers being followed up'],
    }),
  }),
  reply: done,
  fails: ['400004'],
  examples: { documented: { body: assigned, reply: success } },
  variants: {
    'several customers at once': { body: { ...assigned, confirmids: several }, reply: success },
    'Liable_departmentid as in the table': { body: { ...assigned, liable_list: [{ ...agent, Liable_departmentid: department }] }, reply: success },
  },
})

export const customerConfirm = defineOperation({
  title: '回收到公海',
  summary: 'Return customers to the public pool',
  doc: '3.2.3',
  description:
    'Takes customers from their owners. Heading, path and confirm_type name three different things; what happens is ours to assume. That both fields are required is our reading.',
  zh: {
    summary: '把客户回收到公海',
    description: '从负责人那里收回客户。标题、路径和 confirm_type 说的是三件不同的事；实际会怎样，只能由我们假设。两个字段都必填，是我们的理解。',
  },
  method: 'POST',
  path: '/api/scrm/5/public_user/confirm',
  body: T.Object({
    confirmids: CustomerIds,
    confirm_type: integerCodes('确认客户类型', 'Whether the customers are worth keeping.', { 1: ['有效', 'Valid'], 2: ['无效', 'Not valid'] }),
  }),
  reply: done,
  fails: ['400004'],
  examples: { documented: { body: { confirmids: assigned.confirmids, confirm_type: 1 }, reply: success } },
  variants: { 'several customers at once': { body: { confirmids: several, confirm_type: 1 }, reply: success } },
})
