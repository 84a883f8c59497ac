/** The tree that both pushes send: the card, what is known of it, and the kind of push. */
import { Type as T, type TSchema } from '@sinclair/typebox'
import { block, constant, integer, list, offsetTime, text } from '../atoms.ts'
import { CardProperty } from './card.ts'
import { Conversation } from './conversation.ts'
import { MessageInfo } from './message-info.ts'
import { VisitInfo } from './visit-info.ts'

const conversationList = list('会话信息', 'The conversations of the card.', Conversation)

const card = {
  crateCardName: text('名片创建人', 'Who created the card, by name. The key is spelt like this on the wire.'),
  createTime: offsetTime('名片创建时间', 'When the card was created.'),
  pushCardPropertyDTOList: list('名片信息', 'What the card says: one element a field that has a value.', CardProperty),
  pushMessageInfoDTO: MessageInfo,
  pushVisitInfoDTO: VisitInfo,
  updateTime: offsetTime('名片更新时间', 'When the card was last changed.'),
}

const ConversationPushInfo = block('推送具体信息', 'The card with its conversations.', { conversationList, ...card }, { $id: 'ConversationPushInfo' })

const LeaveMessagePushInfo = block(
  '推送具体信息',
  'The card with the message that was left.',
  { conversationList: T.Optional(conversationList), ...card },
  { $id: 'LeaveMessagePushInfo' },
)

const message = <Info extends TSchema, Kind extends TSchema>(pushInfoCrmDTO: Info, type: Kind) =>
  T.Object({
    cardId: text('访客唯一标识', 'Id of the visitor, the same as the id of the card.'),
    channelChildName: text('子渠道名称', 'Name of the sub-channel.'),
    channelId: integer('渠道id', 'Id of the channel; the printed example has the id of the sub-channel here.'),
    channelName: text('渠道名称', 'Name of the channel; the printed example has the kind of client here (移动网站).'),
    companyId: integer('机构id', 'Id of the customer’s company at Yunduo.'),
    pushInfoCrmDTO,
    type,
  })

export const ConversationMessage = message(ConversationPushInfo, constant(1, '类型', 'Kind of push: 1 (会话), a conversation.'))
export const LeaveMessage = message(LeaveMessagePushInfo, constant(2, '类型', 'Kind of push: 2 (留言), a message left by a visitor.'))
