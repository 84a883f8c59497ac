/** What Echat says of a conversation: its beginning, answer, transfer, end, transcript and rating. */
import type { Static } from '@sinclair/typebox'
import type { ChatEndData, ChatStartData, StaffKpis } from '../../../schemas/echat/chat-data.ts'
import type { Cast } from '../cast.ts'
import { local, seconds } from '../clock.ts'
import type { Staff } from '../data/company.ts'
import { figuresOf } from '../talk.ts'
import type { Chat, Service } from './chat.ts'
import type { Content } from './teller.ts'
import { whose } from './visitor.ts'

const begins = { '1': '1', '3': '3', '5': '5' } as const
const ends = { '1': '2', '3': '4', '5': '6' } as const

export const serving = ({ id, logname, name }: Staff) => ({
  chatStaffId: id,
  chatStaffLogname: logname,
  chatStaffName: name,
})

/** `waiting`: it has to queue, and chatAnswer will tell who answered. */
export const started = (cast: Cast, chat: Chat, { waiting = false } = {}): Content<'chatStart'> => ({
  chatStatus: begins[chat.type],
  ...whose(cast),
  chatData: startData(cast, chat, waiting ? undefined : chat.services[0]?.staff),
})

function startData(cast: Cast, chat: Chat, staff: Staff | undefined): Static<typeof ChatStartData> {
  const page = cast.visit.pages.at(-1)
  return {
    chatPage: page?.url ?? '',
    chatPageTitle: page?.title ?? '',
    chatTimes: `${chat.count}`,
    chatEvent: chat.event,
    chatRequestTime: local(cast, chat.requested),
    ...(staff && { chatAnswerTime: local(cast, chat.answered) }),
    chatType: chat.type,
    ...(staff && { ...serving(staff), chatStaffRole: staff.role }),
    chatEntrance: cast.topic.name,
    chatRecordId: chat.id,
  }
}

export const answered = (cast: Cast, chat: Chat, { staff }: Service): Content<'chatAnswer'> => ({
  chatStatus: '1',
  chatData: {
    chatAnswerTime: local(cast, chat.answered),
    chatWaitTime: seconds(chat.answered - chat.requested),
    chatType: chat.type,
    ...serving(staff),
    chatStaffRole: staff.role,
    chatRecordId: chat.id,
    chatDepartmentId: cast.department.id,
    chatDepartmentName: cast.department.name,
  },
})

export const transferred = (cast: Cast, chat: Chat, from: Service, to: Service): Content<'chatTransfer'> => ({
  transferData: {
    chatRecordId: chat.id,
    transferTime: local(cast, to.from),
    fromStaffId: from.staff.id,
    fromStaffLogname: from.staff.logname,
    fromStaffName: from.staff.name,
    toStaffId: to.staff.id,
    toStaffLogname: to.staff.logname,
    toStaffName: to.staff.name,
  },
})

/** Figures of each person only where there were several. */
export const ended = (cast: Cast, chat: Chat): Content<'chatEnd'> => ({
  chatStatus: ends[chat.type],
  chatData: {
    chatRecordId: chat.id,
    chatEndTime: local(cast, chat.ended),
    chatEndType: chat.endType,
    chatTotalTime: `${chat.ended - chat.answered}`,
    ...figures[chat.type](chat),
  },
  ...(chat.services.length > 1 && { staffKpis: { staffKpi: chat.services.map(kpi) } }),
})

type Figures = (chat: Chat) => Partial<Static<typeof ChatEndData>>

const figures: Record<Chat['type'], Figures> = {
  '1': ({ requested, answered, lines }) => {
    const { visitor, staff, first, average } = figuresOf(lines)
    return {
      chatWaitTime: `${answered - requested}`,
      firstAnswerTime: `${first}`,
      avgAnswerTime: `${average}`,
      visitorSendMsg: `${visitor}`,
      staffSendMsg: `${staff}`,
      activelyInviteEvaluating: '1',
    }
  },
  '3': ({ lines }) => ({ visitorSendMsg: `${lines.length}` }),
  '5': ({ lines }) => {
    const { visitor } = figuresOf(lines)
    // The last question is the one that it could not match.
    const known = visitor - 1
    return {
      visitorSendMsg: `${visitor}`,
      perfectMatchs: '1',
      exactMatchs: `${Math.min(known - 1, 1)}`,
      similarityMatchs: `${Math.max(known - 2, 0)}`,
      misMatchCount: '1',
      solvedCount: `${known - 1}`,
      unsolvedCount: '1',
    }
  },
}

function kpi({ staff, from, until, lines }: Service): Static<typeof StaffKpis>['staffKpi'][number] {
  const { visitor, staff: replies, first, average } = figuresOf(lines)
  return {
    staffId: staff.id,
    staffLogname: staff.logname,
    staffName: staff.name,
    firstAnswerTime: seconds(first),
    avgAnswerTime: seconds(average),
    visitorSendMsg: `${visitor}`,
    staffSendMsg: `${replies}`,
    duration: seconds(until - from),
  }
}

/** The lines are parted by a backslash and an n, as printed. */
export function content(cast: Cast, chat: Chat): Content<'chatContent'> {
  const [word, reason] = chat.type === '3' ? ['留言', '访客超时'] : ['对话', '访客关闭对话']
  const lines = [
    `${word}开始 >>${local(cast, chat.answered)}.0`,
    ...chat.lines.flatMap(({ at, speaker, words }) => [`${speaker}>${local(cast, at)}`, words]),
    `${word}结束 >>${local(cast, chat.ended)}.0`,
    reason,
  ]
  return { chatData: { chatRecordId: chat.id, chatContent: lines.join('\\n') } }
}

/** `staff` is who serves while it is rated; nobody does afterwards. */
export const rated = ({ score, topic }: Cast, chat: Chat, staff?: Staff): Content<'chatScore'> => ({
  chatRecordId: chat.id,
  chatScore: `${score}`,
  scoreDimension: '专业,态度',
  scoreSuggest: score > 4 ? `${topic.name}讲得很清楚` : '回复可以再快一点',
  ...(staff && serving(staff)),
})

export const filed = ({ subject, note }: Cast, chat: Chat): Content<'chatSubject'> => ({
  chatRecordId: chat.id,
  chatSubject: subject,
  chatSubjectMemo: note,
})
