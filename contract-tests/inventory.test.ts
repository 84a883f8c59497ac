/** Every table row and every example key of the five documents is in the published specs. The list was made from the documents. */
import { readFileSync } from 'node:fs'
import type { TSchema } from '@sinclair/typebox'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { allFields } from './fields.ts'

interface Row {
  contract: string
  part: string
  source: string
  line: string
  path: string
}

const vendors = ['sobot', 'okayapi', 'echat', 'yunduo', 'easyliao']

const rows = (vendor: string): Row[] => {
  const [, ...lines] = readFileSync(`contract-tests/inventory/${vendor}.tsv`, 'utf8').split('\n').filter(Boolean)
  return lines.map(line => {
    const [contract = '', part = '', source = '', number = '', path = ''] = line.split('\t')
    return { contract, part, source, line: number, path }
  })
}

test('the documents were counted: at least 1,350 names', () => {
  const all = vendors.flatMap(rows)
  expect(all.length).toBeGreaterThanOrEqual(1350)
  expect(all.filter(it => !['table', 'example'].includes(it.source) || !/^\d+$/.test(it.line) || !it.path)).toEqual([])
})

describe.each(vendors)('%s', vendor => {
  const spec: Spec = parse(readFileSync(`openapi/${vendor}.yaml`, 'utf8'))
  const published = namesByContract(spec)

  test.each([...new Set(rows(vendor).map(it => it.contract))])('%s', contract => {
    const missing = rows(vendor).filter(
      it => it.contract === contract && !published.get(`${contract} ${it.part}`)?.has(it.path),
    )
    expect(missing).toEqual([])
  })
})

interface Content {
  content?: Record<string, { schema: TSchema }>
}

interface Published {
  operationId: string
  parameters: { in: string; name: string }[]
  requestBody?: Content
  responses: Record<string, Content>
}

interface Spec {
  paths?: Record<string, Record<string, Published>>
  webhooks?: Record<string, Record<string, Published>>
  components: { schemas: Record<string, TSchema> }
}

/** `<contract> <part>` → the paths that the spec gives it. */
function namesByContract(spec: Spec): Map<string, Set<string>> {
  const resolve = (ref: string) => spec.components.schemas[ref.replace('#/components/schemas/', '')]
  const inside = (it: Content | undefined) => {
    const [body] = Object.values(it?.content ?? {})
    return new Set(allFields(body?.schema, '', resolve).map(field => field.path))
  }
  const names = new Map<string, Set<string>>()
  for (const methods of [...Object.values(spec.paths ?? {}), ...Object.values(spec.webhooks ?? {})]) {
    for (const { operationId, parameters, requestBody, responses } of Object.values(methods)) {
      const standing = (place: string) => new Set(parameters.filter(it => it.in === place).map(it => it.name))
      names.set(`${operationId} query`, standing('query'))
      names.set(`${operationId} params`, standing('path'))
      names.set(`${operationId} body`, inside(requestBody))
      names.set(`${operationId} message`, inside(requestBody))
      names.set(`${operationId} reply`, inside(responses['200']))
    }
  }
  return names
}
