/** XML with the vendor's habits: every leaf is text, and a tag repeats exactly where the schema says list. */
import { createRequire } from 'node:module'
import type { TSchema } from '@sinclair/typebox'
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
  let attributes = 0
  // None is accepted, but the first is named with its element; a hundred thousand are not waited for.
  parser.on(
    'attribute',
    ({ name }) => ++attributes > 100 && refuse(`the attribute ${name} is not part of any message.`),
  )
  parser.on('opentag', ({ name, attributes }) => {
    for (const attribute in attributes) refuse(`the attribute ${attribute} of <${name}> is not part of any message.`)
    tree.open(name)
  })
  parser.on('closetag', () => tree.close())
  parser.write(withLineFeeds(text)).close()
  return tree.root()
}

/** A carriage return without a line feed is one to XML (2.11). Saxes would see to it, and take twice as long over a MiB of them. */
function withLineFeeds(text: string): string {
  if (!/\r(?!\n)/.test(text)) return text
  const units = new Uint16Array(text.length)
  Buffer.from(units.buffer).write(text, 'utf16le')
  for (let at = 0; at < units.length; at++) if (units[at] === RETURN && units[at + 1] !== FEED) units[at] = FEED
  return Buffer.from(units.buffer).toString('utf16le')
}

const [RETURN, FEED] = [13, 10]

/** Loaded when it is first needed: a mock that reads no XML starts without it. */
const require = createRequire(import.meta.url)

/** Which text stands in CDATA: that which the schema does not mark as printed bare, all of it, or none. */
export type CdataStyle = 'asPrinted' | 'all' | 'none'

/** Writes `<xml>…</xml>`; what is undefined is left out. Throws text-unwritable, with the path. */
export function writeXml(message: unknown, schema?: TSchema, style: CdataStyle = 'asPrinted'): string {
  const text = element('xml', message, schema, style)
  if (ODD.test(text) || !text.isWellFormed()) refuseUnwritable(message, '')
  return text
}

function element(name: string, value: unknown, schema: TSchema | undefined, style: CdataStyle): string {
  if (Array.isArray(value)) return value.map(it => element(name, it, schema?.items, style)).join('')
  if (!NAME.test(name))
    throw new KefuError('text-unwritable', { detail: `${JSON.stringify(name)} cannot be the name of an element.` })
  return `<${name}>${contentOf(value, schema, style)}</${name}>`
}

function contentOf(value: unknown, schema: TSchema | undefined, style: CdataStyle): string {
  if (typeof value !== 'object' || value === null) return leaf(String(value), schema, style)
  let text = ''
  for (const [name, child] of Object.entries(value))
    if (child !== undefined) text += element(name, child, schema?.properties?.[name], style)
  return text
}

function leaf(text: string, schema: TSchema | undefined, style: CdataStyle): string {
  const bare = style === 'none' || (style === 'asPrinted' && schema?.['x-cdata'] === false)
  // A carriage return has to be escaped, which CDATA cannot: it would be read as a line feed.
  if (bare || text.includes('\r')) return text.replace(/[&<>\r]/g, it => ESCAPES[it] as string)
  return `<![CDATA[${text.includes(']]>') ? text.replaceAll(']]>', ']]]]><![CDATA[>') : text}]]>`
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** Names of XML, without the colon of namespaces. */
const START =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}' +
  '\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}'
const NAME = new RegExp(`^[${START}][-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}${START}]*$`, 'u')

/** What XML cannot carry, twice: quick to look for, and told with its place. */
const CONTROLS = '\\0-\\x08\\x0b\\x0c\\x0e-\\x1f'
const ODD = new RegExp(`[${CONTROLS}\\uFFFE\\uFFFF]`)
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u

/** Names the field, once it is known that there is one. */
function refuseUnwritable(value: unknown, path: string) {
  if (Array.isArray(value)) {
    for (const [index, it] of value.entries()) refuseUnwritable(it, `${path}[${index}]`)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, child] of Object.entries(value)) refuseUnwritable(child, path ? `${path}.${name}` : name)
  } else {
    const bad = UNWRITABLE.exec(String(value))
    if (bad)
      throw new KefuError('text-unwritable', { detail: `${path} holds U+${hex(bad[0])} at character ${bad.index}.` })
  }
}

const hex = (character: string) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
