/** 会话信息: one conversation with its messages. */
import { Type as T } from '@sinclair/typebox'
import { block, integer, integerCodes, list, nullable, offsetTime, openIntegerCodes, text } from '../atoms.ts'
import { ChatMessage } from './chat-message.ts'
import { channel, conBuildMode, conBuildSource, conEndMode, csType, status } from './conversation-codes.ts'

const clicked = { '0': ['未点击', 'Not clicked', 'example'], '1': ['已点击', 'Clicked', 'assumed'] } as const

/** Required is what the printed example carries, except times of things that need not have happened. */
export const Conversation = block(
  '会话信息',
  'One conversation. Its counters, states and times are taken at different moments; do not derive one from another.',
  {
    activationTime: offsetTime('激活时间', 'When the conversation was activated.'),
    addFlag: openIntegerCodes('点击加了按钮', 'Whether the visitor clicked the button to add a contact; the table’s remark stops short.', clicked),
    alreadyPush: nullable(
      openIntegerCodes('数据是否推送', 'How the push of this conversation stands; the remark lists null too, without a meaning.', {
        '-1': ['推送失败', 'An earlier push failed'],
        '0': ['未推送', 'Not pushed yet'],
        '1': ['已推送', 'Pushed'],
      }),
    ),
    bcpUid: text('百度的推广id', 'Id of the promotion at Baidu; may be empty.'),
    browserFinger: text('浏览器指纹', 'Fingerprint of the browser: 32 hex digits.'),
    buildTime: offsetTime('建立时间', 'When the conversation was connected.'),
    cardId: text('名片编号', 'Id of the card.'),
    channel,
    channelId: text('渠道id', 'Id of the channel, as text; may be empty. Not the `channelId` at the top of the message.'),
    childChannelId: integer('子渠道编号', 'Id of the sub-channel.'),
    codeId: integer('活码ID', 'Id of the dynamic QR code, if the channel uses one; else 0.'),
    companyId: integer('机构id', 'Id of the company.'),
    conBuildMode,
    conBuildSource,
    conEndMode,
    conType: openIntegerCodes('会话类型', 'Whether a real conversation or a trial run.', { '0': ['普通会话', 'Ordinary'], '1': ['测试会话', 'A test'] }),
    conversationInfo: list('聊天信息', 'The messages, the newest first.', ChatMessage),
    conversationPageTitle: text('对话页标题', 'Title of the page on which they talk.'),
    conversationPageUrl: text('对话页地址', 'Address of that page; not always a sound URL.'),
    conversationTime: integer('会话时长', 'How long it lasted; the unit is not stated. 0 in the printed example, where it still runs.'),
    copyFlag: openIntegerCodes('点击复制', 'Whether the visitor clicked the button to copy a contact.', clicked),
    createCard: integerCodes('是否留名片', 'Whether the visitor left a card.', { '0': ['没有留名片', 'No card'], '1': ['留名片', 'Left a card'] }),
    createTime: offsetTime('创建日期', 'When the record was created.'),
    csType,
    customParam: text('客户自定义参数', 'Whatever the customer’s site passed along; may be empty.'),
    customerIp: text('访客ip地址', 'IP address of the visitor.'),
    customerPosition: T.Optional(text('访客所属地区', 'Where the visitor is; absent from the printed example.')),
    customerMessageCount: integer(
      '客服消息量',
      'Number of messages of the agent (not of the visitor, as the name suggests); 0 in the printed example, where only the robot wrote.',
    ),
    databack: integerCodes('是否数据回传', 'Whether the data were reported back, likely to the advertising platform.', {
      '0': ['否', 'No'],
      '1': ['是', 'Yes'],
    }),
    finishPushFlag: nullable(
      openIntegerCodes('是否已经进行过会话完毕推送', 'Whether the push at the end of the conversation was made; null at first.', {
        '0': ['未进行', 'Not made'],
        '1': ['进行过', 'Made'],
      }),
    ),
    firstMsgTime: T.Optional(offsetTime('第一条消息发出时间', 'When the first message was sent.')),
    endTime: T.Optional(offsetTime('对话结束时间', 'When it ended; absent from the printed example, where it still runs.')),
    firstResponseTime: integer('首次响应时长', 'Time to the first answer, in milliseconds.'),
    fromPageUrl: text('来源页地址', 'Address of the page that the visitor came from; not always a sound URL.'),
    id: integer('会话id', 'Id of the conversation; together with `cardId` it tells a repeated push.'),
    ipRegion: text('ip城市', 'City that the IP address belongs to.'),
    isAddWx: integerCodes('是否加企微好友', 'Whether visitor and agent are contacts in WeCom.', { '0': ['未加企微好友', 'No'], '1': ['加企微好友', 'Yes'] }),
    keyword: text('关键词', 'Keyword that brought the visitor; in the printed example another text than what was searched for (`sourceKeyword`).'),
    landingPageUrl: text('着陆页url', 'Address of the first page of the visit; not always a sound URL.'),
    originalId: integer('上一个会话ID', 'Id of the conversation before a transfer or a person’s stepping in; else 0.'),
    sourceKeyword: text('来源页关键词', 'What the visitor searched for on the page before.'),
    status,
    thirdSsid: text(
      '三方授权工具发起会话时sessionId',
      'Session id of a third-party tool (Baidu and others) that began the conversation, which becomes the card’s clue id there; may be empty.',
    ),
    updateTime: offsetTime('更新日期', 'When the record was last changed.'),
    userId: integer('客服编号', 'Id of the agent.'),
    departmentId: T.Optional(text('客服所属部门 ID', 'Ids of the agent’s departments between commas, such as `,2,3,4,`; absent from the printed example.')),
    csGroupId: T.Optional(integer('客服分组编号', 'Id of the agent’s group; absent from the printed example.')),
    userName: text('客服名称', 'Name of the agent.'),
    visitMessageCount: integer('访客消息量', 'Number of messages of the visitor.'),
    visitorLastTime: T.Optional(offsetTime('访客最后一条消息时间', 'When the visitor last wrote.')),
    customerLastTime: T.Optional(
      offsetTime('客服最后一条消息时间', 'When the agent (not the visitor) last wrote; absent from the printed example, where only the robot wrote.'),
    ),
    yunduoId: text('云朵id', 'Id at Yunduo, in the example `companyId_childChannelId_…`; take it as it is.'),
  },
  { $id: 'Conversation' },
)
