/** The errata: all there, each read, each tied to what it touches, each met by a variant or said why not. */
import { describe, expect, test } from 'vitest'
import { contractOf } from '../schemas/contracts.ts'
import type { ErratumKind, Vendor } from '../schemas/define.ts'
import * as vendors from '../schemas/index.ts'

const all = Object.values(vendors) as Vendor[]

/** How many the documents were known to have when they were first read; what we found since comes on top. */
const counted = { yunduo: 45, easyliao: 22, echat: 72, okayapi: 40, sobot: 101 }

/** Kinds that can stand on the wire. The others concern prose, tables and shell lines. */
const onTheWire: ErratumKind[] = [
  'type-mismatch',
  'enum-mismatch',
  'name-mismatch',
  'unit-mismatch',
  'inconsistent-example',
  'invalid-json',
  'invalid-xml',
  'invalid-value',
  'duplicate',
]

test('280 errata were known', () => expect(Object.values(counted).reduce((a, b) => a + b)).toBe(280))

describe.each(all)('$id', vendor => {
  const contractNamed = (id: string) => contractOf(vendor, 'push', id) ?? contractOf(vendor, 'operation', id)

  test('has them all, under unique ids', () => {
    const ids = vendor.errata.map(it => it.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every(id => id.startsWith(vendor.erratum))).toBe(true)
    expect(ids.length).toBeGreaterThanOrEqual(counted[vendor.id as keyof typeof counted])
  })

  test.each(vendor.errata)('$id says, reads and touches what exists', erratum => {
    expect(erratum.lines.length).toBeGreaterThan(0)
    expect(erratum.says).toMatch(/\S/)
    expect(erratum.reads).toMatch(/\S/)
    for (const id of erratum.touches) expect(contractNamed(id), id).toBeDefined()
  })

  test.each(vendor.errata.filter(it => onTheWire.includes(it.kind)))(
    '$id is a variant or says why nobody meets it',
    ({ variant, unmet, touches }) => {
      if (!variant) return expect(unmet ?? '').toMatch(/\w+ \w+/)
      const carried = touches.flatMap(id => Object.keys(contractNamed(id)?.contract.variants ?? {}))
      expect(carried).toContain(variant)
    },
  )
})
