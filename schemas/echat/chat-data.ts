/** What the messages of 3.2.1–3.2.4 say of the conversation: its beginning, its end with each staff member's figures, answer and transfer. */
import { Type as T } from '@sinclair/typebox'
import { block, codes, digits, list, localTime, openCodes, text } from '../atoms.ts'
import * as common from './common.ts'

export const ChatStartData = block(
  '对话数据',
  'How the conversation began and who serves it.',
  {
    chatPage: T.Optional(text('对话页面', 'URL of the page where it began; absent in WeChat.')),
    chatPageTitle: T.Optional(text('对话页面标题', 'Title of that page; absent in WeChat.')),
    chatTimes: digits('对话次数', 'How many conversations the visitor has had.'),
    chatEvent: openCodes('对话发起的方式', 'How it was started.', {
      '1': ['点击图标', 'visitor clicked the chat icon'],
      '2': ['接受邀请对话', 'visitor accepted an invitation'],
      '3': ['客服主动对话', 'staff began it'],
      '4': ['微信输入任意文字接入对话', 'any text in WeChat'],
      '5': ['微信点击菜单接入', 'menu item in WeChat'],
      '6': ['微信输入指定文字接入', 'agreed text in WeChat'],
      '7': ['微信机器人转人工', 'WeChat robot handed over to staff'],
      '11': ['机器人转人工', 'robot handed over to staff'],
      '12': ['机器人转留言', 'robot handed over to an offline message'],
      '14': ['web自动弹屏自动接入', 'window that opened by itself, connected at once'],
      '15': ['web自动弹屏访客输入消息接入', 'window that opened by itself, connected when the visitor wrote'],
      '16': ['商户留言转平台接入', 'offline message to a merchant passed on to the platform'],
      '17': ['微信开发者接入', 'WeChat by developer interface'],
      '18': ['自定义渠道事件接入', 'event of a custom channel'],
      '19': ['自定义渠道发送消息接入', 'message of a custom channel'],
    }),
    chatRequestTime: localTime('请求对话的时间', 'When the visitor asked for the conversation.'),
    chatAnswerTime: T.Optional(localTime('对话接通的时间', 'When it was answered; for one that has to queue, chatAnswer brings it later.')),
    chatType: common.chatType(),
    chatStaffId: T.Optional(digits('接待对话的客服ID', 'Id of the staff member who serves it; like the next three only with a person.')),
    chatStaffLogname: T.Optional(text('接待对话的客服登录名', 'Account of that staff member.')),
    chatStaffName: T.Optional(text('接待对话的客服姓名', 'Name of that staff member.')),
    chatStaffRole: T.Optional(text('内部角色名称', 'Role of that staff member within the company.')),
    chatEntrance: T.Optional(text('对话入口', 'What the site passed as `echatTag` to tell its entrances apart.')),
    chatRecordId: common.chatRecordId(),
  },
  { $id: 'ChatStartData' },
)

export const ChatEndData = block(
  '对话数据',
  'How the conversation ended and its figures. Times are milliseconds by the table, although the example has 16 and 5.',
  {
    chatRecordId: common.chatRecordId(),
    chatEndTime: localTime('对话结束时间', 'When it ended.'),
    chatEndType: openCodes('对话结束方式', 'What ended it.', {
      '0': ['未知', 'unknown'],
      '1': ['访客结束对话', 'visitor'],
      '2': ['客服结束对话', 'staff'],
      '3': ['访客超时', 'visitor timed out'],
      '5': ['客服退出', 'staff logged out'],
      '6': ['系统关闭', 'system'],
      '8': ['访客长时间未回复结束', 'visitor did not reply for long'],
      '12': ['忙碌放弃结束', 'visitor gave up waiting for busy staff'],
      '14': ['留言超时结束', 'offline message timed out'],
      '15': ['机器人自动转人工结束', 'robot handed over to staff by itself'],
      '16': ['机器人手动转人工结束', 'robot handed over to staff on request'],
      '18': ['客服主动对话后留言/机器人对话结束', 'offline message or robot conversation ended after staff began one'],
      客服关闭: ['客服关闭', 'staff, as text', 'example'],
    }),
    chatTotalTime: digits('通话时长', 'How long it lasted, in milliseconds.'),
    chatWaitTime: T.Optional(digits('等待时长', 'How long the visitor waited for an answer, in milliseconds (chatAnswer: seconds).')),
    firstAnswerTime: T.Optional(digits('首次响应时长', 'Time to the first reply, in milliseconds.')),
    avgAnswerTime: T.Optional(digits('平均响应时长', 'Average time to a reply, in milliseconds.')),
    visitorSendMsg: T.Optional(digits('访客发送消息条数', 'Messages that the visitor sent.')),
    staffSendMsg: T.Optional(digits('客服发送消息条数', 'Messages that staff sent.')),
    perfectMatchs: T.Optional(digits('完全匹配数', 'Questions that the robot matched completely; this and the next five are about robot conversations.')),
    exactMatchs: T.Optional(digits('精准匹配数', 'Questions that it matched exactly.')),
    similarityMatchs: T.Optional(digits('相似匹配数', 'Questions that it matched by similarity.')),
    misMatchCount: T.Optional(digits('未命中数', 'Questions that it could not match.')),
    solvedCount: T.Optional(digits('点击解决数', 'Answers that the visitor marked as solving the question.')),
    unsolvedCount: T.Optional(digits('点击未解决数', 'Answers marked as not solving it.')),
    activelyInviteEvaluating: T.Optional(
      codes('是否邀评', 'Whether the visitor was asked for a rating.', { '1': ['有邀评', 'asked'], '0': ['没有邀评', 'not asked'] }),
    ),
  },
  { $id: 'ChatEndData' },
)

const staffKpi = block('客服KPI', 'Figures of one staff member. Times are seconds by the table, while those of chatData are milliseconds.', {
  staffId: digits('接待对话的客服ID', 'Id of the staff member.'),
  staffLogname: text('接待对话的客服登录名', 'Account of the staff member.'),
  staffName: text('接待对话的客服姓名', 'Name of the staff member.'),
  firstAnswerTime: digits('首次响应时长', 'Time to the first reply, in seconds.'),
  avgAnswerTime: digits('平均响应时长', 'Average time to a reply, in seconds.'),
  visitorSendMsg: digits('访客发送消息条数', 'Messages that the visitor sent.'),
  staffSendMsg: digits('客服发送消息条数', 'Messages that this staff member sent.'),
  duration: digits('总通话时长', 'How long this staff member talked; the table names no unit.'),
})

export const StaffKpis = block(
  '客服kpi数据',
  'Figures of each staff member, only after a transfer; with one staff member chatData has them.',
  { staffKpi: list('客服KPI列表', 'One element for each staff member who served.', staffKpi) },
  { $id: 'StaffKpis' },
)

export const ChatAnswerData = block(
  '对话数据',
  'Who answered and when.',
  {
    chatAnswerTime: localTime('对话接通时间', 'When it was answered.'),
    chatWaitTime: digits('访客等待时长', 'How long the visitor waited, in seconds (chatEnd: milliseconds).'),
    chatType: common.chatType(),
    chatStaffId: T.Optional(digits('接待对话的客服ID', 'Id of the staff member who answered; like the next three only with a person.')),
    chatStaffLogname: T.Optional(text('接待对话的客服登录名', 'Account of that staff member.')),
    chatStaffName: T.Optional(text('接待对话的客服姓名', 'Name of that staff member.')),
    chatStaffRole: T.Optional(text('内部角色名称', 'Role of that staff member within the company.', { evidence: 'example' })),
    chatRecordId: common.chatRecordId(),
    chatDepartmentId: common.chatDepartmentId(),
    chatDepartmentName: common.chatDepartmentName(),
  },
  { $id: 'ChatAnswerData' },
)

export const TransferData = block(
  '转接数据',
  'Who handed the conversation to whom.',
  {
    chatRecordId: common.chatRecordId(),
    transferTime: localTime('对话转接时间', 'When it was handed over.'),
    fromStaffId: digits('发起转接的客服ID', 'Id of the staff member who hands it over.'),
    fromStaffLogname: text('发起转接请求的客服登录名', 'Account of that staff member.'),
    fromStaffName: text('发起转接请求的客服名称', 'Name of that staff member.'),
    toStaffId: digits('接受转接的客服ID', 'Id of the staff member who takes it.'),
    toStaffLogname: text('接受转接的客服登录名', 'Account of that staff member.'),
    toStaffName: text('接受转接的客服名称', 'Name of that staff member.'),
  },
  { $id: 'TransferData' },
)
