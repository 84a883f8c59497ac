/** The documents' own samples, faults included, through `open`: a sound one keeps every field, a broken one says where and why. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../mocks/world/world.ts'
import { contractOf } from '../schemas/contracts.ts'
import type { Vendor } from '../schemas/define.ts'
import * as vendors from '../schemas/index.ts'
import { violations } from '../src/wire/check.ts'
import { KefuError } from '../src/wire/errors.ts'
import { wireOf } from '../src/wire/index.ts'
import { readJson } from '../src/wire/json.ts'
import { matchQuery } from '../src/wire/recognise.ts'

interface Capture {
  file: string
  contract: string
  part: 'message' | 'reply' | 'body'
  lines: [number, number]
  sound: boolean
  errata?: string[]
}

const world = createWorld({ now: () => 0 })

describe.each(Object.values(vendors) as Vendor[])('$id', vendor => {
  const folder = `contract-tests/captures/${vendor.id}`
  const captures: Capture[] = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'))

  test('each file is listed, and each listed file is there', () => {
    const files = readdirSync(folder).filter(it => it !== 'index.json')
    expect(captures.map(it => it.file).sort()).toEqual(files.sort())
  })

  if (captures.some(it => it.sound)) {
    test.each(captures.filter(it => it.sound))('$file is sound and keeps to $contract', capture => {
      const { schema, value } = opened(vendor, capture, readFileSync(`${folder}/${capture.file}`))
      expect(violations(schema, value)).toEqual([])
    })
  }

  if (captures.some(it => !it.sound)) {
    test.each(captures.filter(it => !it.sound))(
      '$file is broken, and it is said where and by which erratum',
      capture => {
        const refusal = refused(() => opened(vendor, capture, readFileSync(`${folder}/${capture.file}`)))
        expect(refusal.code).toBe('body-malformed')
        expect(refusal.place?.line).toBeGreaterThan(0)
        expect(refusal.place?.column).toBeGreaterThan(0)
        expect(capture.errata).toContain(refusal.erratum)
        expect(refusal.message).toContain(`erratum ${refusal.erratum}: `)
      },
    )
  }
})

function opened(vendor: Vendor, { contract: id, part }: Capture, body: Buffer) {
  if (part !== 'message') {
    const operation = contractOf(vendor, 'operation', id)?.contract
    return { schema: operation?.[part], value: readJson(body, vendor) }
  }
  const contract = contractOf(vendor, 'push', id)?.contract
  const codec = wireOf(vendor).push
  if (!contract || !codec) throw new Error(`no push ${id}`)
  const secret = { ...world.credentials(vendor), mode: 'plain' }
  // Only the body is the document's: the signature around it is made here.
  const { query } = codec.seal({ query: matchQuery(contract.match), body: {} }, secret, world.moment())
  return { schema: contract.message, value: codec.open({ query, headers: {}, body }, secret).body }
}

function refused(run: () => unknown): KefuError {
  try {
    run()
  } catch (error) {
    if (error instanceof KefuError) return error
    throw error
  }
  throw new Error('expected a refusal')
}
