/** Every bad value in every field of every operation: one documented answer each, and what is refused leaves no trace. */
import type { AddressInfo } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sobot } from '../schemas/index.ts'
import { app, begin, contents, nextOutcome, operations, outcome } from './bad-input.ts'
import { badCalls } from './bad-values.ts'
import { injection } from './prepared-world.ts'
import { rawExchange } from './raw-exchange.ts'

beforeAll(() => app.listen({ port: 0, host: '127.0.0.1' }))
// The app itself is asked by other files, too.
afterAll(() => void app.server.close())

test.each(operations)('$id accepts its documented calls in a world that has what they name', async it => {
  for (const { name, call } of it.sound) expect(await outcome(it, call), name).toEqual({})
})

let sent = 0

test.each(operations)('$id answers every bad value in every field, and what it refuses changes nothing', async it => {
  const wrong: string[] = []
  const calls = it.sound.flatMap(({ name, call }) => {
    const bodyAlone = call !== it.documented && isDeepStrictEqual(call.query, it.documented.query)
    return badCalls(call, it.contract, it.surroundings, bodyAlone).map(bad => ({ name, ...bad }))
  })
  begin()
  const before = contents()
  for (const { name, what, call, tail } of calls) {
    try {
      const { code } = await nextOutcome(it, call, tail)
      if (code !== undefined && contents() === before) continue
      if (code !== undefined) wrong.push(`${name}, ${what}: refused with ${code}, yet something changed`)
    } catch (error) {
      wrong.push(`${name}, ${what}: ${(error as Error).message.slice(0, 300)}`)
    }
    begin()
  }
  sent += calls.length
  expect(wrong.slice(0, 20)).toEqual([])
})

test('many bad values were sent, and none reached the prototype of all objects', () => {
  console.log(`${sent} bad calls`)
  expect(sent).toBeGreaterThan(20_000)
  expect({}).not.toHaveProperty('polluted')
})

describe('over a socket', () => {
  /** `inBody`: only of operations that take one. */
  const ways: [what: string, hosts: string[], headers: string[], body: Buffer, status: number, inBody?: true][] = [
    ['two Host headers', ['a', 'b'], [], Buffer.alloc(0), 400],
    ['a gzip body', ['a'], ['content-encoding: gzip'], gzipSync('{}'), 415],
    ['a body that is not UTF-8', ['a'], [], Buffer.from('{"name":"\xff\xfe"}', 'latin1'), 200, true],
    ['half of a character', ['a'], [], Buffer.from('标').subarray(0, 2), 200, true],
  ]
  test.each(ways)(
    '%s: refused by every operation, and nothing changes',
    async (_what, hosts, more, body, status, inBody) => {
      for (const it of operations.filter(it => it.contract.body || !inBody)) {
        begin()
        const before = contents()
        const { method, url, headers } = injection(it.vendor, it.contract, { ...it.documented, body: undefined })
        const type = body.length ? ['content-type: application/json', `content-length: ${body.length}`] : []
        const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
        const head = [
          `${method} ${url} HTTP/1.1`,
          ...hosts.map(it => `Host: ${it}`),
          'Connection: close',
          ...own,
          ...type,
          ...more,
          '',
          '',
        ]
        const bytes = Buffer.concat([Buffer.from(head.join('\r\n')), body])
        const answer = await rawExchange((app.server.address() as AddressInfo).port, bytes)
        const value = JSON.parse(answer.body)
        const wanted = it.vendor === sobot ? [status, '999999'] : [200, 400]
        expect([answer.status, value.ret_code ?? value.ret], it.id).toEqual(wanted)
        expect(contents(), it.id).toBe(before)
      }
    },
  )
})
