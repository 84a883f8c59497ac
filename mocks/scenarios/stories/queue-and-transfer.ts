/** 排队接通并转接. */

import type { Scenario } from '../define.ts'
import { personChat, type Service } from '../echat/chat.ts'
import { answered, content, ended, filed, rated, started, transferred } from '../echat/chat-messages.ts'
import { assigned, noted, recorded } from '../echat/crm.ts'
import { teller } from '../echat/teller.ts'
import { entered, left, pages } from '../echat/visit.ts'

export const queueAndTransfer: Scenario = {
  id: 'queue-and-transfer',
  title: '排队接通，中途转接同事',
  summary:
    'Echat: a visitor fills in the form, queues, is answered and handed to a colleague, who records and takes the customer.',
  vendors: ['echat'],
  story(cast) {
    const { visit, talk, pauses, first, second } = cast
    const say = teller(cast)
    const beginning = { nth: 0, event: '1', requested: visit.read, answered: visit.read + pauses.queue }
    const chat = personChat(cast, beginning, [
      [first, talk.first],
      [second, [...talk.second, talk.contact, talk.goodbye]],
    ])
    const [before, after] = chat.services as [Service, Service]
    const filing = chat.ended + pauses.filing
    const out = filing + pauses.leaving
    return [
      say('visitorEnter', 0, entered(cast)),
      say('chatStart', chat.requested, started(cast, chat, { waiting: true })),
      say('chatAnswer', chat.answered, answered(cast, chat, before)),
      say('crmStatus', chat.answered, recorded(cast, first, 'form')),
      say('chatTransfer', after.from, transferred(cast, chat, before, after)),
      say('chatScore', chat.ended - 1000, rated(cast, chat, second)),
      say('chatEnd', chat.ended, ended(cast, chat)),
      say('chatContent', chat.ended, content(cast, chat)),
      say('chatSubject', filing, filed(cast, chat)),
      say('crmStatus', filing, noted(cast, second)),
      say('crmStatus', filing + 2000, assigned(cast, first, second)),
      say('visitorTrackPage', out, pages(cast)),
      say('visitorOut', out, left(cast, { at: out, chats: [chat.id] })),
    ]
  },
}
