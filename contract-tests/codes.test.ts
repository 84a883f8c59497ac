/** Every code of both error catalogues: what earns it, and that it comes back when it is injected, once and no more. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contracts } from '../schemas/contracts.ts'
import type { Operation, Vendor, VendorError } from '../schemas/define.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { type Cause, type Made, prepared } from './causes.ts'
import { okayapiCauses } from './okayapi-causes.ts'
import { sobotCauses } from './sobot-causes.ts'
import { type Tenant, tenant } from './tenant.ts'

describe.each([
  [sobot, sobotCauses],
  [okayapi, okayapiCauses],
] as [Vendor, readonly Cause[]][])('$id', (vendor, causes) => {
  const operations = contracts(vendor, 'operation')
  const guarded = operations.filter(it => !it.contract.open)
  let shop: Tenant
  let made: Made
  beforeAll(async () => {
    shop = tenant()
    made = await prepared(shop)
  })
  afterAll(() => shop.close())

  test('the table has each entry of the catalogue, and nothing else', () => {
    const entries = (all: readonly { code: string | number; message: string }[]) =>
      all.map(({ code, message }) => [code, message])
    expect(entries(causes)).toEqual(entries(vendor.errors))
    expect(causes.filter(it => Boolean(it.earned) === Boolean(it.onlyAsFault))).toEqual([])
  })

  test('the table says how each operation earns each code that is its own, and no other code', () => {
    const pairs = operations.flatMap(({ id, contract }) => (contract.fails ?? []).map(code => `${id} ${code}`))
    const anywhere = new Set(vendor.errors.filter(it => it.everywhere).map(it => it.code))
    const own = causes.filter(it => !anywhere.has(it.code))
    const told = own.flatMap(({ code, earned = {} }) => Object.keys(earned).map(it => `${it} ${code}`))
    expect([...new Set(told)].sort()).toEqual(pairs.sort())
  })

  const rows = causes.flatMap(({ code, message, earned = {} }) =>
    Object.entries(earned).flatMap(([name, earn]) => {
      const ids = name === 'every' ? guarded.map(it => it.id) : [name]
      return ids.flatMap(operation => [earn].flat().map(earn => ({ operation, code, message, earn })))
    }),
  )
  test.each(rows)('$operation earns $code $message', async ({ operation, code, message, earn }) => {
    const ask = earn(made)
    const answer = await shop.call(vendor, operation, ask)
    expect([answer.code, answer.said]).toEqual([code, expect.stringContaining(worded(message, ask.path))])
    expect(answer.said.startsWith(worded(message, ask.path))).toBe(true)
  })

  const injected = operations.flatMap(({ id, contract }) =>
    codesOf(vendor, contract).map(error => ({ id, contract, ...error })),
  )
  test.each(injected)('$id answers $code when it is injected, once', async ({ id, contract, code, message }) => {
    // Nothing is required of this request but an answer, which is the same each time.
    const ask = contract.body ? { body: {} } : {}
    const before = await shop.call(vendor, id, ask)
    const [fault] = await shop.door<{ id: string }[]>('POST', '/faults', {
      vendor: vendor.id,
      operation: id,
      code,
      times: 1,
    })
    const [first, second] = [await shop.call(vendor, id, ask), await shop.call(vendor, id, ask)]
    const all = await shop.door<{ id: string; seen: number; struck: number }[]>('GET', '/faults')
    expect([first.status, first.code, first.said]).toEqual([200, code, worded(message, contract.path)])
    expect([second.code, second.said]).toEqual([before.code, before.said])
    expect(all.find(it => it.id === fault?.id)).toMatchObject({ seen: 2, struck: 1 })
  })
})

test('an injected code has the status and the words that the world chose', async () => {
  const shop = tenant()
  await shop.door('POST', '/assumptions', { sobot: { errorStatus: '401', tokenChecks: 'documentText' } })
  await shop.door('POST', '/faults', { operation: 'stageList', code: '900001', times: 1 })
  await shop.door('POST', '/faults', { operation: 'getToken', code: '900004', times: 1 })
  const [missing, unknown] = [await shop.call(sobot, 'stageList'), await shop.call(sobot, 'getToken')]
  await shop.close()
  expect([missing.status, missing.code]).toEqual([401, '900001'])
  expect([unknown.status, unknown.said]).toEqual([200, '没有找到公司的api配置信息'])
})

/** The message as it is answered; `path` names the service. */
const worded = (message: string, path = '') =>
  message.replace('{service}', path.replace('/api/', '').replaceAll('/', '.'))

/** Entries of the catalogue that this operation can answer. Of a code with two meanings the first is injected. */
const codesOf = ({ errors }: Vendor, { open, fails = [] }: Operation): VendorError[] =>
  errors.filter(
    ({ code, everywhere }, at) =>
      (fails.includes(code) || everywhere === true || (everywhere === 'guarded' && !open)) &&
      errors.findIndex(it => it.code === code) === at,
  )
