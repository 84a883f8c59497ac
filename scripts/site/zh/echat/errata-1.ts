/** The errata of Echat in Chinese, Q01 to Q30. */
import type { ErrataWords } from '../words.ts'

export const broken = '不是合法的 XML，任何解析器都不会放行；只保留为抓包内容。'
const prose = '只涉及文档行文。'

export const errata1: ErrataWords = {
  Q01: { says: 'PSOT', reads: 'POST' },
  Q02: { says: '都会讲签名信息', reads: '都会将签名信息：一洽把签名追加在 URL 上。' },
  Q03: { says: '对消息体对行加密', reads: '对消息体进行加密' },
  Q04: {
    says: '只说加密方式与微信一致，就此打住；消息末尾的 ID 是什么、签名覆盖哪些内容，都没有写。',
    reads: '与微信相同的 AES-256-CBC，末尾是一洽的 appId；签名为 token、timestamp、nonce 排序后的 SHA-1。',
  },
  Q05: { says: '数据列表漏了“浏览数据”。', reads: '3.4 章也在其中。' },
  Q06: { says: '`<skillNanme>` 以 `</skillName>` 结束；表中为 skillNanme。', reads: 'skillName；也接受 skillNanme。' },
  Q07: { says: 'POST 内容写作“路由状态XML信息”。', reads: '客服状态和留言分配。' },
  Q08: { says: '3.1.4 的 URL 带的是 dataType=staffStatus。', reads: 'dataType=routeStatus' },
  Q09: { says: '客该路由下', reads: '当该路由下' },
  Q10: { says: '账号以 `<![CDATA[[` 开头：仍是合法的 XML，但值以方括号开头。', reads: '不带方括号的账号。' },
  Q11: {
    says: 'ownerData 中的值没有 CDATA；表中列出其字段，却没有写这一块。',
    reads: 'ownerData 包含 ownerId、ownerLogname 和 ownerName。',
    unmet: '文本内容相同。',
  },
  Q12: { says: 'visitorId 写作会员的 ID。', reads: '访客的 ID，与别处相同。' },
  Q13: { says: '本地分配对话', reads: '本次分配对话' },
  Q14: { says: '六种数据，六个名称。', reads: '本章有七个小节、十种 dataType。', unmet: prose },
  Q15: { says: '带空格的 `http: // www`', reads: '`http://www`' },
  Q16: { says: '带空格的 `http:// wx`', reads: '`http://wx`' },
  Q17: {
    says: 'visitorEnterTime 和整个 crmData 的 CDATA 前后有空格；gender、age、maritalStatus 的值是 `0 `。',
    reads: '不带空格的值。',
  },
  Q18: { says: 'CDATA 以 `]>` 结束。', reads: '`]]>`', unmet: broken },
  Q19: { says: 'CDATA 以 `]]` 结束。', reads: '`]]>`', unmet: broken },
  Q20: {
    says: 'metaData.gender 为“男”；表中取值是 0、1、2，crmData 的示例也是如此。',
    reads: '代码；也接受文字。',
  },
  Q21: { says: 'province 写作“会员的身份”。', reads: '会员的省份' },
  Q22: { says: 'lastChatTime 只出现在示例中。', reads: '可选的时间。' },
  Q23: { says: 'mediaId（visitorType 5）只出现在表中。', reads: '可选。' },
  Q24: {
    says: 'keywordType 在 3.2.1 中是 0、1、2，在 3.4.1.1 中是 1、2，示例中为空。',
    reads: '各处均为 0、1、2 或空。',
  },
  Q25: { says: 'biddingWord 只出现在一个示例的 visitorData 中，表中没有。', reads: '可选。' },
  Q26: {
    says: '微信访客带有浏览器、操作系统和搜索引擎，而按表中说明，微信没有这些属性。',
    reads: '示例是拼凑的；我们的示例用网页访客。',
  },
  Q27: {
    says: 'lastChatStaffLogname 有十二位数字，同一个人的 chatStaffLogname 是十一位。',
    reads: '笔误。',
    unmet: '账号是任意长度的纯文本。',
  },
  Q28: { says: '客 服主管', reads: '客服主管' },
  Q29: {
    says: '示例以 `</xml>` 结束，却没有开始标签，也没有表中列出的 msgId 和 tm。',
    reads: '三者齐备。',
  },
  Q30: { says: 'chatRecordId 没有 `1_` 前缀，而按表中说明，带前缀才唯一。', reads: '带前缀。' },
}
