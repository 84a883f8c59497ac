/** Compiles only while each misuse of the testing library below is an error of the compiler. Judged by types.test.ts. */
import { assertMatchesContract, callsOf, type TestWorld } from '../../mocks/testing.ts'
import type { World } from '../../mocks/world/world.ts'

export async function used(world: TestWorld, inner: World) {
  const { appid, app_key } = world.credentials.sobot
  void [appid satisfies string, app_key satisfies string, world.baseUrl.okayapi satisfies string]
  // @ts-expect-error the vendor issues no such thing
  void world.credentials.sobot.secret
  // @ts-expect-error a vendor that answers no calls has no address to be called at
  void world.baseUrl.echat

  world.fail('sobot.customerSave', '999999', { times: 1 })
  world.fail('okayapi.ANrkhCaseDetail', 400)
  world.fail('sobot.customerSave', { status: 503 })
  // @ts-expect-error the catalogue has no such code
  world.fail('sobot.customerSave', '123456')
  // @ts-expect-error it is another vendor's
  world.fail('sobot.customerSave', 400)
  // @ts-expect-error there is no such operation
  world.fail('sobot.customerSafe', '999999')
  // @ts-expect-error there is no such option
  world.fail('sobot.customerSave', '999999', { time: 1 })

  const made = await world.seed({ 'sobot.labelGroupSave': [{ body: { name: 'VIP' } }], 'sobot.sourceList': [{}] })
  made['sobot.labelGroupSave'][0]?.item satisfies string | undefined
  // @ts-expect-error it was not seeded
  void made['sobot.labelSave']
  // @ts-expect-error a field has another type
  await world.seed({ 'sobot.labelGroupSave': [{ body: { name: 1 } }] })
  // @ts-expect-error there is no such field
  await world.seed({ 'sobot.labelGroupSave': [{ body: { name: 'VIP', colour: 'x' } }] })
  // @ts-expect-error the body is missing
  await world.seed({ 'sobot.labelGroupSave': [{}] })
  // @ts-expect-error there is no such operation
  await world.seed({ 'sobot.labelGroupStore': [] })

  const to = 'http://127.0.0.1:9/'
  await world.push('echat.chatStart', { to, profile: 'vendor' })
  // @ts-expect-error there is no such push
  await world.push('echat.chatBegin', { to })
  // @ts-expect-error an operation is no push
  await world.push('sobot.customerSave', { to })
  // @ts-expect-error the message is that of another push
  await world.push('echat.chatStart', { to, message: { cardId: '1' } })
  // @ts-expect-error there is no such profile
  await world.push('echat.chatStart', { to, profile: 'twice' })

  const call = await world.waitFor('sobot.customerSave', { where: { body: { nick: 'Li' } }, timeout: 10 })
  call.body.nick satisfies string | undefined
  call.reply.item satisfies string
  // @ts-expect-error the body has no such field
  void call.body.nickname
  // @ts-expect-error nor can it be looked for
  await world.waitFor('sobot.customerSave', { where: { body: { nickname: 'Li' } } })
  // @ts-expect-error the operation has no query
  world.expectCalls('sobot.customerSave', { where: { query: { nick: 'Li' } } })
  // @ts-expect-error a field has another type
  world.expectCalls('sobot.customerSave', { where: { body: { nick: 1 } } })
  world.expectCalls('sobot.customerUpdate', { where: { params: { id: 'x' } }, times: 2 })
  // @ts-expect-error there is no such operation
  world.journal.calls('sobot.customerSafe')
  callsOf(inner, { operation: 'sobot.customerSave' })[0]?.body.nick satisfies string | undefined

  const value: unknown = {}
  assertMatchesContract('sobot.customerSave.reply', value)
  value.item satisfies string
  // @ts-expect-error there is no such part
  assertMatchesContract('sobot.customerSave.answer', value)
}
