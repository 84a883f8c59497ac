/** Parts of the lead: ids, the columns that a customer defines, and the lines of the conversation. */
import { Type as T } from '@sinclair/typebox'
import { block, localTime, openCodes, openIntegerCodes, text } from '../atoms.ts'

/** An id that the table calls String and that other interfaces of the vendor also spell as a JSON number. */
export const id = (title: string, description: string) =>
  T.Union([T.String(), T.Integer({ description: 'The same id as a JSON number.', 'x-evidence': 'observed' })], { title, description })

/** An id that the printed example shows as a JSON number. */
const numericId = (title: string, description: string) =>
  T.Union([T.Integer(), T.String({ description: 'The same id as text.', 'x-evidence': 'observed' })], { title, description, 'x-evidence': 'example' })

const extColumn = (n: number) => T.Optional(text('扩展字段', `Column ${n} that the customer defines in the back office; "" when it holds nothing.`))

export const extColumns = {
  extColumn1: extColumn(1),
  extColumn2: extColumn(2),
  extColumn3: extColumn(3),
  extColumn4: extColumn(4),
  extColumn5: extColumn(5),
  extColumn6: extColumn(6),
  extColumn7: extColumn(7),
  extColumn8: extColumn(8),
  extColumn9: extColumn(9),
  extColumn10: extColumn(10),
  extColumn11: extColumn(11),
  extColumn12: extColumn(12),
  extColumn13: extColumn(13),
  extColumn14: extColumn(14),
  extColumn15: extColumn(15),
}

/** All that the table says of a line is `sender_type`; the rest is read off the printed example. */
export const ChatLine = block(
  '对话记录',
  'One line of the conversation.',
  {
    chat_id: T.Optional(numericId('会话ID', 'Id of the conversation, presumably the `chatId` of the lead.')),
    create_time: T.Optional(localTime('发送时间', 'When the line was written, Beijing time.', { evidence: 'example' })),
    from_id: T.Optional(text('发送者ID', 'Who wrote the line: the static id of the visitor, or the account name of the agent.', { evidence: 'example' })),
    message: T.Optional(text('消息内容', 'What was written.', { evidence: 'example' })),
    recorder_id: T.Optional(numericId('记录ID', 'Id of this line; grows from line to line.')),
    type: T.Optional(
      openCodes(
        '记录类型',
        'Kind of the line. The document shows one value and explains none.',
        { RECORD_RECORD: ['对话', 'A line that someone wrote; the meaning is read off the example'] },
        { evidence: 'example' },
      ),
    ),
    sender_type: T.Optional(
      openIntegerCodes('发送者类型', 'Which side wrote the line. The table lists it among the fields of the lead, the printed lines lack it.', {
        '0': ['客服', 'agent'],
        '1': ['访客', 'visitor'],
      }),
    ),
  },
  { $id: 'ChatLine' },
)
