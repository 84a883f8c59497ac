/** Starts mocks and bare Fastify servers in this process, in turn, and makes worlds; answers the milliseconds of each. */
import Fastify from 'fastify'
import { startMock } from '../../mocks/testing.ts'

export interface Order {
  rounds: number
  worlds: number
}

/** Milliseconds. */
export interface Times {
  mock: number[]
  bare: number[]
  worlds: number[]
}

async function timeOf(work: () => Promise<void> | void) {
  const since = performance.now()
  await work()
  return performance.now() - since
}

async function answered(url: string) {
  const { status } = await fetch(url)
  if (status !== 200) throw new Error(`${url} answers ${status}`)
}

async function mockTime() {
  let close = async () => {}
  const time = await timeOf(async () => {
    const mock = await startMock()
    close = mock.close
    await answered(`${mock.url}/_kefu/worlds`)
  })
  await close()
  return time
}

async function bareTime() {
  const app = Fastify()
  app.get('/', async () => ({ ok: true }))
  const time = await timeOf(async () => answered(await app.listen({ port: 0, host: '127.0.0.1' })))
  app.server.closeAllConnections()
  await app.close()
  return time
}

async function worldTimes(count: number) {
  const mock = await startMock()
  const times: number[] = []
  for (let made = 0; made < count; made++) times.push(await timeOf(() => void mock.world()))
  await mock.close()
  return times
}

process.on('message', async ({ rounds, worlds }: Order) => {
  const times: Times = { mock: [], bare: [], worlds: await worldTimes(worlds) }
  for (let round = 0; round < rounds; round++) {
    times.bare.push(await bareTime())
    times.mock.push(await mockTime())
  }
  process.send?.(times)
})
process.send?.('ready')
