/** What `ret` can say besides 200. The document gives the ranges 4xx and 5xx; the codes are known from the vendor's other pages and live answers. */
import { defineErrors } from '../define.ts'

export const errors = defineErrors([
  {
    code: 400,
    message: '客户端非法请求：',
    cause:
      'A parameter is missing, too short, too long, out of range or no JSON, or the signature is wrong. The sentence after the colon says which: ' +
      '缺少必要参数app_key, perpage应该小于等于10000, 但现在perpage = 10001, 参数text的JSON数据格式错误, 签名错误.',
    cure: 'Mend the request. For 签名错误 sort all parameters but sign by name, join their values, append the secret, and take the upper-case MD5.',
    retryable: false,
    everywhere: true,
    evidence: 'observed',
  },
  {
    code: 401,
    message: '客户端非法请求：登录会话已过期，请重新登录',
    cause: 'uuid and token name no living session.',
    cure: 'Log in again, or leave out both: none of these operations is known to need a session.',
    retryable: false,
    everywhere: true,
    evidence: 'observed',
  },
  {
    code: 402,
    message: '客户端非法请求：IP已被禁用',
    cause: 'The address of the caller is banned. The code is known; this wording of the message is ours.',
    cure: 'Ask the vendor to lift the ban.',
    retryable: false,
    everywhere: true,
    evidence: 'assumed',
  },
  {
    code: 404,
    message: '客户端非法请求：接口服务{service}不存在',
    cause:
      'There is no such service. Names are case sensitive, misspelt or not; {service} is the dotted name that was asked for. Checked before anything else.',
    cure: 'Compare the path with the document, letter by letter.',
    retryable: false,
    everywhere: true,
    evidence: 'observed',
  },
  {
    code: 406,
    message: '客户端非法请求：非法app_key',
    cause: 'The key has the right length, but belongs to no application, or not to one of this domain. Some servers append a hint at the domain.',
    cure: 'Check the key and the domain of the application.',
    retryable: false,
    everywhere: true,
    evidence: 'observed',
  },
  {
    code: 407,
    message: '客户端非法请求：app_key已过期',
    cause: "The application's package has run out. The code is known; this wording of the message is ours.",
    cure: 'Renew the package.',
    retryable: false,
    everywhere: true,
    evidence: 'assumed',
  },
  {
    code: 500,
    message: '服务器运行错误: ',
    cause: 'The server failed; other numbers from 500 on mean the same. The prefix is that of the framework, PhalApi; this vendor may word it otherwise.',
    cure: 'Try again later; report it if it stays.',
    retryable: true,
    everywhere: true,
    evidence: 'assumed',
  },
])
