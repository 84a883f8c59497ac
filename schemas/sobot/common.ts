/** Shapes that the chapters share: answers, paging, and what is known of a customer. */
import { Type as T, type TSchema } from '@sinclair/typebox'
import { block, codes, constant, integer, jsonText, list, openIntegerCodes, text } from '../atoms.ts'
import { sexes } from './codes.ts'

export const success = { ret_code: '000000', ret_msg: '操作成功' } as const

const outcome = {
  ret_code: constant('000000', '返回编码', 'Six digits, always 000000 on success.'),
  ret_msg: text('返回信息', 'Chinese sentence for people; do not branch on it.'),
}

/** Success without data. */
export const done = T.Object(outcome, { $id: 'Done' })

export const item = <S extends TSchema>(schema: S) => T.Object({ ...outcome, item: schema })

const found = <S extends TSchema>(entry: S) => list('对象列表', 'The entries found; empty when there are none.', entry)

/** Every entry at once. */
export const items = <S extends TSchema>(entry: S) => T.Object({ ...outcome, items: found(entry) })

/** One page of entries, counted by integers. */
export const page = <S extends TSchema>(entry: S) =>
  T.Object({
    ...outcome,
    items: found(entry),
    page_count: integer('共几页', 'Number of pages that the filter fills at this page_size.'),
    page_no: integer('起始页', 'The page answered, from 1.'),
    page_size: integer('每页条数', 'Entries on a full page.'),
    total_count: integer('数据条数', 'Entries that the filter finds on all pages.'),
  })

/** Paging of a request. */
export const pageQuery = (size: number) => ({
  page_no: T.Optional(integer('起始页码', 'The page wanted, from 1; 1 when absent.')),
  page_size: T.Optional(integer('每页条数', `Entries wanted on a page; ${size} when absent. No upper limit is documented.`)),
})

/** The answer to a call that failed: no item, no items. */
export const failure = T.Object(
  {
    ret_code: text('返回编码', 'Six digits, anything but 000000; the error catalogue lists them.', { pattern: '^(?!000000$)' }),
    ret_msg: text('返回信息', 'What went wrong, in Chinese.'),
  },
  { $id: 'Failure' },
)

/** How to reach a customer, and the company behind. */
export const contact = {
  email: T.Optional(text('邮箱', 'E-mail address.')),
  tel: T.Optional(text('手机号码', 'Mobile number.')),
  qq: T.Optional(text('QQ号', 'QQ number.')),
  wx: T.Optional(text('微信号', 'WeChat name.')),
  remark: T.Optional(text('备注', 'Free note on the customer.')),
  enterpriseid: T.Optional(text('企业ID', 'Id of the company that the customer works for; not the id of your own company (companyid).')),
  enterprise_name: T.Optional(text('企业名称', 'Name of that company.')),
  is_vip: T.Optional(codes('客户等级', 'Whether the customer is a VIP.', { '0': ['普通', 'Ordinary'], '1': ['vip', 'VIP'] })),
}

export const sex = T.Optional(openIntegerCodes('性别', 'Sex; absent when unknown.', sexes))

/** Province, city and district. The province is misspelt on the wire, except in 3.8.1 and the pushes. */
export const place = {
  proviceid: T.Optional(text('省id', 'Code of the province, as provinceList answers it; spelt without its n.')),
  provice_name: T.Optional(text('省名称', 'Name of the province; spelt without its n.')),
  cityid: T.Optional(text('市id', 'Code of the city, as cityList answers it.')),
  city_name: T.Optional(text('市名称', 'Name of the city.')),
  areaid: T.Optional(text('区id', 'Code of the district, as areaList answers it.')),
  area_name: T.Optional(text('区名称', 'Name of the district.')),
}

export const level = {
  vip_level: T.Optional(text('VIP级别', 'Id of the VIP level; every company keeps its own list of levels.')),
}

/** Values of custom fields in a request: a JSON array written as text. */
export const customFields = T.Optional(
  jsonText(
    '客户自定义-扩展字段',
    'Values of custom fields: a JSON array, itself written as text.',
    T.Array(
      block(
        '扩展字段',
        'Value of one custom field. A drop-down field may be named by fieldid or by field_params.',
        {
          fieldid: T.Optional(text('自定义字段id', 'Id of the field, as customFieldList answers it (field_id).')),
          field_value: text('输入内容', 'The value. Of check boxes the values of the chosen options, of a cascade the values level by level, comma-separated.'),
          field_params: T.Optional(text('参数名称', 'Parameter name of the field, instead of fieldid.')),
        },
        { $id: 'CustomFieldValue' },
      ),
    ),
  ),
)
