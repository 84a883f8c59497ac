/** The mock inside a test: what was called, what is still waited for, and what is said of a call that did not come. */
import { expect, test } from 'vitest'
import { type AnyCall, startMock } from '../mocks/testing.ts'
import { groupsOf, mocking, post, refusal, START } from './testing-fetch.ts'

test('a call of the journal is parsed, with the answer', async () => {
  const { first } = await mocking()
  const { item } = await post(first, 'labelGroupSave', { name: 'VIP', color_value: '#fff', colour: 'red' })
  const [call] = first.journal.calls('sobot.labelGroupSave')
  expect(call).toMatchObject({
    number: 1,
    at: START,
    operation: 'sobot.labelGroupSave',
    status: 200,
    code: '000000',
    validity: 'tolerated',
    body: { name: 'VIP', color_value: '#fff' },
    reply: { item },
  })
  expect(call?.deviations[0]).toMatch(/body\.colour/)
})

test('parameters of the path, and of a query whose numbers are numbers', async () => {
  const { first } = await mocking()
  const token = first.credentials.sobot.token ?? ''
  await fetch(`${first.baseUrl.sobot}/api/scrm/5/user/update/a%2Fb`, { method: 'POST', headers: { token } })
  await groupsOf(first)
  expect(first.journal.calls('sobot.customerUpdate')[0]?.params).toEqual({ id: 'a/b' })
  expect(first.journal.calls('sobot.labelGroupList')[0]?.query).toEqual({ page_no: 1, page_size: 100 })
})

test('OkayAPI reads query and body as one; a call has each field where the contract has it', async () => {
  const { first } = await mocking()
  const { app_key } = first.credentials.okayapi
  await fetch(`${first.baseUrl.okayapi}/?s=SVIP.Swxiryan0788_MyApi.ACpsReceiveSearch`, {
    method: 'POST',
    body: new URLSearchParams({ app_key, msgId: 'm-1' }),
  })
  const [call] = first.expectCalls('okayapi.ACpsReceiveSearch', { where: { body: { msgId: 'm-1' } } })
  expect((call as unknown as AnyCall).query).toMatchObject({ app_key })
})

test('a number equals the text that it prints as', async () => {
  const { first } = await mocking()
  await post(first, 'labelGroupSave', { name: 2024, is_multiple_choice: '1' })
  first.expectCalls('sobot.labelGroupSave', { where: { body: { name: '2024', is_multiple_choice: 1 } } })
})

test('a wait resolves at once when the call is there already', async () => {
  const { first } = await mocking()
  await post(first, 'labelGroupSave', { name: 'VIP' })
  const call = await first.waitFor('sobot.labelGroupSave', { where: { body: { name: 'VIP' } }, timeout: 0 })
  expect(call.number).toBe(1)
})

test('a wait for a later call resolves before that call is answered to whoever made it', async () => {
  const { first } = await mocking()
  await post(first, 'labelGroupSave', { name: 'warm' })
  const order: string[] = []
  const waited = first.waitFor('sobot.labelGroupSave', { where: { body: { name: 'VIP' } } }).then(it => {
    order.push('told')
    return it
  })
  await post(first, 'labelGroupSave', { name: 'other' })
  await post(first, 'labelGroupSave', { name: 'VIP' }).then(() => order.push('answered'))
  expect((await waited).number).toBe(3)
  expect(order).toEqual(['told', 'answered'])
})

test('a wait looks only behind the entry that it is told', async () => {
  const { first } = await mocking()
  await post(first, 'labelGroupSave', { name: 'a' })
  const waited = first.waitFor('sobot.labelGroupSave', { after: 1 })
  await post(first, 'labelGroupSave', { name: 'b' })
  expect((await waited).body.name).toBe('b')
})

test('a wait whose time is over shows the nearest calls and the fields in which they differ', async () => {
  const { first } = await mocking()
  await post(first, 'customerSave', { nick: 'Wang', tel: '16000000101' })
  await post(first, 'customerSave', { nick: 'Li', email: 'li@example.com', tel: '16000000101' })
  const where = { body: { nick: 'Li', tel: '16000000202', crm_status: 2 } }
  const { code, message } = await refusal(() => first.waitFor('sobot.customerSave', { where, timeout: 20 }))
  expect(code).toBe('expectation-failed')
  expect(message).toBe(
    'The expectation was not met. Expected a call of sobot.customerSave with body.nick "Li", body.tel "160••••0202", body.crm_status 2' +
      ' within 20 ms, got 2 others. Nearest: call 2: body.tel: expected "160••••0202", got "160••••0101"; body.crm_status: expected 2, got nothing.' +
      ' call 1: body.nick: expected "Li", got "Wang"; body.tel: expected "160••••0202", got "160••••0101"; body.crm_status: expected 2, got nothing.',
  )
})

test('a wait ends with the mock', async () => {
  const mock = await startMock()
  const waited = refusal(() => mock.first.waitFor('sobot.customerSave', { timeout: 60_000 }))
  await mock.close()
  expect((await waited).code).toBe('expectation-failed')
})

test('an expectation that is not met names what was called instead', async () => {
  const { first } = await mocking()
  expect((await refusal(() => first.expectCalls('sobot.customerSave'))).message).toMatch(/Nothing was called\.$/)
  await post(first, 'labelGroupSave', { name: 'VIP' })
  await fetch(`${first.baseUrl.sobot}/api/nothing`, { headers: { token: first.credentials.sobot.token ?? '' } })
  expect((await refusal(() => first.expectCalls('sobot.customerSave'))).message).toMatch(
    /got none of that operation\. Called were sobot\.labelGroupSave; GET \/api\/nothing, which is no operation of sobot\.$/,
  )
})

test('calls too many are numbered, a refused one with its code', async () => {
  const { first } = await mocking()
  await post(first, 'labelGroupSave', { name: 'VIP' })
  await post(first, 'labelGroupSave', {})
  const { message } = await refusal(() => first.expectCalls('sobot.labelGroupSave', { times: 1 }))
  expect(message).toMatch(/Expected 1 call of sobot\.labelGroupSave, got 2: call 1, call 2 \(refused with 510005\)\.$/)
})

test('no message holds a secret of the world', async () => {
  const { first } = await mocking()
  const { app_key } = first.credentials.okayapi
  await fetch(`${first.baseUrl.okayapi}/api/SVIP/Swxiryan0788_MyApi/ANrkhCaseDetail?app_key=${app_key}&sign=ABCDEF`)
  const where = { query: { app_key: `${app_key}x`, sign: 'FEDCBA' } }
  const { message } = await refusal(() => first.expectCalls('okayapi.ANrkhCaseDetail', { where }))
  expect(message).toMatch(/query\.sign: expected "••••", got "••••"/)
  expect(message).not.toContain(app_key)
  expect(message).not.toMatch(/ABCDEF|FEDCBA/)
})

test.each<[unknown, RegExp]>([
  [{ body: { nck: 'x' } }, /where\.body\.nck: not in the contract; did you mean nick\?/],
  [{ query: {}, body: { nick: { first: 'x' } } }, /where\.query: not in the contract; .*body/],
  [{ body: { nick: { first: 'x' } } }, /where\.body\.nick\.first: not in the contract/],
])('%j cannot be looked for', async (where, words) => {
  const { first } = await mocking()
  const error = await refusal(() => first.expectCalls('sobot.customerSave', { where: where as never }))
  expect([error.code, error.message]).toEqual(['contract-violated', expect.stringMatching(words)])
})

test('an operation that there is not is answered with the nearest', async () => {
  const { first } = await mocking()
  for (const work of [
    () => first.expectCalls('sobot.customerSav' as 'sobot.customerSave'),
    () => first.waitFor('sobot.customerSav' as 'sobot.customerSave'),
    () => first.fail('sobot.customerSav' as 'sobot.customerSave', '999999'),
  ])
    expect((await refusal(work)).message).toMatch(/did you mean sobot\.customerSave/)
  expect((await refusal(() => first.fail('sobot.customerSave', '1' as '999999'))).code).toBe('name-unknown')
})
