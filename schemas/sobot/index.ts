/** Sobot (智齿客服): the CRM of its open platform. */
import { Type as T } from '@sinclair/typebox'
import { text } from '../atoms.ts'
import { defineVendor } from '../define.ts'
import { assumptions } from './assumptions.ts'
import { failure } from './common.ts'
import * as customField from './custom-field.ts'
import * as customer from './customer.ts'
import * as customerLabel from './customer-label.ts'
import * as customerQuery from './customer-query.ts'
import * as dynamic from './dynamic.ts'
import { errata } from './errata.ts'
import { errors } from './errors.ts'
import * as label from './label.ts'
import * as labelGroup from './label-group.ts'
import * as push from './push.ts'
import * as region from './region.ts'
import * as source from './source.ts'
import * as staff from './staff.ts'
import * as stage from './stage.ts'
import * as token from './token.ts'

const header = { evidence: 'observed' } as const

export const sobot = defineVendor({
  id: 'sobot',
  title: '智齿',
  summary: 'Customers, their labels, stages and history in the CRM of Sobot (Zhichi)',
  source: '客户CRM, the page zhike_scrm of the developer documents of Zhichi, as text',
  origins: ['https://www.sobot.com', 'https://www.soboten.com', 'https://sg.sobot.com'],
  erratum: 'S',
  credentials: T.Object({
    appid: text('接口凭证Id', 'Public half of the credential; ask Sobot staff for it.'),
    app_key: text('密钥', 'Secret half; signs the request for a token, and pushes.'),
    companyid: T.Optional(text('公司id', 'Id of your company; only signed pushes need it.', { evidence: 'observed' })),
    token: T.Optional(text('token', 'A token that is already there; otherwise getToken fetches one.')),
  }),
  security: {
    token: { in: 'header', name: 'token', description: 'The token that getToken answers.' },
    sign: { in: 'query', name: 'sign', description: 'MD5 of appid, create_time and app_key in a row; see getToken.', open: true },
  },
  login: { operation: 'getToken', reply: 'item.token', credential: 'token', lifetime: 'item.expires_in' },
  failure: { schema: failure, code: 'ret_code', message: 'ret_msg' },
  push: {
    contentType: 'application/json',
    conversation: ['content.*.userid'],
    headers: T.Object({
      'X-Log-TimeStamp': T.Optional(text('时间戳', 'When it was sent, in milliseconds since 1970.', header)),
      'X-Log-RandomCode': T.Optional(text('随机码', 'Random text, new for every message.', header)),
      'X-Log-Sign': T.Optional(text('签名', 'Lower-case hexadecimal MD5 of companyid, time stamp, random code and app_key in a row.', header)),
    }),
    acknowledgement: {
      answer: { contentType: 'application/json', body: '{"code":0,"msg":"success"}' },
      accepts: { status: '2xx', json: [{ field: 'code', values: [0, '0'], optional: true }] },
      evidence: 'observed',
    },
  },
  errors,
  assumptions,
  errata,
  chapters: { token, labelGroup, label, customerLabel, customer, customerQuery, customField, dynamic, stage, source, staff, region, push },
})
