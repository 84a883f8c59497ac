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
  zh: {
    summary: '名片及其会话',
    description:
      '文档没有写何时推送。从标志看：访客在会话中留下名片时推送一次，该会话结束后再推送一次（`finishPushFlag` 为 1）。因此同一会话可能再次到达：用 `cardId` 和会话的 `id` 识别重复，保留较晚的一条。',
  },
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
  zh: {
    summary: '访客的留言',
    description:
      '访客没有与人对话，而是留了言。文档没有这种推送的示例：这里的示例按表格拼成，其中的值是虚构的，会话列表为空是我们的理解（见假设 leaveMessageConversations）。',
  },
  match: { 'body.type': 2 },
  message: LeaveMessage,
  examples: { documented: leaveMessagePush },
  variants: leaveMessageVariants,
})
