/** 下班后留言. */

import type { Scenario } from '../define.ts'
import { messageChat } from '../echat/chat.ts'
import { content, ended, started } from '../echat/chat-messages.ts'
import { owner } from '../echat/crm.ts'
import { comes, goes } from '../echat/presence.ts'
import { teller } from '../echat/teller.ts'
import { entered, left, pages } from '../echat/visit.ts'
import { crmData, visitorId } from '../echat/visitor.ts'

export const messageAfterHours: Scenario = {
  id: 'message-after-hours',
  title: '客服下班，访客留言，上班后分配',
  summary:
    'Echat: the last person logs out while a visitor reads; the visitor leaves a message, which is assigned when staff are back.',
  vendors: ['echat'],
  story(cast) {
    const { visit, pauses, first, second, department } = cast
    const say = teller(cast)
    const closing = visit.read + 60_000
    const chat = messageChat(cast, closing + pauses.queue)
    const out = chat.ended + pauses.leaving
    const opening = out + 12 * 3_600_000
    return [
      say('visitorEnter', 0, entered(cast)),
      ...goes(cast, say, second, closing),
      say('chatStart', chat.requested, started(cast, chat)),
      say('chatEnd', chat.ended, ended(cast, chat)),
      say('leaveMsgContent', chat.ended, { ...content(cast, chat), crmData: crmData(cast) }),
      say('visitorTrackPage', out, pages(cast)),
      say('visitorOut', out, left(cast, { at: out, chats: [chat.id], routeStatus: '2' })),
      ...comes(cast, say, first, opening),
      say('leaveMsgOwner', opening + pauses.filing, {
        visitorId: visitorId(cast),
        chatRecordId: chat.id,
        staffId: first.id,
        staffLogname: first.logname,
        staffName: first.name,
        ownerData: owner(first),
        chatDepartmentId: department.id,
        chatDepartmentName: department.name,
      }),
    ]
  },
}
