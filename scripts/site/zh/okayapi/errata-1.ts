/** The first half of the errata of okayapi, in Chinese. */
import type { ErrataWords } from '../words.ts'

export const first: ErrataWords = {
  K01: {
    says: '空单元格被丢弃，224 行的参数说明或“最小:32”因此落到“默认值”一栏；行尾写作 |、| | 或 | ||。',
    reads: '从右往左读：最后一段文字是参数说明，最小/最大是限制，单独的值是默认值。',
  },
  K02: {
    says: 'sign 的说明是一个列表（其中:），15 处全部丢失。',
    reads: '对排序后的参数值加密钥计算 MD5，取大写；此外还有固定文本的方式。',
  },
  K03: {
    says: 'return_data 的说明是一个列表（其中:），15 处全部丢失。',
    reads: '0 返回完整结构，也是默认值；1 只返回 data；其他取值未知。',
  },
  K04: { says: 'return_data 之后有一行只有竖线、没有文字：是其列表的残余。', reads: '不是参数。' },
  K05: { says: '页面没有内容可显示的地方写着 null。', reads: '没有内容。' },
  K06: {
    says: 'items、lie_biao 和 datas 的类型是字符串，说明却是列表，下面各行也按下标引用它们。',
    reads: '对象列表。',
    unmet: '若是字符串，就不可能有同一张表中按下标引用的各行。',
  },
  K07: {
    says: 'zong_shu 在一个列表中是字符串，在另外五个列表中是整型。',
    reads: '各以自己的表为准；写作字符串的那一处也接受数字。',
  },
  K08: {
    says: 'page 和 perpage 有的是整型（有的有范围，有的没有），有的是字符串。',
    reads: '各以自己的表为准；应为字符串之处，数字也能通过。',
  },
  K09: {
    says: '列表有的叫 items，配 total；有的叫 lie_biao，配 zong_shu；还有的叫 datas，没有总数。',
    reads: '各接口保留自己的名称。',
    unmet: '名称只在接口之间不同，同一接口的消息之间没有差别。',
  },
  K10: {
    says: 'block_index 在“默认值”一栏是 1，说明却写“默认0”。',
    reads: '1，这是服务端实际采用的值；0 是普通取值。',
  },
  K11: { says: '三张表中有两张把 msgId 写成“加密的机器人ID”。', reads: '消息的 ID，与第三张表一致。' },
  K12: {
    says: 'chatbotUserId 在三张表中，一张写“加密的用户ID”，两张写“加密的机器人ID”。',
    reads: '机器人的 ID。',
    unmet: '不同的只是措辞，值是同一段不透明的文本。',
  },
  K13: {
    says: '同类的另外两个接口在 isAdmin 与 createAt 之间有 senderStaffId，ARjkhSaleCaseReceiveSearch 没有。',
    reads: '在该接口中不声明；与任何未知字段一样，可以发送。',
  },
  K14: { says: 'atUsers、text 和 content 是“字符串JSON格式”，钉钉实际发送的却是列表和对象。', reads: '两种都接受。' },
  K15: {
    says: 'isAdmin、isInAtList、createAt 和 sessionWebhookExpiredTime 是字符串，钉钉实际发送的却是布尔值和数字。',
    reads: '两种都接受。',
  },
  K16: {
    says: 'user_id 在保存时和响应中是字符串，在查询时是整型。',
    reads: '查询参数中是数字，在查询串里本就写成数字字符；其他地方是字符串，也接受数字。',
  },
  K17: {
    says: 'total_tokens、total_rmb 和 current_model 可以保存，更新需要 id，但响应中都没有列出。',
    reads: '在响应中可选。',
  },
  K18: {
    says: 'data.id 和 data.row_num 写作字符串，内容却是数字（第 48 行请求中的 id 是整型）。',
    reads: '字符串；也接受数字。',
  },
  K19: {
    says: '三个接口的 data 之下没有任何行；ABuildExcel 也没有自己的参数，多 Sheet 的 Excel 文件无从生成。',
    reads: 'data 是开放的对象，不承诺任何内容。',
  },
  K20: {
    says: '请求中的 staff_size_min/max，在响应中是 staff_size_begin/end（接口 6），或保持原名（接口 9），或是 staff_size（接口 14）。',
    reads: '各以自己的表为准。',
    unmet: '每个接口只有一套名称。',
  },
  K21: { says: 'money 是查询条件，却不在响应字段中。', reads: '保持原样。' },
  K22: { says: '四个列表声称支持排序，却没有排序参数。', reads: '不支持排序；不保证顺序。' },
  K23: {
    says: '在下划线命名的字段中，只有 currNodeInstanceId 采用驼峰写法。',
    reads: '保持原样。',
    unmet: '只有这一种写法。',
  },
  K24: { says: 'ASaveAndyVardDtas，对照 AGetAndyVarDatas。', reads: '保持原样：这就是调用时使用的名称。' },
  K25: { says: '请求和响应中都写作 fansan_mothed：method 写错，fasan 也写成 fansan。', reads: '保持原样。' },
}
