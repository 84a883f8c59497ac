/** The assumptions about EasyLiao, in Chinese. */
import type { AssumptionWords } from '../words.ts'

export const assumptions: AssumptionWords = {
  bodyForm: {
    question: '线索以什么形式发送？',
    choices: {
      json: '请求体为 application/json，内容是一条线索。',
      array: '请求体为 application/json，内容是一个数组，线索在其中。',
      dataString: '请求体为 application/json，形如 {"data": "…"}，其文本是线索的 JSON。',
      form: '请求体为 application/x-www-form-urlencoded，每个键一个字段；对话内容为 JSON 文本。',
    },
    why: '文档写的是 POST 和 application/json。已知有一个接收端，其作者发现其他几种形式也必须接受。',
  },
  acknowledgement: {
    question: '什么样的应答算已收到？',
    choices: { '2xx': '状态码 200 至 299 均可，不看正文。', '200': '只认状态码 200。' },
    why: '文档没有任何说明。一个在用的接收端应答 201 和 {"success":true}。',
  },
  sentIds: {
    question: '每条线索都带 companyId 和 chatId 吗？',
    choices: { always: '两者都发送，按表格的要求。', asPrinted: '两者都不发送，与文档中的示例一致。' },
    why: '表格把两者标为“必选”，文档自己的示例却都没有。',
  },
  requiredIds: {
    question: '线索必须带哪些 id 才会被接受？',
    choices: {
      visitorStaticId: '只要求 visitorStaticId；companyId 和 chatId 可以没有。',
      all: 'visitorStaticId、companyId 和 chatId 缺一不可。',
    },
    why: '文档自己印出的消息，接收端不能拒绝。',
  },
  idForm: {
    question: 'id 是文本还是数字？',
    choices: {
      asDocumented: '线索中是文本，对话的各行中是数字。',
      number: '凡是纯数字且数值不溢出的，一律为数字；visitorStaticId 仍为文本。',
      text: '一律为文本。',
    },
    why: '表格和示例在不同位置用的类型不同；厂商开放 API 的客户端对同一个 id 的两种形式都有准备。',
  },
  conversationForm: {
    question: 'currentChatJsonDetail 是数组，还是内含数组的文本？',
    choices: { array: 'JSON 数组。', jsonText: '文本，内容是该数组的 JSON。' },
    why: '表格和示例都是数组；厂商的开放 API 也会把这类列表作为文本发送，而且字段名里有 Json。',
  },
  senderType: {
    question: '对话的各行带 sender_type 吗？',
    choices: { asPrinted: '不带，与文档中的示例一致。', sent: '带：0 为客服，1 为访客。' },
    why: '表格把 sender_type 列在线索的字段里，放在那里没有意义；在开放 API 中，它属于对话的每一行。',
  },
  chatUrlSpelling: {
    question: '会话地址的字段名是 chatURL 还是 chatUrl？',
    choices: { chatURL: 'chatURL，与表格和示例一致。', chatUrl: 'chatUrl，与开放 API 一致。' },
    why: '已知有一个接收端两种都读取。',
  },
  paddedKeys: {
    question: 'schoolName、subjectName 和 createUserRealName 的末尾有空格吗？',
    choices: { trimmed: '没有，与表格一致。', asPrinted: '有，与文档中的示例一致。' },
    why: '这个空格看起来是笔记受损所致，但只读取不带空格键名的接收端会丢失三个字段。',
  },
  fieldNames: {
    question: '字段以什么名称发送？',
    choices: { documented: '地址没有配置自己的映射时，用表格中的名称；映射没有提到的字段保留原名。' },
    why: '表头写着名称“可自定义”，但没有写如何自定义。',
  },
  customHeaders: {
    question: '发送方可以添加客户自选的请求头吗？',
    choices: { allowed: '用户指定的请求头会加到每条推送上。', none: '只有 Content-Type。' },
    why: '文档没有写任何认证方式；已知有一处部署要求在 X-CRM-PUSH-TOKEN 中带共享密钥。',
  },
  retries: {
    question: '未被确认的线索会重发几次？',
    choices: { none: '不重发：没有收到的就丢失了。' },
    unit: '次重试',
    why: '没有任何资料；指望第二次发送的接收端可能丢失线索。',
  },
  retryInterval: {
    question: '发送方等待多久才重发线索？',
    choices: { '5': '5 秒。' },
    unit: '秒',
    why: '没有任何资料。只有在线索会重发时才有意义。',
  },
  timeoutSeconds: {
    question: '发送方等待应答多久？',
    choices: { '5': '5 秒，这是微信及其效仿者的惯例。' },
    unit: '秒',
    why: '没有任何资料。',
  },
}
