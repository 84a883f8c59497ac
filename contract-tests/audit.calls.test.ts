/** Each check of an audit finds the client that does what it is about, and no other check does; who does well is found by none. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { okayapi, sobot } from '../schemas/index.ts'
import { type Auditing, auditing, type Client, CRM } from './audited.ts'
import { checksOf } from './conformance/audit/audit.ts'

let mock: Auditing
beforeAll(async () => {
  mock = await auditing()
})
afterAll(() => mock.close())

const LIST = `${CRM}/label_group/list`
const SAVE = `${CRM}/label_group/save`
const times = async (count: number, act: (at: number) => Promise<unknown>) => {
  for (let at = 1; at <= count; at++) await act(at)
}
const group = (name: string) => ({ body: { name, color_value: '#345454', is_multiple_choice: 1 } })

/** Check → a client that does badly, and in the same way one that does well. */
const clients: Record<
  string,
  [badly: (client: Client) => Promise<unknown>, well: (client: Client) => Promise<unknown>]
> = {
  'requests-keep-to-the-contract': [
    client => client.sobot(SAVE, { body: { name: 5, colour: '#345454' } }),
    client => client.sobot(SAVE, group('five')),
  ],
  'requests-are-accepted': [
    client => client.sobot(SAVE, { body: { name: ['a'] } }),
    client => client.sobot(SAVE, group('a')),
  ],
  'paths-are-known': [client => client.sobot(`${CRM}/label_group/liste`), client => client.sobot(LIST)],
  'credentials-are-right': [
    client =>
      client.sobot('/api/get_token', {
        query: { appid: client.keys.appid ?? '', create_time: seconds(), sign: '0'.repeat(32) },
      }),
    client => client.login(),
  ],
  'token-is-not-fetched-for-every-call': [
    client => times(3, async () => client.sobot(LIST, { token: await client.login() })),
    client => client.login().then(token => times(3, () => client.sobot(LIST, { token }))),
  ],
  'token-lives-out-its-time': [
    client =>
      times(6, async () => {
        const token = await client.login()
        await times(3, at => client.sobot(LIST, { token, query: { page_no: at } }))
        await client.sobot(SAVE, group(token.slice(8, 20)))
      }),
    client =>
      times(3, async () => {
        const token = await client.login()
        await times(3, at => client.sobot(LIST, { token, query: { page_no: at } }))
        await client.world.advance(23 * 3_600_000)
      }),
  ],
  'refused-token-is-renewed': [
    client => outlived(client, token => times(2, async () => [await client.sobot(LIST, { token }), await sleep(20)])),
    client =>
      outlived(client, async token => {
        await client.sobot(LIST, { token })
        await sleep(20)
        await client.sobot(LIST, { token: await client.login(seconds(client.world.clock.now())) })
      }),
  ],
  'no-token-in-an-address': [
    // The vendor reads no token there, and the contract of getToken has none: that is told, too.
    client => client.login(seconds(), { token: 'f'.repeat(32) }),
    client => client.login(),
  ],
  'secret-is-not-sent': [
    client => client.sobot(`${CRM}/user/save`, { body: { nick: '周明远', remark: client.keys.app_key } }),
    client => client.sobot(`${CRM}/user/save`, { body: { nick: '周明远', remark: 'no secret' } }),
  ],
  'times-are-true': [client => client.login(Date.now()), client => client.login(seconds() - 60)],
  'pages-are-large-enough': [
    client => times(10, at => client.sobot(LIST, { query: { page_no: at, page_size: 2 } })),
    client => times(10, at => client.sobot(LIST, { query: { page_no: at, page_size: 50 } })),
  ],
  'pages-are-not-larger-than-allowed': [
    client => client.sobot(LIST, { query: { page_no: 1, page_size: 500 } }),
    client => client.sobot(LIST, { query: { page_no: 1, page_size: 100 } }),
  ],
  'pages-are-not-read-again-and-again': [
    client => times(5, () => client.sobot(LIST)),
    client => times(5, async at => [await client.sobot(LIST), await client.sobot(SAVE, group(`group ${at}`))]),
  ],
  'retries-wait': [
    client => troubled(client, () => times(4, () => client.sobot(LIST))),
    client => troubled(client, () => times(4, async () => [await client.sobot(LIST), await sleep(120)])),
  ],
  'only-what-may-succeed-is-retried': [
    async client => {
      const missing = `${CRM}/label_group/remove/${'0'.repeat(32)}`
      await times(2, () => client.sobot(missing))
    },
    async client => times(2, at => client.sobot(`${CRM}/label_group/remove/${String(at).repeat(32)}`)),
  ],
  'ids-were-given': [
    client => client.sobot(`${CRM}/label_group/remove/undefined`),
    client => client.sobot(`${CRM}/label_group/remove/${'0'.repeat(32)}`),
  ],
  'writes-are-not-repeated': [
    client => times(2, () => client.sobot(`${CRM}/user/save`, { body: { nick: '周明远' } })),
    client => times(2, at => client.sobot(`${CRM}/user/save`, { body: { nick: `周明远${at}` } })),
  ],
}

/** What is told besides, where one thing cannot be had without the other. */
const besides: Record<string, string[]> = {
  'no-token-in-an-address': ['requests-keep-to-the-contract'],
}

const seconds = (milliseconds = Date.now()) => Math.floor(milliseconds / 1000)

/** With a token whose time is over. */
async function outlived(client: Client, act: (token: string) => Promise<unknown>) {
  const token = await client.login()
  await client.world.advance(25 * 3_600_000)
  await act(token)
}

async function troubled(client: Client, act: () => Promise<unknown>) {
  client.world.faults.add([{ status: 503 }])
  await act()
}

describe.each(Object.entries(clients))('%s', (id, [badly, well]) => {
  test('finds who does badly, and nothing else does', async () => {
    const client = mock.client({ sobot: { maxPageSize: '100' } })
    await badly(client)
    expect(client.failed().sort()).toEqual([id, ...(besides[id] ?? [])].sort())
    const { failures } = client.report().results.find(it => it.id === `sobot.audit.${id}`) ?? { failures: [] }
    const last = client.world.journal.entries().length
    for (const { at, expected, came } of failures) {
      expect(expected && came).toBeTruthy()
      const numbers = (at?.match(/\d+/g) ?? []).map(Number)
      expect(numbers.length > 0 && numbers.every(it => it >= 1 && it <= last)).toBe(true)
    }
  })
  test('leaves who does well alone', async () => {
    const client = mock.client({ sobot: { maxPageSize: '100' } })
    await well(client)
    expect(client.failed()).toEqual([])
    expect(client.report().results.find(it => it.id === `sobot.audit.${id}`)?.outcome).toBe('passed')
  })
})

test('every check of calls is tried', () => {
  const ids = checksOf(sobot)
    .filter(it => it.of === 'calls')
    .map(it => it.id)
  expect(ids).toEqual(Object.keys(clients))
})

describe('OkayAPI', () => {
  test('who saves twice, asks again in vain and reads by ten is found', async () => {
    const client = mock.client()
    const row = { user_id: '7', user_name: '周明远' }
    await times(2, () => client.okayapi('ASaveAndyVardDtas', {}, row))
    await times(10, at => client.okayapi('ALieBiaoProductprocuredetail', { page: at }))
    await times(2, () => client.okayapi('ANrdadanCaseDetail', { perpage: 'many' }))
    expect(client.failed(okayapi)).toEqual([
      'requests-are-accepted',
      'pages-are-large-enough',
      'only-what-may-succeed-is-retried',
      'writes-are-not-repeated',
    ])
  })
  test('who does well is not', async () => {
    const client = mock.client()
    await client.okayapi('ASaveAndyVardDtas', {}, { user_id: '7', user_name: '周明远' })
    await times(3, at => client.okayapi('ANrdadanCaseDetail', { page: at, perpage: 100 }))
    expect(client.failed(okayapi)).toEqual([])
  })
  test('the secret as a parameter is found', async () => {
    const client = mock.client()
    await client.okayapi('ANrdadanCaseDetail', { app_secrect: client.world.credentials(okayapi).app_secrect ?? '' })
    expect(client.failed(okayapi)).toEqual(['requests-keep-to-the-contract', 'secret-is-not-sent'])
  })
})
