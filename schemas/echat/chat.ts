/** 3.2.1–3.2.4 对话数据: a conversation begins, is answered, changes hands, ends. */
import { Type as T } from '@sinclair/typebox'
import { constant } from '../atoms.ts'
import { definePush } from '../define.ts'
import { ChatAnswerData, ChatEndData, ChatStartData, StaffKpis, TransferData } from './chat-data.ts'
import { chatStatus, message, unstampedMessage } from './common.ts'
import * as example from './examples/chat.ts'
import { MetaData, myData, RouteData, VisitorData } from './visitor.ts'

const chatStarted = message({
  chatStatus: chatStatus(),
  myData: myData(),
  metaData: T.Optional(MetaData),
  visitorData: VisitorData,
  routeData: RouteData,
  chatData: ChatStartData,
})

export const chatStart = definePush({
  title: '对话开始',
  summary: 'Conversation begins',
  doc: '3.2.1',
  description: 'Sent when a visitor begins a conversation with staff or begins to leave an offline message.',
  zh: { summary: '对话开始', description: '访客开始与客服对话，或开始留言时推送。' },
  match: { 'query.dataType': 'chatStart' },
  message: chatStarted,
  examples: { documented: example.started, 'offline message': example.messageStarted },
  variants: example.startedVariants,
})

export const robotChatStart = definePush({
  title: '机器人对话开始',
  summary: 'Robot conversation begins',
  doc: '3.2.1 b',
  description: 'Sent when a visitor begins to talk to the robot.',
  zh: { summary: '机器人对话开始', description: '访客开始与机器人对话时推送。' },
  match: { 'query.dataType': 'robotChatStart' },
  message: chatStarted,
  examples: { documented: example.robotStarted },
  variants: example.robotStartedVariants,
})

const chatEnded = unstampedMessage({ chatStatus: chatStatus(), chatData: ChatEndData, staffKpis: T.Optional(StaffKpis) })

export const chatEnd = definePush({
  title: '对话结束',
  summary: 'Conversation ends',
  doc: '3.2.2',
  description: 'Sent when a conversation with staff or an offline message is over.',
  zh: { summary: '对话结束', description: '与客服的对话或留言结束时推送。' },
  match: { 'query.dataType': 'chatEnd' },
  message: chatEnded,
  examples: { documented: example.chatEnded, 'offline message': example.messageEnded },
  variants: example.endedVariants,
})

export const robotChatEnd = definePush({
  title: '机器人对话结束',
  summary: 'Robot conversation ends',
  doc: '3.2.2 b',
  description: 'Sent when a conversation with the robot is over, also when it is handed over to staff.',
  zh: { summary: '机器人对话结束', description: '与机器人的对话结束时推送，转给人工时也推送。' },
  match: { 'query.dataType': 'robotChatEnd' },
  message: chatEnded,
  examples: { documented: example.robotEnded },
  variants: example.robotEndedVariants,
})

const stamp = { msgId: '39086101', tm: '1563851906863' }

const answer = {
  chatAnswerTime: '2016-01-09 17:54:58',
  chatWaitTime: '16',
  chatType: '1',
  chatStaffId: '14',
  chatStaffLogname: '16000000006',
  chatStaffName: '一洽客服',
  chatStaffRole: '超级管理员',
  chatRecordId: '1_5987809',
}
const department = { chatDepartmentId: '11', chatDepartmentName: '订单组' }
const answered = { chatStatus: '1' as const, chatData: { ...answer, ...department } }

export const chatAnswer = definePush({
  title: '对话接通',
  summary: 'Queued conversation answered',
  doc: '3.2.3',
  description: 'Sent when a conversation that had to queue is answered.',
  zh: { summary: '排队的对话接通', description: '需要排队的对话被接通时推送。' },
  match: { 'query.dataType': 'chatAnswer' },
  message: unstampedMessage(
    {
      chatStatus: constant('1', '对话状态', 'Always 1, conversation begins, although chatStart was sent before.'),
      chatData: ChatAnswerData,
    },
    { evidence: 'observed' },
  ),
  examples: { documented: { ...stamp, ...answered } },
  variants: {
    'without msgId and tm': answered,
    'chatRecordId without prefix': { ...stamp, ...answered, chatData: { ...answered.chatData, chatRecordId: '5987809' } },
    'open to all staff': { ...stamp, ...answered, chatData: { ...answer, chatDepartmentId: '0' } },
    'answered after all were busy': { ...stamp, ...answered, chatData: { ...answered.chatData, chatType: '2', chatRecordId: '2_5987809' } },
  },
})

const transfer = {
  chatRecordId: '1_5987809',
  transferTime: '2016-01-09 17:54:58',
  fromStaffId: '16',
  fromStaffLogname: '16000000006',
  fromStaffName: '一洽客服01',
  toStaffId: '17',
  toStaffLogname: '16000000008',
  toStaffName: '一洽客服02',
}

export const chatTransfer = definePush({
  title: '对话转接',
  summary: 'Conversation transferred',
  doc: '3.2.4',
  description: 'Sent when a staff member hands a conversation to another.',
  zh: { summary: '对话转接', description: '客服把对话转接给另一位客服时推送。' },
  match: { 'query.dataType': 'chatTransfer' },
  message: message({ transferData: TransferData }, { evidence: 'example' }),
  examples: { documented: { ...stamp, transferData: transfer } },
  variants: { 'same id for both persons': { ...stamp, transferData: { ...transfer, toStaffId: '16' } } },
})
