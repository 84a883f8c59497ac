/** The pushes of one card: the same conversation comes more than once, and nobody promises an order. */
import { endedConversation } from '../../../../schemas/yunduo/examples/conversation.ts'
import type { Draw, Sending, Step, Value } from '../../case.ts'
import { under } from '../json/anatomy.ts'

const talk = 'pushInfoCrmDTO.conversationList.0'

const card = (draw: Draw) => `20240628kfu${draw.same('card')}`
const ofCard: Record<string, Value> = { cardId: card, [`${talk}.cardId`]: card }

const first: Sending = { set: ofCard, label: 'when the card was left' }
const last: Sending = {
  set: {
    ...ofCard,
    [`${talk}.finishPushFlag`]: 1,
    [`${talk}.status`]: '4',
    [`${talk}.endTime`]: '2024-06-28T10:18:04.000+08:00',
  },
  label: 'when the conversation was over',
}
const left: Sending = { push: 'leaveMessage', set: { cardId: card }, label: 'a message that was left' }

/** Who keeps the later one may leave the earlier, or change what is there. */
const taken = (send: Sending | Sending[]): Step => ({ send, expect: 'acknowledged', effects: 'unknown' })

export const cards = under('yunduo', 'delivery', {
  'pushed-again-at-the-end': {
    title: 'The second push of a conversation, at its end, is acknowledged',
    why: 'The same card and conversation come again with finishPushFlag 1: a unique key without an update refuses it.',
    source: 'yunduo.duplicates',
    severity: 'must',
    steps: [taken(first), taken(last)],
  },
  'end-before-beginning': {
    title: 'The push at the end of a conversation is acknowledged before the first one, and the first one after it',
    why: 'A first push that failed is repeated seconds later, when the second may have arrived.',
    source: 'yunduo.retryInterval',
    severity: 'should',
    steps: [taken(last), taken(first)],
  },
  'both-at-once': {
    title: 'Both pushes of a conversation at the same moment are acknowledged',
    why: 'Two workers that write the same row wait for each other, and one may be told that it is locked.',
    source: 'yunduo.duplicates',
    severity: 'should',
    steps: [taken([first, last])],
  },
  'message-of-a-known-card': {
    title: 'A message left by the visitor of a known card is acknowledged',
    why: 'Both kinds of push have the id of the visitor: as a key by itself it takes one for a copy of the other.',
    source: 'erratum Y55',
    severity: 'must',
    steps: [taken(first), taken(left)],
  },
  'after-a-failure': {
    title: 'A push that tells of the failure of an earlier one is acknowledged',
    why: 'alreadyPush -1 is how the vendor says that something was lost: it must not be lost as well.',
    source: 'yunduo.retries',
    severity: 'must',
    steps: [taken({ set: { [`${talk}.alreadyPush`]: -1 } })],
  },
  'two-conversations': {
    title: 'A card with two conversations is acknowledged',
    why: 'conversationList is a list, whatever the example has in it.',
    source: '1',
    severity: 'should',
    steps: [taken({ set: { 'pushInfoCrmDTO.conversationList.1': { ...endedConversation, id: 27_535_617 } } })],
  },
})

export const acknowledgement = under('yunduo', 'acknowledgement', {
  'exact-acknowledgement': {
    title: 'The answer is JSON with code 200 and msg success, as the table has it',
    why: 'The table lists both fields, and nobody says that the vendor compares only one of them.',
    source: 'yunduo.acknowledgement',
    severity: 'should',
    steps: [
      {
        send: [{}, { push: 'leaveMessage' }],
        expect: 'acknowledged',
        accepts: {
          status: '200',
          json: [
            { field: 'code', values: [200] },
            { field: 'msg', values: ['success'] },
          ],
        },
      },
    ],
  },
})
