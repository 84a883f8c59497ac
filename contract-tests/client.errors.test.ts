/** Which errors are worth another attempt, for what reads and for what saves; cancellation, deadlines, waits. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { okayapi, sobot } from '../schemas/index.ts'
import { isFailureOf, VendorFailure } from '../src/index.ts'
import { asked, type Calling, calling, failed, inject } from './calling.ts'

let mock: Calling
beforeAll(async () => {
  mock = await calling()
})
afterAll(() => mock.close())
beforeEach(() => mock.world.reset())

const saved = async () => (await mock.sobot().customerListByPage({})).total_count
const reads = {
  sobot: () => mock.sobot().sourceList({}),
  okayapi: () => mock.okayapi().AGetAndyVarDatas({ query: { user_id: 1 } }),
}
const saves = {
  sobot: () => mock.sobot().customerSave({ body: { nick: 'x' } }),
  okayapi: () => mock.okayapi().ABuildExcel({}),
}

const entries = [sobot, okayapi].flatMap(vendor =>
  vendor.errors.map(it => ({ vendor: vendor.id as 'sobot' | 'okayapi', ...it, token: it.everywhere === 'guarded' })),
)

describe.each(entries)('$vendor $code $message', ({ vendor, code, message, cause, cure, retryable, token }) => {
  const operation = vendor === 'sobot' ? 'sourceList' : 'AGetAndyVarDatas'
  const saving = vendor === 'sobot' ? 'customerSave' : 'ABuildExcel'

  test(`a call that reads is made ${token ? 'twice' : retryable ? 'three times' : 'once'}`, async () => {
    inject(mock.world, { vendor, operation, code, meaning: message })
    const error = await failed(reads[vendor]())
    const attempts = token ? 2 : retryable ? 3 : 1
    expect(error).toBeInstanceOf(VendorFailure)
    expect(error).toMatchObject({ vendor, operation, code, cause, cure, retryable, attempts })
    expect(asked(mock.world, operation)).toBe(attempts)
    expect([isFailureOf(sobot, error), isFailureOf(okayapi, error)]).toEqual([vendor === 'sobot', vendor === 'okayapi'])
  })

  test(`a call that saves is made ${token ? 'twice' : 'once'}`, async () => {
    inject(mock.world, { vendor, operation: saving, code, meaning: message })
    expect(await failed(saves[vendor]())).toMatchObject({ code, attempts: token ? 2 : 1 })
  })
})

describe('what saves and may have been carried out', () => {
  test.each([
    ['the connection was reset before', { reset: 'before' }, 0],
    ['the connection was reset after', { reset: 'after' }, 1],
    ['a gateway failed', { status: 502 }, 0],
    ['the answer was cut off', { truncated: 0.5 }, 1],
    ['no answer came in time', { latency: 400 }, 1],
  ] as const)('is not repeated: %s', async (_what, effect, carriedOut) => {
    inject(mock.world, { operation: 'customerSave', ...effect })
    const error = await failed(mock.sobot({ timeout: 150 }).customerSave({ body: { nick: 'x' } }))
    expect(error).toMatchObject({ attempts: 1 })
    expect(asked(mock.world, 'customerSave')).toBeLessThanOrEqual(1)
    await expect.poll(saved).toBe(carriedOut)
  })

  test('is repeated with retryWrites, for the client or for a call', async () => {
    inject(mock.world, { operation: 'customerSave', reset: 'after', times: 1 })
    await mock.sobot({ retryWrites: true }).customerSave({ body: { nick: 'x' } })
    expect(await saved()).toBe(2)
    inject(mock.world, { operation: 'customerSave', reset: 'after', times: 1 })
    await mock.sobot().customerSave({ body: { nick: 'x' } }, { retryWrites: true })
    expect(await saved()).toBe(4)
  })

  test('a GET that removes is not repeated; a POST that lists is', async () => {
    const api = mock.sobot()
    const { item: id } = await api.labelGroupSave({ body: { name: 'x' } })
    inject(
      mock.world,
      { operation: 'labelGroupRemove', reset: 'after' },
      { operation: 'customerLabels', reset: 'after', times: 2 },
    )
    expect(await failed(api.labelGroupRemove({ params: { id } }))).toMatchObject({ code: 'unreachable', attempts: 1 })
    expect((await api.customerLabels({ body: [] })).items).toEqual([])
    expect(asked(mock.world, 'customerLabels')).toBe(3)
  })
})

describe('the waits', () => {
  const waitsOf = async (headers: Record<string, string>, draw: number) => {
    const waits: number[] = []
    const answer = async () => ({ status: 503, headers, body: Buffer.from('busy') })
    const sleep = async (milliseconds: number) => void waits.push(milliseconds)
    const api = mock.okayapi({
      transport: answer,
      sleep,
      random: () => draw,
      attempts: 8,
      backoff: { first: 100, most: 1_000 },
    })
    await failed(api.AGetAndyVarDatas({ query: { user_id: 1 } }))
    return waits
  }
  test('double up to the longest, and are drawn from the whole span', async () => {
    expect(await waitsOf({}, 1)).toEqual([100, 200, 400, 800, 1000, 1000, 1000])
    expect(await waitsOf({}, 0.25)).toEqual([25, 50, 100, 200, 250, 250, 250])
    expect(await waitsOf({}, 0)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })
  test('are never shorter than Retry-After says, in seconds or as a date; one that is too long is not begun', async () => {
    expect((await waitsOf({ 'retry-after': '1' }, 0.5)).slice(0, 2)).toEqual([1050, 1100])
    const date = new Date(mock.world.clock.now() + 1_000).toUTCString()
    expect((await waitsOf({ 'retry-after': date }, 0)).slice(0, 2)).toEqual([1000, 1000])
    expect(await waitsOf({ 'retry-after': '2' }, 0.5)).toEqual([])
    expect((await waitsOf({ 'retry-after': 'soon' }, 1)).slice(0, 2)).toEqual([100, 200])
  })
})
