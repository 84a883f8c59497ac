/** The second half of the errata of okayapi, in Chinese. */
import type { ErrataWords } from '../words.ts'

export const second: ErrataWords = {
  K26: { says: 'ALieBiaoAndyReportPromts 中的 Promts 应为 Prompts。', reads: '保持原样。' },
  K27: {
    says: '15 处说明都写作 app_secrect，15 处 _auth 公式都写作 APP_SECRECT：没有一处拼写正确。',
    reads: '凭证名称保留厂商的拼写（假设 secretName）。',
  },
  K28: {
    says: 'version 是必须的，同时又有默认值 1.0。',
    reads: '对客户端是必填；服务端会补上默认值（假设 requiredRules）。',
    unmet: '客户端按表发送；响应中看不出差别。',
  },
  K29: { says: '以 _more 结尾的查询条件传入拆好词的文本，但没有说明分隔符。', reads: '文本。' },
  K30: {
    says: 'step_type（qymc-企业名称....等等）和 input_type（1-kng,2-...）的取值列表没有写完。',
    reads: '开放取值：其他编码也接受。',
  },
  K31: {
    says: 'assistant_type 与 customType 的 3 和 4 相同，1 和 2 的含义却不同。',
    reads: '两套编码。',
    unmet: '两个字段都不会出现对方的编码。',
  },
  K32: {
    says: '响应中有 dd_group_name、use_time、use_date 和 assistant_name，但不能按它们查询；时间也没有说明格式。',
    reads: '保持原样；时间是文本。',
  },
  K33: {
    says: '_auth 对 data 的 JSON 计算摘要；转义、键的顺序、大小写以及 return_data=1 的情形都没有说明。',
    reads: '按实际发送的字节计算，取小写；return_data=1 或关闭反向签名时没有 _auth。',
  },
  K34: {
    says: '整数有的写“整型”，有的写“整数”（_t）；data 写作“object/array/混合”。',
    reads: '整数；data 以其下各行为准。',
    unmet: '同一类型的两种叫法。',
  },
  K35: { says: 'uuid 和 token 需要一起传递，但各自都是“可选”。', reads: '只传其中一个也接受（假设 session）。' },
  K36: { says: 'app_key 有最小长度 32，没有最大长度。', reads: '正好 32 位，与线上服务一致；契约只写最小长度。' },
  K37: {
    says: '使用临时域名和不加密的 http；错误码和签名指南只是链接，在文本中没有目标。',
    reads: '错误码和签名取自厂商的其他页面和客户端。',
  },
  K38: {
    says: 'webhook 的说明只有两个字：回送。',
    reads: '一个地址；报告以 JSON 形式 POST 到该地址（假设 webhookAnswer）。',
  },
  K39: {
    says: '三个接口接收钉钉的回调，却只返回 data.id，也没有提到钉钉的任何请求头。',
    reads: '使用通常的响应结构；不校验钉钉的签名。',
  },
  K40: {
    says: 'ANrkhCaseDetail 有 13 个查询条件，却没有列出任何响应字段；ANrdadanCaseDetail 的 11 个条件中，只有 5 个出现在响应中。',
    reads: '保持原样。',
  },
  K41: { says: 'block_index 在保存时是整型，在读取时是字符串。', reads: '请求中是数字；响应中是字符串，也接受数字。' },
  K42: { says: 'atUsers 是被@的人，其中的 dingtalkId 却写成“加密的发送者ID”。', reads: '被@者的 ID。' },
  K43: {
    says: 'enterprise_type 有时是“企业性质”，有时是“企业类型”；在 ARjkhSaleCaseDetail 中，查询条件用一种，响应用另一种。',
    reads: '同一个字段。',
    unmet: '不同的只是中文名称。',
  },
  K44: {
    says: '列表“失败时返回空数组”，而 ret 用 4xx 和 5xx 表示失败。',
    reads: 'ret 为 200 时，空列表表示没有查到数据（假设 failedList）。',
  },
  K45: {
    says: 'return_data=1 时只返回 data 字段：是直接返回内容，还是外面包一层对象？',
    reads: '直接返回内容（假设 dataOnly）；契约描述的是取 0 时的响应。',
  },
  K46: { says: 'sessionWebhookExpiredTime 没有单位，createAt 则有。', reads: '毫秒，与钉钉实际发送的一致。' },
  K47: {
    says: '保存接口返回 id（新主键Id）和 row_num（影响行数），不区分创建和更新。',
    reads: '默认两者都返回（假设 saveAnswer）；任何一个都可以没有。',
  },
  K48: {
    says: 'operate_type 要求更新时，id（待更新的数据ID）仍是“可选”。',
    reads: '更新时需要 id（假设 updateWithoutId）。',
  },
  K49: {
    says: 'yxt_industry_1 写作“行业”“行业分类”或“一级行业”；kh_industry_more 写作“客户行业”或“行业”；yxt_industry_more 写作“行业”或“二级行业”。',
    reads: '各接口保留自己的名称。',
  },
  K50: { says: '接口描述说的是一个用户的“数据详情”，响应却是“数据列表”。', reads: '列表：一个用户可以有多行数据。' },
}
