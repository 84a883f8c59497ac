/** Which code of the catalogue answers which bad value. */
import type { TSchema } from '@sinclair/typebox'
import { describe, expect, test } from 'vitest'
import { sobot } from '../schemas/index.ts'
import { type Operation, operations, outcome } from './bad-input.ts'
import { changed, NOTHING, placesOf } from './broken-calls.ts'
import type { Plain } from './witness.ts'

/** The operations whose names have codes of their own. */
const unnamed: Record<string, string> = {
  labelGroupSave: '510005',
  labelGroupUpdate: '510005',
  labelSave: '510006',
  labelUpdate: '510006',
}

describe('a required field that is missing or null is answered with the code for what is missing', () => {
  const required = operations.flatMap(it =>
    placesOf(it.documented, it.contract)
      .filter(
        ([part, name = '', ...deeper]) =>
          (part === 'query' || part === 'body') && !deeper.length && isRequired(it, String(part), String(name)),
      )
      .map(([part, name]) => ({ it, part: String(part), name: String(name) })),
  )
  test.each(required)('$it.id: $name in its $part', async ({ it, part, name }) => {
    const expected =
      it.vendor === sobot ? (name === 'name' && unnamed[it.id]) || (it.contract.open ? /^90000[34]$/ : '400004') : 400
    for (const value of part === 'body' ? [NOTHING, null] : [NOTHING]) {
      const { code } = await outcome(it, changed(it.documented, [part, name], value) as Plain)
      if (expected instanceof RegExp) expect(code).toMatch(expected)
      else expect(code).toBe(expected)
    }
  })
})

/** Required in the form of the documented call, and without a default. */
function isRequired({ contract, documented }: Operation, part: string, name: string) {
  const schema = part === 'query' ? contract.query : contract.body
  const sent = part === 'query' ? documented.query : documented.body
  if (Array.isArray(sent) || !Object.hasOwn(sent as object, name)) return false
  const own = schema?.anyOf?.find((it: TSchema) => Object.hasOwn(it.properties ?? {}, name)) ?? schema
  return own?.required?.includes(name) && own.properties[name].default === undefined
}

test("another world's id is answered like one that there is not", async () => {
  let compared = 0
  for (const it of operations) {
    for (const [part, ...path] of placesOf(it.documented, it.contract)) {
      const field = String(path.findLast(name => typeof name === 'string') ?? '')
      const strange = part === 'headers' ? undefined : it.surroundings.strange(String(part), field)
      if (!strange || !/^[0-9a-f]{32}$/i.test(strange)) continue
      const answer = async (id: string) => {
        const { words, ...found } = await outcome(it, changed(it.documented, [part as string, ...path], id) as Plain)
        return { ...found, words: words?.replaceAll(id, 'ID') }
      }
      expect(await answer(strange), `${it.id} ${part}.${path.join('.')}`).toEqual(await answer('f'.repeat(32)))
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
  const code = async (query: Record<string, string>) =>
    (await outcome(it, { ...it.documented, query: { ...it.documented.query, ...query } })).code
  expect([await code({ [page]: '0' }), await code({ [page]: '-1' }), await code({ [size]: '0' })]).toEqual([
    refusal,
    refusal,
    refusal,
  ])
  expect([await code({ [page]: '999999' }), await code({ [size]: '10000' })]).toEqual([undefined, undefined])
  expect(await code({ [size]: '100000' })).toBe(ofSobot ? undefined : 400)
})
