/** Rows about content: cases of customers, proposals for deals, purchases. Series, product and project of a row belong together. */
import type { World } from '../../world/world.ts'
import { perCompany } from './companies.ts'
import type { Draw } from './draw.ts'

const COUNT = 240

interface Series {
  name: string
  topic: string
  products: string[]
  crowds: string[]
}

const managers = ['一线主管', '中层干部', '高层管理者']
const staff = ['全体员工', '一线主管', '中层干部', '内训师']
const series: Series[] = [
  {
    name: '领导力系列',
    topic: '领导力提升',
    products: ['新任经理训练营', '主管七项修炼', '教练工作坊'],
    crowds: managers,
  },
  {
    name: '销售系列',
    topic: '销售能力提升',
    products: ['大客户销售方法', '门店销售实战课'],
    crowds: ['销售团队', '门店店长'],
  },
  { name: '新员工系列', topic: '职场融入', products: ['入职第一课', '职场通用能力包'], crowds: ['新员工', '校招新人'] },
  { name: '安全系列', topic: '安全生产', products: ['安全生产微课包', '班组安全案例集'], crowds: ['班组长', ...staff] },
  {
    name: '数字化系列',
    topic: '数字化转型',
    products: ['数据分析入门', '数字化思维公开课'],
    crowds: [...staff, ...managers],
  },
  { name: '合规系列', topic: '合规与风险', products: ['反舞弊与合规', '信息安全意识'], crowds: staff },
]
const classTypes = ['公开班', '内训', '线上直播班', '训战营']
const sources = ['自有', '合作', '采购', '定制开发']

/** A product sold to a customer for a crowd, at some month from 2021 to 2024. */
function deal(draw: Draw) {
  const { name, topic, products, crowds } = draw.pick(series)
  const xm_crowd = draw.pick(crowds)
  const month = String(draw.between(1, 12)).padStart(2, '0')
  return {
    xm_crowd,
    xm_name: `${xm_crowd}${topic}项目`,
    content_product: draw.pick(products),
    case_time: `${draw.between(2021, 2024)}-${month}`,
    product_series: name,
  }
}

export const contentCases = (world: World) =>
  perCompany(world, 'contentCases', COUNT, ({ name, industry, nature }, draw) => {
    const sold = deal(draw)
    return {
      kh_name: name,
      kh_industry_1: industry,
      yxt_industry_1: industry,
      enterprise_type: nature,
      train_target: sold.xm_crowd,
      case_name: `${name}${sold.xm_name}案例`,
      ...sold,
    }
  })

export const proposals = (world: World) =>
  perCompany(world, 'proposals', COUNT, ({ name, industry, nature }, draw) => ({
    kh_name: name,
    kh_industry_1: industry,
    enterprise_type: nature,
    ...deal(draw),
    case_url: `https://files.example.com/proposals/${draw.hex(6)}.pdf`,
  }))

export const purchases = (world: World) =>
  perCompany(world, 'purchases', COUNT, ({ name, industry, nature, staff }, draw) => ({
    org_name: name,
    yxt_industry_1: industry,
    enterprise_type: nature,
    staff_size: staff.text,
    class_type: draw.pick(classTypes),
    product_name: deal(draw).content_product,
    source_type: draw.pick(sources),
    staff_size_min: staff.from,
    staff_size_max: staff.to,
    // Yuan. It filters, but does not come back.
    money: String(draw.between(8, 600) * 1000),
  }))
