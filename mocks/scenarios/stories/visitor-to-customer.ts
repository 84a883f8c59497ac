/** 从访客到客户. */
import { easyliao } from '../../../schemas/index.ts'
import { event, type Scenario } from '../define.ts'
import { leadOf } from '../easyliao-lead.ts'
import { personChat, robotChat } from '../echat/chat.ts'
import { content, ended, rated, started } from '../echat/chat-messages.ts'
import { recorded } from '../echat/crm.ts'
import { teller } from '../echat/teller.ts'
import { entered, keyword, left, pages } from '../echat/visit.ts'
import { owned, person, stage, won } from '../sobot-customer.ts'
import { trail } from '../sobot-trail.ts'

const MINUTE = 60_000

export const visitorToCustomer: Scenario = {
  id: 'visitor-to-customer',
  title: '从访客到线索，再到成单客户',
  summary: 'Echat, EasyLiao, Sobot: one person talks to robot and staff, becomes a lead, then a customer, and buys.',
  vendors: ['echat', 'easyliao', 'sobot'],
  story(cast) {
    const { visit, talk, pauses, first, second, department, ids } = cast
    const say = teller(cast)
    const robot = robotChat(cast, visit.read)
    const beginning = { nth: 1, event: '11', requested: robot.ended, answered: robot.ended + pauses.handOver }
    const chat = personChat(cast, beginning, [[first, [...talk.first, ...talk.second, talk.contact, talk.goodbye]]])
    const { lines, ended: end } = chat
    const created = (lines.at(-4)?.at ?? 0) + 1000
    const out = end + pauses.rating + pauses.leaving
    const allocated = out + pauses.handOver
    const edited = allocated + pauses.filing
    const customer = edited + 5 * MINUTE
    return [
      say('visitorEnter', 0, entered(cast)),
      say('keywordReturn', visit.found, keyword(cast)),
      say('robotChatStart', robot.requested, started(cast, robot)),
      say('robotChatEnd', robot.ended, ended(cast, robot)),
      say('chatStart', chat.answered, started(cast, chat)),
      say('crmStatus', created, recorded(cast, first, 'staff')),
      say('chatEnd', end, ended(cast, chat)),
      say('chatContent', end, content(cast, chat)),
      say('chatScore', end + pauses.rating, rated(cast, chat)),
      say('visitorTrackPage', out, pages(cast)),
      say('visitorOut', out, left(cast, { at: out, chats: [robot.id, chat.id] })),
      event(easyliao, 'lead', edited + 1000, leadOf(cast, { created, allocated, edited, lines })),
      ...trail(
        cast,
        ids.customer,
        [customer, first, person(cast)],
        [
          [customer + 2 * MINUTE, first, owned(second, department.name)],
          [customer + 30 * MINUTE, second, stage(0)],
          [customer + 120 * MINUTE, second, stage(2)],
          [customer + 200 * MINUTE, second, won],
        ],
      ),
    ]
  },
}
