/** The errata of Yunduo in Chinese, Y31 to Y55. */
import type { ErrataWords } from '../words.ts'

export const errata2: ErrataWords = {
  Y31: {
    says: 'yunduoId 末尾的 ID 与名片的不同，格式也没有说明。',
    reads: '文本，原样使用。',
  },
  Y32: {
    says: 'conEndMode 写明了结束方式；status、conversationTime 和 finishPushFlag 却表明会话仍在进行。',
    reads: '结束之前也会发送（我们的示例照此保留）；不要由它推断任何事。',
  },
  Y33: {
    says: '访客消息有 7 条，visitMessageCount 是 1；机器人消息有 17 条，customerMessageCount 是 0。',
    reads: '计数可能滞后；机器人的消息多半不计入客服消息量。',
  },
  Y34: {
    says: 'firstMsgTime 比 visitorLastTime 晚一秒；访客最新的消息比两者都晚几分钟，也晚于 updateTime。',
    reads: '各时间的先后没有保证。',
  },
  Y35: {
    says: '消息由新到旧排列，文档只字未提；msgid 也不总随 sendtime 增大。',
    reads: '按 sendtime 排序。',
  },
  Y36: {
    says: 'INTEGER 类型的名片字段，值是文本。',
    reads: 'propertyValue 始终是文本。',
    unmet: '表与示例都是文本；type 只说明值如何录入。',
  },
  Y37: {
    says: '地址经过手工删减：没有问号，参数连在一起，同一页面有两个地址。',
    reads: '任意文本；不校验地址。',
  },
  Y38: {
    says: 'alreadyPush 和 finishPushFlag 的类型是整数，备注却把 null 列为取值。',
    reads: '整数或 null。',
  },
  Y39: { says: 'thirdSsid 的备注提到 clueId，而所有表中都没有它。', reads: '第三方的字段，不属于推送。' },
  Y40: {
    says: '没有鉴权、时限、重复推送、顺序、去重 ID 和失败代码；Body 表没有写哪些字段必填。',
    reads: '见各项假设。',
  },
  Y41: {
    says: '推送的种类、消息的发送方、名片字段的类型、ext 中的用途，都用 type 这个名称。',
    reads: '四个位置，四个字段。',
    unmet: '每个位置只有一种含义；任何消息都不会混淆。',
  },
  Y42: {
    says: '选项的 multiFlag 为 TRUE，字段却是只有一个值的下拉条。',
    reads: 'multiFlag 允许多个值，并不要求多个值。',
    unmet: '允许多选时只选一个也可以：没有偏差。',
  },
  Y43: { says: '最新一条消息以空格开头。', reads: '不去除文本首尾的空格。' },
  Y44: {
    says: '名片字段的列表写了两遍，一遍属于名片，一遍属于留言；示例只有前者。',
    reads: '两处结构相同。',
    unmet: '两张表逐行一致，实际传输中没有偏差。',
  },
  Y45: {
    says: 'groupConversations 是复数名称，类型却是 string，值是一个 UUID。',
    reads: '文本：访问的 ID。',
  },
  Y46: {
    says: 'ext 的类型 2 包括客服和访客所写的内容，备注又说只有系统或机器人的消息才有 type；访客的消息中没有 type。',
    reads: '人写的消息没有 type。',
  },
  Y47: {
    says: 'ext 的格式是一段 JSON，备注写进了引号（"msgType":"robot,只有机器人时有该值"），第一个值没有闭合。',
    reads: 'msgType 为 `robot`；各段引号内的其余文字是备注。',
  },
  Y48: {
    says: '机构、子渠道、会话和客服的 ID 是整数，在 ext 和 from 中却是文本。',
    reads: '各处以文档所印为准。',
    unmet: '每处只有一种写法，没有哪一处两种都有。',
  },
  Y49: {
    says: '选项的 ID 写作“字段ID”，而旁边的 propertyId 才是字段的 ID。',
    reads: '选项的 ID。',
  },
  Y50: {
    says: 'conversationTime 没有单位，firstResponseTime 则写明是毫秒。',
    reads: '秒；见假设 conversationTimeUnit。',
  },
  Y51: {
    says: 'msg 中的 type，在建立连接（ext type 1）和会话激活（ext type 0）时都是 1。',
    reads: '含义未知的整数；两者由 ext 区分。',
  },
  Y52: {
    says: '类型 13 是测试会话的识别结果；示例中它出现在普通会话（conType 0）里。',
    reads: '任何会话都可能出现。',
  },
  Y53: {
    says: '名片上的手机号码不是访客留下的那个。',
    reads: '名片可以与所写内容不同；我们的示例用同一个号码。',
  },
  Y54: {
    says: '特殊消息的键没有任何表说明：result、text、fieldName、bgColor、bgColorType、optionList、timestamp 和各 ID。',
    reads: '以示例为准；其他特殊消息是开放对象。',
  },
  Y55: {
    says: '顶层的 cardId 是访客的 ID，会话中的是名片的 ID；两者与访客消息的 `from` 值相同。',
    reads: '访客与名片共用一个 ID。',
  },
}
