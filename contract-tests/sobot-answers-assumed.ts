/** What each choice about Sobot's answers changes. */
import { sobot } from '../schemas/index.ts'
import type { Assumed } from './assumed.ts'
import { START, type Tenant } from './tenant.ts'

const customer = async ({ call }: Tenant) =>
  (await call(sobot, 'customerSave', { body: { nick: '林晓然' } })).item as string

const CITY = ['cityid', 'city_name', 'provinceid']
const AREA = ['areaid', 'area_name', 'cityid']

export const sobotAnswersAssumed: readonly Assumed[] = [
  {
    assumption: 'emittedTypes',
    choice: 'table',
    async ask(it) {
      const userid = await customer(it)
      const first = async (operation: string, query = {}) => (await it.call(sobot, operation, { query })).items[0]
      const [entry, source] = [await first('customerDynamicListByPage', { userid }), await first('sourceList')]
      const [found, department] = [await first('customerListByPage'), await first('staffList')]
      return [typeof entry?.biz_content, source?.value, found?.source, department?.type]
    },
    answers: [
      ['object', '11', 18, 1],
      ['string', 11, '18', '1'],
    ],
  },
  {
    assumption: 'regionAnswers',
    choice: 'swapped',
    async ask({ call }) {
      const [city] = (await call(sobot, 'cityList', { params: { provinceid: '130000' } })).items
      const [area] = (await call(sobot, 'areaList', { params: { cityid: '130300' } })).items
      return [Object.keys(city ?? {}), Object.keys(area ?? {})]
    },
    answers: [
      [CITY, AREA],
      [AREA, CITY],
    ],
  },
  {
    assumption: 'maxPageSize',
    choice: '1',
    async ask(it) {
      for (const name of ['一', '二']) await it.call(sobot, 'labelGroupSave', { body: { name } })
      return (await it.call(sobot, 'labelGroupList', { query: { page_size: 2 } })).items.length
    },
    answers: [2, 1],
  },
  {
    assumption: 'dynamicPageSize',
    choice: '2',
    async ask(it) {
      const userid = await customer(it)
      for (let at = 0; at < 20; at++) await it.call(sobot, 'customerRecordSave', { body: { userid, content: '电话' } })
      return (await it.call(sobot, 'customerDynamicListByPage', { query: { userid } })).items.length
    },
    answers: [15, 2],
  },
  {
    assumption: 'bizTimeUnit',
    choice: 'seconds',
    async ask(it) {
      const userid = await customer(it)
      return (await it.call(sobot, 'customerDynamicListByPage', { query: { userid } })).items[0]?.biz_time
    },
    answers: [START, START / 1000],
  },
  {
    assumption: 'confirmEffect',
    choice: 'byType',
    ask: async it => [await confirmed(it, 1), await confirmed(it, 2)],
    answers: [
      ['4', '4'],
      ['2', '4'],
    ],
  },
]

/** The state of a customer after that. */
async function confirmed(it: Tenant, confirm_type: number) {
  const id = await customer(it)
  await it.call(sobot, 'customerConfirm', { body: { confirmids: id, confirm_type } })
  return ((await it.call(sobot, 'customerDetail', { params: { id } })).item as { crmStatus: string }).crmStatus
}
