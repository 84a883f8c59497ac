/** The customer record of Echat's CRM and its owner: crmData and ownerData, in 3.1.5, 3.2.5 and 3.3. */
import { Type as T } from '@sinclair/typebox'
import { block, digits, type More, openCodes, text } from '../atoms.ts'
import { bare, genders, maritalStatus } from './common.ts'

const owner = (more?: More) => ({
  ownerId: digits('所有者的ID', 'Id of the owner, a staff member.', more),
  ownerLogname: text('所有者登录的用户名', 'Account of the owner.', more),
  ownerName: text('所有者姓名', 'Name of the owner.', more),
})

export const OwnerData = block('所有者数据', 'The staff member whom the customer belongs to.', owner(), { $id: 'OwnerData' })

export const LeaveMsgOwnerData = block(
  '所有者数据',
  'The staff member whom the offline message was given to. The table lists its fields without the block.',
  owner(bare),
  { $id: 'LeaveMsgOwnerData', evidence: 'example' },
)

const custom = (number: number) => T.Optional(text('自定义字段', `Custom field ${number}; its meaning is set by the company in its CRM.`))

const customFields = {
  c1: custom(1),
  c2: custom(2),
  c3: custom(3),
  c4: custom(4),
  c5: custom(5),
  c6: custom(6),
  c7: custom(7),
  c8: custom(8),
  c9: custom(9),
  c10: custom(10),
  c11: custom(11),
  c12: custom(12),
  c13: custom(13),
  c14: custom(14),
  c15: custom(15),
  c16: custom(16),
  c17: custom(17),
  c18: custom(18),
  c19: custom(19),
  c20: custom(20),
}

/** `numbers` are the options of the three fields that 3.2.5 prints without CDATA. */
const customer = (numbers?: More) => ({
  visitorId: text('访客的唯一值', 'Id of the visitor, as in visitorData. One example has the uid of a member.'),
  category: T.Optional(text('客户类别', 'Class of the customer, such as 意向客户.')),
  name: T.Optional(text('客户姓名', 'Name of the customer. Empty when it was cleared, as any field here.')),
  nickName: T.Optional(text('客户的昵称', 'Nickname of the customer.')),
  gender: T.Optional(openCodes('性别', 'Gender of the customer.', genders, numbers)),
  age: T.Optional(digits('年龄', 'Age in years; the 0 of an example presumably stands for unknown.', numbers)),
  birthday: T.Optional(text('客户生日', 'Date of birth, yyyy-MM-dd.')),
  maritalStatus: T.Optional(maritalStatus(numbers)),
  phone: T.Optional(text('客户电话号码', 'Telephone number of the customer.')),
  qq: T.Optional(text('客户qq号码', 'QQ number of the customer.')),
  wechat: T.Optional(text('客户微信号', 'WeChat id of the customer.')),
  email: T.Optional(text('客户邮箱地址', 'E-mail address of the customer.')),
  nation: T.Optional(text('客户所在国家', 'Country of the customer, by name.')),
  province: T.Optional(text('客户所在省份', 'Province of the customer.')),
  city: T.Optional(text('客户所在城市', 'City of the customer.')),
  address: T.Optional(text('客户地址', 'Street address.')),
  photo: T.Optional(text('客户头像地址', 'URL of the portrait.')),
  ...customFields,
  memo: T.Optional(text('客户信息备注', 'Remark about the customer.')),
})

const placeholder = {
  'c1-c20': T.Optional(
    text('自定义字段', 'Stands for c1 to c20 in an example. It is a valid element name, so a receiver should survive it; nobody should send it.', {
      evidence: 'example',
    }),
  ),
}

export const CrmData = block(
  'CRM数据',
  'The customer as recorded. After an edit it holds only the visitorId and the field that changed.',
  { ...customer(), ...placeholder },
  { $id: 'CrmData' },
)

export const LeaveMsgCrmData = block('用户数据', 'The customer as recorded when the message was left.', customer(bare), { $id: 'LeaveMsgCrmData' })
