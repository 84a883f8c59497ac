/** Builds the value of an XML message from its events; a tag repeats exactly where the schema says list. */
import type { TSchema } from '@sinclair/typebox'

export type Node = { [tag: string]: Value }
export type Value = string | Node | Value[]

interface Frame {
  name: string
  text: string
  children: Node | undefined
  schema: TSchema | undefined
  /** Schemas of the elements that may stand inside. */
  fields: Fields | undefined
}

type Fields = ReadonlyMap<string, TSchema>

export interface Tree {
  open(name: string): void
  text(characters: string): void
  close(): void
  /** An element that holds text alone, all at once. */
  leaf(name: string, text: string): void
  /** The content of the root element. */
  root(): Value
}

const DEEPEST = 32
const MOST_NODES = 20_000

/** `refuse` throws: too deep, too many, text between elements, a single field that comes twice. */
export function createTree(schema: TSchema | undefined, refuse: (what: string) => never): Tree {
  const frames: Frame[] = []
  let root: Value = ''
  let nodes = 0

  /** The schema of an element that begins here. */
  function begin(name: string): TSchema | undefined {
    if (++nodes > MOST_NODES) refuse(`more than ${MOST_NODES} elements.`)
    if (frames.length === DEEPEST) refuse(`more than ${DEEPEST} levels.`)
    if (name === '__proto__') refuse('an element may not be called __proto__.')
    const outer = frames[frames.length - 1]
    return outer ? outer.fields?.get(name) : schema
  }
  function end(name: string, value: Value, field: TSchema | undefined) {
    const outer = frames[frames.length - 1]
    if (outer) attach(outer, name, value, field, refuse)
    else root = value
  }

  return {
    open: name => {
      const field = begin(name)
      frames.push({ name, text: '', children: undefined, schema: field, fields: field && fieldsOf(field) })
    },
    text(characters) {
      const frame = frames[frames.length - 1]
      if (frame) frame.text += characters
    },
    close() {
      const { name, text, children, schema: field } = frames.pop() as Frame
      const stray = children && text.trim()
      if (stray) refuse(`text between the elements of <${name}>: ${JSON.stringify(stray.slice(0, 20))}.`)
      end(name, children ?? contentOf(text, field), field)
    },
    leaf(name, text) {
      const field = begin(name)
      end(name, contentOf(text, field), field)
    },
    root: () => root,
  }
}

/** Text, or an empty block where the schema wants a block. */
const contentOf = (text: string, field: TSchema | undefined): Value => (isObject(field) && !text.trim() ? {} : text)

function attach(outer: Frame, name: string, value: Value, field: TSchema | undefined, refuse: (what: string) => never) {
  outer.children ??= {}
  const found = outer.children[name]
  const before = found !== undefined && Object.hasOwn(outer.children, name) ? found : undefined
  if (Array.isArray(before)) before.push(value)
  else if (field?.type === 'array') outer.children[name] = [value]
  else if (before === undefined) outer.children[name] = value
  else if (field) refuse(`<${name}> appears twice.`)
  else outer.children[name] = [before, value]
}

const known = new WeakMap<TSchema, Fields>()

/** By name; for a list, of its items. Made once for each schema. */
function fieldsOf(schema: TSchema): Fields {
  const before = known.get(schema)
  if (before) return before
  const fields: Fields = new Map(Object.entries((schema.type === 'array' ? schema.items : schema).properties ?? {}))
  known.set(schema, fields)
  return fields
}

const isObject = (schema: TSchema | undefined) =>
  schema !== undefined && (schema.type === 'array' ? schema.items : schema).type === 'object'
