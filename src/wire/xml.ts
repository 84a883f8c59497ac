/** XML with the vendor's habits: every leaf is text, and a tag repeats exactly where the schema says list. One strict pass. */
import type { TSchema } from '@sinclair/typebox'
import { XMLBuilder } from 'fast-xml-parser'
import { SaxesParser } from 'saxes'
import type { Vendor } from '../../schemas/define.ts'
import { erratumIn } from './erratum.ts'
import { KefuError, placeOf } from './errors.ts'

type Node = { [tag: string]: Value }
type Value = string | Node | Value[]

const DEEPEST = 32
const MOST_NODES = 20_000

/**
 * Reads the content of the root element. Without a schema, or for tags that it does not know, a tag that repeats becomes a list.
 * Throws body-malformed with line and column: not well-formed, DOCTYPE, attributes, text between elements, a repeated single field.
 */
export function readXml(text: string, vendor: Vendor, schema?: TSchema): Value {
  const parser = new SaxesParser({ position: true })
  const open: Frame[] = []
  let root: Value = ''
  let nodes = 0
  const refuse = (what: string): never => {
    // At the end saxes counts one character too many.
    const offset = Math.min(parser.position, text.length)
    throw new KefuError('body-malformed', {
      place: placeOf(text, offset),
      detail: `XML: ${what}`,
      erratum: erratumIn(vendor, text, offset),
    })
  }
  const add = (characters: string) => {
    const frame = open.at(-1)
    if (frame) frame.text += characters
  }

  parser.on('error', error => refuse(error.message.replace(/^\d+:\d+: /, '')))
  parser.on('doctype', () => refuse('a DOCTYPE is not accepted.'))
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('opentag', ({ name, attributes }) => {
    if (++nodes > MOST_NODES) refuse(`more than ${MOST_NODES} elements.`)
    if (open.length === DEEPEST) refuse(`more than ${DEEPEST} levels.`)
    if (name === '__proto__') refuse('an element may not be called __proto__.')
    for (const attribute in attributes) refuse(`the attribute ${attribute} of <${name}> is not part of any message.`)
    const outer = open.at(-1)
    open.push({ name, text: '', children: undefined, schema: outer ? fieldOf(outer.schema, name) : schema })
  })
  parser.on('closetag', ({ name }) => {
    const frame = open.pop() as Frame
    if (frame.children && frame.text.trim())
      refuse(`text between the elements of <${name}>: ${JSON.stringify(frame.text.trim().slice(0, 20))}.`)
    const value = frame.children ?? (isObject(frame.schema) && !frame.text.trim() ? {} : frame.text)
    const outer = open.at(-1)
    if (!outer) root = value
    else attach(outer, name, value, frame.schema, refuse)
  })
  parser.write(text).close()
  return root
}

interface Frame {
  name: string
  text: string
  children: Node | undefined
  schema: TSchema | undefined
}

function attach(outer: Frame, name: string, value: Value, field: TSchema | undefined, refuse: (what: string) => never) {
  outer.children ??= {}
  const before = outer.children[name]
  if (field?.type === 'array') outer.children[name] = [...((before as Value[]) ?? []), value]
  else if (before === undefined) outer.children[name] = value
  else if (field) refuse(`<${name}> appears twice.`)
  else outer.children[name] = Array.isArray(before) ? [...before, value] : [before, value]
}

/** The schema of a child element: for a list the schema stays the list's, its items are looked through. */
const fieldOf = (schema: TSchema | undefined, name: string): TSchema | undefined =>
  schema && (schema.type === 'array' ? schema.items : schema).properties?.[name]

const isObject = (schema: TSchema | undefined) =>
  schema !== undefined && (schema.type === 'array' ? schema.items : schema).type === 'object'

const builder = new XMLBuilder({ cdataPropName: '#cdata', processEntities: false, suppressEmptyNode: false })

/** Writes `<xml>…</xml>`: text in CDATA, except the fields that the schema marks as printed bare. */
export const writeXml = (message: unknown, schema?: TSchema): string =>
  builder.build({ xml: prepared(message, schema, '') })

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
