/** 3.2.5–3.2.7 对话数据: what was said, how staff filed it, how the visitor rated it. */
import { Type as T } from '@sinclair/typebox'
import { block, digits, openCodes, text } from '../atoms.ts'
import { definePush } from '../define.ts'
import { chatRecordId, message, unstampedMessage } from './common.ts'
import { LeaveMsgCrmData } from './customer.ts'
import * as example from './examples/chat-content.ts'

const ChatContentData = block(
  '对话内容',
  'The transcript of one conversation.',
  {
    chatRecordId: chatRecordId(),
    chatContent: text(
      '对话内容',
      'The whole transcript as one text: a line `speaker>yyyy-MM-dd HH:mm:ss`, then a line with the words. Lines are parted by a backslash and an n, two characters. No rule for escaping is given: keep it as it is, blanks included.',
    ),
  },
  { $id: 'ChatContentData' },
)

export const chatContent = definePush({
  title: '对话内容',
  summary: 'Transcript of a conversation',
  doc: '3.2.5',
  description: 'Brings what was said in a conversation. The document does not say when; its sample runs to the end of the conversation.',
  zh: { summary: '对话内容', description: '带来对话中说过的内容。文档没有写何时推送；它的示例一直到对话结束。' },
  match: { 'query.dataType': 'chatContent' },
  message: message({ chatData: ChatContentData }),
  examples: { documented: example.spoken },
  variants: example.spokenVariants,
})

export const leaveMsgContent = definePush({
  title: '留言内容',
  summary: 'Text of an offline message',
  doc: '3.2.5 b',
  description: 'Brings an offline message, and who left it as far as the CRM knows.',
  zh: { summary: '留言内容', description: '带来一条留言，以及 CRM 所知的留言人信息。' },
  match: { 'query.dataType': 'leaveMsgContent' },
  message: message({ chatData: ChatContentData, crmData: T.Optional(LeaveMsgCrmData) }),
  examples: { documented: example.left },
  variants: example.leftVariants,
})

const stamp = { msgId: '39116641', tm: '1563864914001' }
const subject = { ...stamp, chatRecordId: '1_5987809', chatSubject: '售后>订单>物流' }

export const chatSubject = definePush({
  title: '对话评估',
  summary: 'Staff filed a conversation',
  doc: '3.2.6',
  description: 'Sent when staff file a conversation under a subject.',
  zh: { summary: '客服评估对话', description: '客服把对话归入某个主题时推送。' },
  match: { 'query.dataType': 'chatSubject' },
  message: message({
    chatRecordId: chatRecordId(),
    chatSubject: text('对话评估的主题', 'The subject, from general to special, parted by `>`.'),
    chatSubjectMemo: T.Optional(text('对话评估备注', 'Remark by staff; whether it is empty or absent when there is none is not said.')),
  }),
  examples: { documented: { ...subject, chatSubjectMemo: '客户要求换货,拒绝维修' } },
})

const score = { chatRecordId: '1_5987809', chatScore: '5', scoreDimension: '产品,服务', scoreSuggest: '产品很棒,客服的服务更棒!' }
const staff = { chatStaffId: '14', chatStaffLogname: '16000000005', chatStaffName: '陈一诺' }

export const chatScore = definePush({
  title: '对话满意度评价',
  summary: 'Visitor rated a conversation',
  doc: '3.2.7',
  description: 'Sent when a visitor rates a conversation, during it or afterwards.',
  zh: { summary: '访客评价对话', description: '访客在对话中或对话后作出满意度评价时推送。' },
  match: { 'query.dataType': 'chatScore' },
  message: unstampedMessage(
    {
      chatRecordId: chatRecordId(),
      chatScore: openCodes('满意度评价', 'How content the visitor is.', {
        '1': ['非常不满意', 'not at all'],
        '2': ['不满意', 'discontent'],
        '3': ['一般', 'so so'],
        '4': ['满意', 'content'],
        '5': ['非常满意', 'very content'],
      }),
      scoreDimension: T.Optional(text('评价维度', 'What was rated, several parted by `,` (by `、` in the table).')),
      scoreSuggest: T.Optional(text('评价的内容', 'What the visitor wrote.')),
      chatStaffId: T.Optional(digits('接待客服ID', 'Id of the staff member who was serving; absent, like the next two, when the conversation was over.')),
      chatStaffLogname: T.Optional(text('接待客服登录名', 'Account of that staff member.')),
      chatStaffName: T.Optional(text('接待客服姓名', 'Name of that staff member.')),
    },
    { evidence: 'observed' },
  ),
  examples: { documented: { ...stamp, ...score, ...staff } },
  variants: {
    'without msgId and tm': { ...score, ...staff },
    'chatRecordId without prefix': { ...stamp, ...score, ...staff, chatRecordId: '5987809' },
    'dimensions parted by 、': { ...stamp, ...score, ...staff, scoreDimension: '产品、服务' },
    'rated after the conversation': { ...stamp, ...score },
  },
})
