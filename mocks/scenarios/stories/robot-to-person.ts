/** 机器人转人工. */

import type { Scenario } from '../define.ts'
import { personChat, robotChat } from '../echat/chat.ts'
import { content, ended, filed, rated, started } from '../echat/chat-messages.ts'
import { teller } from '../echat/teller.ts'
import { entered, keyword, left, pages } from '../echat/visit.ts'

export const robotToPerson: Scenario = {
  id: 'robot-to-person',
  title: '机器人接待后转人工',
  summary:
    'Echat: the robot answers until it cannot, a person takes over, files the conversation and is rated afterwards.',
  vendors: ['echat'],
  story(cast) {
    const { visit, talk, pauses, first } = cast
    const say = teller(cast)
    const robot = robotChat(cast, visit.read)
    const beginning = { nth: 1, event: '11', requested: robot.ended, answered: robot.ended + pauses.handOver }
    const person = personChat(cast, beginning, [[first, [...talk.first, ...talk.second, talk.contact, talk.goodbye]]])
    const rating = person.ended + pauses.rating
    const out = rating + pauses.filing + pauses.leaving
    return [
      say('visitorEnter', 0, entered(cast)),
      say('keywordReturn', visit.found, keyword(cast)),
      say('robotChatStart', robot.requested, started(cast, robot)),
      say('robotChatEnd', robot.ended, ended(cast, robot)),
      say('chatStart', person.answered, started(cast, person)),
      say('chatEnd', person.ended, ended(cast, person)),
      say('chatContent', person.ended, content(cast, person)),
      say('chatScore', rating, rated(cast, person)),
      say('chatSubject', rating + pauses.filing, filed(cast, person)),
      say('visitorTrackPage', out, pages(cast)),
      say('visitorOut', out, left(cast, { at: out, chats: [robot.id, person.id] })),
    ]
  },
}
