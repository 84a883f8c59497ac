/** The assumptions about Echat, in Chinese. */
import type { AssumptionWords } from '../words.ts'

export const assumptions: AssumptionWords = {
  retries: {
    question: '没有得到 success 应答的消息，重发几次，何时重发？',
    choices: { '5,15,60': '重发三次，分别在 5、15、60 秒后。', none: '不重发。' },
    unit: '秒',
    why: '文档承诺会重新发送，但没有写次数和间隔；厂商的其他页面也没有写。',
  },
  retrySignature: {
    question: '重发时哪些内容会变？',
    choices: {
      fresh: 'timestamp、nonce、签名和密文重新生成，其中的 msgId、tm 和正文不变。',
      same: '什么都不变，请求逐字节相同。',
    },
    why: 'msgId 被称为消息的唯一 id，所以必须保持不变；其余内容在发送时生成。',
  },
  timeout: {
    question: '等待应答多久？',
    choices: {},
    unit: '秒',
    why: '一洽采用微信的方案，而微信就等待这么久。',
  },
  acknowledgement: {
    question: '什么样的应答算已收到？',
    choices: {
      exact: '状态码 200，正文为小写的 success；其后只能有空白字符。',
      lenient: '任意 2xx 状态码，正文含有 success，不分大小写。',
    },
    why: '文档要求返回 success，此外没有说明。',
  },
  ordering: {
    question: '一条消息发送失败，会挡住后面的消息吗？',
    choices: {
      perConversation: '挡住同一对话或同一访客之后的所有消息；其他消息照常发送。',
      overtaking: '不会：同一对话的消息首次发送时按顺序进行，失败的那条会被后面的超过。',
      blocking: '挡住之后的所有消息，无论属于谁。',
    },
    why: '文档没有说明。无论哪一种，接收端都应当能应付。',
  },
  timestamp: {
    question: 'timestamp 和 nonce 是什么样子？',
    choices: {
      milliseconds: 'timestamp 为 13 位数字，nonce 为 8 至 16 位字母和数字。',
      seconds: 'timestamp 为 10 位数字，nonce 相同。',
    },
    why: '文档印的是单词；一个在用的接收端把 timestamp 当作长整数读取。',
  },
  tmUnit: {
    question: 'tm 的单位是什么？',
    choices: { milliseconds: '自 1970 年起的毫秒数。', seconds: '自 1970 年起的秒数。' },
    why: '所有示例都是 13 位数字；表格没有写单位。',
  },
  checkUrl: {
    question: '新地址如何验证？',
    choices: {
      postThenGet: '用 POST 发送 dataType=checkUrl 和 echostr，得到 405 时改用 GET；应答就是 echostr。',
      post: '只用 POST。',
      get: '只用 GET。',
      none: '不验证。',
    },
    why: '这份文档没有提及；厂商较早的页面写的是 GET，较新的写的是 POST。',
  },
  msgIdAndTm: {
    question: '示例中没有 msgId 和 tm 的消息，发送时带这两个字段吗？',
    choices: { always: '每条消息都带这两个字段。', asPrinted: '示例中没有的，发送时也不带。' },
    why: '在用的接收端最先读取的就是这两个字段。',
  },
  cdata: {
    question: '哪些值放在 CDATA 中？',
    choices: {
      asPrinted: '文档中放在 CDATA 里的那些。',
      all: '除含回车符的值以外全部放入；回车符只有用转义才能保留。',
      none: '全都不放；特殊字符用转义。',
    },
    why: '文档两种写法混用；对读取的一方来说文本相同。',
  },
  whiteSpace: {
    question: '值前后的空格属于值的一部分吗？',
    choices: { trim: '不属于，chatContent 除外。', keep: '属于。' },
    why: '示例在时间和数字前后留有空格，不可能是有意的。',
  },
  chatEndType: {
    question: 'chatEndType 是代码还是文字？',
    choices: { code: '表格中的代码。', text: '表格中的中文；代码 2 为“客服关闭”，与示例一致。' },
    why: '表格列的是代码，示例中是“客服关闭”。',
  },
  skillName: {
    question: '分组名称的字段名是什么？',
    choices: { skillName: '写作 skillName。', skillNanme: '写作 skillNanme，与表格一致。' },
    why: '示例的开始标签是一种写法，结束标签是另一种；其他字段的拼写都正确。接收端两种都接受。',
  },
  appIdSuffix: {
    question: '加密消息末尾的 id 要校验吗？',
    choices: { check: '必须是 appId，否则拒绝该消息。', ignore: '任何 id 都通过。' },
    why: '采用的是微信的方案，微信要求校验，厂商的代码也这样做。',
  },
  freshness: {
    question: 'timestamp 最多可以是多久以前？',
    choices: { any: '多久都可以。' },
    unit: '秒',
    why: '文档没有写限制；设了限制，重放的请求就会被拒绝。',
  },
  contentType: {
    question: '消息的 Content-Type 是什么？',
    choices: {
      'text/xml': '发送 text/xml。',
      'application/xml': '发送 application/xml。',
      none: '没有这个请求头。',
    },
    why: '文档没有写明；微信发送 text/xml。接收端不应在意它。',
  },
  furtherDataTypes: {
    question: '收到文档中没有的数据类型，会怎样？',
    choices: { acknowledge: '应答 success，此外不作处理。', refuse: '拒绝，因而会被重发。' },
    why: '有人收到过 robotChatContent、crmOwner、jobCreated、jobUpdated 和 jobEvaluation。这份文档没有写它们的字段，所以没有对应的契约。',
  },
  lineBreaks: {
    question: 'chatContent 的各行之间用什么分隔？',
    choices: { backslashN: '反斜杠加 n，两个字符。', lineFeed: '换行符。' },
    why: '示例中是这两个字符；也可能是为排印而作的转义。',
  },
  kpiDuration: {
    question: 'staffKpi 中 duration 的单位是什么？',
    choices: { seconds: '秒，与该块中的其他时间一致。', milliseconds: '毫秒，与 chatData 一致。' },
    why: '表格只给相邻的字段写了单位。',
  },
  systemAssigner: {
    question: '留言由系统分配时，staffLogname 和 staffName 是什么？',
    choices: { absent: '两个字段都不发送。', empty: '两个字段都为空。' },
    why: '文档只写了 id 为 -1。',
  },
}
