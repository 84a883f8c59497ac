/** Rows about the software: customers who left a competing platform for it, and customers whom it was sold to. */
import type { World } from '../../world/world.ts'
import { perCompany } from './companies.ts'
import type { Draw } from './draw.ts'

const COUNT = 240

const competitors = ['某学习平台', '某企业大学系统', '自建学习系统', '某在线考试平台', '某培训管理软件']
const reasons = [
  '原平台缺少岗位学习地图',
  '原平台移动端体验不佳',
  '原平台无法与组织架构同步',
  '原平台内容更新慢',
  '原合同到期,服务响应不及时',
  '原平台不支持多级分院管理',
]
const sellers = ['陈一诺', '林晓然', '周明远', '许知夏', '沈亦舟', '何予安']
const keywords = [
  '连锁门店',
  '跨区域',
  '多语言',
  '岗位认证',
  '经销商培训',
  '干部培养',
  '新员工',
  '班组学习',
  '考试认证',
]

export const replacements = (world: World) =>
  perCompany(world, 'replacements', COUNT, ({ name, industry, nature, staff, area }, draw) => ({
    kh_industry_1: industry,
    area,
    staff_size: staff.text,
    staff_size_begin: staff.from,
    staff_size_end: staff.to,
    competitor_name: draw.pick(competitors),
    kh_name: name,
    replace_year: String(draw.between(2019, 2024)),
    replace_reason: draw.pick(reasons),
    enterprise_type: nature,
    sign_sales: draw.pick(sellers),
  }))

export const sales = (world: World) =>
  perCompany(world, 'sales', COUNT, ({ name, industry, branch, nature, staff, province }, draw) => ({
    archive_name: `${name}学习平台项目`,
    yxt_industry_1: industry,
    yxt_industry_2: branch,
    enterprise_type: nature,
    staff_size: staff.text,
    customer_province: province,
    customer_keywords: [branch, ...draw.some(keywords, 2)].join(','),
    account_count: accounts(Number(staff.from), Number(staff.to || 20_000), draw),
    // They filter, but do not come back.
    staff_size_min: staff.from,
    staff_size_max: staff.to,
  }))

/** Never more accounts than employees. */
const accounts = (least: number, most: number, draw: Draw) => String(draw.between(Math.max(least, 20), most))
