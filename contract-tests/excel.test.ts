/** The workbook of ABuildExcel, fetched from the mock and read by an independent reader. */
import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { mockServer } from '../mocks/server.ts'
import { createWorlds } from '../mocks/world/worlds.ts'
import { okayapi } from '../schemas/index.ts'

const SERVICE = '/okayapi/api/SVIP/Swxiryan0788_MyApi'

/** Its sheets after some requests: name → rows of cells. */
async function sheetsOf(seed: string) {
  const worlds = createWorlds({ now: () => 1_700_000_000_000, seed })
  const app = mockServer([okayapi], worlds)
  const { app_key = '' } = worlds.first.credentials(okayapi)
  const post = async (name: string, payload: object) =>
    (await app.inject({ method: 'POST', url: `${SERVICE}/${name}?app_key=${app_key}`, payload })).json()
  await post('ASaveAndyVardDtas', { user_id: '7', user_name: '林晓然' })
  await post('AReceiveMsg', { senderNick: '周明远', text: '{"content":"案例"}', conversationType: '2' })
  const { data } = await post('ABuildExcel', {})
  // What comes later is not in the file.
  await post('ASaveAndyVardDtas', { user_id: '8' })
  const { pathname } = new URL(data.url)
  const file = await app.inject({ url: pathname })
  expect(file.headers['content-type']).toMatch(/spreadsheetml/)
  const missing = await app.inject({ url: pathname.replace(/\w{4}\.xlsx$/, '0000.xlsx') })
  expect(missing.json()).toMatchObject({ ret: 404 })
  await app.close()
  const { sheets } = await readXlsx(new Uint8Array(file.rawPayload))
  return sheets.map(({ name, rows }) => ({ name, rows }))
}

test('holds every list of the world, the header in Chinese', async () => {
  const sheets = await sheetsOf('kefu')
  expect(sheets.map(it => it.name)).toEqual([
    '内容客户案例',
    '内容打单方案',
    '平台竞对切换案例',
    '内容产品采购明细',
    '报告解读提示词',
    '提示词步骤',
    '软件客户售卖案例',
    '使用情况记录',
    '过程数据',
  ])
  expect(sheets.slice(0, 7).every(it => it.rows.length > 200)).toBe(true)
  const [uses, plans] = sheets.slice(7)
  expect([uses?.rows.length, plans?.rows.length]).toEqual([2, 2])
  expect(JSON.stringify([uses, plans])).toMatch(/周明远.*林晓然/s)
})

test('the same seed and requests give the same cells, another seed others', async () => {
  const first = await sheetsOf('one')
  expect(await sheetsOf('one')).toEqual(first)
  expect(await sheetsOf('two')).not.toEqual(first)
})
