/** JSON as it stands on the wire: read strictly, and told where it is broken. */
import { createRequire } from 'node:module'
import type { Vendor } from '../../schemas/define.ts'
import { erratumIn } from './erratum.ts'
import { KefuError, placeOf } from './errors.ts'
import { textOf } from './text.ts'
import type { Http } from './wire.ts'

/** Parses a JSON body. The vendor's errata name a fault that its own document shows. */
export function readJson(body: Http['body'], vendor: Vendor): unknown {
  const text = textOf(body)
  try {
    return JSON.parse(text)
  } catch (cause) {
    const fault = firstFault(text)
    const erratum = erratumIn(vendor, text, fault.offset)
    throw new KefuError('body-malformed', {
      place: placeOf(text, fault.offset),
      detail: `JSON: ${fault.what}.`,
      erratum,
      cause,
    })
  }
}

export const writeJson = (value: unknown) => JSON.stringify(value)

/** The text of one member of a JSON object, byte for byte as it was sent; empty when there is none. Of several the last, as JSON.parse takes it. */
export function rawMember(json: string, name: string) {
  const members = jsonc().parseTree(json)?.children ?? []
  const node = members.findLast(({ children: [key] = [] }) => key?.value === name)?.children?.[1]
  return node ? json.slice(node.offset, node.offset + node.length) : ''
}

/** Where a text stops being JSON. JSON.parse does not say so on every version of Node; jsonc-parser does. */
export function firstFault(text: string) {
  const { visit, printParseErrorCode } = jsonc()
  let first: { error: number; offset: number } | undefined
  const onError = (error: number, offset: number) => {
    first = { error, offset }
    throw first
  }
  try {
    visit(text, { onError }, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  } catch (reason) {
    if (reason !== first) return { offset: 0, what: 'nested too deeply' }
  }
  if (!first) return { offset: 0, what: 'not JSON' }
  const words = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return { offset: first.offset, what: `${words} at ${JSON.stringify(text.slice(first.offset, first.offset + 20))}` }
}

/** Loaded only when it is needed. */
const jsonc = () => createRequire(import.meta.url)('jsonc-parser') as typeof import('jsonc-parser')
