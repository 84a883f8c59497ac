/** What normalising has to do in a message, made once from its schema. */
import type { TSchema } from '@sinclair/typebox'
import { alternativesOf, type Convert, conversionOf } from './normal-values.ts'

/** What to do with the value of one field, by the kind of value that came. */
export interface Plan {
  single: Convert | undefined
  /** Of the JSON inside a text. */
  content: Plan | undefined
  items: Plan | undefined
  /** The shapes that an object can have, the first that fits counts. */
  blocks: readonly Block[]
}

export interface Block {
  /** Fields in which something can change. */
  fields: ReadonlyMap<string, Plan>
  /** Each other spelling of a field, and the one that counts. */
  spellings: readonly (readonly [other: string, canonical: string])[]
  fits(value: object): boolean
}

/** Undefined where nothing can change. `trims`: whether blanks around text mean nothing. */
export function planOf(schema: TSchema, trims: boolean): Plan | undefined {
  const alternatives = alternativesOf(schema)
  const content = alternatives.find(it => it.contentSchema)?.contentSchema
  const items = alternatives.find(it => it.items)?.items
  const plan: Plan = {
    single: alternatives.some(isSingle) ? conversionOf(schema, trims) : undefined,
    content: content && (planOf(content, trims) ?? IDLE),
    items: items && planOf(items, trims),
    blocks: alternatives.filter(it => it.type === 'object').map(it => blockOf(it, trims)),
  }
  const changes = plan.blocks.some(it => it.fields.size > 0 || it.spellings.length > 0)
  return plan.single || plan.content || plan.items || changes ? plan : undefined
}

const IDLE: Plan = { single: undefined, content: undefined, items: undefined, blocks: [] }

const isSingle = ({ type, contentSchema }: TSchema) => type !== 'object' && type !== 'array' && !contentSchema

function blockOf(schema: TSchema, trims: boolean): Block {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, TSchema>)
  const fields = new Map<string, Plan>()
  for (const [name, field] of properties) {
    const plan = planOf(field, trims)
    if (plan) fields.set(name, plan)
  }
  return { fields, spellings: spellingsOf(properties), fits: shapeOf(schema) }
}

/** Whether an object has what the schema requires, lists for lists, blocks for blocks and single values for single values. */
function shapeOf(schema: TSchema): (value: object) => boolean {
  const required = ((schema.required ?? []) as string[]).map(name => {
    const { type, ...field } = schema.properties[name] as TSchema
    const inner = type === 'object' ? shapeOf({ type, ...field } as TSchema) : undefined
    return { name, inner, isList: type === 'array' }
  })
  return value =>
    required.every(({ name, inner, isList }) => {
      const it = (value as Record<string, unknown>)[name]
      if (typeof it !== 'object' || it === null) return !inner && !isList && it !== undefined
      return Array.isArray(it) ? isList : inner?.(it) === true
    })
}

/**
 * Names that differ in case and blanks only, and the one that is called misspelt with the other of the same meaning. The one that
 * counts is not misspelt, and stands in a table of the document.
 */
function spellingsOf(properties: [string, TSchema][]) {
  const spelt = properties.map(([name, { title, description = '', 'x-evidence': evidence }]) => {
    const misspelt = description.includes('misspelt')
    return { name, title, misspelt, plain: name.trim().toLowerCase(), doubt: (misspelt ? 2 : 0) + (evidence ? 1 : 0) }
  })
  return spelt.flatMap(one => {
    const others = spelt.filter(
      it => it !== one && (it.plain === one.plain || ((one.misspelt || it.misspelt) && it.title === one.title)),
    )
    const better = others.find(it => it.doubt < one.doubt)
    return better ? [[one.name, better.name] as const] : []
  })
}
