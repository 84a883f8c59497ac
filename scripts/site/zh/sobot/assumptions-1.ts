/** What the document of Sobot leaves open about the token, requests and failures, in Chinese. */
import type { AssumptionWords } from '../words.ts'

export const calls: AssumptionWords = {
  tokenChecks: {
    question: 'getToken 按什么顺序检查？appid 未知时如何措辞？',
    choices: {
      liveText: '先查 appid：返回 900004，末尾带感叹号，与线上主机的响应一致。再查 create_time 和 sign：返回 900003。',
      documentText: '顺序相同；900004 不带感叹号，与文档一致。',
    },
    why: '一次请求用了 2019 年的示例 sign 和未知的 appid，得到 900004，可见先查 appid。',
  },
  createTimeWindow: {
    question: 'create_time 最多可以是多久以前？',
    choices: { none: '任何时间都接受。' },
    unit: '秒',
    why: '文档没有写限制，线上主机对多年前的时间也没有报错。',
  },
  errorStatus: {
    question: '调用失败时的 HTTP 状态码是什么？',
    choices: { '200': '总是 200，由 ret_code 说明结果。', '401': '900001 和 900002 为 401，其他为 200。' },
    why: '文档没有写明；生产中的客户端从 200 的响应里读取 ret_code，也能应付 401。',
  },
  oldTokens: {
    question: '获取新 token 后，旧 token 会怎样？',
    choices: { valid: '继续有效，直到自己到期。', singleToken: '立即失效，返回 900002。' },
    why: '文档警告 token 会因别处的获取而失效，但有一个客户端每次调用都获取 token，而且几个调用同时进行，却一切正常。',
  },
  repeatedSign: {
    question: '同一个签名的请求可以在同一秒内出现两次吗？',
    choices: { accept: '可以；每次都得到各自的 token。' },
    why: 'create_time 以秒计，而客户端会在一秒内刷新两次。',
  },
  tokenHeader: {
    question: 'token 有问题时返回哪个代码？',
    choices: { byPresence: '请求头缺失或为空返回 900001；token 未知或已过期返回 900002。' },
    why: '从这两条消息的文字得出。',
  },
  expiresIn: {
    question: 'expires_in 是文本还是数字？',
    choices: { text: '文本，与文档一致。', number: '数字，与一个生产中的客户端的测试一致。' },
    why: '表格和示例都是文本；客户端两种都接受。',
  },
  tokenLifetime: {
    question: 'token 的有效期多长？',
    choices: { '86400': '一天，即文档所说的目前的有效期。' },
    unit: '秒',
    why: '有效期短，测试就能看到 token 过期。',
  },
  requiredFields: {
    question: '哪些请求字段是必填的？',
    choices: {
      inferred: '契约要求的字段；新建客户时 nick、uname、tel 至少有一个，crm_status 为 3 时还要有 liable_serviceid。',
      none: '没有必填字段；缺少的视为空。',
    },
    why: '每张表格的“必填”一列都是空的。',
  },
  missingFieldCode: {
    question: '缺少字段时返回哪个代码？',
    choices: {
      '400004': '缺标签组名称返回 510005，缺标签名称返回 510006，缺其他字段返回 400004。',
      '999999': '缺名称同上，缺其他字段返回 999999。',
    },
    why: '文档只为两种名称给出代码；400004 是同一平台的工单接口返回的代码。',
  },
  tooLong: {
    question: '文本过长时返回哪个代码？',
    choices: {
      byField:
        '标签和标签组的名称返回 510007，param_name 返回 510008，nick 和 uname 返回 999999。按字符计，不按字节计。',
    },
    why: 'nick 和 uname 在表格中有长度限制，却没有对应的代码。',
  },
  unknownId: {
    question: 'id 不存在时返回哪个代码？',
    choices: { byKind: '标签组返回 510001，标签返回 510004（标签已不存在），客户返回 999999。' },
    why: '前两种有代码，客户没有。',
  },
  removal: {
    question: '删除时 id 放在哪里？',
    choices: { pathOrQuery: '放在路径末尾，或放在不带 id 的路径的查询串中；GET 和 POST 均可。' },
    why: '表格写的是查询参数，curl 示例放在路径中。',
  },
  printedPaths: {
    question: '只在 curl 示例中出现的路径可用吗？',
    choices: { lenient: '可用，并提示相应的勘误。', strict: '不可用，返回 404。' },
    why: '接入方会照抄 curl 示例；厂商是否支持 /lable/ 和 /label_group/draw，不得而知。',
  },
  drawPath: {
    question: '两个 curl 示例都用了 /label_group/draw，它代表哪个接口？',
    choices: { assign: 'customerAssign；customerConfirm 没有别名。' },
    why: 'draw 的意思是领取，而领取是分配的一种。',
  },
  bareBodies: {
    question: 'customerLabels 和 customerLabelUpdate 的请求体是数组还是对象？',
    choices: { either: '两种都接受；我们直接发送数组。' },
    why: '示例发送数组，表格中的名称是 ids 和 list。',
  },
}
