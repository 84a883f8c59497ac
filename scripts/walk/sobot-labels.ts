/** 2.2–2.11 of Sobot's document: label groups, labels, and the labels of customers. */
import assert from 'node:assert/strict'
import type { Item, Page, Sobot } from './sobot-caller.ts'

interface Group {
  id: string
  name: string
  color_value: string
  is_multiple_choice: number
}
interface Label {
  id: string
  name: string
  groupid: string
  param_name: string | null
}
interface Labelled {
  userid: string
  label_set: { id: string; name: string; color_value: string }[]
}

const GROUP = '/api/scrm/5/label_group'
const LABEL = '/api/scrm/5/label'
const UNKNOWN = '0'.repeat(32)
const TOO_LONG = '标'.repeat(31)

/** Ids of groups: of the first a customer may carry several labels, of the second one. */
interface Groups {
  several: string
  one: string
}

export async function labelGroups(sobot: Sobot, mark: string): Promise<Groups> {
  const several = await newGroup(sobot, `意向${mark}`, 1)
  const one = await newGroup(sobot, `等级${mark}`, 0)
  await sobot.post('2.2 labelGroupSave', `${GROUP}/save`, { name: `意向${mark}` }, '510002')
  await sobot.post('2.2 labelGroupSave', `${GROUP}/save`, { name: '' }, '510005')
  await sobot.post('2.2 labelGroupSave', `${GROUP}/save`, { name: TOO_LONG }, '510007')
  const change = { id: several, name: `购买意向${mark}`, color_value: '#15C7C9' }
  await sobot.post('2.3 labelGroupUpdate', `${GROUP}/update`, change)
  await sobot.post('2.3 labelGroupUpdate', `${GROUP}/update`, { ...change, id: UNKNOWN }, '510001')
  await sobot.post('2.3 labelGroupUpdate', `${GROUP}/update`, { ...change, id: one }, '510002')
  await pagesOfGroups(sobot, several)
  await removedGroup(sobot, mark)
  return { several, one }
}

async function newGroup(sobot: Sobot, name: string, is_multiple_choice: 0 | 1) {
  const body = { name, color_value: '#345454', is_multiple_choice }
  const { item } = await sobot.post<Item<string>>('2.2 labelGroupSave', `${GROUP}/save`, body)
  assert.match(item, /^[0-9a-f]{32}$/)
  return item
}

/** Page after page of one group each, until they are all there. */
async function pagesOfGroups(sobot: Sobot, changed: string) {
  const found: Group[] = []
  for (let page_no = 1, pages = 1; page_no <= pages; page_no++) {
    const page = await sobot.get<Page<Group>>('2.4 labelGroupList', `${GROUP}/list`, { page_no, page_size: 1 })
    assert.deepEqual([page.page_no, page.page_size, page.page_count], [page_no, 1, page.total_count])
    pages = page.page_count
    found.push(...page.items)
  }
  const all = await sobot.get<Page<Group>>('2.4 labelGroupList', `${GROUP}/list`)
  assert.deepEqual([all.items, all.page_no, all.page_size], [found, 1, 100])
  const { color_value, is_multiple_choice } = found.find(it => it.id === changed) as Group
  assert.deepEqual([color_value, is_multiple_choice], ['#15C7C9', 1])
}

/** Its labels go with it. */
async function removedGroup(sobot: Sobot, mark: string) {
  const id = await newGroup(sobot, `临时${mark}`, 1)
  await sobot.post('2.6 labelSave', `${LABEL}/save`, { name: `临时${mark}`, groupid: id })
  await sobot.get('2.5 labelGroupRemove', `${GROUP}/remove/${id}`)
  await sobot.get('2.5 labelGroupRemove', `${GROUP}/remove/${id}`, {}, '510001')
  const { total_count } = await sobot.get<Page<Label>>('2.8 labelList', `${LABEL}/list`, { groupid: id })
  assert.equal(total_count, 0)
}

export async function labels(sobot: Sobot, groups: Groups, mark: string): Promise<Label[]> {
  const names = ['高意向', '自购房产', '老客户', '普通', '重点'].map(it => it + mark)
  for (const [at, name] of names.entries()) {
    const label = { name, groupid: at < 3 ? groups.several : groups.one, param_name: `label${at}${mark}` }
    await sobot.post('2.6 labelSave', `${LABEL}/save`, label)
  }
  await refusedLabels(sobot, groups.several, mark)
  // Saving answers no id: only the list tells.
  const [first] = await labelsOf(sobot, groups.several)
  await sobot.post('2.7 labelUpdate', `${LABEL}/update`, { id: first?.id, name: `极高意向${mark}` })
  await sobot.post('2.7 labelUpdate', `${LABEL}/update`, { id: first?.id, name: names[1] }, '510003')
  const found = [...(await labelsOf(sobot, groups.several)), ...(await labelsOf(sobot, groups.one))]
  assert.deepEqual(
    found.map(it => [it.name, it.param_name]),
    [`极高意向${mark}`, ...names.slice(1)].map((name, at) => [name, `label${at}${mark}`]),
  )
  return found
}

async function refusedLabels(sobot: Sobot, groupid: string, mark: string) {
  const wrong: [code: string, body: object][] = [
    ['510003', { name: `高意向${mark}`, groupid }],
    ['510004', { name: `新${mark}`, groupid, param_name: `label0${mark}` }],
    ['510006', { name: '', groupid }],
    ['510007', { name: TOO_LONG, groupid }],
    ['510008', { name: `新${mark}`, groupid, param_name: TOO_LONG }],
    ['510001', { name: `新${mark}`, groupid: UNKNOWN }],
    ['400004', { name: `新${mark}` }],
  ]
  for (const [code, body] of wrong) await sobot.post('2.6 labelSave', `${LABEL}/save`, body, code)
}

const labelsOf = async (sobot: Sobot, groupid: string) =>
  (await sobot.get<Page<Label>>('2.8 labelList', `${LABEL}/list`, { groupid, page_no: 1, page_size: 100 })).items

/** One label goes, and then the labels of two customers change; the first carries them to the end. */
export async function labelsOfCustomers(sobot: Sobot, all: Label[], [first = '', second = '']: string[]) {
  const [high, house, old, ordinary, important] = all as [Label, Label, Label, Label, Label]
  await sobot.get('2.9 labelRemove', `${LABEL}/remove/${old.id}`)
  await sobot.get('2.9 labelRemove', `${LABEL}/remove/${old.id}`, {}, '510004')
  assert.deepEqual(await carried(sobot, [first, second]), [[], []])
  const update = (id: string, sent: object[], code?: string) =>
    sobot.post('2.11 customerLabelUpdate', `${LABEL}/update_userlabel/${id}`, sent, code)
  await update(first, [{ id: high.id, name: high.name }, { id: house.id }, { id: ordinary.id }, { id: important.id }])
  await update(second, [{ id: house.id }])
  await update(second, [{ id: old.id }], '510004')
  await update(UNKNOWN, [{ id: high.id }], '999999')
  // Of the group that allows one label the last one stays.
  const names = [high, house, important].map(it => it.name)
  assert.deepEqual(await carried(sobot, [first, second]), [names, [house.name]])
  await sobot.get('2.9 labelRemove', `${LABEL}/remove/${house.id}`)
  assert.deepEqual(await carried(sobot, [first, second]), [[high.name, important.name], []])
  return [high.id, important.id]
}

/** Names of the labels of each. */
async function carried(sobot: Sobot, ids: string[]) {
  const { items } = await sobot.post<Page<Labelled>>('2.10 customerLabels', `${LABEL}/userlabels`, ids)
  assert.deepEqual(
    items.map(it => it.userid),
    ids,
  )
  return items.map(it => it.label_set.map(({ name }) => name))
}
