/** The app against a mock in this process, as `npm test` runs it. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { startMock } from 'kefu-kit/mock'
import { createApp } from './app.js'

const folder = mkdtempSync(join(tmpdir(), 'crm-leads-'))
const query = { key: 'a-secret-in-the-address' }

/** @type {import('kefu-kit/mock').Mock} */
let mock
/** @type {import('kefu-kit/mock').TestWorld} */
let world
/** @type {ReturnType<typeof createApp>} */
let server
let origin = ''

before(async () => {
  mock = await startMock()
})

beforeEach(async () => {
  server?.close()
  world = mock.world()
  const { appid, app_key: appKey } = world.credentials.sobot
  server = createApp({
    echat: world.credentials.echat,
    key: query.key,
    sobot: { appid, appKey, baseUrl: world.baseUrl.sobot },
    file: join(folder, `${world.id}.sqlite`),
    now: world.clock.now,
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  origin = `http://127.0.0.1:${port}`
})

after(async () => {
  server.close()
  await mock.close()
  rmSync(folder, { recursive: true })
})

test('a lead becomes a customer with name and telephone', async () => {
  const set = { visitorStaticId: '01', name: '李雷', mobile: '16000000001' }
  const { acknowledged } = await world.push('easyliao.lead', { to: `${origin}/hooks/easyliao`, query, set })
  assert.equal(acknowledged, true)
  world.expectCalls('sobot.customerSave', {
    times: 1,
    where: { body: { uname: '李雷', tel: '16000000001', remark: '易聊 01' } },
  })
})

test('a card that is pushed again changes the customer that it made', async () => {
  const to = `${origin}/hooks/yunduo`
  await world.push('yunduo.conversation', { to, query })
  await world.push('yunduo.leaveMessage', { to, query })
  world.expectCalls('sobot.customerSave', { times: 1 })
  world.expectCalls('sobot.customerUpdate', { times: 1 })
})

test('while Sobot fails a conversation is not acknowledged; it comes again and is kept once', async () => {
  world.fail('sobot.customerSave', '999999', { times: 1 })
  const pushed = await world.push('echat.chatStart', { to: `${origin}/hooks/echat`, profile: 'fast' })
  assert.equal(pushed.acknowledged, true)
  assert.equal(pushed.attempts, 2)
  const calls = world.journal.calls('sobot.customerSave')
  assert.deepEqual(
    calls.map(it => it.code),
    ['999999', '000000'],
  )
})

test('whoever does not know the key is refused', async () => {
  const { acknowledged } = await world.push('easyliao.lead', { to: `${origin}/hooks/easyliao` })
  assert.equal(acknowledged, false)
  world.expectCalls('sobot.customerSave', { times: 0 })
})
