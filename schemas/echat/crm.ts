/** 3.3 客户数据: the customer record changed or was given to someone. */
import { Type as T } from '@sinclair/typebox'
import { digits, openCodes, text } from '../atoms.ts'
import { definePush } from '../define.ts'
import { unstampedMessage } from './common.ts'
import { CrmData, OwnerData } from './customer.ts'

const stamp = { msgId: '39086101', tm: '1563851906863' }
const visitor = { visitorId: 'web300100200' }
const staff = { staffId: '14', staffLogname: '16000000005', staffName: '陈一诺' }
const ownerData = { ownerId: '4443', ownerLogname: 'linxiaoran@example.com', ownerName: '林晓然' }

const record = {
  ...visitor,
  category: '意向',
  name: '周明远',
  nickName: '小周',
  gender: '1',
  age: '36',
  birthday: '1982-08-01',
  maritalStatus: '2',
  phone: '16000000002',
  qq: '1600002',
  wechat: 'zhoumingyuan_demo',
  email: 'zhoumingyuan@example.com',
  nation: '中国',
  province: '广东',
  city: '深圳',
  address: '深南大道金融街',
  photo: 'http://img.example.com/mypic.png',
}
const crmData = { ...record, c1: '自定义字段', c20: '自定义字段', memo: '老客户' }
const submitted = { ...stamp, ...visitor, crmStatus: '1', ...staff, crmData }
const cleared = { crmStatus: '2', ...staff, crmData: { ...visitor, name: '' } }

export const crmStatus = definePush({
  title: '客户数据',
  summary: 'Customer record changed',
  doc: '3.3',
  description:
    'Sent when a visitor fills in the form before a conversation, when staff submit a customer record, one message for each field that they edit, and when a customer is given to a staff member.',
  zh: { summary: '客户数据变更', description: '以下情况推送：访客填写对话前的表单；客服提交客户数据；客服编辑字段，每个字段一条消息；客户被分配给客服。' },
  match: { 'query.dataType': 'crmStatus' },
  message: unstampedMessage({
    visitorId: T.Optional(text('访客的唯一值', 'Id of the visitor; the sample of an edited field has it only inside crmData.')),
    crmStatus: openCodes('触发方式', 'What caused the message.', {
      '1': ['访客在信息收集窗口填写了数据', 'the visitor filled in the form; sent once the conversation begins'],
      '2': ['客服填写了客户信息并点击“发送至接口”', 'staff edited the record in the CRM and sent it to the interface'],
      '3': ['客服将客户确认分配人', 'staff confirmed whom the customer belongs to'],
    }),
    staffId: digits('发送数据的客服ID', 'Id of the staff member who sends it.'),
    staffLogname: text('发送数据的客服登录用户名', 'Account of that staff member.'),
    staffName: text('发送数据的客服姓名', 'Name of that staff member.'),
    crmData: T.Optional(CrmData),
    ownerData: T.Optional(OwnerData),
  }),
  examples: {
    documented: submitted,
    'customer assigned': { ...stamp, ...visitor, crmStatus: '3', ...staff, ownerData },
    'one field cleared': { ...stamp, ...cleared },
  },
  variants: {
    'without msgId and tm': cleared,
    'crmStatus 1 in an assignment': { ...stamp, ...visitor, crmStatus: '1', ...staff, ownerData },
    'uid of a member as visitorId': { ...submitted, crmData: { ...crmData, visitorId: '1314521' } },
    'c1-c20 as an element': { ...submitted, crmData: { ...record, 'c1-c20': '自定义字段', memo: '老客户' } },
    'blanks inside URLs': { ...submitted, crmData: { ...crmData, photo: 'http: // img.example.com/mypic.png' } },
  },
})
