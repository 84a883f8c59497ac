/** Every bad value in every field of every operation: one documented answer each, and what is refused leaves no trace. */
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import { okayapi, sobot } from '../schemas/index.ts'
import { badCalls, type Surroundings } from './bad-values.ts'
import { changed, NOTHING, placesOf } from './broken-calls.ts'
import { kindNamedBy } from './known-values.ts'
import { injection, preparedWorld } from './prepared-world.ts'
import { rawExchange } from './raw-exchange.ts'
import { soundCalls } from './sound-calls.ts'
import { answerJudge, type Plain } from './witness.ts'

const { app, world, known, begin, contents, send } = await preparedWorld()
const other = await preparedWorld({ seed: 'another' })
beforeAll(() => app.listen({ port: 0, host: '127.0.0.1' }))
afterAll(() => Promise.all([app.close(), other.app.close()]))

const operations = ([sobot, okayapi] as Vendor[]).flatMap(vendor =>
  contracts(vendor, 'operation').map(operation => {
    const { id, contract } = operation
    const sound = soundCalls(vendor, operation, known, world)
    const strange = (part: string, field: string) => other.known[kindNamedBy(id, part, field) ?? '']?.[0]
    const surroundings: Surroundings = { taken: ['兴趣', '音乐', 'reading'], strange }
    const documented = sound[0]?.call as Plain
    return { vendor, ...operation, sound, documented, surroundings, reads: answerJudge(vendor, contract) }
  }),
)
type Operation = (typeof operations)[number]

beforeAll(async () => {
  for (const it of operations) await outcome(it, it.documented)
  begin()
})

async function outcome({ vendor, contract, reads }: Operation, call: Plain, tail = '') {
  begin()
  const request = injection(vendor, contract, call)
  const url = tail && `${request.url}${request.url.includes('?') ? '&' : '?'}${tail}`
  return reads(url ? await app.inject({ ...request, url }) : await send(vendor, contract, call), call)
}

test.each(operations)('$id accepts its documented calls in a world that has what they name', async it => {
  for (const { name, call } of it.sound) expect(await outcome(it, call), name).toEqual({})
})

let sent = 0

test.each(operations)('$id answers every bad value in every field, and what it refuses changes nothing', async it => {
  const wrong: string[] = []
  const calls = it.sound.flatMap(({ name, call }) => badCalls(call, it.contract, it.surroundings).map(bad => ({ name, ...bad })))
  begin()
  const before = contents()
  for (const { name, what, call, tail } of calls) {
    try {
      const { code } = await outcome(it, call, tail)
      if (code !== undefined && contents() !== before) wrong.push(`${name}, ${what}: refused with ${code}, yet something changed`)
    } catch (error) {
      wrong.push(`${name}, ${what}: ${(error as Error).message.slice(0, 300)}`)
    }
  }
  sent += calls.length
  expect(wrong.slice(0, 20)).toEqual([])
})

test('many bad values were sent, and none reached the prototype of all objects', () => {
  console.log(`${sent} bad calls`)
  expect(sent).toBeGreaterThan(20_000)
  expect({}).not.toHaveProperty('polluted')
})

/** The operations whose names have codes of their own. */
const unnamed: Record<string, string> = { labelGroupSave: '510005', labelGroupUpdate: '510005', labelSave: '510006', labelUpdate: '510006' }

describe('a required field that is missing or null is answered with the code for what is missing', () => {
  const required = operations.flatMap(it =>
    placesOf(it.documented, it.contract)
      .filter(([part, name = '', ...deeper]) => (part === 'query' || part === 'body') && !deeper.length && isRequired(it, String(part), String(name)))
      .map(([part, name]) => ({ it, part: String(part), name: String(name) })),
  )
  test.each(required)('$it.id: $part.$name', async ({ it, part, name }) => {
    const expected = it.vendor === sobot ? (name === 'name' && unnamed[it.id]) || (it.contract.open ? /^90000[34]$/ : '400004') : 400
    for (const value of part === 'body' ? [NOTHING, null] : [NOTHING]) {
      const { code } = await outcome(it, changed(it.documented, [part, name], value) as Plain)
      if (expected instanceof RegExp) expect(code).toMatch(expected)
      else expect(code).toBe(expected)
    }
  })
})

/** Required in every form that the contract has, and without a default. */
function isRequired({ contract, documented }: Operation, part: string, name: string) {
  const schema = part === 'query' ? contract.query : contract.body
  const own = schema?.anyOf?.find((it: { properties?: object }) => name in (it.properties ?? {})) ?? schema
  return !Array.isArray(documented.body) && own?.required?.includes(name) && own.properties[name].default === undefined
}

test("another world's id is answered like one that there is not", async () => {
  let compared = 0
  for (const it of operations) {
    for (const [part, ...path] of placesOf(it.documented, it.contract)) {
      const field = String(path.findLast(name => typeof name === 'string') ?? '')
      const strange = part === 'headers' ? undefined : it.surroundings.strange(String(part), field)
      if (!strange || !/^[0-9a-f]{32}$/i.test(strange)) continue
      const answers = [strange, 'f'.repeat(32)].map(id => outcome(it, changed(it.documented, [part as string, ...path], id) as Plain))
      const [foreign, unknown] = [await answers[0], await answers[1]]
      expect(foreign, `${it.id} ${part}.${path.join('.')}`).toEqual(unknown)
      compared++
    }
  }
  expect(compared).toBeGreaterThan(30)
})

test.each<[id: string, field: string, value: string, code: string]>([
  ['labelGroupSave', 'name', '兴趣', '510002'],
  ['labelGroupUpdate', 'name', '兴趣', '510002'],
  ['labelSave', 'name', '音乐', '510003'],
  ['labelUpdate', 'name', '音乐', '510003'],
  ['labelSave', 'param_name', 'reading', '510004'],
  ['labelUpdate', 'param_name', 'reading', '510004'],
  ['labelGroupSave', 'name', '标'.repeat(31), '510007'],
  ['labelGroupUpdate', 'name', '😀'.repeat(31), '510007'],
  ['labelSave', 'name', '标'.repeat(31), '510007'],
  ['labelUpdate', 'name', '标'.repeat(31), '510007'],
  ['labelSave', 'param_name', 'x'.repeat(31), '510008'],
  ['labelUpdate', 'param_name', 'x'.repeat(31), '510008'],
  ['customerSave', 'nick', '标'.repeat(51), '999999'],
  ['customerSave', 'uname', 'x'.repeat(51), '999999'],
])('%s with %s %s is answered with %s', async (id, field, value, code) => {
  const it = operations.find(it => it.id === id) as Operation
  expect((await outcome(it, changed(it.documented, ['body', field], value) as Plain)).code).toBe(code)
})

const paged = operations.filter(({ contract: { query } }) => query?.properties.page_size ?? query?.properties.perpage)

test.each(paged)('$id: page 0 and pages of nothing are refused, beyond the end there is nothing', async it => {
  const ofSobot = it.vendor === sobot
  const [page, size] = ofSobot ? ['page_no', 'page_size'] : ['page', 'perpage']
  const refusal = ofSobot ? '999999' : 400
  const code = async (query: Record<string, string>) => (await outcome(it, { ...it.documented, query: { ...it.documented.query, ...query } })).code
  expect([await code({ [page]: '0' }), await code({ [page]: '-1' }), await code({ [size]: '0' })]).toEqual([refusal, refusal, refusal])
  expect([await code({ [page]: '999999' }), await code({ [size]: '10000' })]).toEqual([undefined, undefined])
  expect(await code({ [size]: '100000' })).toBe(ofSobot ? undefined : 400)
})

describe('over a socket', () => {
  const ways: [what: string, host: string[], headers: string[], body: Buffer, status: number][] = [
    ['two Host headers', ['a', 'b'], [], Buffer.alloc(0), 400],
    ['a gzip body', ['a'], ['content-encoding: gzip'], gzipSync('{}'), 415],
    ['a body that is not UTF-8', ['a'], [], Buffer.from('{"name":"\xff\xfe"}', 'latin1'), 200],
    ['half of a character', ['a'], [], Buffer.from('标').subarray(0, 2), 200],
  ]
  test.each(ways)('%s: refused by every operation, and nothing changes', async (_what, hosts, more, body, status) => {
    for (const it of operations) {
      begin()
      const before = contents()
      const { method, url, headers } = injection(it.vendor, it.contract, { ...it.documented, body: undefined })
      const type = body.length ? ['content-type: application/json', `content-length: ${body.length}`] : []
      const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
      const head = [`${method} ${url} HTTP/1.1`, ...hosts.map(it => `Host: ${it}`), 'Connection: close', ...own, ...type, ...more, '', '']
      const bytes = Buffer.concat([Buffer.from(head.join('\r\n')), body])
      const answer = await rawExchange((app.server.address() as AddressInfo).port, bytes)
      const value = JSON.parse(answer.body)
      const wanted = it.vendor === sobot ? [status, '999999'] : [200, 400]
      expect([answer.status, value.ret_code ?? value.ret], it.id).toEqual(wanted)
      expect(contents(), it.id).toBe(before)
    }
  })
})
