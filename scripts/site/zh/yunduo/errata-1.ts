/** The errata of Yunduo in Chinese, Y01 to Y30. */
import type { ErrataWords } from '../words.ts'

const joined = '换行来自 PDF；带着它的 JSON 无法解析，也就不可能作为消息到达。抓包内容中保留了换行。'

export const errata1: ErrataWords = {
  Y01: {
    says: '顶层的 channelId 是整数（等于会话的 childChannelId），会话中的是文本（示例为 ""）。',
    reads: '两个不同的 ID：一个是整数，一个是可以为空的文本。',
  },
  Y02: {
    says: 'channel 取值 1 至 3；示例为 H5_BROWSER。',
    reads: '文本形式的枚举名，取值开放：2 对应 H5_BROWSER；也接受数字。',
  },
  Y03: {
    says: 'conBuildMode 取值 1 至 8（7 被拆成两行）；示例为 SYS_INVITATION。',
    reads: '文本形式的枚举名，取值开放：2 对应 SYS_INVITATION；也接受数字。',
  },
  Y04: {
    says: 'conBuildSource 取值 0 至 19；示例为 BD_PAY_LINK。',
    reads: '文本形式的枚举名，取值开放：1 对应 BD_PAY_LINK；也接受数字。',
  },
  Y05: {
    says: '“11:百度;非付费链接 12:神马”的分号落在名称中间，名称之后反而没有分号。',
    reads: '11:百度-非付费链接；12:神马。',
  },
  Y06: {
    says: 'conEndMode 取值 0 至 6（5 被拆成两行）；示例为 SYS_END。',
    reads: '文本形式的枚举名，取值开放：0 对应 SYS_END；也接受数字。',
  },
  Y07: {
    says: 'csType 取值 1 或 2；示例为 ROBOT。',
    reads: '文本形式的枚举名，取值开放：2 对应 ROBOT；也接受数字。',
  },
  Y08: {
    says: 'status 取值 1 至 4；示例为 COMMUNICATING。',
    reads: '文本形式的枚举名，取值开放：3 对应 COMMUNICATING；也接受数字。',
  },
  Y09: {
    says: '名片字段的 type 取值 1 至 9；示例为 TEXT、TEXT_AREA、INTEGER、SELECT。',
    reads: '文本形式的枚举名，取值开放，依次对应 1、2、3、8；也接受数字。',
  },
  Y10: {
    says: 'defaultFlag 取值 0 或 1；示例为 "FALSE"。',
    reads: '文本 FALSE 或 TRUE；也接受 "0" 和 "1"。',
  },
  Y11: {
    says: 'multiFlag 取值 0 或 1；示例为 "TRUE"。',
    reads: '文本 FALSE 或 TRUE；也接受 "0" 和 "1"。',
  },
  Y12: {
    says: 'delFlag 取值 0 或 1；示例为 "VALID"。',
    reads: '文本形式的枚举名，取值开放：0 对应 VALID；也接受数字。',
  },
  Y13: {
    says: '每一级都只有一个 ├─，“object []”又散在几行：嵌套关系丢失。',
    reads: '嵌套以示例为准；留言有自己的字段列表。',
  },
  Y14: { says: '每到分页处，表头就在表格中间重复一次。', reads: '不是数据行。' },
  Y15: {
    says: 'msg 的类型写作 object，备注又说可以是字符串；示例中有 22 个字符串、4 个对象。',
    reads: '文本、示例中的某种结构，或任意对象。',
  },
  Y16: { says: 'ext 的左引号后有换行，共七处。', reads: '接起来：一个内含 JSON 的字符串。', unmet: joined },
  Y17: { says: '消息文本中有换行。', reads: '直接接起来，不另加空格。', unmet: joined },
  Y18: { says: '访问信息的三个地址中有换行。', reads: '接起来。', unmet: joined },
  Y19: {
    says: 'ext 的类型从 8 跳到 10；有哪些键取决于发送方；服务器消息中的键 `from` 不在表中。',
    reads: '字符串中的开放对象，各键均可选。',
  },
  Y20: {
    says: 'type 100 表示机器人；建立连接和会话激活的消息也是 100，其中一条用的是访客的 ID。',
    reads: '0 是人输入的，100 不是。',
  },
  Y21: {
    says: 'fromclienttype 没有备注；访客的消息为 16，机器人和系统的消息为 32。',
    reads: '开放的整数，已知这两种含义。',
  },
  Y22: { says: 'sendtime 的备注不是说明，而是一个示例值和一段代码注释。', reads: '整数：自 1970 年起的毫秒数。' },
  Y23: { says: 'msgidclient 写作“消息客服端ID”。', reads: '消息客户端ID。' },
  Y24: { says: 'addFlag 的备注不完整：没有写加了什么。', reads: '点击了按钮为 1，否则为 0。' },
  Y25: {
    says: '“customer”在 customerIp 和 customerPosition 中指访客，在 customerMessageCount 和 customerLastTime 中指客服。',
    reads: '字段名不变；在描述中写明指谁。',
  },
  Y26: {
    says: 'createCardName 写成了 crateCardName，表与示例都是如此。',
    reads: '实际传输的字段名就是 crateCardName。',
  },
  Y27: {
    says: 'createTime 为 202406-28T10:12:40.000+08:00，少一个连字符，不是日期。',
    reads: '2024-06-28T10:12:40.000+08:00；契约把时间当作文本，因此这个错误的值也能通过。',
  },
  Y28: {
    says: '访问信息的 conversationPageTitle 是地址，会话的才是标题。',
    reads: '任意文本；我们的示例两处都是标题。',
  },
  Y29: {
    says: 'customerPosition、endTime、departmentId、csGroupId、customerLastTime 和选项的 hierarchy，表中有，示例中没有。',
    reads: '可选。',
  },
  Y30: {
    says: '唯一的示例中，pushMessageInfoDTO 和跳转页都是空的；没有 type 2 的示例。',
    reads: '全部可选；会话推送中为 {}，留言推送中有内容（由我们编写）。',
  },
}
