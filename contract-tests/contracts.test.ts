/** The contracts as data: told apart, described, their examples valid, everything that refers to something finds it. */
import type { TSchema } from '@sinclair/typebox'
import { describe, expect, test } from 'vitest'
import { collisions, contractOf, contracts } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import * as vendors from '../schemas/index.ts'
import { violations } from '../src/wire/check.ts'
import { allFields } from './fields.ts'

const all = Object.values(vendors) as Vendor[]

const documented = { sobot: [27, 3], okayapi: [15, 0], echat: [0, 20], yunduo: [0, 2], easyliao: [0, 1] }

describe.each(all)('$id', vendor => {
  const operations = contracts(vendor, 'operation')
  const pushes = contracts(vendor, 'push')
  const every = [...operations, ...pushes]

  test('holds every operation and push of its document', () => {
    expect([operations.length, pushes.length]).toEqual(documented[vendor.id as keyof typeof documented])
  })

  test('can tell its contracts apart', () => expect(collisions(vendor)).toEqual([]))

  test.each(operations)('$id: examples and variants keep to the contract', ({ contract }) => {
    for (const [name, example] of Object.entries({ ...contract.examples, ...contract.variants })) {
      for (const part of ['query', 'params', 'body', 'reply'] as const) {
        const value = example[part] ?? (part === 'query' && contract.query ? {} : undefined)
        if (!contract[part]) expect(value, `${name} ${part}`).toBeUndefined()
        else expect(judged(contract[part], value), `${name} ${part}`).toEqual([])
      }
    }
  })

  test.each(pushes)('$id: examples and variants keep to the contract', ({ contract }) => {
    for (const [name, message] of Object.entries({ ...contract.examples, ...contract.variants })) {
      expect(judged(contract.message, message), name).toEqual([])
    }
  })

  test.each(every)('$id: every field has a Chinese term and an English description', ({ contract }) => {
    const schemas =
      contract.kind === 'push' ? [contract.message] : [contract.query, contract.params, contract.body, contract.reply]
    for (const schema of schemas) {
      for (const { path, field } of allFields(schema))
        expect({ path, title: field.title, description: field.description }).toMatchObject({
          title: /./,
          description: /[a-z]/,
        })
    }
  })

  test('its operations fail with codes of its catalogue only', () => {
    const codes = vendor.errors.map(it => it.code)
    // One code can have two meanings, but not twice the same.
    const meanings = vendor.errors.map(it => `${it.code} ${it.message}`)
    expect(new Set(meanings).size).toBe(meanings.length)
    for (const { contract } of operations) for (const code of contract.fails ?? []) expect(codes).toContain(code)
  })

  test('each assumption has its default among its choices', () => {
    for (const [name, { default: chosen, choices, number }] of Object.entries(vendor.assumptions)) {
      expect(Object.hasOwn(choices, chosen) || (number && /^\d+$/.test(chosen)), name).toBeTruthy()
    }
  })

  test('its login operation and the names of its failure exist', () => {
    const { login, failure } = vendor
    if (login) expect(contractOf(vendor, 'operation', login.operation)).toBeDefined()
    if (failure)
      expect(Object.keys(failure.schema.properties)).toEqual(expect.arrayContaining([failure.code, failure.message]))
    expect(Boolean(failure)).toBe(operations.length > 0)
  })
})

/** Wrong fields, JSON inside text included, and keys that an example has but no schema. */
function judged(schema: TSchema, value: unknown): unknown[] {
  return [...violations(schema, value), ...inside(schema, value, '')]
}

function inside(schema: TSchema, value: unknown, path: string): unknown[] {
  if (schema.contentSchema && typeof value === 'string' && value) return judged(schema.contentSchema, JSON.parse(value))
  if (Array.isArray(value))
    return schema.items ? value.flatMap((item, index) => inside(schema.items, item, `${path}[${index}]`)) : []
  if (typeof value !== 'object' || value === null || !schema.properties) return []
  return Object.entries(value).flatMap(([key, child]) =>
    schema.properties[key] ? inside(schema.properties[key], child, `${path}.${key}`) : [`${path}.${key} has no schema`],
  )
}
