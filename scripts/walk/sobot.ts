/** `tsx scripts/walk/sobot.ts <origin>`: walks the whole of Sobot's document as an integrator would, through plain HTTP. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { caller, type Item, type Page, type Sobot, type SobotOptions, signed } from './sobot-caller.ts'
import { changedCustomer, customValues, foundAgain, handedOver, newCustomer } from './sobot-customers.ts'
import { agents, configured, fieldsAgain, note, place, stages, trail } from './sobot-following.ts'
import { labelGroups, labels, labelsOfCustomers } from './sobot-labels.ts'
import { door, runDirectly, type Step } from './steps.ts'

/** Every operation in the document's order; what one needs of a later one is fetched before. Fails at the first surprise. */
export async function walkSobot(options: SobotOptions): Promise<Step[]> {
  const sobot = caller(options)
  // A world may have been walked before: names are new each time.
  const mark = randomBytes(3).toString('hex')
  await tokens(sobot)
  const groups = await labelGroups(sobot, mark)
  const all = await labels(sobot, groups, mark)
  const first = await newCustomer(sobot, { nick: `带标签${mark}`, tel: '16000000102' })
  const second = await newCustomer(sobot, { uname: '周明远' })
  const [label = ''] = await labelsOfCustomers(sobot, all, [first, second])
  const staff = await agents(sobot)
  const customer = await changedCustomer(sobot, mark, await place(sobot), staff)
  const { pooled } = await handedOver(sobot, mark, staff)
  await foundAgain(sobot, mark, { pooled, label })
  await customValues(sobot)
  await following(sobot, customer)
  await printedPaths(sobot)
  await expiry(sobot, first)
  return sobot.steps
}

/** 2.1 A token, after everything that is refused before there is one. */
async function tokens(sobot: Sobot) {
  const { options } = sobot
  const ask = (query: Record<string, string>, code?: string) =>
    sobot.get<Item<{ token: string; expires_in: string }>>('2.1 getToken', '/api/get_token', query, code)
  await ask({ ...signed(options), sign: '0'.repeat(32) }, '900003')
  await ask(signed({ ...options, appid: 'nobody' }), '900004')
  await groupsWith(sobot, '', '900001')
  await groupsWith(sobot, 'f'.repeat(32), '900002')
  // Clients that refresh at once ask twice with one signature: both tokens are good.
  const query = signed(options)
  const both = [(await ask(query)).item, (await ask(query)).item]
  assert.deepEqual(
    both.map(it => it.expires_in),
    ['86400', '86400'],
  )
  assert.notEqual(both[0]?.token, both[1]?.token)
  for (const { token } of both) await groupsWith(sobot, token)
}

/** Any call with that token. */
async function groupsWith(sobot: Sobot, token: string, code?: string) {
  sobot.token = token
  await sobot.get('2.4 labelGroupList', '/api/scrm/5/label_group/list', { page_size: 1 }, code)
}

async function following(sobot: Sobot, customer: string) {
  await trail(sobot, customer)
  await note(sobot, customer)
  const stage = await stages(sobot, customer)
  const path = '/api/scrm/5/user/list_by_page'
  const { items } = await sobot.get<Page<{ id: string }>>('3.3.1 customerListByPage', path, { stageid: stage })
  assert.ok(items.some(it => it.id === customer))
  await configured(sobot)
  await agents(sobot)
  await place(sobot)
  await fieldsAgain(sobot, customer)
}

/** Spellings that only the curls have, and an id in the query, where the table puts it. */
async function printedPaths(sobot: Sobot) {
  if (sobot.options.soundOnly) return
  await sobot.get('2.8 labelList', '/api/scrm/5/lable/list', { page_no: 1, page_size: 1 })
  await sobot.get('2.9 labelRemove', '/api/scrm/5/label/remove', { id: 'gone' }, '510004')
  await sobot.get('2.9 labelRemove', '/api/scrm/5/label/remove', {}, '400004')
}

/** A day later the token is gone, and what it was used for is still there. */
async function expiry(sobot: Sobot, customer: string) {
  const { options } = sobot
  await door(options, `/worlds/${options.world}/clock`, { advance: '24h' })
  await groupsWith(sobot, sobot.token, '900002')
  const ask = sobot.get<Item<{ token: string }>>('2.1 getToken', '/api/get_token', signed(options))
  sobot.token = (await ask).item.token
  await sobot.get('3.3.2 customerDetail', `/api/scrm/5/user/detail/${customer}`)
}

await runDirectly(import.meta.url, 'sobot', walkSobot)
