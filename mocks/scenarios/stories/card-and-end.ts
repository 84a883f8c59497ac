/** 留名片与会话结束. */
import { yunduo } from '../../../schemas/index.ts'
import { event, type Scenario } from '../define.ts'
import { cardPush } from '../yunduo/card.ts'
import { conversation, robotTalk } from '../yunduo/chat.ts'

export const cardAndEnd: Scenario = {
  id: 'card-and-end',
  title: '对话中留下名片，会话结束后再次推送',
  summary:
    'Yunduo: pushed when the visitor leaves a telephone number, and again, with the same ids, when the conversation is over.',
  vendors: ['yunduo'],
  story(cast) {
    const talk = robotTalk(cast)
    const created = talk.card + 1000
    const told = (at: number, again: boolean) =>
      event(
        yunduo,
        'conversation',
        at,
        cardPush(cast, { created, updated: created }, conversation(cast, talk, at, again)),
      )
    return [told(created, false), told(talk.ended, true)]
  },
}
