/** 机器人转留言. */

import type { Scenario } from '../define.ts'
import { messageChat, robotChat } from '../echat/chat.ts'
import { content, ended, started } from '../echat/chat-messages.ts'
import { owner } from '../echat/crm.ts'
import { teller } from '../echat/teller.ts'
import { entered, keyword, left, pages } from '../echat/visit.ts'
import { crmData, visitorId } from '../echat/visitor.ts'

export const robotToMessage: Scenario = {
  id: 'robot-to-message',
  title: '夜间机器人接待，转留言，系统自动分配',
  summary:
    'Echat: at night only the robot is there; the visitor leaves a message, and the system gives it to somebody at once.',
  vendors: ['echat'],
  story(cast) {
    const { visit, pauses, second, department } = cast
    const say = teller(cast)
    const robot = robotChat(cast, visit.read)
    const chat = messageChat(cast, robot.ended + pauses.handOver, { nth: 1, event: '12' })
    const out = chat.ended + pauses.leaving
    return [
      say('visitorEnter', 0, entered(cast, '2')),
      say('keywordReturn', visit.found, keyword(cast)),
      say('robotChatStart', robot.requested, started(cast, robot)),
      say('robotChatEnd', robot.ended, ended(cast, robot)),
      say('chatStart', chat.requested, started(cast, chat)),
      say('chatEnd', chat.ended, ended(cast, chat)),
      say('leaveMsgContent', chat.ended, { ...content(cast, chat), crmData: crmData(cast) }),
      say('leaveMsgOwner', chat.ended + 1000, {
        visitorId: visitorId(cast),
        chatRecordId: chat.id,
        staffId: '-1',
        ownerData: owner(second),
        chatDepartmentId: department.id,
        chatDepartmentName: department.name,
      }),
      say('visitorTrackPage', out, pages(cast)),
      say('visitorOut', out, left(cast, { at: out, chats: [robot.id, chat.id], routeStatus: '2' })),
    ]
  },
}
