/** The lists of cases, purchases and prompts: which parameter narrows them how, and what of a row comes back. */
import type { TSchema } from '@sinclair/typebox'
import { contractOf } from '../../schemas/contracts.ts'
import type { Operation } from '../../schemas/define.ts'
import { okayapi as vendor } from '../../schemas/index.ts'
import type { World } from '../world/world.ts'
import type { Work } from './behaviour.ts'
import {
  above,
  anyWord,
  anyWordAnywhere,
  atLeast,
  atMost,
  below,
  containing,
  equals,
  type Filters,
  narrowed,
  pageOf,
} from './filters.ts'
import type { Parameters } from './request.ts'
import { type List, type Row, rowsOf } from './rows/rows.ts'

const content = ['kh_name', 'kh_industry_1', 'xm_crowd', 'xm_name']
const product = ['enterprise_type', 'content_product', 'case_time', 'product_series']

/** Columns are compared by what they contain, unless a name says otherwise. So is money: nothing says that it is a limit. */
export const lists = {
  ANrkhCaseDetail: {
    rows: 'contentCases',
    filters: {
      ...containing(...content, ...product, 'train_target', 'yxt_industry_1', 'case_name'),
      yxt_industry_more: anyWord('yxt_industry_1'),
      kh_industry_more: anyWord('kh_industry_1'),
    },
  },
  ANrdadanCaseDetail: {
    rows: 'proposals',
    filters: {
      ...containing(...content, ...product, 'case_url'),
      kh_industry_more: anyWord('kh_industry_1'),
      params_more: anyWordAnywhere,
    },
  },
  APtjdCaseDetail: {
    rows: 'replacements',
    filters: {
      ...containing('kh_industry_1', 'area', 'staff_size', 'competitor_name', 'kh_name', 'replace_reason'),
      ...containing('enterprise_type', 'sign_sales'),
      staff_size_min: atLeast('staff_size_begin'),
      staff_size_max: atMost('staff_size_end'),
      replace_year: equals('replace_year'),
      kh_industry_more: anyWord('kh_industry_1'),
    },
  },
  ALieBiaoProductprocuredetail: {
    rows: 'purchases',
    filters: {
      ...containing('org_name', 'yxt_industry_1', 'enterprise_type', 'staff_size'),
      ...containing('money', 'class_type', 'product_name', 'source_type'),
      staff_size_min: atLeast('staff_size_min'),
      staff_size_max: atMost('staff_size_max'),
      yxt_industry_more: anyWord('yxt_industry_1'),
    },
  },
  ALieBiaoAndyReportPromts: {
    rows: 'reportPrompts',
    filters: { ...containing('app_catalog', 'app_name'), app_id: equals('app_id') },
  },
  ALieBiaoAndypromptsteps: {
    rows: 'promptSteps',
    filters: { version: equals('version'), step_type: equals('step_type') },
  },
  ARjkhSaleCaseDetail: {
    rows: 'sales',
    filters: {
      ...containing('archive_name', 'yxt_industry_1', 'yxt_industry_2', 'enterprise_type'),
      ...containing('customer_province', 'customer_keywords'),
      staff_size_min: atLeast('staff_size_min'),
      staff_size_max: atMost('staff_size_max'),
      account_count_gt: above('account_count'),
      account_count_lt: below('account_count'),
      yxt_industry_more: anyWord('yxt_industry_2'),
    },
  },
} satisfies { [operation: string]: { rows: List; filters: Filters } }

export type Listing = keyof typeof lists

const contractFor = (operation: Listing) => contractOf(vendor, 'operation', operation)?.contract as Operation

/** Column → its Chinese term: the columns of the answer or, where that is not documented, those that filter. */
export function columnsOf(operation: Listing): { [column: string]: string } {
  const { query, reply } = contractFor(operation)
  const stated = reply.properties.data.properties.lie_biao?.items.properties as Record<string, TSchema> | undefined
  const names = Object.keys(stated ?? lists[operation].filters).filter(it => !it.endsWith('_more'))
  return Object.fromEntries(names.map(it => [it, (stated ?? query.properties)[it].title as string]))
}

/** One list counts its rows in text; the one without documented rows is its twin. */
const countsInNumbers = (operation: Listing) =>
  typeof contractFor(operation).examples.documented?.reply.data.zong_shu === 'number'

function listing(operation: Listing) {
  const { rows, filters } = lists[operation]
  const columns = Object.keys(columnsOf(operation))
  const inNumbers = countsInNumbers(operation)
  const shown = (row: Row) => Object.fromEntries(columns.map(it => [it, row[it]]))
  return ({ query }: { query: Parameters }, world: World) => {
    const found = narrowed(rowsOf(world, rows), filters, query)
    const zong_shu = inNumbers ? found.length : String(found.length)
    return { lie_biao: pageOf(found, query).map(shown), zong_shu }
  }
}

type Listings = Required<Pick<Work, Listing>>

const every = Object.fromEntries((Object.keys(lists) as Listing[]).map(it => [it, listing(it)])) as unknown as Listings

export const listings: Listings = {
  ...every,
  ANrkhCaseDetail: (asked, world) =>
    world.switches.choice(vendor, 'missingRows') === 'given' ? every.ANrkhCaseDetail(asked, world) : {},
}
