/** 特殊消息: the objects that stand in place of a message's text. No table lists their keys; all of it is read off the printed example. */
import { Type as T } from '@sinclair/typebox'
import { block, integer, list, openCodes, text } from '../atoms.ts'

const example = { evidence: 'example' } as const

const about = {
  conversationId: integer('会话ID', 'Id of the conversation.', example),
  childChannelId: integer('子渠道ID', 'Id of the sub-channel.', example),
  type: integer('类型', 'Always 1 in the example, also where `ext.type` is 0.', example),
}

const RecognitionMessage = block(
  '识别结果消息',
  'What was recognised in the visitor’s message (`ext.type` 13).',
  {
    result: openCodes('识别结果', 'Kind of finding.', { SLOT: ['槽位', 'A value to note down, such as a phone number'] }, example),
    text: text('识别说明', 'The finding in words.', example),
  },
  { ...example, $id: 'RecognitionMessage' },
)

const ChoiceMessage = block(
  '枚举消息',
  'A question with answers to choose from (`ext.type` 10).',
  {
    result: block(
      '枚举内容',
      'The answers and their looks.',
      {
        bgColor: text('背景颜色', 'Background of the answers, a CSS colour.', example),
        bgColorType: integer('背景颜色类型', 'Kind of background; 0 in the example, meaning not stated.', example),
        optionList: list('选项', 'The answers, as people read them.', text('选项', 'One answer.', example), example),
      },
      example,
    ),
    fieldName: text('字段名称', 'Key of the card field that the answer goes to.', example),
    text: text('问题', 'The question, as HTML.', example),
  },
  { ...example, $id: 'ChoiceMessage' },
)

const ConnectMessage = block(
  '会话连接消息',
  'The conversation was connected to an agent or the robot (`ext.type` 1).',
  {
    result: block(
      '连接结果',
      'Who talks in which conversation.',
      {
        conversationId: integer('会话ID', 'Id of the conversation.', example),
        userId: integer('客服编号', 'Id of the agent.', example),
      },
      example,
    ),
    ...about,
  },
  { ...example, $id: 'ConnectMessage' },
)

const ActivationMessage = block(
  '会话激活消息',
  'The conversation was activated (`ext.type` 0).',
  {
    result: block('激活结果', 'When that was.', { timestamp: integer('时间戳', 'In milliseconds since 1970.', example) }, example),
    ...about,
  },
  { ...example, $id: 'ActivationMessage' },
)

const OtherMessage = T.Unsafe<Record<string, unknown>>(
  block('其他特殊消息', 'A kind of message whose shape is not published: forms, cards, transfers and so on.', {}),
)

export const SpecialMessage = T.Union([RecognitionMessage, ChoiceMessage, ConnectMessage, ActivationMessage, OtherMessage])
