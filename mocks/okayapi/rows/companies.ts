/** The invented companies that all lists of customers speak of, each with one industry, size and province. */
import type { World } from '../../world/world.ts'
import { type Draw, drawing, times } from './draw.ts'

export interface Company {
  name: string
  /** First and second level. */
  industry: string
  branch: string
  nature: string
  staff: Staff
  province: string
  /** The part of the country that the province lies in. */
  area: string
}

export interface Staff {
  text: string
  from: string
  /** Empty where it is open. */
  to: string
}

/** Industry → the noun in a company's name, and its branches. */
const industries: [industry: string, noun: string, branches: string[]][] = [
  ['装备制造', '机械', ['工程机械', '数控机床', '自动化设备']],
  ['食品饮料', '食品', ['乳制品', '休闲食品', '软饮料']],
  ['能源', '能源', ['电力', '新能源', '燃气']],
  ['医药健康', '医药', ['化学制药', '医疗器械', '连锁药房']],
  ['金融', '金融服务', ['银行', '保险', '证券']],
  ['零售', '商贸', ['连锁商超', '服装零售', '电商']],
  ['汽车', '汽车', ['整车制造', '汽车零部件', '汽车经销']],
  ['房地产', '置业', ['住宅开发', '物业服务', '商业运营']],
  ['信息技术', '信息技术', ['软件服务', '云计算', '集成电路']],
  ['物流运输', '物流', ['快递', '仓储', '航空货运']],
]
const areas: [area: string, provinces: string[]][] = [
  ['华东', ['上海', '江苏', '浙江', '安徽', '福建', '江西', '山东']],
  ['华北', ['北京', '天津', '河北', '山西', '内蒙古']],
  ['华南', ['广东', '广西', '海南']],
  ['华中', ['河南', '湖北', '湖南']],
  ['西南', ['重庆', '四川', '贵州', '云南', '西藏']],
  ['西北', ['陕西', '甘肃', '青海', '宁夏', '新疆']],
  ['东北', ['辽宁', '吉林', '黑龙江']],
]
const staffs: Staff[] = [
  { text: '100人以下', from: '1', to: '100' },
  { text: '100-500人', from: '100', to: '500' },
  { text: '500-1000人', from: '500', to: '1000' },
  { text: '1000-2000人', from: '1000', to: '2000' },
  { text: '2000-5000人', from: '2000', to: '5000' },
  { text: '5000人以上', from: '5000', to: '' },
]
const natures = ['民营企业', '国有企业', '外资企业', '合资企业', '上市公司']
const forms = ['集团', '有限公司', '股份有限公司']

/** Three characters that no company is known to bear together. */
const stems = [
  '青禾',
  '澄湖',
  '北岭',
  '云岫',
  '栖松',
  '远汀',
  '晨榆',
  '星澜',
  '沐岚',
  '砚溪',
  '霁川',
  '竹屿',
  '临樾',
  '弈舟',
]
const marks = ['里', '原', '舍', '渡', '合', '拾', '宁', '岸', '丘', '森']

const COMPANIES = 120

const known = new WeakMap<World, Company[]>()

export function companiesOf(world: World): readonly Company[] {
  const before = known.get(world)
  if (before) return before
  const draw = drawing(world, 'companies')
  const names = stems.flatMap(stem => marks.map(mark => stem + mark))
  const made = draw.some(names, COMPANIES).map(name => company(name, draw))
  known.set(world, made)
  return made
}

function company(stem: string, draw: Draw): Company {
  const [industry, noun, branches] = draw.pick(industries)
  const [area, provinces] = draw.pick(areas)
  return {
    name: `${stem}${noun}${draw.pick(forms)}`,
    industry,
    branch: draw.pick(branches),
    nature: draw.pick(natures),
    staff: draw.pick(staffs),
    province: draw.pick(provinces),
    area,
  }
}

/** One row a draw, each about one of the companies. */
export function perCompany<R>(world: World, what: string, count: number, make: (company: Company, draw: Draw) => R) {
  const draw = drawing(world, what)
  const companies = companiesOf(world)
  return times(count, () => make(draw.pick(companies), draw))
}
