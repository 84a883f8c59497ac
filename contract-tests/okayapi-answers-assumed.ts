/** What each choice about the answers of OkayAPI changes. */
import { okayapi } from '../schemas/index.ts'
import { opened } from '../scripts/walk/okayapi-caller.ts'
import { type Assumed, arrivals } from './assumed.ts'
import { read, SERVICE, save } from './okayapi-calls-assumed.ts'
import type { Tenant } from './tenant.ts'

/** The row that was saved, as it reads now. */
async function savedRow(tenant: Tenant, body: object) {
  await save(tenant, body)
  const [row] = (await read(tenant)).data.datas as Record<string, string>[]
  return row
}

const BANNER = `V1.0 果创云开放接口 ${SERVICE}`

export const okayapiAnswersAssumed: readonly Assumed[] = [
  {
    assumption: 'dataOnly',
    choice: 'wrapped',
    ask: async it => (await read(it, { return_data: '1' })).text,
    answers: ['{"datas":[]}', '{"data":{"datas":[]}}'],
  },
  {
    assumption: 'reverseSignature',
    choice: 'phpEscaping',
    async ask(it) {
      const { text } = await it.call(okayapi, 'ALieBiaoAndyReportPromts', { query: { perpage: 1 } })
      opened(text, it.keys(okayapi).app_secrect ?? '')
      const [, catalog, host] = /"app_catalog":"(.*?)".*"app_url":"(.*?)apps/.exec(text) ?? []
      return [catalog, host]
    },
    answers: [
      ['人才发展', 'https://'],
      ['\\u4eba\\u624d\\u53d1\\u5c55', 'https:\\/\\/'],
    ],
  },
  {
    assumption: 'reverseSignature',
    choice: 'off',
    ask: async it => Object.keys(JSON.parse((await read(it)).text)),
    answers: [
      ['ret', 'data', 'msg', '_t', '_auth'],
      ['ret', 'data', 'msg'],
    ],
  },
  {
    assumption: 'missingRows',
    choice: 'given',
    ask: async ({ call }) => Object.keys((await call(okayapi, 'ANrkhCaseDetail')).data),
    answers: [[], ['lie_biao', 'zong_shu']],
  },
  { assumption: 'successMessage', choice: 'empty', ask: async it => (await read(it)).said, answers: [BANNER, ''] },
  {
    assumption: 'saveAnswer',
    choice: 'byKind',
    async ask(it) {
      const { data } = await save(it, {})
      return [data, (await save(it, { id: 1, operate_type: 2 })).data]
    },
    answers: [
      [
        { id: '1', row_num: '1' },
        { id: '1', row_num: '1' },
      ],
      [{ id: '1' }, { row_num: '1' }],
    ],
  },
  {
    assumption: 'blockIndexDefault',
    choice: '0',
    ask: async it => (await savedRow(it, {}))?.block_index,
    answers: ['1', '0'],
  },
  {
    assumption: 'unlistedColumns',
    choice: 'returned',
    async ask(it) {
      const { id, total_tokens } = { ...(await savedRow(it, { total_tokens: '18240' })) }
      return [id, total_tokens]
    },
    answers: [
      [undefined, undefined],
      ['1', '18240'],
    ],
  },
  {
    assumption: 'webhookAnswer',
    choice: 'nothing',
    ask: async it =>
      (await arrivals(it, webhook => it.call(okayapi, 'AJdyyReportData', { body: { input_type: '1', webhook } })))
        .length,
    answers: [1, 0],
  },
]
