/** What the pushes of several chapters share: the stamp on every message, the codes, the conversation id. */
import { Type as T, type TProperties } from '@sinclair/typebox'
import { digits, type More, openCodes, text } from '../atoms.ts'

/** For leaves that the document prints without CDATA. A reader must not care; a writer follows the print. */
export const bare = { 'x-cdata': false }

/** A message is what stands inside `<xml>`. */
const root = { xml: { name: 'xml' } }

const msgId = (more?: More) => digits('消息ID', 'Unique id of this message; a repeated delivery is known by it.', more)
const tm = (more?: More) => digits('时间戳', 'When the message was made: milliseconds since 1970 in the examples, the table names no unit.', more)

/** `more` is said of id and time, for a table that lacks them. */
export const message = <P extends TProperties>(fields: P, more?: More) => T.Object({ msgId: msgId(more), tm: tm(more), ...fields }, root)

/** As the messages of 3.1 are printed: id and time without CDATA. */
export const statusMessage = <P extends TProperties>(fields: P) => message(fields, bare)

/** For messages that the document also prints without id and time. */
export const unstampedMessage = <P extends TProperties>(fields: P, more?: More) =>
  T.Object({ msgId: T.Optional(msgId(more)), tm: T.Optional(tm(more)), ...fields }, root)

export const presence = { '1': ['在线', 'online'], '2': ['离线', 'offline'] } as const

export const chatStatus = () =>
  openCodes('对话状态', 'Which kind of conversation began or ended.', {
    '1': ['人工对话开始', 'conversation with a person begins'],
    '2': ['人工对话结束', 'conversation with a person ends'],
    '3': ['留言开始', 'offline message begins'],
    '4': ['留言结束', 'offline message ends'],
    '5': ['机器人对话开始', 'conversation with the robot begins'],
    '6': ['机器人对话结束', 'conversation with the robot ends'],
  })

export const chatType = () =>
  openCodes('会话类型', 'Kind of conversation. Judging by the examples, the same number leads its chatRecordId.', {
    '1': ['在线对话', 'online conversation'],
    '2': ['忙碌对话', 'conversation while all staff were busy; missing from the list of 3.2.3'],
    '3': ['离线消息', 'offline message'],
    '5': ['机器人对话', 'robot conversation'],
  })

export const chatRecordId = (more?: More) =>
  text('对话记录ID', 'Id of the conversation, unique with its prefix: `1_5987809`. Some examples leave the prefix out.', more)

export const trackRecordId = () => digits('浏览轨迹ID', 'Id of this visit; it ties together all that is reported of the visit.', bare)

export const chatDepartmentId = (more?: More) =>
  digits('分组ID', 'Id of the staff group that the conversation was given to; 0 when it is open to all staff.', more)

export const chatDepartmentName = () => T.Optional(text('分组名称', 'Name of that staff group; absent when the conversation is open to all staff.'))

export const searchEngine = () => text('搜索引擎', 'Search engine that the visitor came from, such as `baidu`.')
export const keyword = () => text('搜索关键字', 'What the visitor searched for.')
export const biddingWord = (more?: More) => text('推广词', 'The advertised keyword that the click was bought for.', more)
export const keywordType = () =>
  openCodes('点击类型', 'How the search result was reached; empty in the examples of 3.2.1 and 3.4.1.', {
    '0': ['未区分', 'not told apart; missing from the list of 3.4.1.1'],
    '1': ['自然优化', 'organic result (SEO)'],
    '2': ['推广', 'paid result (竞价)'],
    '': ['空', 'unknown', 'example'],
  })

export const genders = { '0': ['未知', 'unknown'], '1': ['男', 'male'], '2': ['女', 'female'] } as const

export const maritalStatus = (more?: More) =>
  openCodes('婚姻状况', 'Whether the person is married.', { '0': ['未知', 'unknown'], '1': ['未婚', 'single'], '2': ['已婚', 'married'] }, more)
