/** The errata of Easyliao in Chinese. */
import type { ErrataWords } from '../words.ts'

const broken = '不是合法的 JSON，不可能作为消息到达；只保留为抓包内容。'
const twoRows = '表中两行，消息中一个键。'

export const errata: ErrataWords = {
  L01: {
    says: 'extColumn 1 至 extColumn 15 和 ipv 6，带空格。',
    reads: 'extColumn1 至 extColumn15 和 ipv6，写法与示例一致。',
    unmet: '空格是笔记加在字母与数字之间的；示例中没有。',
  },
  L02: { says: '序号 52 和 57 都是 subjectName。', reads: '同一个字段。', unmet: twoRows },
  L03: { says: '序号 53 和 56 都是 schoolName。', reads: '同一个字段。', unmet: twoRows },
  L04: {
    says: '序号 60 是 editUserRealName，序号 64 是 editUserRealNam。',
    reads: '描述不同，因此是两个字段；两种拼写都保留。',
  },
  L05: {
    says: 'sender_type（印作 sender\\_type）列为线索的字段；所印对话的各条消息中没有它。',
    reads: 'currentChatJsonDetail 每条消息的可选字段。',
  },
  L06: {
    says: 'visitorStaticId、userId 及其值、currentChatJsonDetail 用了弯引号。',
    reads: '直引号。',
    unmet: broken,
  },
  L07: {
    says: 'createUserRealName 与 currentChatJsonDetail 之间没有逗号。',
    reads: '补上逗号。',
    unmet: broken,
  },
  L08: {
    says: 'firstUrl 出现两次，域名不同。',
    reads: '以最后一个为准，JSON 解析器都是如此。',
    unmet: '解析后只剩一个键，与所列示例相同。',
  },
  L09: {
    says: 'extColumn1 出现两次：先是一个 IP 地址，后为空。',
    reads: '以最后一个为准；IP 地址丢失。',
    unmet: '解析后只剩一个键，与所列示例相同。',
  },
  L10: {
    says: '键 schoolName、subjectName 和 createUserRealName 末尾有空格。',
    reads: '没有空格；带空格的键是另外的可选字段。',
  },
  L11: {
    says: 'companyId 和 chatId 是必选字段，示例中却没有。',
    reads: '接收端视为可选，模拟服务始终发送。',
  },
  L12: {
    says: '对话是 Array，元素没有说明；示例中元素用 snake_case 键和数字 ID，线索则用 camelCase 键和文本。',
    reads: '元素以示例为准；其中的 ID 为数字或文本。',
  },
  L13: {
    says: '名片是三月的，对话是四月的；访客 ID 和手机号也不同。',
    reads: '两条线索拼在一起；我们所列的示例前后一致。',
  },
  L14: {
    says: 'URL 中的斜杠转义为 \\/。',
    reads: '合法的 JSON；URL 中是普通斜杠。',
    unmet: '解析会去掉反斜杠；只有对原始字节签名时才有影响，而这里没有签名。',
  },
  L15: { says: '66 行中有 38 行没有出现在示例中。', reads: '可选；示例 everyField 给出虚构的值。' },
  L16: {
    says: 'area 与 country、province、city 重叠；一个已知的接收端还会读取 district。',
    reads: '各自独立的文本，互不推导。',
  },
  L17: { says: '表头允许客户自定义每一个字段名。', reads: '文档所印的名称，或用户给出的映射。' },
  L18: {
    says: '只有 POST 和 JSON，以及由线索触发；没有地址、鉴权、应答和重试。',
    reads: '见各项假设。',
  },
  L19: {
    says: 'keyword（搜索词）与 biddingWord（关键词）意思相近。',
    reads: '前者是访客输入的词，后者是竞价购买的词。',
  },
  L20: {
    says: '按描述，所属者是人；示例中却是“机器人”，其 ID 以 AI- 开头。',
    reads: '机器人也可以拥有名片；用户 ID 是文本。',
  },
  L21: { says: 'chatURL；而该厂商的开放 API 中是 chatUrl。', reads: 'chatURL；也接受 chatUrl。' },
  L22: { says: '推送如何设置只见于截图，文本中没有。', reads: '略去。' },
  L23: { says: 'visitorStaticId 的冒号后是不换行空格。', reads: '普通空格。', unmet: broken },
  L24: { says: 'sex 和 type 是代码或文字，取值没有列出。', reads: '自由文本。' },
  L25: {
    says: '三个时间的类型是 String，没有格式；示例中只有 createTime。',
    reads: '三者都是北京时间，格式为 yyyy-MM-dd HH:mm:ss。',
  },
}
