/** The card fields of the printed example, in its order, with one phone number throughout. */
import type { Static } from '@sinclair/typebox'
import type { CardProperty, CardPropertyOption } from '../card.ts'

type Option = Static<typeof CardPropertyOption>

const option = {
  companyId: 3359,
  createTime: '2024-06-26T17:28:41.000+08:00',
  defaultFlag: 'FALSE',
  delFlag: 'VALID',
  hidden: 0 as const,
  multiFlag: 'TRUE',
  pid: 0,
  propertyId: 9813,
  updateTime: '2024-06-26T17:46:32.000+08:00',
}

export const degreeOptions: Option[] = [
  { ...option, id: 4939, createTime: '2023-07-14T17:41:36.000+08:00', orderNumber: 1, propertyOption: '大一/大二' },
  { ...option, id: 6571, orderNumber: 2, propertyOption: '大三/大四' },
  { ...option, id: 6572, orderNumber: 3, propertyOption: '大专已毕业' },
  { ...option, id: 6573, orderNumber: 4, propertyOption: '本科已毕业' },
  { ...option, id: 6574, orderNumber: 5, propertyOption: '高考结束' },
]

const phone = '16000000001'

export const cardProperties: Static<typeof CardProperty>[] = [
  { fieldName: 'province', propertyId: 5031, propertyName: '省份', propertyValue: '黑龙江省', type: 'TEXT' },
  { fieldName: 'city', propertyId: 5021, propertyName: '城市', propertyValue: '哈尔滨', type: 'TEXT_AREA' },
  { fieldName: 'address', propertyId: 8846, propertyName: '详细地址', propertyValue: '哈尔滨', type: 'TEXT_AREA' },
  { fieldName: 'phone', propertyId: 5013, propertyName: '手机号码', propertyValue: phone, type: 'INTEGER' },
  {
    cardPropertyOptionList: degreeOptions,
    fieldName: 'field_name1',
    propertyId: 9813,
    propertyName: '研究生学历枚举',
    propertyValue: '大三/大四',
    type: 'SELECT',
  },
  { fieldName: 'name', propertyId: 5012, propertyName: '姓名', propertyValue: '武威#20240628-75', type: 'TEXT' },
  { fieldName: 'country', propertyId: 5030, propertyName: '国家', propertyValue: '中国', type: 'TEXT' },
]

/** A field with every row of its table, `hierarchy` included, after two that need no options. */
export const visitorProperties: Static<typeof CardProperty>[] = [
  { fieldName: 'name', propertyId: 5012, propertyName: '姓名', propertyValue: '陈一诺', type: 'TEXT' },
  { fieldName: 'phone', propertyId: 5013, propertyName: '手机号码', propertyValue: phone, type: 'INTEGER' },
  {
    cardPropertyOptionList: degreeOptions.map(option => ({ ...option, hierarchy: 1 })),
    fieldName: 'field_name1',
    propertyId: 9813,
    propertyName: '研究生学历枚举',
    propertyValue: '本科已毕业',
    type: 'SELECT',
  },
]
