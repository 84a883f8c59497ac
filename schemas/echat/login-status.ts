/** 3.1 登录状态: who is there to answer, and whom an offline message was given to. */
import { Type as T } from '@sinclair/typebox'
import { codes, digits, openCodes, text } from '../atoms.ts'
import { definePush } from '../define.ts'
import { bare, chatDepartmentId, chatDepartmentName, chatRecordId, presence, statusMessage } from './common.ts'
import { LeaveMsgOwnerData } from './customer.ts'

const stamp = { msgId: '39086491', tm: '1563852820059' }

export const companyStatus = definePush({
  title: '公司状态变更',
  summary: 'Company online or offline',
  doc: '3.1.1',
  description: 'Sent when the first staff member of the company comes online or busy, and when the last one leaves, hides or logs out.',
  zh: { summary: '公司在线或离线', description: '公司的第一位客服变为在线或忙碌时推送；最后一位客服离开、隐身或退出登录时推送。' },
  match: { 'query.dataType': 'companyStatus' },
  message: statusMessage({
    companyStatus: codes('公司状态', 'Whether conversations can be answered; offline ones become offline messages.', presence, bare),
  }),
  examples: { documented: { ...stamp, companyStatus: '1' } },
})

export const skillStatus = definePush({
  title: '分组状态变更',
  summary: 'Staff group online or offline',
  doc: '3.1.2',
  description: 'Sent when the first staff member of a group comes online and when the last one goes offline.',
  zh: { summary: '客服分组在线或离线', description: '分组中第一位客服上线时推送，最后一位客服离线时推送。' },
  match: { 'query.dataType': 'skillStatus' },
  message: statusMessage({
    skillStatus: codes('分组的状态', 'State of the group.', presence, bare),
    skillId: digits('分组ID', 'Id of the group.', bare),
    skillName: T.Optional(text('分组名称', 'Name of the group. The example opens it as skillNanme and closes it as skillName.', { evidence: 'example' })),
    skillNanme: T.Optional(text('分组名称', 'The same under the misspelt name of the table: either may arrive, so neither is required.')),
  }),
  examples: { documented: { ...stamp, skillStatus: '1', skillId: '3', skillName: '订单组' } },
  variants: { 'misspelt skillNanme': { ...stamp, skillStatus: '1', skillId: '3', skillNanme: '订单组' } },
})

export const staffStatus = definePush({
  title: '客服状态变更',
  summary: 'State of a staff member',
  doc: '3.1.3',
  description: 'Sent when a staff member changes state.',
  zh: { summary: '客服的状态', description: '客服的状态改变时推送。' },
  match: { 'query.dataType': 'staffStatus' },
  message: statusMessage({
    staffStatus: openCodes(
      '客服的状态',
      'State of the staff member.',
      { '1': ['在线', 'online'], '2': ['忙碌', 'busy'], '3': ['离开', 'away'], '4': ['隐身', 'invisible'], '5': ['退出', 'logged out'] },
      bare,
    ),
    staffId: digits('客服ID', 'Id of the staff member.', bare),
    staffLogname: text('客服账号', 'Account of the staff member, a mobile number or an e-mail address.'),
    staffName: text('客服姓名', 'Name of the staff member.'),
  }),
  examples: { documented: { ...stamp, staffStatus: '2', staffId: '1556', staffLogname: '16000000001', staffName: '周明远' } },
})

export const routeStatus = definePush({
  title: '路由状态变更',
  summary: 'Route online or offline',
  doc: '3.1.4',
  description: 'Sent when someone in the groups of a route, overflow groups included, comes online, and when all of them are offline.',
  zh: { summary: '路由在线或离线', description: '路由下的分组（含溢出分组）中有客服上线时推送，全部离线时推送。' },
  match: { 'query.dataType': 'routeStatus' },
  message: statusMessage({
    routeStatus: codes('路由的状态', 'State of the route.', presence, bare),
    routeId: digits('路由ID', 'Id of the route.', bare),
    routeName: text('路由名称', 'Name of the route.'),
  }),
  examples: { documented: { ...stamp, routeStatus: '2', routeId: '3533', routeName: '在线客服' } },
})

const leftMessage = { ...stamp, visitorId: 'web300100200', chatRecordId: '2_5987809' }
const assigner = { staffId: '4442', staffLogname: 'chenyinuo@example.com', staffName: '陈一诺' }
const ownerData = { ownerId: '4443', ownerLogname: 'linxiaoran@example.com', ownerName: '林晓然' }
const department = { chatDepartmentId: '123', chatDepartmentName: '售前' }

export const leaveMsgOwner = definePush({
  title: '留言分配信息',
  summary: 'Offline message assigned',
  doc: '3.1.5',
  description: 'Sent when an offline message gets an owner: given by the system, given by a staff member, or taken by one.',
  zh: { summary: '留言已分配', description: '留言有了负责人时推送：由系统分配、由客服分配，或由客服认领。' },
  match: { 'query.dataType': 'leaveMsgOwner' },
  message: statusMessage({
    visitorId: text('访客的唯一值', 'Id of the visitor; the table says member.', bare),
    chatRecordId: chatRecordId(bare),
    staffId: openCodes('手动分配者客服ID', 'Id of the staff member who assigned it.', { '-1': ['系统自动分配', 'assigned by the system'] }),
    staffLogname: T.Optional(text('手动分配者客服账号', 'Account of the one who assigned it; whether the system has one is not said.')),
    staffName: T.Optional(text('手动分配者客服姓名', 'Name of the one who assigned it; likewise.')),
    ownerData: LeaveMsgOwnerData,
    chatDepartmentId: chatDepartmentId(bare),
    chatDepartmentName: chatDepartmentName(),
  }),
  examples: { documented: { ...leftMessage, ...assigner, ownerData, ...department } },
  variants: {
    'assigned by the system': { ...leftMessage, staffId: '-1', ownerData, ...department },
    'open to all staff': { ...leftMessage, ...assigner, ownerData, chatDepartmentId: '0' },
    'account with a stray bracket': { ...leftMessage, ...assigner, staffLogname: '[chenyinuo@example.com', ownerData, ...department },
  },
})
