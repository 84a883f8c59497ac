/** 软件案例: customers of the software, and those who left a competing platform for it. Each parameter narrows a list; how it is compared is not stated. */
import { Type as T } from '@sinclair/typebox'
import { block, integer, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { common, companyType, customer, customerIndustry, envelope, nature, page, paging, path, staffRange, staffSize, words } from './common.ts'
import { app_key, plain, signed } from './examples/call.ts'
import { replacement, sale } from './examples/cases.ts'

const replacements = { query: { app_key, page: 1, perpage: 10, kh_industry_1: '食品饮料', replace_year: '2023' } }
const area = text('地区', 'Region of the customer.')
const competitor = text('竞品名称', 'Name of the competing product.')
const year = text('替换年份', 'Year of the replacement.')
const reason = text('替换原因', 'Why it was replaced.')
const seller = text('签约销售', 'Salesperson who signed the deal.')

export const APtjdCaseDetail = defineOperation({
  title: '根据搜索条件,分页获取平台竞对切换案例明细数据列表,支持排序、搜索',
  summary: 'List switches from a competing platform',
  doc: '6',
  description: 'Customers who replaced a competing platform, a page at a time. Sorting is promised, but no parameter does it.',
  zh: { summary: '列出竞对平台切换案例', description: '更换了竞对平台的客户，分页返回。文档承诺支持排序，但没有参数可以排序。' },
  method: 'GET',
  path: path('APtjdCaseDetail'),
  query: T.Object({
    ...common,
    ...paging,
    kh_industry_1: T.Optional(customerIndustry),
    area: T.Optional(area),
    staff_size: T.Optional(staffSize),
    staff_size_min: T.Optional(text('人员规模-最小值', 'At least so many employees; comes back as staff_size_begin.')),
    staff_size_max: T.Optional(text('人员规模-最大值', 'At most so many employees; comes back as staff_size_end.')),
    competitor_name: T.Optional(competitor),
    kh_name: T.Optional(customer),
    replace_year: T.Optional(year),
    replace_reason: T.Optional(reason),
    enterprise_type: T.Optional(nature),
    sign_sales: T.Optional(seller),
    kh_industry_more: T.Optional(words('行业')),
  }),
  reply: envelope(
    page(
      block('切换案例', 'One replacement.', {
        kh_industry_1: customerIndustry,
        area,
        staff_size: staffSize,
        staff_size_begin: text('人员规模-开始', 'Lower end of the number of employees.'),
        staff_size_end: text('人员规模-结束', 'Upper end of the number of employees.'),
        competitor_name: competitor,
        kh_name: customer,
        replace_year: year,
        replace_reason: reason,
        enterprise_type: nature,
        sign_sales: seller,
      }),
    ),
  ),
  examples: {
    documented: { ...replacements, reply: { ...signed('APtjdCaseDetail'), data: { lie_biao: [replacement], zong_shu: 1 } } },
    'empty list': { query: { app_key, replace_year: '1999' }, reply: { ...signed('APtjdCaseDetail'), data: { lie_biao: [], zong_shu: 0 } } },
  },
  variants: { 'reverse signature off': { ...replacements, reply: { ...plain('APtjdCaseDetail'), data: { lie_biao: [replacement], zong_shu: 1 } } } },
})

const sales = { query: { app_key, page: 1, perpage: 10, customer_province: '江苏', account_count_gt: '1000' } }
const archive = text('档案名称', 'Name of the file on the customer.')
const industry = text('一级行业', 'Industry, first level.')
const branch = text('二级行业', 'Industry, second level.')
const province = text('客户所在省', 'Province of the customer.')
const keywords = text('客户关键字', 'Keywords about the customer.')

export const ARjkhSaleCaseDetail = defineOperation({
  title: '软件客户售卖案例明细数据列表',
  summary: 'List sales cases of software',
  doc: '14',
  description: 'Customers to whom the software was sold, a page at a time.',
  zh: { summary: '列出软件售卖案例', description: '购买了软件的客户，分页返回。' },
  method: 'GET',
  path: path('ARjkhSaleCaseDetail'),
  query: T.Object({
    ...common,
    page: T.Optional(integer('第几页', 'Number of the page. No default or limit is stated here.')),
    perpage: T.Optional(integer('分页数量', 'Rows a page. No default or limit is stated here.')),
    archive_name: T.Optional(archive),
    yxt_industry_1: T.Optional(industry),
    yxt_industry_2: T.Optional(branch),
    enterprise_type: T.Optional(companyType),
    ...staffRange,
    customer_province: T.Optional(province),
    customer_keywords: T.Optional(keywords),
    account_count_gt: T.Optional(text('帐号数大于', 'More accounts than this, digits.')),
    account_count_lt: T.Optional(text('帐号数小于', 'Fewer accounts than this, digits.')),
    yxt_industry_more: T.Optional(words('二级行业')),
  }),
  reply: envelope(
    page(
      block('售卖案例', 'One customer.', {
        archive_name: archive,
        yxt_industry_1: industry,
        yxt_industry_2: branch,
        enterprise_type: nature,
        staff_size: staffSize,
        customer_province: province,
        customer_keywords: keywords,
        account_count: text('帐号数', 'Number of accounts, digits.'),
      }),
    ),
  ),
  examples: {
    documented: { ...sales, reply: { ...signed('ARjkhSaleCaseDetail'), data: { lie_biao: [sale], zong_shu: 1 } } },
    'empty list': { query: { app_key, customer_province: '海南' }, reply: { ...signed('ARjkhSaleCaseDetail'), data: { lie_biao: [], zong_shu: 0 } } },
  },
  variants: { 'reverse signature off': { ...sales, reply: { ...plain('ARjkhSaleCaseDetail'), data: { lie_biao: [sale], zong_shu: 1 } } } },
})
