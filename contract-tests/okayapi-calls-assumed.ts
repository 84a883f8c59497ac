/** What each choice about calls to OkayAPI changes. */
import { okayapi } from '../schemas/index.ts'
import { md5, sign } from '../scripts/walk/okayapi-caller.ts'
import type { Assumed } from './assumed.ts'
import type { Answer, Tenant } from './tenant.ts'

type Query = Record<string, string | number>

export const read = ({ call }: Tenant, query: Query = {}): Promise<Answer> =>
  call(okayapi, 'AGetAndyVarDatas', { query: { user_id: 1, ...query } })

export const save = ({ call }: Tenant, body: object) =>
  call(okayapi, 'ASaveAndyVardDtas', { body: { user_id: '1', ...body } })

/** With a signature over `signed`, which is what is sent as well unless it is named. */
function signedRead(tenant: Tenant, signed: Query = {}, sent = signed, path?: string) {
  const { app_key = '', app_secrect = '' } = tenant.keys(okayapi)
  const query = { user_id: 1, ...sent, sign: sign({ app_key, user_id: 1, ...signed }, app_secrect) }
  return tenant.call(okayapi, 'AGetAndyVarDatas', { query, ...(path && { path }) })
}

/** What both sides agreed on, whatever is called. */
function fixedText(tenant: Tenant) {
  const { app_key = '', app_secrect = '' } = tenant.keys(okayapi)
  return md5(app_key + app_secrect).toUpperCase()
}

export const code = async (answer: Promise<Answer>) => (await answer).code

export const SERVICE = 'SVIP.Swxiryan0788_MyApi.AGetAndyVarDatas'
const service = { s: SERVICE }

export const okayapiCallsAssumed: readonly Assumed[] = [
  { assumption: 'signCheck', choice: 'required', ask: it => code(read(it)), answers: [200, 400] },
  {
    assumption: 'signCheck',
    choice: 'off',
    ask: it => code(read(it, { sign: 'F'.repeat(32) })),
    answers: [400, 200],
  },
  {
    assumption: 'signCheck',
    choice: 'static',
    ask: async it => [await code(signedRead(it)), await code(read(it, { sign: fixedText(it) }))],
    answers: [
      [200, 400],
      [400, 200],
    ],
  },
  {
    assumption: 'signedService',
    choice: 'either',
    // At the new path signed but not sent, and sent but not signed; at the old path not signed.
    ask: async it => [
      await code(signedRead(it, service, {})),
      await code(signedRead(it, {}, service)),
      await code(signedRead(it, {}, service, '/')),
    ],
    answers: [
      [400, 400, 400],
      [200, 200, 400],
    ],
  },
  { assumption: 'appKey', choice: 'any', ask: it => code(read(it, { app_key: 'x' })), answers: [400, 200] },
  {
    assumption: 'session',
    choice: 'strictPair',
    ask: it => code(read(it, { uuid: 'A'.repeat(32) })),
    answers: [200, 401],
  },
  { assumption: 'returnData', choice: 'refuse', ask: it => code(read(it, { return_data: '2' })), answers: [200, 400] },
  {
    assumption: 'requiredRules',
    choice: 'table',
    ask: ({ call }) => code(call(okayapi, 'ALieBiaoAndypromptsteps')),
    answers: [200, 400],
  },
  {
    assumption: 'pageLimits',
    choice: 'clamp',
    async ask({ call }) {
      const answer = await call(okayapi, 'APtjdCaseDetail', { query: { perpage: 0 } })
      return [answer.code, (answer.data.lie_biao as unknown[] | undefined)?.length]
    },
    answers: [
      [400, undefined],
      [200, 1],
    ],
  },
  {
    assumption: 'unstatedPaging',
    choice: 'all',
    ask: async ({ call }) => ((await call(okayapi, 'ARjkhSaleCaseDetail')).data.lie_biao as unknown[]).length,
    answers: [10, 240],
  },
  {
    assumption: 'jsonParameters',
    choice: 'text',
    ask: ({ call }) => code(call(okayapi, 'ACpsReceiveSearch', { body: { text: { content: '案例' } } })),
    answers: [200, 400],
  },
  {
    assumption: 'updateWithoutId',
    choice: 'byUser',
    async ask(it) {
      await save(it, {})
      return code(save(it, { operate_type: 2, user_name: '周明远' }))
    },
    answers: [400, 200],
  },
]
