/** The assumptions about OkayAPI, in Chinese. */
import type { AssumptionWords } from '../words.ts'

export const assumptions: AssumptionWords = {
  signCheck: {
    question: '什么时候检查请求的签名？',
    choices: {
      optional: 'sign 存在且不为空时检查。',
      required: '总是检查：没有 sign 的请求被拒绝。',
      off: '从不检查。',
      static: 'sign 必须是一段固定文本；模拟服务取 app_key 和 app_secrect 的 md5，大写。',
    },
    why: '页面只有一个开关的链接。线上接口响应过没有签名的调用，也拒绝过被改动的签名。',
  },
  signedService: {
    question: '服务名（s 或 service）是否属于被签名的文本？',
    choices: {
      asSent: '只有作为参数发送时才属于；新路径不发送它。',
      either: '使用新路径时，被签名的文本含不含服务名都通过。',
    },
    why: '厂商的客户端只对发送的内容签名；平台从新路径得出服务名，不添加参数。',
  },
  wrongSign: {
    question: '签名错误时返回什么？',
    choices: { client: 'ret 为 400，msg 为“客户端非法请求：签名错误”。' },
    why: '线上响应处处带着较长的前缀；签名指南中印的是较短的。',
  },
  appKey: {
    question: '接受哪些 app_key？',
    choices: { known: '长度为 32 字节，否则返回 400；无人注册过的返回 406。', any: '全部接受。' },
    why: '表格写的是最小 32；线上响应表明最大也是 32，并出现代码 406。',
  },
  session: {
    question: '只有 uuid 没有 token，或只有 token 没有 uuid，会怎样？',
    choices: {
      lenient: '接受。两者同时出现时必须对应一个会话，否则返回 401。',
      strictPair: '只有其中一个时，也返回 401。',
    },
    why: '表格要求两者一起传递，却又都是可选；线上有一次只带 uuid 的调用得到了正常响应。',
  },
  returnData: {
    question: 'return_data 既不是 0 也不是 1 时，会怎样？',
    choices: { full: '与 0 相同，并给出警告。', refuse: 'ret 为 400。' },
    why: '取值列表在全部 15 份副本中都丢失了；已知的只有 0 和 1。',
  },
  dataOnly: {
    question: 'return_data 为 1 时，响应正文究竟是什么？',
    choices: { bare: 'data 的内容本身。', wrapped: '只有 data 一个字段的对象。' },
    why: '该行说只返回 data 字段，两种理解都可以。两种响应都不带 _t 和 _auth。',
  },
  reverseSignature: {
    question: '响应带 _t 和 _auth 吗？摘要针对哪些字节？',
    choices: {
      sentBytes: '带；依次拼接原样发送的 data、_t 和密钥，取小写 MD5。',
      phpEscaping: '带，并且 data 按 PHP 的方式书写：斜杠写作 \\/，ASCII 以外的字符写作 \\uXXXX。',
      off: '两个字段都不带。',
    },
    why: '表格列出了这两个字段；要作摘要的文本只说是 data 的 JSON，没有进一步说明。',
  },
  requiredRules: {
    question: '默认值与“必须”，哪个先起作用？',
    choices: {
      framework: '先填默认值：version 可以省略，空文本算已发送。',
      table: '严格按表格：“必须”的参数必须出现，不管有没有默认值。',
    },
    why: 'version 标为“必须”，又有默认值。PhalApi 先填默认值，再检查缺少什么。',
  },
  pageLimits: {
    question: 'page 或 perpage 超出范围会怎样？',
    choices: {
      refuse: 'ret 为 400，带框架的提示语；文本形式的数字也算数字。',
      clamp: '取允许范围内最接近的值。',
    },
    why: '线上接口拒绝超出范围的数字。',
  },
  unstatedPaging: {
    question: '三个没有写默认值的列表（4、5、14）如何分页？',
    choices: {
      shared: '与其他列表相同：第 1 页，每页 10 行，最多 10000 行。',
      all: '不带参数时返回所有行。',
    },
    why: '它们的表格只有 page 和 perpage 的名称。',
  },
  acceptedMethods: {
    question: '接受哪些方法和请求体？',
    choices: {
      any: 'GET 和 POST；查询串、表单、multipart 和 JSON 对象合并处理，冲突时以请求体为准。空的 JSON 请求体视为空对象。',
    },
    why: '页面没有写方法。厂商的手册两种都允许，它的各个客户端做法不同。',
  },
  declaredMethod: {
    question: '契约声明哪种方法？',
    choices: {
      byPurpose: '读取用 GET 和查询串；保存、接收、生成、出报告用 POST 和 JSON 请求体。',
    },
    why: '文档没有说明；厂商的手册大致就是这样建议的。',
  },
  paths: {
    question: '接口在哪些地址响应？',
    choices: {
      all: '/api/SVIP/Swxiryan0788_MyApi/<Name>；以及 /、// 和 /api.php，带参数 s 或 service（以 service 为准）。',
    },
    why: '文档给每个接口印了两个路径；厂商自己的客户端用旧路径，有些带双斜杠。',
  },
  missingRows: {
    question: '文档没有数据行的三个接口（4、8、13）返回什么？',
    choices: {
      empty: '4 和 13 返回 {}，8 返回所生成文件的地址和名称。',
      given: '同上，但 4 像其他列表一样返回数据行。',
    },
    why: '文档什么都没有写，也就无从承诺；但生成的文件如果无人能取到，就毫无用处。',
  },
  listRows: {
    question: '表格中类型为“字符串”的列表是什么？',
    choices: { array: '由对象组成的 JSON 数组；除非某一行另有说明，对象的字段都是文本。' },
    why: '同一行说到空数组，下面的各行带有下标。',
  },
  failedList: {
    question: '“失败时返回空数组”与 ret 的 4xx、5xx 并列，是什么意思？',
    choices: {
      emptyWhenNothing: '没有查到数据时，ret 为 200，列表为空；真正的失败返回相应的代码。',
      emptyOnFailure: '服务器内部查询失败时，同样返回 ret 200 和空列表。',
    },
    why: '列表的行承诺失败时返回空数组，ret 的行承诺返回代码。',
  },
  httpStatus: {
    question: '失败时的 HTTP 状态码是什么？',
    choices: { '200': '总是 200，由 ret 说明结果。' },
    why: '线上 ret 为 400 和 404 的失败，状态码都是 200。',
  },
  successMessage: {
    question: '成功时 msg 是什么？',
    choices: { banner: '“V1.0 果创云开放接口”和服务名。', empty: '空文本。' },
    why: '线上服务器会发送这样一句话。测试不能依赖它。',
  },
  quotas: {
    question: '什么时候会因 IP 被禁用或套餐用完而拒绝调用（402、407）？',
    choices: { never: '不会自行发生；只作为注入的故障出现。' },
    why: '套餐按调用次数计算，但文档没有写限额。',
  },
  jsonParameters: {
    question: 'atUsers、text、content 可以是 JSON 值而不是 JSON 文本吗？标志和时间可以用各自的类型吗？',
    choices: { either: '两种都接受。', text: '只接受文本，按表格中的类型。' },
    why: '表格写的是文本；这些接口接收的是钉钉的回调，而钉钉发送的是对象、布尔值和数字。',
  },
  saveAnswer: {
    question: '保存后返回什么？',
    choices: { both: '每次都返回 id 和 row_num。', byKind: '创建后返回 id，更新后返回 row_num。' },
    why: '表格两个都列出；一个是新行的 id，另一个是行数。',
  },
  updateWithoutId: {
    question: '更新时没有 id 会怎样？',
    choices: { refuse: 'ret 为 400。', byUser: '更新该 user_id 的各行。' },
    why: 'id 按表格是可选的，按它的说明却是必需的；读取接口又不返回它。',
  },
  blockIndexDefault: {
    question: '没有发送 block_index 时，取哪个值？',
    choices: { '1': '取“默认值”一列的值。', '0': '取“参数说明”中的值。' },
    why: '这一行自相矛盾。“默认值”一列是由服务器实际使用的规则生成的。',
  },
  unlistedColumns: {
    question: '读取时返回 id、total_tokens、total_rmb 和 current_model 吗？',
    choices: { omitted: '不返回，与表格一致。', returned: '返回，值与保存时相同。' },
    why: '它们可以保存，但返回字段的表格没有列出。',
  },
  webhookAnswer: {
    question: '会向 AJdyyReportData 的 webhook 发送内容吗？',
    choices: { posted: '地址被允许时，以 JSON 发送报告。', nothing: '不发送。' },
    why: '表格只有“回送”一词，没有格式。报告的字段由我们拟定。',
  },
  secretName: {
    question: '密钥可以用 app_secret 这个名称给出吗？',
    choices: { asPrinted: '只能用 app_secrect，与厂商的客户端一致。', either: 'app_secret 也认得。' },
    why: '页面、公式和客户端都拼错了；使用者却不会拼错。',
  },
}
