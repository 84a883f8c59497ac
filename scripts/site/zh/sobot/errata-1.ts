/** The errata of the token and the labels, in Chinese. */
import type { ErrataWords } from '../words.ts'

export const labels: ErrataWords = {
  S01: {
    says: '说明文字写作 expire_in，参数表和示例写作 expires_in。',
    reads: 'expires_in。',
    unmet: '只有说明文字写错。',
  },
  S02: { says: '所有参数表的“必填”列都是空的。', reads: '必填字段由推断得出，见假设 requiredFields。' },
  S03: {
    says: '地址中的 & 没有加引号，shell 只会发出第一个参数。',
    reads: '取完整地址。',
    unmet: '只是 shell 写法的问题。',
  },
  S04: { says: '地址中间或选项之前被换行断开。', reads: '视为同一条命令。', unmet: '只是 shell 写法的问题。' },
  S05: { says: 'curl 示例发送 type，参数表里是 is_multiple_choice。', reads: 'is_multiple_choice；也接受 type。' },
  S06: { says: '标签组的名称被写成“标签名称”。', reads: '标签组名称。' },
  S07: { says: '颜色值只有五位。', reads: '#RRGGBB，不作校验。' },
  S08: { says: '颜色值为 #gt5433 和 #gt54323。', reads: '#RRGGBB，不作校验。' },
  S09: {
    says: '请求的 page_size 是 100，响应却是 page_size 3、total_count 4、page_count 2，而且只有两条数据。',
    reads: '各项计数由数据条数和 page_size 算出。',
  },
  S10: { says: '说明中写的是根据标签 id 删除标签组。', reads: '根据标签组 id 删除。' },
  S11: { says: '参数表列出参数 id，curl 示例却把 id 放在路径中。', reads: '两种都支持；我们放在路径中发送。' },
  S12: { says: '参数表写作 groupid，curl 示例写作 groupId。', reads: 'groupid；也接受 groupId。' },
  S13: { says: '五处 curl 示例的路径写作 /lable/。', reads: '/label/；/lable/ 作为别名保留。' },
  S14: { says: '创建标签组会返回 id，创建标签却不返回。', reads: '响应中可能有 item。' },
  S15: { says: '标签的 id 被写成“标签组id”。', reads: '标签id。' },
  S16: {
    says: '响应中的标签组和 page_size 都与请求不符。',
    reads: '响应与请求一致。',
    unmet: '请求和响应取自不同的调用，单独看都没有问题。',
  },
  S17: { says: 'curl 示例删除标签时，用的是 2.5 中的标签组 id。', reads: '使用标签 id。' },
  S18: {
    says: '参数表中 ids 是 String；curl 示例直接发送数组，并且同一个 id 出现两次。',
    reads: '直接发送数组；也接受含 ids 的对象，其值可为字符串或列表。每个客户只返回一次。',
  },
  S19: {
    says: 'curl 示例没有 -X POST，没有 -d，也没有内容类型。',
    reads: 'POST，请求体为 JSON。',
    unmet: '只是 shell 写法的问题。',
  },
  S20: {
    says: '参数表列出 id 和 list，两个示例却都直接发送数组。',
    reads: '直接发送数组；也接受含 list 的对象。id 放在路径中。',
  },
  S21: {
    says: '数组以两个左花括号开头。',
    reads: '只有一个。',
    unmet: '不是合法的 JSON：不能作为消息，只能作为抓包内容。',
  },
  S92: {
    says: '只给出一个域名 www.sobot.com。',
    reads: '公司所在的域名是 www.sobot.com、www.soboten.com 或 sg.sobot.com 之一。',
  },
  S93: {
    says: 'md5(appid+create_time+app_key)：没有说明 + 的含义，也没有说明结果是大写还是小写。',
    reads: '依次拼接；结果为小写，与示例一致。',
    unmet: '示例已经给出答案。',
  },
  S94: { says: '词语中间夹有多余的空格。', reads: '去掉空格。' },
  S95: {
    says: '每次调用都返回新 token，又警告这样做会使 token 失效。',
    reads: '旧 token 继续有效，见假设 oldTokens。',
  },
  S99: { says: '标签组列表的说明写的是查询标签。', reads: '查询全部标签组信息。' },
  S102: { says: '参数表中 bizid 和 param_name 是 String，示例中为 null。', reads: '字符串或 null。' },
}
