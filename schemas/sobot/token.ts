/** 2.1 The access token. */
import { Type as T } from '@sinclair/typebox'
import { block, digits, numeric, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { item, success } from './common.ts'

const query = { appid: '1', create_time: '1569397773', sign: '258eec3118705112b2c53dc8043d4d34' }
const token = '9be3ee659b61b5e10f8eae65747e5873'

export const getToken = defineOperation({
  title: '获取访问token编码',
  summary: 'Get an access token',
  doc: '2.1',
  description:
    'Every call answers a new token, good for expires_in seconds. Keep one token for all services and refresh it in time or after 900002. Every other operation wants it in the header `token`.',
  zh: {
    summary: '获取访问 token',
    description:
      '每次调用都返回一个新的 token，有效期为 expires_in 秒。各项服务共用一个 token，到期前或收到 900002 后刷新。其他接口都要求在请求头 `token` 中带上它。',
  },
  method: 'GET',
  path: '/api/get_token',
  open: true,
  query: T.Object({
    appid: text('接口凭证Id', 'Public half of the credential that Sobot staff hand out.'),
    create_time: digits('时间戳', 'Now, in seconds since 1970. No tolerance is documented.'),
    sign: text('签名', 'Lower-case hexadecimal MD5 of appid, create_time and app_key written one after the other.'),
  }),
  reply: item(
    block('返回对象', 'The token and its lifetime.', {
      token: text('token编码', 'The token, 32 hexadecimal digits.'),
      expires_in: numeric('凭证有效时间', 'Seconds until it expires; 86400 today. Text in the document; clients take a number as well.'),
    }),
  ),
  fails: ['900003', '900004'],
  examples: { documented: { query, reply: { ...success, item: { token, expires_in: '86400' } } } },
  variants: { 'expires_in as a number': { query, reply: { ...success, item: { token, expires_in: 86400 } } } },
})
