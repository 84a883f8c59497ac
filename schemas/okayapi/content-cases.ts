/** 内容案例: what content was sold, to whom, by which proposal. Each parameter narrows a list; how it is compared is not stated. */
import { Type as T } from '@sinclair/typebox'
import { block, list, numeric, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { common, companyType, customer, customerIndustry, envelope, nature, page, paging, path, staffRange, staffSize, undocumented, words } from './common.ts'
import { app_key, plain, signed } from './examples/call.ts'
import { proposal, purchases } from './examples/cases.ts'

const crowd = text('项目人群', 'Whom the project was for.')
const project = text('项目名称', 'Name of the project.')

/** Filters that the two lists of content cases share. */
const contentCase = {
  kh_name: T.Optional(customer),
  kh_industry_1: T.Optional(customerIndustry),
  xm_crowd: T.Optional(crowd),
  xm_name: T.Optional(project),
  enterprise_type: T.Optional(nature),
  content_product: T.Optional(text('内容产品', 'The content product.')),
  case_time: T.Optional(text('案例时间', 'Time of the case; the format is not stated.')),
  product_series: T.Optional(text('产品系列', 'Series that the product belongs to.')),
}

/** 字符串 without default and limits here, 整型 with both elsewhere. */
const textPaging = {
  page: T.Optional(numeric('第几页', 'Number of the page: text by this table, a number by others. No default is stated here.')),
  perpage: T.Optional(numeric('分页数量', 'Rows a page: text by this table, a number by others. No default is stated here.')),
}

const contentCases = { query: { app_key, page: '1', perpage: '10', kh_industry_1: '装备制造', train_target: '一线主管' } }

export const ANrkhCaseDetail = defineOperation({
  title: '内容客户案例明细数据列表',
  summary: 'List cases of content customers',
  doc: '4',
  description: 'Cases of customers who use bought content. The answer is not documented.',
  zh: { summary: '列出内容客户案例', description: '使用所购内容的客户的案例。文档没有写响应的内容。' },
  method: 'GET',
  path: path('ANrkhCaseDetail'),
  query: T.Object({
    ...common,
    ...textPaging,
    ...contentCase,
    train_target: T.Optional(text('培训对象', 'Who was trained.')),
    yxt_industry_1: T.Optional(text('行业', "Industry, in the tenant's own classes (yxt), it seems.")),
    yxt_industry_more: T.Optional(words('行业')),
    case_name: T.Optional(text('案例名称', 'Name of the case.')),
    kh_industry_more: T.Optional(words('客户行业')),
  }),
  reply: envelope(undocumented),
  examples: { documented: { ...contentCases, reply: { ...signed('ANrkhCaseDetail'), data: {} } } },
  variants: {
    'reverse signature off': { ...contentCases, reply: { ...plain('ANrkhCaseDetail'), data: {} } },
    'page as a number': { query: { app_key, page: 1, perpage: 10 }, reply: { ...signed('ANrkhCaseDetail'), data: {} } },
  },
})

const proposals = { query: { app_key, page: '1', perpage: '10', kh_industry_1: '装备制造' } }

export const ANrdadanCaseDetail = defineOperation({
  title: '内容打单方案明细数据列表',
  summary: 'List proposals for content deals',
  doc: '5',
  description: 'Proposals by which deals over content were pursued, with a link to each. Only five of the filters come back as fields.',
  zh: { summary: '列出内容打单方案', description: '为内容业务打单时所用的方案，每个方案带一个链接。筛选条件中只有五个会作为字段返回。' },
  method: 'GET',
  path: path('ANrdadanCaseDetail'),
  query: T.Object({
    ...common,
    ...textPaging,
    ...contentCase,
    case_url: T.Optional(text('方案链接', 'Link to the proposal.')),
    kh_industry_more: T.Optional(words('行业')),
    params_more: T.Optional(text('综合参数', 'Several conditions in one text; its form is not stated.')),
  }),
  reply: envelope(
    block('业务数据', 'One page of proposals.', {
      lie_biao: list(
        '数据列表',
        'The rows; empty when the query fails.',
        block('打单方案', 'One proposal.', {
          kh_name: customer,
          kh_industry_1: customerIndustry,
          xm_crowd: crowd,
          xm_name: project,
          case_url: text('方案链接', 'Link to the proposal.'),
        }),
      ),
      zong_shu: numeric('总数', 'Number of rows on all pages: text by this table, a number by the others.'),
    }),
  ),
  examples: {
    documented: { ...proposals, reply: { ...signed('ANrdadanCaseDetail'), data: { lie_biao: [proposal], zong_shu: '1' } } },
    'empty list': { query: { app_key, kh_name: '无此客户' }, reply: { ...signed('ANrdadanCaseDetail'), data: { lie_biao: [], zong_shu: '0' } } },
  },
  variants: {
    'reverse signature off': { ...proposals, reply: { ...plain('ANrdadanCaseDetail'), data: { lie_biao: [proposal], zong_shu: '1' } } },
    'page as a number': {
      query: { app_key, page: 1, perpage: 10 },
      reply: { ...signed('ANrdadanCaseDetail'), data: { lie_biao: [proposal], zong_shu: '1' } },
    },
    'zong_shu as a number': { ...proposals, reply: { ...signed('ANrdadanCaseDetail'), data: { lie_biao: [proposal], zong_shu: 1 } } },
  },
})

const procurement = { query: { app_key, page: 1, perpage: 10, staff_size_min: '1000' } }
const organisation = text('机构名称', 'Name of the organisation that bought.')
const industryClass = text('行业分类', 'Industry, by class.')
const classType = text('班型', 'Form of the class.')
const product = text('产品名称', 'Name of the product.')
const sourceType = text('来源类型', 'Where the product came from.')

export const ALieBiaoProductprocuredetail = defineOperation({
  title: '根据搜索条件,分页获取21-24年内容产品采购明细数据列表,支持排序、搜索',
  summary: 'List purchases of content products, 2021 to 2024',
  doc: '9',
  description: 'Who bought which content product, a page at a time. Sorting is promised, but no parameter does it; money filters, but does not come back.',
  zh: {
    summary: '列出 2021 至 2024 年的内容产品采购记录',
    description: '谁购买了哪种内容产品，分页返回。文档承诺支持排序，但没有参数可以排序；金额可用于筛选，却不返回。',
  },
  method: 'GET',
  path: path('ALieBiaoProductprocuredetail'),
  query: T.Object({
    ...common,
    ...paging,
    org_name: T.Optional(organisation),
    yxt_industry_1: T.Optional(industryClass),
    enterprise_type: T.Optional(companyType),
    staff_size: T.Optional(staffSize),
    money: T.Optional(text('金额', 'Amount of the purchase; the unit is not stated.')),
    class_type: T.Optional(classType),
    product_name: T.Optional(product),
    source_type: T.Optional(sourceType),
    ...staffRange,
    yxt_industry_more: T.Optional(words('行业')),
  }),
  reply: envelope(
    page(
      block('采购明细', 'One purchase.', {
        org_name: organisation,
        yxt_industry_1: industryClass,
        enterprise_type: companyType,
        staff_size: staffSize,
        class_type: classType,
        product_name: product,
        source_type: sourceType,
        staff_size_min: text('人员规模_最小值', 'Lower end of the number of employees.'),
        staff_size_max: text('人员规模_最大值', 'Upper end of the number of employees; empty where it is open, as far as we can tell.'),
      }),
    ),
  ),
  examples: {
    documented: { ...procurement, reply: { ...signed('ALieBiaoProductprocuredetail'), data: { lie_biao: purchases, zong_shu: 2 } } },
    'empty list': { query: { app_key, org_name: '无此机构' }, reply: { ...signed('ALieBiaoProductprocuredetail'), data: { lie_biao: [], zong_shu: 0 } } },
  },
  variants: { 'reverse signature off': { ...procurement, reply: { ...plain('ALieBiaoProductprocuredetail'), data: { lie_biao: purchases, zong_shu: 2 } } } },
})
