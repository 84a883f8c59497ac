/** The errata of the pushes and the codes of errors, in Chinese. */
import type { ErrataWords } from '../words.ts'

export const pushes: ErrataWords = {
  S76: { says: '推送如何签名、应答和重试，原文用链接说明，链接已丢失。', reads: '见名称以 push 开头的各项假设。' },
  S77: { says: '参数表中是整数，示例中是字符串。', reads: '字符串；也接受数字。' },
  S78: { says: '在一列 Integer 中出现类型 int。', reads: 'Integer。' },
  S79: { says: '参数表中 sex 取 1 或 2，示例中是 0。', reads: '0 表示未知。' },
  S80: { says: '参数表中 extend_field_values 是列表，第一个示例中是 ""。', reads: '列表；没有扩展字段时为 ""。' },
  S81: { says: '更新者者类型。', reads: '更新者类型。' },
  S82: { says: '操作者类型的各项之间，逗号和顿号混用。', reads: '同一个列表，取值 1 到 7。' },
  S83: {
    says: '类型与格式连在一起：2019-09-014、时间 10:20:305、。',
    reads: '3 日期（2019-09-01），4 时间（10:20:30），5 数值。',
  },
  S84: {
    says: '更新客户的推送中，msg_type 也是 0（新增）。',
    reads: '0 可以是新增，也可以是更新，见假设 addedOrUpdated。',
    unmet: '每条消息都是如此，文档示例也不例外。',
  },
  S85: { says: 'unionid 与 wx_build_unionid 并存。', reads: '前者属于企业微信，后者属于自建应用。' },
  S86: {
    says: '参数表和其他推送中 datetime 是字符串，这里是数字；msg_type 在其他推送中也是字符串，这里是数字。',
    reads: '数字；也接受字符串。',
  },
  S87: { says: '客户与自己合并。', reads: '两个 id 不同。' },
  S88: { says: '触发时机中列出的是全部客户、公司详情之类的页面。', reads: '新增客户时推送，无论在哪里创建。' },
  S96: {
    says: 'wx_build_unionid 在两张参数表中的位置不同。',
    reads: '字段顺序没有意义。',
    unmet: '对象的字段没有顺序。',
  },
  S97: { says: '只有 4.2 说明了 bizid 的内容。', reads: '该说明对两者都适用。', unmet: '不同的只是备注。' },
  S98: {
    says: 'black_type 写作 24/48/72 小时，客户详情中为 0：是编码，还是小时数？',
    reads: '取值开放；24、48 和 72 以文档所写为准。',
  },
  S101: { says: '没有值时，整数字段为 ""。', reads: '"" 表示没有值。' },
  S109: {
    says: '推送中是 userid、liable_agentid、user_tels 等，API 中是 id、liable_serviceid、tel 等。',
    reads: '各处以文档所写为准。',
    unmet: '每一处自身都是一致的。',
  },
  S115: {
    says: '示例中的更新时间与客户的创建时间是同一秒。',
    reads: '仍视为更新，因为 update_type 有值。',
    unmet: '疑问只来自数据，消息本身没有问题。',
  },
  S89: { says: '5.3 的标题与 5.2 一样是“系统异常”，列出的却是业务错误。', reads: '业务异常。', unmet: '只是标题。' },
  S90: { says: '510004 有两种含义。', reads: '由提示信息区分。' },
  S91: {
    says: '文档称业务错误编码待定。',
    reads: '补充 700046 和 400004；工单和黑名单的编码不收录，因为这里没有接口会返回它们。',
  },
}
