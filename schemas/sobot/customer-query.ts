/** 3.3.1–3.3.2 Find customers. */
import { Type as T } from '@sinclair/typebox'
import { codes, digits, list, numeric, openCodes, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { done, item, pageQuery, success } from './common.ts'
import { CustomerDetail, FoundCustomer } from './customer-shape.ts'
import { camelCase, snakeCase } from './examples/customer-detail.ts'
import { asText, customers } from './examples/customer-list.ts'

const query = {
  page_size: 2,
  page_no: 1,
  isblack: '0' as const,
  search_type: '4',
  search_value: '16000000102',
  stageid: '12a99583c8950c48c7d7c30fbb1b18cb',
  create_start_time: '1625138677',
  create_end_time: '1625397877',
  user_label: '1e20195cb19c742e28e1931944f7d6ac,7c4494aa1e6a1989d56f0f19e361f118',
  module_type: '3',
}
const counts = { page_count: 76, total_count: 152, page_size: 2 }
const reply = { ...success, items: customers, page_no: 1, ...counts }

export const customerListByPage = defineOperation({
  title: '查询客户列表',
  summary: 'Find customers',
  doc: '3.3.1',
  description: 'Answers the customers that meet every condition sent, page by page. The curl sends the same query by POST.',
  zh: { summary: '查询客户列表', description: '分页返回符合所有已发送条件的客户。curl 示例用 POST 发送同样的查询串。' },
  method: 'GET',
  otherMethod: 'POST',
  path: '/api/scrm/5/user/list_by_page',
  query: T.Object({
    search_type: T.Optional(
      openCodes('类型', 'Which field search_value is looked for in.', {
        1: ['客户昵称', 'Nickname'],
        2: ['真实姓名', 'Real name'],
        3: ['公司', 'Company'],
        4: ['电话', 'Phone'],
        5: ['邮箱', 'E-mail'],
        tel: ['电话', 'Phone; the table calls it 4', 'example'],
      }),
    ),
    search_value: T.Optional(text('搜索值', 'What to look for; whether a part of the value is enough is not documented.')),
    wx_build_unionId: T.Optional(text('客户的微信unionId--自建应用', 'WeChat union id in an app of your own; the answers spell it wx_build_unionid.')),
    stageid: T.Optional(text('跟进阶段id', 'Only customers in this stage, by its id in stageList.')),
    create_start_time: T.Optional(digits('创建开始时间', 'Only customers created then or later, in seconds since 1970.')),
    create_end_time: T.Optional(digits('创建结束时间', 'Only customers created until then, in seconds since 1970.')),
    user_label: T.Optional(text('标签', 'Ids of labels, comma-separated: WeCom labels or business labels.')),
    isblack: T.Optional(
      codes('是否黑名单', 'Only customers who are, or are not, blacklisted.', { '0': ['否', 'Not blacklisted'], '1': ['是', 'Blacklisted'] }),
    ),
    module_type: T.Optional(
      openCodes('模块分类', 'Which of the lists of the CRM to search; all customers when absent.', {
        1: ['全部客户', 'All customers'],
        2: ['首咨客户列表', 'First consultations'],
        3: ['待分配客户列表', 'Waiting to be assigned'],
        4: ['跟进中的客户列表', 'Being followed up'],
        5: ['公海客户列表', 'The public pool'],
        6: ['我负责的客户列表', 'My own customers'],
      }),
    ),
    ...pageQuery(15),
  }),
  reply: T.Object({
    ...done.properties,
    items: list('查询信息', 'The customers found; empty when there are none.', FoundCustomer),
    page_no: T.Optional(numeric('当前页数', 'The page answered, from 1; missing from the example.')),
    page_count: numeric('总页数', 'Number of pages that the conditions fill at this page_size.'),
    total_count: numeric('总数量', 'Customers found on all pages.'),
    page_size: numeric('页码大小', 'Customers on a full page.'),
  }),
  examples: { documented: { query, reply } },
  variants: {
    'search_type by name': { query: { ...query, search_type: 'tel' }, reply },
    'counts as text': { query, reply: { ...reply, page_no: '1', page_count: '76', total_count: '152', page_size: '2' } },
    'no page_no': { query: { ...query, page_size: 5 }, reply: { ...success, items: customers, ...counts } },
    'numbers as text': { query, reply: { ...reply, items: customers.map(asText) } },
    'every field of the table': {
      query,
      reply: { ...reply, items: customers.map(customer => ({ ...snakeCase, visitorids: '', partnerid: '', ...customer })) },
    },
  },
})

const params = { id: camelCase.id }

export const customerDetail = defineOperation({
  title: '查询客户详情',
  summary: 'Get one customer',
  doc: '3.3.2',
  description: 'Answers all that is known of a customer.',
  zh: { summary: '查询客户详情', description: '返回一个客户的所有已知信息。' },
  method: 'GET',
  path: '/api/scrm/5/user/detail/{id}',
  params: T.Object({ id: text('客户id', 'Id of the customer.') }),
  reply: item(CustomerDetail),
  examples: { documented: { params, reply: { ...success, item: camelCase } } },
  variants: {
    'names as in the table': { params, reply: { ...success, item: { ...snakeCase, visitor_ids: '', partner_id: '' } } },
    'sex as a number': { params, reply: { ...success, item: { ...camelCase, sex: 1 } } },
  },
})
