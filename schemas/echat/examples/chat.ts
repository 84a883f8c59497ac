/** Examples of a conversation's beginning and end (3.2.1, 3.2.2), with a person and with the robot. */
import { metaData, myData, routeData, visitorData, visitorVariants, weChatVisitor } from './visitor.ts'

const stamp = { msgId: '39113876', tm: '1563864422482' }
const staff = { chatStaffId: '14', chatStaffLogname: '16000000005', chatStaffName: '陈一诺', chatStaffRole: '超级管理员' }
const page = { chatPage: 'http://www.example.com/mmopen', chatPageTitle: '一洽软件的价格', chatTimes: '5' }
const visit = { myData, metaData, visitorData, routeData }

export const started = {
  ...stamp,
  chatStatus: '1',
  ...visit,
  chatData: {
    ...page,
    chatEvent: '1',
    chatRequestTime: '2016-01-09 17:54:32',
    chatAnswerTime: '2016-01-09 17:54:58',
    chatType: '1',
    ...staff,
    chatEntrance: '售后',
    chatRecordId: '1_5987809',
  },
}

/** Nobody answers yet: no answering time, no staff. */
export const messageStarted = {
  ...stamp,
  chatStatus: '3',
  ...visit,
  chatData: { ...page, chatEvent: '1', chatRequestTime: '2016-01-09 17:54:32', chatType: '3', chatEntrance: '售后', chatRecordId: '3_5987809' },
}

export const robotStarted = {
  ...stamp,
  chatStatus: '5',
  ...visit,
  chatData: { ...page, chatEvent: '1', chatRequestTime: '2016-01-09 17:54:32', chatType: '5', chatEntrance: '售后', chatRecordId: '5_5987809' },
}

const weChat = { visitorData: weChatVisitor, routeData: { ...routeData, routeId: '-2' } }
const weChatChat = { chatTimes: '5', chatEvent: '4', chatRequestTime: '2016-01-09 17:54:32' }

const { metaData: _, ...anonymous } = started

export const startedVariants = {
  ...visitorVariants(started),
  'WeChat visitor': { ...started, ...weChat, chatData: { ...weChatChat, chatType: '1', ...staff, chatRecordId: '1_5987809' } },
  'visitor who is no member': {
    ...anonymous,
    visitorData: { ...visitorData, visitorType: '0', visitorId: 'web300100200' },
  },
}

export const robotStartedVariants = {
  ...visitorVariants(robotStarted),
  'WeChat visitor': { ...robotStarted, ...weChat, chatData: { ...weChatChat, chatType: '5', chatRecordId: '5_5987809' } },
}

const counts = { visitorSendMsg: '25', staffSendMsg: '35' }

const kpi = (staffId: string, staffLogname: string) => ({
  staffId,
  staffLogname,
  staffName: '一洽客服',
  firstAnswerTime: '2',
  avgAnswerTime: '5',
  ...counts,
  duration: '35',
})

const ended = {
  chatRecordId: '1_5987809',
  chatEndTime: '2016-01-09 18:08:38',
  chatEndType: '2',
  chatTotalTime: '820000',
  chatWaitTime: '26000',
  firstAnswerTime: '2000',
  avgAnswerTime: '5000',
  ...counts,
}

const robotCounts = { perfectMatchs: '1', exactMatchs: '1', similarityMatchs: '1', misMatchCount: '1', solvedCount: '1', unsolvedCount: '1' }
const chatData = { ...ended, ...robotCounts, activelyInviteEvaluating: '1' as const }
const content = { chatStatus: '2', chatData, staffKpis: { staffKpi: [kpi('14', '16000000006'), kpi('15', '16000000007')] } }

export const chatEnded = { ...stamp, ...content }

export const messageEnded = {
  ...stamp,
  chatStatus: '4',
  chatData: { chatRecordId: '3_5987809', chatEndTime: '2016-01-09 17:54:58', chatEndType: '14', chatTotalTime: '8200', visitorSendMsg: '2' },
}

const robotContent = {
  chatStatus: '6',
  chatData: {
    chatRecordId: '5_5987809',
    chatEndTime: '2016-01-09 17:54:58',
    chatEndType: '16',
    chatTotalTime: '82000',
    visitorSendMsg: '6',
    ...robotCounts,
    misMatchCount: '3',
  },
}

export const robotEnded = { ...stamp, ...robotContent }

export const endedVariants = {
  'without msgId and tm': content,
  'chatRecordId without prefix': { ...chatEnded, chatData: { ...chatData, chatRecordId: '5987809' } },
  'chatEndType as text': { ...chatEnded, chatData: { ...chatData, chatEndType: '客服关闭' } },
  'figures as printed': {
    ...chatEnded,
    chatData: { ...chatData, chatEndTime: '2016-01-09 17:54:58', chatTotalTime: '8200', chatWaitTime: '16', firstAnswerTime: '2', avgAnswerTime: '5' },
  },
  'never transferred': { ...stamp, chatStatus: '2', chatData },
}

export const robotEndedVariants = {
  'without msgId and tm': robotContent,
  'chatRecordId without prefix': { ...robotEnded, chatData: { ...robotEnded.chatData, chatRecordId: '5987809' } },
  'chatEndType as text': { ...robotEnded, chatData: { ...robotEnded.chatData, chatEndType: '客服关闭' } },
}
