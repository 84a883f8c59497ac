/** A call that is cancelled or late ends at once, whatever it waits for. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Calling, calling, failed, inject } from './calling.ts'

let mock: Calling
beforeAll(async () => {
  mock = await calling()
})
afterAll(() => mock.close())
beforeEach(() => mock.world.reset())

describe('a call that is cancelled or late ends within 100 ms', () => {
  /** Milliseconds from that moment until the call failed. */
  async function lag(since: number, call: Promise<unknown>) {
    const error = await failed(call)
    return { error, late: performance.now() - since }
  }

  test.each([
    ['while it waits for the answer', { latency: 5_000 }, 1],
    ['while it waits for another attempt', { status: 503 }, 1],
    ['while the body trickles', { bytesPerSecond: 1 }, 1],
  ] as const)('%s', async (_when, effect, attempts) => {
    inject(mock.world, { operation: 'sourceList', ...effect })
    const options = { backoff: { first: 10_000, most: 10_000 }, random: () => 1 }
    for (const transport of ['fetch', 'undici'] as const) {
      const api = mock.sobot({ ...options, transport })
      await api.stageList({})
      const cancel = new AbortController()
      const start = performance.now()
      setTimeout(() => cancel.abort(new Error('enough')), 120)
      const cancelled = await lag(start + 120, api.sourceList({}, { signal: cancel.signal }))
      expect(cancelled).toMatchObject({ error: { code: 'call-cancelled', attempts, cause: { message: 'enough' } } })
      const late = await lag(performance.now() + 120, api.sourceList({}, { deadline: 120 }))
      expect(late).toMatchObject({ error: { code: 'deadline-passed', attempts } })
      expect(Math.max(cancelled.late, late.late)).toBeLessThan(100)
    }
  })

  test('even by a transport and a sleep that ignore it', async () => {
    const deaf = () => new Promise<never>(() => {})
    const api = mock.okayapi({ transport: deaf })
    expect(await failed(api.ABuildExcel({}, { deadline: 50 }))).toMatchObject({ code: 'deadline-passed', attempts: 1 })
    expect(await failed(api.ABuildExcel({}, { timeout: 50 }))).toMatchObject({ code: 'unreachable', attempts: 1 })
    inject(mock.world, { status: 503 })
    const sleepless = mock.okayapi({ sleep: deaf })
    const error = await failed(reading(sleepless, 500))
    expect(error).toMatchObject({ code: 'deadline-passed', attempts: 1, cause: { code: 'status-unexpected' } })
  })
  const reading = (api: ReturnType<Calling['okayapi']>, deadline: number) =>
    api.AGetAndyVarDatas({ query: { user_id: 1 } }, { deadline })

  test('one that was cancelled before makes no request', async () => {
    const error = await failed(mock.okayapi().ABuildExcel({}, { signal: AbortSignal.abort() }))
    expect(error).toMatchObject({ code: 'call-cancelled', attempts: 0 })
    expect(mock.world.journal.entries()).toEqual([])
  })
})
