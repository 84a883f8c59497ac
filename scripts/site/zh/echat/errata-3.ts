/** The errata of Echat in Chinese, Q61 to Q90. */
import type { ErrataWords } from '../words.ts'

export const errata3: ErrataWords = {
  Q61: {
    says: '所有 URL 用的都是同一个签名。',
    reads: '对 token `myToken` 而言是正确的：可用作测试向量。',
    unmet: '没有可以演示的错误。',
  },
  Q62: {
    says: '列出全部字段的表，标题却是“companyStatus状态解释”；`2离线` 漏了冒号。',
    reads: 'XML属性解释；2 表示离线。',
  },
  Q63: {
    says: '数字在有的示例中直接书写，在有的示例中放在 CDATA 里。',
    reads: '两种写法都是文本。',
    unmet: '对读取方没有区别。',
  },
  Q64: {
    says: '没有说明 URL 如何校验，也没有说明重发多少次、隔多久重发、持续多长时间。',
    reads: '以我们的假设为准。',
  },
  Q65: { says: '示例代码和 demo 的链接已丢失。', reads: '没有找到公开的副本。' },
  Q66: {
    says: '客服离开或隐身时，公司算离线；而客服的登录状态有五种。',
    reads: '客服状态 1 和 2 算在线。',
  },
  Q67: {
    says: '这些页面属于谁，只能凭 trackRecordId 判断；实际在用的接收端会读取 trackData.visitorId。',
    reads: '可选的 visitorId。',
  },
  Q68: { says: 'chatType 在 3.2.1 中是 1、2、3、5，在 3.2.3 中是 1、3、5。', reads: '取较长的一组。' },
  Q69: {
    says: '对话接通时 chatStatus 固定为 1，即“对话开始”。',
    reads: '1',
    unmet: '表与示例一致，只是用词别扭。',
  },
  Q70: {
    says: '只浏览一个页面，visitTotalTime 却是 262728 秒，即三天。',
    reads: '按表中所写以秒计；示例多半是毫秒。',
  },
  Q71: { says: 'visitTimes 在 visitorData 中是 5，在 trackData 中是 3。', reads: '同一个次数。' },
  Q72: {
    says: '示例中的 chatContent 分行并标明说话人，表中没有任何相应规则。',
    reads: '一整段文本，没有结构。',
    unmet: '任何文本都能通过。',
  },
  Q73: { says: 'crmStatus 的几个代码连成一片。', reads: '三个代码。' },
  Q74: {
    says: '一处说客服点击按钮时发送 crmStatus 2，一处说每更新一个字段就发送。',
    reads: '两种情况都有，各条消息有什么字段就带什么字段。',
  },
  Q75: { says: 'chatTransfer 的表中没有 msgId 和 tm。', reads: '示例中两者都有。' },
  Q76: {
    says: '表中把 chatData、crmData、trackData 的字段与该块并列，或者根本不写该块。',
    reads: '字段在块内，与示例一致。',
  },
  Q77: {
    says: '示例中是 zh_CN、广东、深圳、QQ浏览器，表中是 zh、广东省、深圳市、qq。',
    reads: '自由文本。',
  },
  Q78: { says: 'tm 写作“时间戳”，没有单位；共十三位数字。', reads: '毫秒。' },
  Q79: {
    says: '由系统分配时 staffId 为 -1；此时账号和姓名是什么，没有交代。',
    reads: '两者都可以没有。',
  },
  Q80: {
    says: '访客离开时的 routeStatus 是“此路由的状态”；是哪条路由、有哪些代码，都没有写。',
    reads: 'visitorEnter 中的路由，代码同 3.1.4。',
  },
  Q81: {
    says: '只有 3.1.5 说明：全部人员接待时不下发 chatDepartmentName。',
    reads: '各处均为可选。',
  },
  Q82: {
    says: '同一个对话，接通和结束在同一秒，时长 8200 毫秒，消息却有 60 条。',
    reads: '彼此相符的数值。',
  },
  Q83: { says: 'chatEvent 和 chatEndType 的编号不连续。', reads: '可能还有其他代码。' },
  Q84: {
    says: 'robotChatStart、robotChatEnd 和 leaveMsgContent 没有各自的示例。',
    reads: '结构与同类消息相同。',
  },
  Q85: {
    says: '查询参数只笼统称为“签名信息”；参数名仅见于示例 URL，值用单词代替。',
    reads: 'signature、timestamp、nonce、dataType。',
  },
  Q86: {
    says: '没有写明消息的内容类型，也没有写明应答的状态码和类型。',
    reads: '消息为 text/xml；应答为 200 和 text/plain。',
  },
  Q87: { says: '客服登陆名', reads: '客服登录名' },
  Q88: {
    says: '访客 2020 年进入，到达网站和请求对话却都在 2016 年。',
    reads: '同一次来访，时间在 2016 年。',
    unmet: '读取方不会比较这些时间。',
  },
  Q89: { says: '36 岁的人生于 2015 年。', reads: '与年龄相符的生日。', unmet: '读取方不会比较这两个字段。' },
  Q90: {
    says: 'perfectMatchs、exactMatchs、similarityMatchs',
    reads: '拼写有误，但表与示例一致：实际传输中也是如此。',
  },
}
