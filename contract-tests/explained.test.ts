/** The doctor at work: the mock's journal and a receiver's log say which mistake a signature was made with, and tell no secret. */
import { createHash } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { sealed } from '../mocks/deliver/deliver.ts'
import { createWorld } from '../mocks/world/world.ts'
import { contractOf } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { echat, okayapi, sobot } from '../schemas/index.ts'
import type { Explanation } from '../src/explain/explain.ts'
import { receiver } from '../src/receive.ts'
import { START, tenant } from './tenant.ts'

const mock = tenant()
afterAll(() => mock.close())
const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/** What the journal says of the last call. */
async function told(query: Record<string, string>, vendor: Vendor = sobot, operation = 'getToken') {
  await mock.call(vendor, operation, { query })
  const entries = await mock.journal<{ deviations: string[] }>()
  return entries.at(-1)?.deviations ?? []
}

test('a token asked for with app_key in front is explained in the journal', async () => {
  const { appid = '', app_key = '' } = mock.keys(sobot)
  const create_time = String(START / 1000)
  const deviations = await told({ appid, create_time, sign: md5(app_key + appid + create_time) })
  expect(deviations.join(' ')).toMatch(/^sobot token: .*in front/i)
  expect(deviations.join(' ')).not.toContain(app_key)
})

test('an OkayAPI call signed without its secret is explained, too; a right one needs no word', async () => {
  const { app_key = '', app_secrect = '' } = mock.keys(okayapi)
  const operation = 'AAndyUseRecordStatistics'
  expect((await told({ sign: md5(app_key).toUpperCase() }, okayapi, operation)).join(' ')).toMatch(
    /okayapi sign: .*secret/i,
  )
  expect(await told({ sign: md5(app_key + app_secrect).toUpperCase() }, okayapi, operation)).not.toContainEqual(
    expect.stringMatching(/okayapi sign/),
  )
})

test('a receiver that refuses a push can tell its log why, and tells the sender nothing of it', async () => {
  const world = createWorld({ now: () => START })
  const push = contractOf(echat, 'push', 'chatSubject')
  if (!push) throw new Error('no chatSubject')
  const secret = world.credentials(echat) as { token: string; EncodingAESKey: string; appId: string; mode: 'secure' }
  const wrong = { ...secret, token: secret.EncodingAESKey }
  const message = push.contract.examples.documented
  const why: Explanation[] = []
  const receive = receiver(echat, {
    secret,
    on: {},
    now: () => START,
    onRefused: (_error, _http, explained) => void why.push(...explained()),
  })
  const answer = await receive(sealed({ vendor: echat, push, message, secret: wrong, moment: world.moment() }))
  expect(answer).toMatchObject({ status: 401, body: expect.stringMatching(/^signature-wrong/) })
  expect(why[0]).toMatchObject({ scheme: 'echat signature', verdict: 'mistaken' })
  const said = why.flatMap(it => it.mistakes.map(({ id }) => id))
  expect(said[0]).toMatch(/credential|swapped/)
  expect(JSON.stringify(why)).not.toContain(secret.token)
})
