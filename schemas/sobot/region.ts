/** 3.8 Provinces, cities and districts. The printed answers of 3.8.2 and 3.8.3 stand at each other's place. */
import { Type as T } from '@sinclair/typebox'
import { block, text } from '../atoms.ts'
import { defineOperation } from '../define.ts'
import { items, success } from './common.ts'

const provinceid = text('省份id', 'Code of the province, six digits.')
const cityid = text('城市id', 'Code of the city, six digits.')

export const provinceList = defineOperation({
  title: '查询省份',
  summary: 'List the provinces',
  doc: '3.8.1',
  zh: { summary: '查询省份' },
  method: 'GET',
  path: '/api/scrm/5/user_dynamic/provice',
  reply: items(block('省份', 'A province.', { provinceid, province_name: text('省份名称', 'Name of the province.') })),
  examples: {
    documented: {
      reply: {
        ...success,
        items: [
          { provinceid: '110000', province_name: '北京市' },
          { provinceid: '120000', province_name: '天津市' },
          { provinceid: '130000', province_name: '河北省' },
        ],
      },
    },
  },
})

const City = block('城市', 'A city of a province.', { provinceid, cityid, city_name: text('城市名称', 'Name of the city.') }, { $id: 'City' })
const Area = block(
  '区县',
  'A district of a city.',
  { cityid, areaid: text('区县id', 'Code of the district, six digits.'), area_name: text('区县名称', 'Name of the district.') },
  { $id: 'Area' },
)

const cities = {
  ...success,
  items: [
    { cityid: '130100', city_name: '石家庄市', provinceid: '130000' },
    { cityid: '130200', city_name: '唐山市', provinceid: '130000' },
    { cityid: '130300', city_name: '秦皇岛市', provinceid: '130000' },
    { cityid: '130400', city_name: '邯郸市', provinceid: '130000' },
  ],
}
const areas = {
  ...success,
  items: [
    { areaid: '130302', area_name: '海港区', cityid: '130300' },
    { areaid: '130303', area_name: '山海关区', cityid: '130300' },
  ],
}

export const cityList = defineOperation({
  title: '查询城市',
  summary: 'List the cities of a province',
  doc: '3.8.2',
  description: 'Answers cities; the document prints districts here and cities in 3.8.3.',
  zh: { summary: '查询一个省的城市', description: '返回城市；文档在这里印的是区县，城市印在 3.8.3。' },
  method: 'GET',
  path: '/api/scrm/5/user_dynamic/city/{provinceid}',
  params: T.Object({ provinceid }),
  reply: items(T.Union([City, Area])),
  examples: { documented: { params: { provinceid: '130000' }, reply: cities } },
  variants: { 'swapped as printed': { params: { provinceid: '130000' }, reply: areas } },
})

export const areaList = defineOperation({
  title: '查询区县',
  summary: 'List the districts of a city',
  doc: '3.8.3',
  description: 'Answers districts; the document prints cities here and districts in 3.8.2.',
  zh: { summary: '查询一个城市的区县', description: '返回区县；文档在这里印的是城市，区县印在 3.8.2。' },
  method: 'GET',
  path: '/api/scrm/5/user_dynamic/area/{cityid}',
  params: T.Object({ cityid }),
  reply: items(T.Union([Area, City])),
  examples: { documented: { params: { cityid: '130300' }, reply: areas } },
  variants: { 'swapped as printed': { params: { cityid: '130300' }, reply: cities } },
})
