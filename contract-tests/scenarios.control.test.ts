/** Scenarios over the mock's own door: whole conversations at the pace of a world's clock. */
import { expect, onTestFinished, test } from 'vitest'
import { easyliao, echat, sobot } from '../schemas/index.ts'
import { receiving } from './delivery.ts'
import { tenant } from './tenant.ts'

async function mocking() {
  const mock = tenant([echat, easyliao, sobot])
  onTestFinished(() => mock.close())
  const receiver = await receiving(() => ({ body: 'success' }))
  const listen = (vendor: string) => mock.door('POST', '/endpoints', { vendor, url: receiver.url, check: false })
  const types = () => receiver.arrivals.map(it => it.query.dataType)
  return { mock, listen, types, receiver }
}

test('a conversation is played as fast as it is acknowledged', async () => {
  const { mock, listen, types } = await mocking()
  await listen('echat')
  expect(await mock.door('POST', '/scenarios', { scenario: 'browse-only' })).toMatchObject({ count: 1 })
  await expect.poll(types).toEqual(['visitorEnter', 'keywordReturn', 'visitorTrackPage', 'visitorOut'])
})

test('or at the pace of the story, by the clock of the world', async () => {
  const { mock, listen, types, receiver } = await mocking()
  await listen('echat')
  await mock.door('POST', '/scenarios', { scenario: 'browse-only', pace: 'told', count: 3 })
  await mock.door('POST', '/clock', { advance: '1s' })
  expect(types()).toEqual(['visitorEnter', 'visitorEnter', 'visitorEnter'])
  await mock.door('POST', '/clock', { advance: '1h' })
  expect(types().filter(it => it === 'visitorOut')).toHaveLength(3)
  expect(receiver.arrivals).toHaveLength(12)
})

test.each([
  [{ scenario: 'browse' }, /scenario of these vendors; did you mean browse-only/],
  [{ scenario: 'lead' }, /No address of easyliao is registered/],
  [{ scenario: 'visitor-to-customer' }, /No address of easyliao is registered/],
  [{ scenario: 'card-and-end' }, /Nothing called .*card-and-end.* is a scenario of these vendors/],
  [{ scenario: 'browse-only', count: 0 }, /count/],
  [{ scenario: 'browse-only', pace: 'slow' }, /pace/],
])('%j is refused', async (body, words) => {
  const { mock, listen, receiver } = await mocking()
  await listen('echat')
  await expect(mock.door('POST', '/scenarios', body)).rejects.toThrow(words)
  expect(receiver.arrivals).toEqual([])
})
