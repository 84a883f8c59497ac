/** 名片留言. */
import { yunduo } from '../../../schemas/index.ts'
import { event, type Scenario } from '../define.ts'
import { messagePush } from '../yunduo/card.ts'

export const cardMessage: Scenario = {
  id: 'card-message',
  title: '访客没有对话，填写留言',
  summary: 'Yunduo: a visitor reads some pages and leaves a message with a name and a telephone number.',
  vendors: ['yunduo'],
  story(cast) {
    const at = cast.visit.read + cast.pauses.filing
    return [event(yunduo, 'leaveMessage', at, messagePush(cast, at))]
  },
}
