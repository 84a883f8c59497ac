/** 聊天信息: one message of a conversation, with the JSON that it carries in a string. */
import { Type as T } from '@sinclair/typebox'
import { block, digits, integer, jsonText, openCodes, openIntegerCodes, text } from '../atoms.ts'
import { SpecialMessage } from './special-message.ts'

/** Which keys are there depends on who wrote: a person four ids, the robot `type` and `msgType`, the server `type` and `from`. */
const ChatMessageExt = T.Partial(
  block('扩展信息', 'What the string holds.', {
    type: openIntegerCodes('类型', 'What the message is for. Only on messages of the system and the robot; there is no 9.', {
      '0': ['会话激活', 'The conversation was activated'],
      '1': ['建立会话连接消息', 'The conversation was connected'],
      '2': ['系统发的普通消息', 'Ordinary content: greetings and promotion from the system; also said to cover what agent and visitor write'],
      '3': ['会话结束消息', 'The conversation ended'],
      '4': ['客服超时未回复，修改访客自定义字段，通知客户端消息', 'A notice to the client: no answer in time, or a custom field changed'],
      '5': ['取消置顶', 'The conversation is no longer pinned'],
      '6': ['客服端小字提醒消息，访客端不需要展示', 'Small print for the agent, not shown to the visitor'],
      '7': ['访客被转接客服', 'The visitor was handed to another agent'],
      '8': ['卡片信息', 'The agent sent a card'],
      '10': ['枚举消息', 'Choices for the visitor'],
      '11': ['机器人转人工', 'From robot to person'],
      '12': ['人工介入机器人会话', 'A person stepped in'],
      '13': ['测试会话对访客消息识别的结果', 'What was recognised in the visitor’s message; in test conversations, says the remark, but the example is none'],
      '14': ['表单信息', 'A form'],
      '15': ['个微消息', 'A message of a personal WeChat account'],
      '16': ['自定义快捷回复', 'A quick reply of the company’s own'],
    }),
    msgType: openCodes('消息类型', 'Only on messages of the robot.', { robot: ['机器人', 'The robot'] }),
    from: openCodes('来源', 'Only on messages of the server itself.', { server: ['服务器', 'The server'] }, { evidence: 'example' }),
    companyId: digits('公司ID', 'Id of the company, as text. Only when a person wrote.'),
    childChannelId: digits('子渠道ID', 'Id of the sub-channel, as text. Only when a person wrote.'),
    conversationId: digits('会话ID', 'Id of the conversation, as text. Only when a person wrote.'),
    userId: digits('用户ID', 'Id of the agent, as text, also when the visitor wrote. Only when a person wrote.'),
  }),
  { $id: 'ChatMessageExt' },
)

export const ChatMessage = block(
  '聊天信息',
  'One message. The list runs from the newest to the oldest; sort by `sendtime`, since `msgid` does not always grow.',
  {
    ext: jsonText('扩展信息', 'JSON inside a string that says what the message is for, or whom it concerns.', ChatMessageExt),
    msgidclient: text('消息客户端ID', 'Id that the sending client gave: 32 hex digits from a visitor, a UUID from robot and server.'),
    msgid: integer('消息ID', 'Id of the message, beyond 32 bits.'),
    from: text('发送人标识', 'Who sent it: the card id of the visitor or the id of the agent, as text.'),
    type: openIntegerCodes('发送人类型', 'Whether a person typed it.', { '0': ['人', 'A person'], '100': ['机器人', 'The robot or the system'] }),
    sendtime: integer('发送时间戳', 'When it was sent, in milliseconds since 1970.'),
    body: block('消息体', 'Wraps the content.', {
      msg: T.Union([text('普通消息', 'Ordinary message: text or HTML, blanks at either end included.'), ...SpecialMessage.anyOf], {
        title: '消息内容',
        description: 'Text for an ordinary message, an object for a special one.',
      }),
    }),
    fromclienttype: openIntegerCodes('发送客户端类型', 'Kind of client that sent it; the table leaves its meaning open.', {
      '16': ['访客端', 'Sent by visitors', 'example'],
      '32': ['机器人或系统', 'Sent by robot and system', 'example'],
    }),
  },
  { $id: 'ChatMessage' },
)
