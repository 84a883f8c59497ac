/** 3.4–3.9 of Sobot's document: the trail of a customer, the stages of following up, and what a tenant has configured. */
import assert from 'node:assert/strict'
import type { Page, Sobot } from './sobot-caller.ts'
import { type Agent, customValues, detailOf } from './sobot-customers.ts'

interface Dynamic {
  biz_type: string
  biz_content: {
    remark?: string | null
    stageName?: string | null
    oldStageName?: string | null
    stageType?: string
    bizOperatorName?: string | null
    datas?: { field: string; value: string | null; oldValue: string | null }[]
  }
}
interface Stage {
  id: string
  name: string
  sortnum: number
}
interface Staff extends Agent {
  type: number
  sub_list: Staff[] | null
}
type Region = Record<string, string>

const UNKNOWN = '0'.repeat(32)
const TRAIL = '3.4.1 customerDynamicListByPage'
const trailOf = (sobot: Sobot, query: Record<string, string | number>, code?: string) =>
  sobot.get<Page<Dynamic>>(TRAIL, '/api/scrm/5/user_dynamic/list_by_page', query, code)

/** The trail tells of every change so far, the newest first, page by page. */
export async function trail(sobot: Sobot, userid: string) {
  const { items, total_count } = await trailOf(sobot, { userid, page_size: 100 })
  assert.deepEqual([items.at(-1)?.biz_type, items[0]?.biz_type], ['user_create', 'user_update'])
  assert.equal(total_count, items.length)
  const [nick] = items[0]?.biz_content.datas?.filter(it => it.field === 'nick') ?? []
  assert.match(nick?.oldValue ?? '', /^林晓然/)
  assert.match(nick?.value ?? '', /^林女士/)
  const { items: second, page_count } = await trailOf(sobot, { userid, page_no: 2, page_size: 1 })
  assert.deepEqual([second, page_count], [items.slice(1, 2), total_count])
  await trailOf(sobot, { userid: UNKNOWN }, '999999')
}

/** A note stands among those of the agents, not among what the customer did. */
export async function note(sobot: Sobot, userid: string) {
  const save = (body: object, code?: string) =>
    sobot.post('3.4.2 customerRecordSave', '/api/scrm/5/user_stage/record_save', body, code)
  const before = await trailOf(sobot, { userid, biz_type: 'groupUser' })
  await save({ userid, content: '已电话回访' })
  await save({ userid, content: '' }, '400004')
  await save({ userid: UNKNOWN, content: '谁' }, '999999')
  const { items } = await trailOf(sobot, { userid, biz_type: 'groupService' })
  assert.deepEqual(
    items.map(it => it.biz_content.remark),
    ['已电话回访'],
  )
  assert.equal((await trailOf(sobot, { userid, biz_type: 'groupUser' })).total_count, before.total_count)
}

/** Through two stages to a deal; the trail has each step. */
export async function stages(sobot: Sobot, userid: string) {
  const path = '/api/scrm/5/user_stage/query_list_by_type'
  const { items } = await sobot.get<Page<Stage>>('3.5.1 stageList', path)
  assert.deepEqual(
    items.map(it => it.sortnum),
    items.map((_, at) => at),
  )
  const [first, second] = items as [Stage, Stage]
  const save = (body: object, code?: string) =>
    sobot.post('3.5.2 customerStageSave', '/api/scrm/5/user_stage/stage_save', { userid, ...body }, code)
  await save({ stageid: first.id, stage_name: first.name, stage_type: 1 })
  await save({ stageid: second.id, stage_type: 1, remark: '价格已谈妥' })
  await save({ stageid: second.id, stage_type: 21 })
  await save({ stageid: UNKNOWN, stage_type: 1 }, '999999')
  await save({ stage_type: 1 }, '400004')
  const steps = (await trailOf(sobot, { userid, page_size: 3 })).items.map(it => it.biz_content)
  assert.deepEqual(
    steps.map(it => [it.stageType, it.stageName, it.oldStageName, it.remark]),
    [
      ['21', null, second.name, null],
      ['1', second.name, first.name, '价格已谈妥'],
      ['1', first.name, null, null],
    ],
  )
  return second.id
}

/** What agents have set up: channels, staff, custom fields. */
export async function configured(sobot: Sobot) {
  type Source = { label: string; value: string }
  const { items } = await sobot.get<Page<Source>>('3.6 sourceList', '/api/scrm/5/user_dynamic/getsource')
  assert.deepEqual(items[0], { label: '邮件', value: '11' })
  assert.equal(items.length, 15)
}

/** Every agent of every department. */
export async function agents(sobot: Sobot): Promise<Agent[]> {
  const { items } = await sobot.get<Page<Staff>>('3.7 staffList', '/api/scrm/5/user/user_list')
  const below = (all: Staff[]): Staff[] => all.flatMap(it => [it, ...below(it.sub_list ?? [])])
  const found = below(items).filter(it => it.type === 2)
  assert.ok(found.length > 1)
  return found
}

/** From a province down to a district, as the fields of a customer; the province is misspelt there. */
export async function place(sobot: Sobot) {
  const list = async (what: string, path: string) =>
    (await sobot.get<Page<Region>>(what, `/api/scrm/5/user_dynamic/${path}`)).items
  const province = (await list('3.8.1 provinceList', 'provice')).find(it => it.province_name === '河北省')
  const cities = await list('3.8.2 cityList', `city/${province?.provinceid}`)
  const city = cities.find(it => it.city_name === '秦皇岛市')
  const areas = await list('3.8.3 areaList', `area/${city?.cityid}`)
  const area = areas.find(it => it.area_name === '海港区')
  assert.deepEqual([province?.provinceid, city?.cityid, area?.areaid], ['130000', '130300', '130302'])
  assert.ok(cities.every(it => it.provinceid === '130000') && areas.every(it => it.cityid === '130300'))
  assert.deepEqual(await list('3.8.2 cityList', 'city/999999'), [])
  return {
    proviceid: province?.provinceid,
    provice_name: province?.province_name,
    cityid: city?.cityid,
    city_name: city?.city_name,
    areaid: area?.areaid,
    area_name: area?.area_name,
  }
}

/** 3.9 repeats 3.3.3, and the customer still reads what was set. */
export async function fieldsAgain(sobot: Sobot, userid: string) {
  const { reads } = await customValues(sobot, '3.9')
  const { ex_field_str = '[]' } = await detailOf(sobot, userid)
  const values = JSON.parse(ex_field_str) as { field_text?: string }[]
  assert.deepEqual(
    values.map(it => it.field_text),
    reads,
  )
}
