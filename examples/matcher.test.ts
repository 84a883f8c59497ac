/** The matcher for Vitest: what a contract allows, and what it does not. */
import 'kefu-kit/vitest'
import { startMock } from 'kefu-kit/mock'
import { afterAll, beforeAll, expect, test } from 'vitest'

let mock: Awaited<ReturnType<typeof startMock>>
beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.close())

test('a body keeps to its contract', () => {
  expect({ name: 'VIP' }).toMatchContract('sobot.labelGroupSave.body')
  expect({ name: 1 }).not.toMatchContract('sobot.labelGroupSave.body')
})

test('a world answers as the contract says', async () => {
  const world = mock.world()
  const replies = await world.seed({ 'sobot.labelGroupSave': [{ body: { name: 'VIP' } }] })
  expect(replies['sobot.labelGroupSave'][0]).toMatchContract('sobot.labelGroupSave.reply')
})
