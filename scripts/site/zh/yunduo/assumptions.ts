/** The assumptions about Yunduo, in Chinese. */
import type { AssumptionWords } from '../words.ts'

export const assumptions: AssumptionWords = {
  acknowledgement: {
    question: '什么样的应答算已收到？',
    choices: {
      code: 'HTTP 状态码 200，正文为 JSON，其 `code` 为 200 或 "200"；不看 `msg`。',
      codeAndMessage: '同上，并且 `msg` 必须为 `success`。',
    },
    why: '返回数据的表格说 `code` 为 200 表示成功；`msg` 只是列出，没有说会比较它。',
  },
  retries: {
    question: '未被确认的推送会重发几次？',
    choices: {
      '0': '不重发。',
      '3': '三次；如果最后一次也失败，该会话的下一次推送中 alreadyPush 为 -1。',
    },
    unit: '次重试',
    why: '发送方记录“推送失败”状态（alreadyPush 为 -1），可见它知道失败；文档没有写次数。',
  },
  retryInterval: {
    question: '发送方等待多久才重发推送？',
    choices: { '5': '5 秒。' },
    unit: '秒',
    why: '文档没有写；这个时间够接收端重启，测试时也不会等得太久。',
  },
  timeout: {
    question: '发送方等待应答多久？',
    choices: { '5': '5 秒。' },
    unit: '秒',
    why: '文档没有写；同类平台等待 5 秒。',
  },
  duplicates: {
    question: '同一会话会到达多次吗？',
    choices: {
      atEnd: '留下名片时推送一次，会话结束后再推送一次，finishPushFlag 为 1。',
      once: '只在留下名片时推送：名片推送过的，结束时不再推送。',
    },
    why: '除 alreadyPush 外，还有 finishPushFlag 记录会话结束后是否推送过。',
  },
  unknownNames: {
    question: '遇到文档没有写出的枚举名会怎样？',
    choices: { warn: '接受该消息，并给出警告。', refuse: '拒绝该消息。' },
    why: '表格有 59 个代码，示例只写出其中 13 个的名称；拒绝其他名称，就会拒绝大多数真实消息。',
  },
  customHeaders: {
    question: '推送可以带文档没有列出的请求头吗？',
    choices: { allowed: '可以添加任意请求头，例如共享密钥。' },
    why: '文档只列出 Content-Type，也没有认证方式，所以可以用请求头保护接收端。',
  },
  enumSpelling: {
    question: '代码字段发送的是名称，还是表格中的数字？',
    choices: { names: '枚举名，例如 H5_BROWSER。', numbers: '表格中的数字，以文本发送。' },
    why: '示例中每个文本型代码字段都是名称，表格中都是数字。',
  },
  requiredFields: {
    question: '每条推送都带哪些字段？',
    choices: {
      printed: '示例中的字段，firstMsgTime 和 visitorLastTime 除外；访问信息和留言信息可以是空对象。',
    },
    why: '表格没有“是否必须”这一列。示例省略尚未发生的内容，没有内容的块则发送 {}。',
  },
  messageOrder: {
    question: '会话中的消息按什么顺序排列？',
    choices: { newestFirst: '按 sendtime 降序。', oldestFirst: '按 sendtime 升序。' },
    why: '示例中的 26 条消息为降序；表格没有说明。',
  },
  leaveMessageConversations: {
    question: '留言推送中的 conversationList 是什么？',
    choices: { empty: '空列表。', absent: '没有会话时，不发送这个键。' },
    why: '文档没有印出这种推送。另一种推送的示例在没有跳转页时写的是空列表。',
  },
  conversationLeftMessage: {
    question: '会话推送中的 pushMessageInfoDTO 是什么？',
    choices: { empty: '空对象。', filled: '如果名片的访客也留过言，则为最后一条留言。' },
    why: '文档印出的推送中是 {}。表格用一个请求体描述两种推送，没有说这一块只属于类型 2。',
  },
  conversationTimeUnit: {
    question: 'conversationTime 的单位是什么？',
    choices: { seconds: '秒。', milliseconds: '毫秒，与 firstResponseTime 一致。' },
    why: '表格写明 firstResponseTime 为毫秒，这里没有写单位；示例中是 0。',
  },
}
