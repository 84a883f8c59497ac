/** A conversation with the robot at Yunduo, while it runs and when it is over. A person would need names that nobody published. */
import type { Static } from '@sinclair/typebox'
import type { ChatMessage } from '../../../schemas/yunduo/chat-message.ts'
import type { Conversation } from '../../../schemas/yunduo/conversation.ts'
import type { Cast } from '../cast.ts'
import { offset } from '../clock.ts'
import { company, robot } from '../data/company.ts'
import { engine } from '../data/devices.ts'
import { short } from '../data/places.ts'
import { type Exchange, type Line, over, spoken } from '../talk.ts'
import { visitPages } from './visit.ts'

const { companyId, channelId, childChannelId } = company.yunduo

export interface RobotTalk {
  /** Connected, and so begun. */
  built: number
  /** When the visitor gave the telephone number. */
  card: number
  ended: number
  /** Oldest first. */
  lines: readonly Line[]
}

/** The robot asks for what the card wants to know, answers some questions, and is told a telephone number in between. */
export function robotTalk({ talk, topic, visit, pauses }: Cast): RobotTalk {
  const [first, ...others] = talk.robot as [Exchange, ...Exchange[]]
  const choice = { ...first, asked: talk.chosen, answer: `好的，${talk.chosen}，已经记下。` }
  const lines = spoken([first, choice, talk.contact, ...others, talk.goodbye], robot.name, visit.read)
  const card = lines[4]?.at ?? 0
  // What is chosen answers a question.
  const asked = lines.toSpliced(2, 0, { ...lines[1]!, at: lines[1]!.at + 1000, words: topic.choice.question })
  return { built: visit.read, card, ended: over(lines) + pauses.leaving, lines: asked }
}

/** As it stands at that moment. `pushed` says that a push went before this one. */
export function conversation(cast: Cast, talk: RobotTalk, at: number, pushed: boolean): Static<typeof Conversation> {
  const said = talk.lines.filter(it => it.at <= at)
  const over = at >= talk.ended
  const asked = said.filter(it => it.visitor)
  const { ids, visit, person } = cast
  return {
    activationTime: offset(cast, talk.built),
    addFlag: 0,
    alreadyPush: pushed ? 1 : 0,
    bcpUid: '',
    browserFinger: ids.browser,
    buildTime: offset(cast, talk.built),
    cardId: ids.card,
    channel: visit.device.phone ? 'H5_BROWSER' : '1',
    channelId: `${channelId}`,
    childChannelId,
    codeId: 0,
    companyId,
    conBuildMode: 'SYS_INVITATION',
    conBuildSource: (visit.paid ? engine.paid : engine.found).code,
    conEndMode: 'SYS_END',
    conType: 0,
    conversationInfo: messages(cast, talk, said),
    conversationTime: over ? (talk.ended - talk.built) / 1000 : 0,
    copyFlag: 0,
    createCard: 1,
    createTime: offset(cast, talk.built),
    csType: 'ROBOT',
    customParam: '',
    customerIp: person.ip,
    customerMessageCount: 0,
    databack: 0,
    finishPushFlag: over ? 1 : 0,
    ...(asked[0] && { firstMsgTime: offset(cast, asked[0].at) }),
    ...(over && { endTime: offset(cast, talk.ended) }),
    firstResponseTime: 0,
    fromPageUrl: visit.refer,
    id: ids.chat,
    ipRegion: short(person.place.city),
    isAddWx: 0,
    keyword: visit.biddingWord,
    originalId: 0,
    sourceKeyword: visit.keyword,
    status: over ? '4' : 'COMMUNICATING',
    thirdSsid: '',
    updateTime: offset(cast, over ? talk.ended : (said.at(-1)?.at ?? at)),
    userId: robot.id,
    userName: robot.name,
    visitMessageCount: asked.length,
    ...(asked.length && { visitorLastTime: offset(cast, asked.at(-1)?.at ?? 0) }),
    yunduoId: `${companyId}_${childChannelId}_${ids.card}`,
    ...visitPages(cast),
  }
}

/** The newest first. Two of the server say that the conversation was activated and connected. */
function messages(cast: Cast, { built }: RobotTalk, said: readonly Line[]): Static<typeof ChatMessage>[] {
  const { ids, start } = cast
  const conversationId = ids.chat
  const about = { conversationId, childChannelId, type: 1 }
  const server = { type: 100, fromclienttype: 32, sendtime: start + built }
  const begun = [
    { ...server, from: ids.card, ext: says(0), body: { msg: { result: { timestamp: start + built }, ...about } } },
    {
      ...server,
      from: `${robot.id}`,
      ext: says(1),
      body: { msg: { result: { conversationId, userId: robot.id }, ...about } },
    },
  ]
  return [...begun, ...said.map(line => written(cast, line))]
    .map((message, nth) => ({
      ...message,
      msgid: ids.line + nth,
      msgidclient: clientId(ids.session, nth, message.type),
    }))
    .reverse()
}

const says = (type: number) => `{"type":${type},"from":"server"}`

function written({ ids, start, topic }: Cast, { at, visitor, words }: Line) {
  const sendtime = start + at
  if (visitor) {
    const ext = `{"companyId":"${companyId}","childChannelId":"${childChannelId}","conversationId":"${ids.chat}","userId":"${robot.id}"}`
    return { ext, from: ids.card, type: 0, sendtime, body: { msg: words }, fromclienttype: 16 }
  }
  const from = { from: `${robot.id}`, type: 100, sendtime, fromclienttype: 32 }
  if (words !== topic.choice.question)
    return { ...from, ext: '{"type":2,"msgType":"robot"}', body: { msg: `<p>${words}</p>` } }
  const result = { bgColor: 'rgba(22, 119, 255, 1)', bgColorType: 0, optionList: [...topic.choice.options] }
  const msg = { result, fieldName: 'field_name1', text: `<p>${words}</p>` }
  return { ...from, ext: '{"type":10,"msgType":"robot"}', body: { msg } }
}

/** The id of the visit with other last digits; visitors’ have no hyphens. */
function clientId(session: string, nth: number, type: number) {
  const id = `${session.slice(0, -3)}${`${nth}`.padStart(3, '0')}`
  return type === 0 ? id.replaceAll('-', '') : id
}
