/** What all operations share: the path, the common parameters, paging, and the envelope of the reply. */
import { Type as T, type TSchema } from '@sinclair/typebox'
import { block, constant, integer, list, openCodes, text } from '../atoms.ts'

/** The new path. The old one, `/?s=SVIP.Swxiryan0788_MyApi.<Name>`, is a query on one path for all operations and so cannot stand in a contract. */
export const path = (name: string): `/${string}` => `/api/SVIP/Swxiryan0788_MyApi/${name}`

/** Parameters that every operation takes. They stand in the query, also where the rest is a JSON body. */
export const common = {
  app_key: text(
    '开发者应用的app_key',
    "Key of the developer's application, 32 characters. The table states the minimum only; live servers refuse longer ones too.",
    {
      minLength: 32,
    },
  ),
  sign: T.Optional(
    text(
      '接口签名',
      'Signature of the request: upper-case hex MD5 over the values of all other parameters, in the order of their names, followed by the secret. ' +
        'Checked when sent; demanded only where the application switched signatures on. The table lost the list that explains it.',
    ),
  ),
  uuid: T.Optional(
    text('UUID', 'Global id of the member of the application who is logged in. Goes together with token; counts as an active member of the day.'),
  ),
  token: T.Optional(text('会话凭证', 'Session of that member, obtained by logging in. Goes together with uuid.')),
  return_data: T.Optional(
    openCodes(
      '数据返回结构',
      'How much of the envelope comes back. The contracts describe the reply to 0. The table lost its list; 1 is known from the row of data.',
      { 0: ['完整返回', 'The full envelope', 'observed'], 1: ['只返回data', 'Nothing but data: no ret, msg, _t, _auth'] },
      { default: '0' },
    ),
  ),
}

/** Paging where the table gives type, default and limits. */
export const paging = {
  page: T.Optional(integer('第几页', 'Number of the page, from 1.', { minimum: 1, default: 1 })),
  perpage: T.Optional(integer('分页数量', 'Rows a page.', { minimum: 1, maximum: 10000, default: 10 })),
}

/** The usual page of rows, under its pinyin names. */
export const page = <R extends TSchema>(row: R) =>
  block('业务数据', 'One page of rows.', {
    lie_biao: list('数据列表', 'The rows; empty when the query fails.', row),
    zong_shu: integer('总数', 'Number of rows on all pages.'),
  })

const closing = {
  msg: text('提示信息', 'A hint or an error for engineers. On success a banner that names the service; do not depend on it.'),
  _t: T.Optional(integer('服务器当时Unix时间戳', 'Time of the server, in Unix seconds. Absent where reverse signatures are switched off (by ticket).')),
  _auth: T.Optional(
    text(
      '反向数字签名',
      'Lower-case hex MD5 over the JSON text of data, the digits of _t and the secret, by which a client detects tampering. Absent where it is switched off (by ticket).',
    ),
  ),
}

/** A reply that succeeded. HTTP status is always 200: `ret` tells. */
export const envelope = <D extends TSchema>(data: D) =>
  T.Object({ ret: constant(200, '接口状态码', 'Status of the call: 200 for success, 4xx for a fault of the client, 5xx of the server.'), data, ...closing })

/** Endpoints of which the document says nothing about the answer. */
export const undocumented = block('业务数据', 'Business data of which the document has no row: nothing in it is promised.', {})

/** The answer to any call that failed. */
export const failure = T.Object(
  {
    ret: integer('接口状态码', 'Status of the call: 4xx for a fault of the client, 5xx of the server.', { minimum: 400 }),
    data: T.Union([T.Object({}), T.Array(T.Unknown())], { title: '业务数据', description: 'Empty: the framework writes {}; the table also allows a list.' }),
    ...closing,
  },
  { $id: 'Failure', title: '失败返回', description: 'What any call answers when it fails. HTTP status is 200 all the same.' },
)

/** What several lists say of a customer. */
export const customer = text('客户名称', 'Name of the customer.')
export const customerIndustry = text('客户行业', "The customer's industry.")
export const nature = text('企业性质', 'Nature of the company, such as private or state-owned.')
export const companyType = text('企业类型', 'Type of the company; the same field is called 企业性质 elsewhere.')
export const staffSize = text('人员规模', 'Number of employees, in words or as a range.')
export const staffRange = {
  staff_size_min: T.Optional(text('人员规模_最小值', 'At least so many employees.')),
  staff_size_max: T.Optional(text('人员规模_最大值', 'At most so many employees.')),
}
export const words = (title: string) => text(`${title}(拆好词的文本)`, 'Industries as text that was split into words beforehand. The separator is not stated.')

/** One step of a prompt. */
export const step = (number: number) => text(`步骤${number}`, `Prompt of step ${number}; empty where there are fewer steps, as far as we can tell.`)
