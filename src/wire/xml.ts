/** XML with the vendor's habits: every leaf is text, and a tag repeats exactly where the schema says list. */
import { createRequire } from 'node:module'
import type { TSchema } from '@sinclair/typebox'
import type { XMLBuilder } from 'fast-xml-parser'
import type { Vendor } from '../../schemas/define.ts'
import { erratumIn } from './erratum.ts'
import { KefuError, placeOf } from './errors.ts'
import { readPlain } from './xml-plain.ts'
import { createTree, type Value } from './xml-tree.ts'

/**
 * Reads the content of the root element. Without a schema, or for tags that it does not know, a tag that repeats becomes a list.
 * Throws body-malformed with line and column: not well-formed, DOCTYPE, attributes, text between elements, a repeated single field.
 */
export function readXml(text: string, vendor: Vendor, schema?: TSchema): Value {
  try {
    const tree = createTree(schema, leave)
    if (readPlain(text, tree)) return tree.root()
  } catch (reason) {
    if (reason !== LEFT) throw reason
  }
  return readFully(text, vendor, schema)
}

/** The fast lane knows no places: what it would refuse, the full parser refuses with line and column. */
const LEFT = new Error('left to the full parser')
const leave = (): never => {
  throw LEFT
}

/** The full parser, saxes: it judges everything, and knows the place of a fault. */
export function readFully(text: string, vendor: Vendor, schema: TSchema | undefined): Value {
  const { SaxesParser } = require('saxes') as typeof import('saxes')
  const parser = new SaxesParser({ position: true })
  const refuse = (what: string): never => {
    // At the end saxes counts one character too many.
    const offset = Math.min(parser.position, text.length)
    const erratum = erratumIn(vendor, text, offset)
    throw new KefuError('body-malformed', { place: placeOf(text, offset), detail: `XML: ${what}`, erratum })
  }
  const tree = createTree(schema, refuse)
  parser.on('error', error => refuse(error.message.replace(/^\d+:\d+: /, '')))
  parser.on('doctype', () => refuse('a DOCTYPE is not accepted.'))
  parser.on('text', characters => tree.text(characters))
  parser.on('cdata', characters => tree.text(characters))
  parser.on('opentag', ({ name, attributes }) => {
    for (const attribute in attributes) refuse(`the attribute ${attribute} of <${name}> is not part of any message.`)
    tree.open(name)
  })
  parser.on('closetag', () => tree.close())
  parser.write(text).close()
  return tree.root()
}

/** Both parsers are loaded when they are first needed: a mock that sends no XML starts without them. */
const require = createRequire(import.meta.url)

let builder: XMLBuilder | undefined

function builderOnce(): XMLBuilder {
  const options = { cdataPropName: '#cdata', processEntities: false, suppressEmptyNode: false }
  builder ??= new (require('fast-xml-parser') as typeof import('fast-xml-parser')).XMLBuilder(options)
  return builder
}

/** Writes `<xml>…</xml>`: text in CDATA, except the fields that the schema marks as printed bare. */
export const writeXml = (message: unknown, schema?: TSchema): string =>
  builderOnce().build({ xml: prepared(message, schema, '') })

function prepared(value: unknown, schema: TSchema | undefined, path: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => prepared(item, schema?.items, `${path}[${index}]`))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, child]) => [
        name,
        prepared(child, schema?.properties?.[name], path ? `${path}.${name}` : name),
      ]),
    )
  }
  const text = String(value)
  const bad = UNWRITABLE.exec(text)
  if (bad)
    throw new KefuError('text-unwritable', { detail: `${path} holds U+${hex(bad[0])} at character ${bad.index}.` })
  // A bare carriage return would be read as a line feed, inside CDATA too.
  return schema?.['x-cdata'] === false || text.includes('\r') ? escaped(text) : { '#cdata': text }
}

const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u
const hex = (character: string) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
const escaped = (text: string) =>
  text.replace(/[&<>\r]/g, it => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' })[it] as string)
