/** The errata of Echat in Chinese, Q31 to Q60. */
import type { ErrataWords } from '../words.ts'
import { broken } from './errata-1.ts'

const cipher = '没有公布密钥、token 和 appId，这段样例谁都无法解密。'

export const errata2: ErrataWords = {
  Q31: { says: '示例中的 chatEndType 是“客服关闭”，表中是代码。', reads: '代码；也接受文字。' },
  Q32: {
    says: 'chatData 以毫秒计，staffKpi 和 chatAnswer 以秒计，duration 没有单位；示例中的数值却大小相仿。',
    reads: '各以所在表为准。',
  },
  Q33: { says: '经过过转接', reads: '经过转接' },
  Q34: { says: 'POST 内容写作“对话评估的XML信息”。', reads: '只有 chatSubject 才是对话评估。' },
  Q35: {
    says: '三个示例和两张表没有 msgId 和 tm。',
    reads: '始终发送，因为接收端都先读这两个字段；在这些消息中从不要求必填。',
  },
  Q36: { says: 'chatStaffRole 只出现在示例中。', reads: '可选。' },
  Q37: { says: '3.2.4 的 URL 带的是 dataType=chatAnswer。', reads: 'dataType=chatTransfer' },
  Q38: {
    says: 'fromStaffLogname 和 fromStaffName 的结束标签写成了 chatStaffLogname 和 chatStaffName。',
    reads: '以各自的名称结束。',
    unmet: broken,
  },
  Q39: { says: '转出和转入的客服 ID 都是 16。', reads: '两个不同的 ID。' },
  Q40: {
    says: '唯一的示例带有 crmData，而它只随 leaveMsgContent 下发。',
    reads: '一个示例同时展示了两种消息。',
    unmet: '正文两次写明这一点；对 chatContent 来说，它是未知字段。',
  },
  Q41: {
    says: '各行以反斜杠加 n 分隔；首尾两个时间带十分之一秒，其余的不带。',
    reads: '照原样保留，从不解析。',
  },
  Q42: { says: 'category、nickName、birthday 和 photo 只出现在表中。', reads: '可选。' },
  Q43: { says: 'scoreDimension 在示例中以逗号分隔，在表中以“、”分隔。', reads: '逗号。' },
  Q44: { says: 'crmData 之外的 visitorId 是网页访客的 ID，之内的是会员的 uid。', reads: '内外一致。' },
  Q45: { says: '`<c1-c20>`：格式上是合法的元素，本意却是简写。', reads: '二十个元素，c1 至 c20。' },
  Q46: { says: '客户分配时 crmStatus 为 1。', reads: '3' },
  Q47: {
    says: 'ID 和账号相同的所有者，在 3.3 和 3.1.5 中姓名不同。',
    reads: '同一个人。',
    unmet: '单看任何一条消息都看不出来。',
  },
  Q48: { says: '一洽回向…推送三种数据', reads: '会向；加上 keywordReturn 共四种。' },
  Q49: { says: 'POST 内容写作“对话开始”和“对话结束”。', reads: '访客进入和访客离开' },
  Q50: {
    says: 'routeStatus 出现在一个示例的 routeData 中，对应的表里没有；在 visitorOut 中它不属于任何一块。',
    reads: '可选，取值 1 或 2。',
  },
  Q51: {
    says: '`<trackRecordId>` 以 `</trackRecorId>` 结束。',
    reads: '以自己的名称结束。',
    unmet: broken,
  },
  Q52: { says: '实例；“GET参数追加”写成了“事件类型”。', reads: '示例；dataType=keywordReturn' },
  Q53: { says: '表中没有 msgId 和 tm；也没有密文示例。', reads: '示例中两者都有。' },
  Q54: {
    says: 'chatRecordId 在此处是逗号分隔的列表，在别处是单个 ID；前缀没有解释：离线消息是 3，3.1.5 中是 2。',
    reads: '列表；前缀即 chatType。',
  },
  Q55: { says: '第二个页面没有 pageUrlAlias。', reads: '可选。' },
  Q56: { says: '三种消息共用一段密文。', reads: '不能用作测试向量。', unmet: cipher },
  Q57: { says: '两种消息共用一段密文。', reads: '不能用作测试向量。', unmet: cipher },
  Q58: { says: '两种消息共用一段密文。', reads: '不能用作测试向量。', unmet: cipher },
  Q59: {
    says: '五种消息共用一段密文，而对其中多数来说它都太短。',
    reads: '不能用作测试向量。',
    unmet: cipher,
  },
  Q60: {
    says: '96 字节和 288 字节的密文，装不下上方印出的消息。',
    reads: '生成时还没有 msgId 和 tm；不能用作测试向量。',
    unmet: cipher,
  },
}
