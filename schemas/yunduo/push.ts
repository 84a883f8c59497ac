/** 推送名片及会话接口: the two pushes, told apart by `type` alone. */
import { definePush } from '../define.ts'
import { conversationPush } from './examples/conversation.ts'
import { conversationVariants } from './examples/conversation-variants.ts'
import { leaveMessagePush, leaveMessageVariants } from './examples/leave-message.ts'
import { ConversationMessage, LeaveMessage } from './message.ts'

export const conversation = definePush({
  title: '会话推送',
  summary: 'A card and its conversations',
  doc: '1',
  description:
    'The document does not say when. By its flags: when a visitor has left a card in a conversation, and once more when that conversation is over (`finishPushFlag` 1). The same conversation can thus arrive again: tell repeats by `cardId` and the conversation’s `id`, and keep the later one.',
  match: { 'body.type': 1 },
  message: ConversationMessage,
  examples: { documented: conversationPush },
  variants: conversationVariants,
})

export const leaveMessage = definePush({
  title: '留言推送',
  summary: 'A message left by a visitor',
  doc: '2',
  description:
    'A visitor left a message instead of talking to somebody. The document prints no sample of it: the example here is composed from its tables, the values are invented, and the empty conversation list is our reading (see the assumption leaveMessageConversations).',
  match: { 'body.type': 2 },
  message: LeaveMessage,
  examples: { documented: leaveMessagePush },
  variants: leaveMessageVariants,
})
