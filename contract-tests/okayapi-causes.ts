/** What earns each code of OkayAPI's catalogue; or why only an injected fault does. */
import type { Cause } from './causes.ts'

export const okayapiCauses: readonly Cause[] = [
  { code: 400, message: '客户端非法请求：', earned: { every: () => ({ query: { app_key: 'too short' } }) } },
  {
    code: 401,
    message: '客户端非法请求：登录会话已过期，请重新登录',
    earned: { every: () => ({ query: { uuid: 'A'.repeat(32), token: 'f'.repeat(64), user_id: 1 } }) },
  },
  {
    code: 402,
    message: '客户端非法请求：IP已被禁用',
    onlyAsFault: 'The mock bans no address: when the vendor does is not documented (assumption quotas).',
  },
  {
    code: 404,
    message: '客户端非法请求：接口服务{service}不存在',
    earned: { AGetAndyVarDatas: () => ({ path: '/api/SVIP/Swxiryan0788_MyApi/AGetAndyVarDatax' }) },
  },
  {
    code: 406,
    message: '客户端非法请求：非法app_key',
    earned: { every: () => ({ query: { app_key: 'A'.repeat(32), user_id: 1 } }) },
  },
  {
    code: 407,
    message: '客户端非法请求：app_key已过期',
    onlyAsFault: 'No package of the mock runs out (assumption quotas).',
  },
  { code: 500, message: '服务器运行错误: ', onlyAsFault: 'The mock is not known to fail by itself.' },
]
