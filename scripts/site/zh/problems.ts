/** The kit's own errors in Chinese: what is wrong, and what to do about it. */
import type { ProblemCode } from '../../../src/wire/errors.ts'

export const problems: Record<ProblemCode, { sentence: string; cure: string }> = {
  'signature-missing': { sentence: '请求没有完整的签名。', cure: '发送厂商方案中规定的每一个签名参数。' },
  'signature-wrong': { sentence: '签名不匹配。', cure: '核对双方的共享 token 或密钥，以及各部分的拼接顺序。' },
  'signature-used': {
    sentence: '签名已用于另一条消息。',
    cure: '每条消息都重新签名；如果无故出现，说明有人在重放请求。',
  },
  'timestamp-wrong': {
    sentence: '时间戳与当前时间相差太远，或者不是时间戳。',
    cure: '校准双方的时钟，或放宽时间窗口。',
  },
  'shared-secret-wrong': {
    sentence: '约定的密钥缺失或错误。',
    cure: '接收端配置了哪个密钥，就把带有该密钥的请求头或地址告诉厂商。',
  },
  'credential-missing': {
    sentence: '缺少凭证。',
    cure: '传入厂商签发的每一个密钥；`kefu list <vendor>` 会列出它们。',
  },
  'credential-unknown': { sentence: '这里不认识该凭证。', cure: '使用 `kefu mock` 启动时打印的凭证。' },
  'credential-expired': { sentence: 'token 未知或已过期。', cure: '获取新的 token，再调用一次。' },
  'name-taken': { sentence: '名称已被占用。', cure: '换一个名称。' },
  'key-malformed': {
    sentence: '加密密钥不可用。',
    cure: 'EncodingAESKey 必须正好是 43 个 base64 字符，不带末尾的 "="。',
  },
  'cipher-malformed': { sentence: '加密消息无法解开。', cure: '核对双方的 EncodingAESKey 和 appId。' },
  'mode-mismatch': { sentence: '消息不是约定的模式。', cure: '双方设置相同的模式（plain 或 secure）。' },
  'request-malformed': {
    sentence: '请求无法读取。',
    cure: '使用 HTTP/1.1，地址要能解码，地址和请求头合计不超过 16 KiB。',
  },
  'body-not-utf8': { sentence: '请求体不是 UTF-8。', cure: '用 UTF-8 编码请求体。' },
  'body-empty': { sentence: '请求体为空。', cure: '把消息作为请求体发送。' },
  'body-malformed': { sentence: '请求体无法解析。', cure: '在指出的位置改正请求体。' },
  'body-too-large': { sentence: '请求体过大。', cure: '不要超过 1 MiB，或接收端的 limit 规定的大小。' },
  'content-type-wrong': { sentence: '不接受这种 Content-Type。', cure: '使用契约规定的 Content-Type。' },
  'text-unwritable': { sentence: '文本含有 XML 无法表示的字符。', cure: '从该字段中删除这个字符。' },
  'value-unsendable': { sentence: '消息中有一个值无法原样发送。', cure: '改正指出的字段。' },
  'endpoint-unverified': {
    sentence: '该地址没有通过厂商的验证。',
    cure: '收到验证时只应答其中的 echostr，或者登记地址时不作验证。',
  },
  'contract-violated': { sentence: '消息不符合契约。', cure: '改正指出的字段。' },
  'contract-unknown': { sentence: '没有匹配的契约。', cure: '用 `kefu list` 查看契约。' },
  'name-unknown': { sentence: '不存在这个名称。', cure: '使用消息中给出的名称之一。' },
  'expectation-failed': { sentence: '预期没有满足。', cure: '查看消息中指出的调用；日志里有全部调用。' },
  'seed-refused': {
    sentence: '厂商拒绝了初始数据中的一次调用。',
    cure: '改正指出的那次调用；它之前的调用已经执行。',
  },
  'world-held': {
    sentence: '有人正在使用这个世界。',
    cure: '等到指出的时间，或使用自己的世界：`POST /_kefu/worlds`。',
  },
  'state-unusable': {
    sentence: '状态文件不能用。',
    cure: '用 --state 指定另一个文件，或结束正在使用这个文件的程序。',
  },
  defect: { sentence: '模拟服务出错，这是 kefu-kit 的缺陷。', cure: '请反馈引发它的请求。' },
  'route-unknown': { sentence: '没有接口使用这个路径。', cure: '使用消息中给出的路径之一。' },
  'method-wrong': { sentence: '该接口用的是另一种方法。', cure: '使用消息中给出的方法。' },
  'body-parsed': {
    sentence: '请求体在到达接收端之前已被解析。',
    cure: '把接收端挂载在请求体解析器之前：它需要原样发送的字节。',
  },
  'handler-late': {
    sentence: '处理程序耗时过长，因此没有确认推送。',
    cure: '把耗时的工作交给自己的队列；会重试的厂商将再次发送这条推送。',
  },
  'handler-failed': {
    sentence: '处理程序出错，因此没有确认推送。',
    cure: '改正处理程序；会重试的厂商将再次发送这条推送。',
  },
  unreachable: { sentence: '无法连接对方。', cure: '启动对方，或改正地址。' },
  'status-unexpected': {
    sentence: '响应的 HTTP 状态码不是厂商会返回的。',
    cure: '检查这里与厂商之间的中间环节；稍后再调用。',
  },
  'answer-too-large': { sentence: '响应过大。', cure: '减小每页的数量，或调高 `limit`。' },
  'deadline-passed': { sentence: '调用没有在期限内完成。', cure: '稍后再调用，或延长 `deadline`。' },
  'call-cancelled': { sentence: '调用已取消。', cure: '再次调用之前，先查看它是否已经执行。' },
  'origin-refused': {
    sentence: '这个页面不能调用模拟服务。',
    cure: '在本机打开页面，或用 --allow-origin 放行它的来源。',
  },
  'address-refused': {
    sentence: '该地址不在本机回环接口上。',
    cure: '使用 127.0.0.1、localhost 或 [::1]，或用 --allow-host 放行该主机。',
  },
}
