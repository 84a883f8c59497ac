/** 机器人消息: DingTalk messages that mention the robot, forwarded by an integrator or posted by DingTalk itself. */
import { Type as T, type TSchema } from '@sinclair/typebox'
import { block, jsonText, list, numeric, openCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { common, envelope, path } from './common.ts'
import { app_key, plain, signed } from './examples/call.ts'
import { asSent, file, message } from './examples/robot-messages.ts'

/** 字符串JSON格式 in the table; DingTalk sends the value itself. */
const json = <S extends TSchema>(title: string, description: string, content: S) =>
  T.Union([jsonText(title, description, content), content], { title, description })

/** 字符串 in the table; DingTalk sends a JSON boolean. */
const flag = (title: string, description: string) =>
  T.Union([openCodes(title, description, { true: ['是', 'yes'], false: ['否', 'no'] }), T.Boolean()], { title, description })

/** Every field is optional by the table. */
const robotMessage = {
  senderPlatform: T.Optional(text('消息发送平台', 'Platform that the message was sent from.')),
  conversationId: T.Optional(text('会话ID', 'Id of the conversation.')),
  atUsers: T.Optional(
    json(
      '被@人的信息',
      'The people whom the message mentions, as JSON text or as the list itself. That it is a list is known from DingTalk.',
      list(
        '被@人',
        'The people mentioned.',
        block('被@人', 'One of them.', {
          dingtalkId: T.Optional(text('加密的发送者ID', 'Encrypted id. The table says of the sender; it stands for the person mentioned.')),
        }),
      ),
    ),
  ),
  chatbotCorpId: T.Optional(text('加密的机器人所在的企业corpId', "Encrypted id of the robot's company.")),
  chatbotUserId: T.Optional(text('加密的机器人ID', 'Encrypted id of the robot; one copy of the table says of the user.')),
  msgId: T.Optional(text('加密的消息ID', 'Encrypted id of the message; two copies of the table say of the robot.')),
  senderNick: T.Optional(text('发送者昵称', 'Nickname of the sender.')),
  isAdmin: T.Optional(flag('是否为管理员', 'Whether the sender is an administrator.')),
  createAt: T.Optional(numeric('消息的时间戳', 'When the message was sent, in milliseconds; digits by the table, a number from DingTalk.')),
  senderCorpId: T.Optional(text('企业内部群的发送者当前群的企业corpId', 'Id of the company in whose internal group the sender wrote.')),
  conversationType: T.Optional(openCodes('会话类型', 'Kind of conversation.', { 1: ['单聊', 'Private chat'], 2: ['群聊', 'Group chat'] })),
  senderId: T.Optional(text('加密的发送者ID', 'Encrypted id of the sender.')),
  conversationTitle: T.Optional(text('会话标题', 'Title of the conversation; only groups have one.')),
  isInAtList: T.Optional(flag('是否在@列表中', 'Whether the robot is among those mentioned. The table gives no values; read like isAdmin.')),
  sessionWebhook: T.Optional(text('当前会话的Webhook地址', 'Where to post an answer to the conversation.')),
  text: T.Optional(
    json(
      '消息文本',
      'The text, as JSON text or as the object itself.',
      block('消息文本', 'The text.', { content: T.Optional(text('消息内容', 'What the robot received.')) }),
    ),
  ),
  msgtype: T.Optional(
    openCodes('消息类型', 'Kind of message.', {
      text: ['文本消息', 'Text'],
      richText: ['富文本消息', 'Rich text'],
      picture: ['图片消息', 'Picture'],
      audio: ['语音消息', 'Voice'],
      video: ['视频消息', 'Video'],
      file: ['文件消息', 'File'],
    }),
  ),
  robotCode: T.Optional(text('机器人编码', 'Code of the robot.')),
  sessionWebhookExpiredTime: T.Optional(
    numeric(
      '当前会话的Webhook地址过期时间',
      'When sessionWebhook expires; no unit is given, DingTalk counts milliseconds. Digits by the table, a number from DingTalk.',
    ),
  ),
}

const senderStaffId = T.Optional(text('企业内部群中@该机器人的成员userId', 'User id of the member who mentioned the robot, for groups inside a company.'))

const answer = envelope(
  block('业务数据', 'What became of the message.', { id: numeric('主键id', 'Id under which the message was stored: text by the table.') }),
)

const staff = { senderStaffId: '0156283947' }

export const ACpsReceiveSearch = defineOperation({
  title: '内容售卖案例想查就查',
  summary: 'Ask for sales cases of content products',
  doc: '3',
  description: 'A question to the robot about sold content. The reply only names the stored row; the answer itself goes to the conversation, it seems.',
  zh: { summary: '查询内容产品的售卖案例', description: '向机器人提出的关于已售内容的问题。响应只给出所存行的 id；答案本身看来会发到会话里。' },
  method: 'POST',
  path: path('ACpsReceiveSearch'),
  query: T.Object({ ...common }),
  body: T.Object({ ...robotMessage, senderStaffId }),
  reply: answer,
  examples: {
    documented: { query: { app_key }, body: { ...message, ...staff }, reply: { ...signed('ACpsReceiveSearch'), data: { id: '5206' } } },
  },
  variants: {
    'reverse signature off': { query: { app_key }, body: { ...message, ...staff }, reply: { ...plain('ACpsReceiveSearch'), data: { id: '5206' } } },
    'as DingTalk sends it': { query: { app_key }, body: { ...asSent, ...staff }, reply: { ...signed('ACpsReceiveSearch'), data: { id: '5206' } } },
    'ids as numbers': { query: { app_key }, body: { ...message, ...staff }, reply: { ...signed('ACpsReceiveSearch'), data: { id: 5206 } } },
  },
})

const received = { query: { app_key }, body: { ...message, ...staff, customType: '4', modelType: 'trigger' } }

export const AReceiveMsg = defineOperation({
  title: '接收来自群里@机器人的消息回调',
  summary: 'Receive a message that mentions the robot',
  doc: '7',
  description:
    'The callback for messages that mention the robot in a group, files included. The reply only names the stored row; what the robot says goes to the conversation, it seems.',
  zh: { summary: '接收 @机器人的消息', description: '群里 @机器人的消息的回调，包括文件。响应只给出所存行的 id；机器人的回复看来会发到会话里。' },
  method: 'POST',
  path: path('AReceiveMsg'),
  query: T.Object({ ...common }),
  body: T.Object({
    ...robotMessage,
    senderStaffId,
    customType: T.Optional(
      openCodes('自定义类型', 'What the robot shall do with the message.', {
        1: ['图片', 'Picture'],
        2: ['报告', 'Report'],
        3: ['打单', 'Pursuing a deal'],
        4: ['客户案例', 'Customer cases'],
        5: ['运营活动设计', 'Design of a promotional activity'],
        6: ['使用次数统计', 'Counts of use'],
        7: ['平台竞对切换案例', 'Switches from a competing platform'],
        rcfz: ['人才发展', 'Talent development'],
        hyps: ['会议评审', 'Review of a meeting'],
      }),
    ),
    content: T.Optional(
      json(
        '消息内容',
        'The file that came with the message, as JSON text or as the object itself.',
        block('消息内容', 'A file.', {
          downloadCode: T.Optional(text('下载码', "Code to be exchanged for a temporary link, by DingTalk's interface for files that a robot received.")),
          fileName: T.Optional(text('文件名', 'Name of the file.')),
        }),
      ),
    ),
    modelType: T.Optional(
      openCodes('模型类型', 'Which way the model is asked, it seems: the two words are not explained.', {
        trigger: ['trigger', 'By a trigger'],
        openapi: ['openapi', 'By its open interface'],
      }),
    ),
  }),
  reply: answer,
  examples: {
    documented: { ...received, reply: { ...signed('AReceiveMsg'), data: { id: '5207' } } },
    file: {
      query: { app_key },
      body: { ...received.body, msgtype: 'file', customType: '2', content: JSON.stringify(file) },
      reply: { ...signed('AReceiveMsg'), data: { id: '5208' } },
    },
  },
  variants: {
    'reverse signature off': { ...received, reply: { ...plain('AReceiveMsg'), data: { id: '5207' } } },
    'as DingTalk sends it': {
      query: { app_key },
      body: { ...asSent, ...staff, msgtype: 'file', customType: '2', content: file },
      reply: { ...signed('AReceiveMsg'), data: { id: '5208' } },
    },
    'ids as numbers': { ...received, reply: { ...signed('AReceiveMsg'), data: { id: 5207 } } },
  },
})

export const ARjkhSaleCaseReceiveSearch = defineOperation({
  title: '软件客户售卖案例查询',
  summary: 'Ask for sales cases of software',
  doc: '15',
  description: 'A question to the robot about software customers, without the staff id that the twin operations take. The reply only names the stored row.',
  zh: { summary: '查询软件售卖案例', description: '向机器人提出的关于软件客户的问题，没有同类接口所带的员工 id。响应只给出所存行的 id。' },
  method: 'POST',
  path: path('ARjkhSaleCaseReceiveSearch'),
  query: T.Object({ ...common }),
  body: T.Object({ ...robotMessage }),
  reply: answer,
  examples: { documented: { query: { app_key }, body: message, reply: { ...signed('ARjkhSaleCaseReceiveSearch'), data: { id: '5209' } } } },
  variants: {
    'reverse signature off': { query: { app_key }, body: message, reply: { ...plain('ARjkhSaleCaseReceiveSearch'), data: { id: '5209' } } },
    'as DingTalk sends it': { query: { app_key }, body: asSent, reply: { ...signed('ARjkhSaleCaseReceiveSearch'), data: { id: '5209' } } },
    'ids as numbers': { query: { app_key }, body: message, reply: { ...signed('ARjkhSaleCaseReceiveSearch'), data: { id: 5209 } } },
  },
})
