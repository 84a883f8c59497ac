/** 留言信息: the message that a visitor left. */
import { Type as T } from '@sinclair/typebox'
import { block, integer, list, offsetTime, text } from '../atoms.ts'
import { CardProperty } from './card.ts'

/** All optional: the printed conversation push has `{}` here, and no push of a left message is printed. */
export const MessageInfo = T.Partial(
  block('留言信息', 'The message that the visitor left: filled in a push of type 2, an empty object in the printed push of type 1.', {
    messageInfoId: integer('留言信息id', 'Id of the message.'),
    messageInfo: text('留言信息', 'What the visitor wrote.'),
    createTime: offsetTime('留言创建时间', 'When the message was left.'),
    pushCardPropertyDTOList: list('留言名片字段', 'What the visitor filled in along with the message, in the shape of card fields.', CardProperty),
  }),
  { $id: 'MessageInfo' },
)
