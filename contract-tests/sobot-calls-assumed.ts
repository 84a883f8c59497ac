/** What each choice about Sobot's tokens, requests and failures changes. */
import { sobot } from '../schemas/index.ts'
import { signed } from '../scripts/walk/sobot-caller.ts'
import type { Assumed } from './assumed.ts'
import { START, type Tenant } from './tenant.ts'

/** A token that was asked for so many seconds ago. */
function getToken({ call, keys }: Tenant, seconds = 0) {
  const { appid = '', app_key = '' } = keys(sobot)
  return call(sobot, 'getToken', { query: signed({ appid, app_key }, START - seconds * 1000) })
}

const tokenFrom = async (tenant: Tenant) => (await getToken(tenant)).item as { token: string; expires_in: unknown }

export const sobotCallsAssumed: readonly Assumed[] = [
  {
    assumption: 'tokenChecks',
    choice: 'documentText',
    ask: async ({ call }) => (await call(sobot, 'getToken', { query: { appid: 'x', create_time: 1, sign: 'x' } })).said,
    answers: ['没有找到公司的api配置信息!', '没有找到公司的api配置信息'],
  },
  {
    assumption: 'createTimeWindow',
    choice: '60',
    ask: async it => [(await getToken(it, 60)).code, (await getToken(it, 61)).code, (await getToken(it, -61)).code],
    answers: [
      ['000000', '000000', '000000'],
      ['000000', '900003', '900003'],
    ],
  },
  {
    assumption: 'errorStatus',
    choice: '401',
    async ask({ call }) {
      const ask = async (token: string) => (await call(sobot, 'stageList', { headers: { token } })).status
      return [await ask(''), await ask('f'.repeat(32))]
    },
    answers: [
      [200, 200],
      [401, 401],
    ],
  },
  {
    assumption: 'oldTokens',
    choice: 'singleToken',
    async ask(it) {
      const { token } = await tokenFrom(it)
      const ask = async (headers: { token?: string }) => (await it.call(sobot, 'stageList', { headers })).code
      return [await ask({}), await ask({ token })]
    },
    answers: [
      ['000000', '000000'],
      ['900002', '000000'],
    ],
  },
  {
    assumption: 'expiresIn',
    choice: 'number',
    ask: async it => (await tokenFrom(it)).expires_in,
    answers: ['86400', 86_400],
  },
  {
    assumption: 'tokenLifetime',
    choice: '60',
    async ask(it) {
      const { token, expires_in } = await tokenFrom(it)
      await it.door('POST', '/clock', { advance: '60s' })
      return [expires_in, (await it.call(sobot, 'stageList', { headers: { token } })).code]
    },
    answers: [
      ['86400', '000000'],
      ['60', '900002'],
    ],
  },
  {
    assumption: 'requiredFields',
    choice: 'none',
    ask: async ({ call }) => (await call(sobot, 'customerSave', { body: { email: 'nobody@example.com' } })).code,
    answers: ['400004', '000000'],
  },
  {
    assumption: 'missingFieldCode',
    choice: '999999',
    ask: async ({ call }) => (await call(sobot, 'customerConfirm', { body: { confirm_type: 1 } })).code,
    answers: ['400004', '999999'],
  },
  {
    assumption: 'printedPaths',
    choice: 'strict',
    ask: async ({ call }) => (await call(sobot, 'labelList', { path: '/api/scrm/5/lable/list' })).status,
    answers: [200, 404],
  },
]
