/** `tsx scripts/walk/okayapi.ts <origin>`: walks the whole of OkayAPI's document as an integrator would, in every way of calling. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { ask, called, type Okayapi, type OkayapiOptions, type Parameters, refused } from './okayapi-caller.ts'
import { story } from './okayapi-story.ts'
import { json, plain, styles } from './okayapi-styles.ts'
import { door, kept, runDirectly, type Step } from './steps.ts'

/** First in the document's order, then each operation in each way of calling, then what is refused. Fails at the first surprise. */
export async function walkOkayapi(options: OkayapiOptions): Promise<Step[]> {
  const okayapi: Okayapi = { options, steps: [] }
  await story(okayapi, randomBytes(4).toString('hex'))
  for (const [what, own] of operations) await everyStyle(okayapi, what, own)
  await unsigned(okayapi)
  await nothingButData(okayapi)
  await members(okayapi)
  await refusals(okayapi)
  return okayapi.steps
}

const chinese = { kh_industry_1: '装备制造', page: 1, perpage: 3 }
const message = {
  senderNick: '林 晓然',
  text: '{"content":" 领导力 & 沟通+协作 100%"}',
  atUsers: '[]',
  createAt: '1719540759412',
}

/** Section and name, and parameters with Chinese, spaces and numbers where there are any. */
const operations: readonly [what: string, own: Parameters][] = [
  ['1 AAndyUseRecordStatistics', { user_dd_nick: '没有 这个人', page: 1 }],
  ['2 ASaveAndyVardDtas', { user_id: '20240017', user_name: '周 明远', operate_type: 1 }],
  ['3 ACpsReceiveSearch', message],
  ['4 ANrkhCaseDetail', chinese],
  ['5 ANrdadanCaseDetail', chinese],
  ['6 APtjdCaseDetail', chinese],
  ['7 AReceiveMsg', { ...message, customType: 'rcfz' }],
  ['8 ABuildExcel', {}],
  ['9 ALieBiaoProductprocuredetail', { enterprise_type: '国有企业', staff_size_min: '1000' }],
  ['10 ALieBiaoAndyReportPromts', { app_catalog: '人才发展', perpage: 2 }],
  ['11 ALieBiaoAndypromptsteps', { version: '2.0', step_type: 'qymc' }],
  ['12 AGetAndyVarDatas', { user_id: 404 }],
  ['13 AJdyyReportData', { input_type: '1' }],
  ['14 ARjkhSaleCaseDetail', { customer_province: '江苏', account_count_gt: '100' }],
  ['15 ARjkhSaleCaseReceiveSearch', message],
]
/** Saving, receiving and building answer something new each time. */
const changing = ['2', '3', '7', '8', '15']

/** Whichever way it is asked, what reads answers the same. */
async function everyStyle(okayapi: Okayapi, what: string, own: Parameters) {
  const expected = await ask(okayapi, what, own, plain)
  for (const style of styles) {
    const data = await ask(okayapi, what, withoutHazards(own, style.name), style)
    if (!changing.includes(what.split(' ')[0] as string)) assert.deepEqual(data, expected, style.name)
    else assert.deepEqual(Object.keys(data as object), Object.keys(expected as object), style.name)
  }
}

/** A client that encodes nothing cannot send what has a meaning in an address. */
const withoutHazards = (own: Parameters, style: string) =>
  style.startsWith('Go') && 'text' in own ? { ...own, text: '{"content":"领导力 和沟通"}' } : own

/** A signature is optional. */
async function unsigned(okayapi: Okayapi) {
  for (const style of styles) {
    const text = await called(okayapi, style, 'AGetAndyVarDatas', { user_id: 404 }, true)
    assert.match(text, /^\{"ret":200,"data":\{"datas":\[\]\},/, style.name)
    said(okayapi, '12 AGetAndyVarDatas', `unsigned, ${style.name}`)
  }
}

/** return_data=1: neither envelope nor signature. */
async function nothingButData(okayapi: Okayapi) {
  for (const style of styles) {
    const text = await called(okayapi, style, 'AGetAndyVarDatas', { user_id: 404, return_data: '1' })
    assert.equal(text, '{"datas":[]}', style.name)
    said(okayapi, '12 AGetAndyVarDatas', `return_data=1, ${style.name}`)
  }
}

const said = ({ steps, options }: Okayapi, what: string, words: string) => {
  const [section = '', operation = ''] = what.split(' ')
  kept(steps, { section, operation, code: 200, said: words }, options)
}

interface Snapshot {
  contents: { 'okayapi.sessions': [uuid: string, token: string][] }
}

/** A member is logged in from the start; only a snapshot tells who, for no operation logs anybody in. */
async function members(okayapi: Okayapi) {
  const { options } = okayapi
  const { contents } = await door<Snapshot>(options, `/worlds/${options.world}/snapshot`)
  const [[uuid, token] = ['', '']] = contents['okayapi.sessions']
  const what = '12 AGetAndyVarDatas'
  for (const style of [plain, json]) await ask(okayapi, what, { user_id: 404, uuid, token }, style)
  await ask(okayapi, what, { user_id: 404, uuid }, plain)
  const other = token.replace(/.$/, it => (it === '0' ? '1' : '0'))
  const msg = await refused(okayapi, 401, what, { user_id: 404, uuid, token: other }, plain)
  assert.equal(msg, '客户端非法请求：登录会话已过期，请重新登录')
}

/** What an integrator gets wrong, and the sentence that tells. `sign` and `app_key` are sent as they stand here. */
async function refusals(okayapi: Okayapi) {
  const { app_key } = okayapi.options
  const cases: [ret: number, own: Parameters, words: RegExp][] = [
    [400, { user_id: 1, sign: 'F'.repeat(32) }, /^客户端非法请求：签名错误/],
    [400, {}, /^客户端非法请求：缺少必要参数user_id$/],
    [400, { user_id: 1, app_key: `${app_key}x` }, /app_key\.len应该小于等于32, 但现在app_key\.len = 33$/],
    [400, { user_id: 1, app_key: '' }, /app_key\.len应该大于或等于32, 但现在app_key\.len = 0$/],
    [406, { user_id: 1, app_key: 'A'.repeat(32) }, /^客户端非法请求：非法app_key/],
  ]
  for (const style of [plain, json]) {
    for (const [ret, own, words] of cases)
      assert.match(await refused(okayapi, ret, '12 AGetAndyVarDatas', own, style), words)
  }
  const limit = await refused(okayapi, 400, '1 AAndyUseRecordStatistics', { perpage: 10_001 }, plain)
  assert.match(limit, /perpage应该小于等于10000, 但现在perpage = 10001$/)
  const broken = await refused(okayapi, 400, '3 ACpsReceiveSearch', { text: '{' }, json)
  assert.match(broken, /参数text的JSON数据格式错误$/)
  const nothing = await refused(okayapi, 404, '12 AGetAndyVarDatas', {}, plain, 'x')
  assert.match(nothing, /接口服务SVIP\.Swxiryan0788_MyApi\.AGetAndyVarDatasx不存在/)
}

await runDirectly(import.meta.url, 'okayapi', walkOkayapi)
